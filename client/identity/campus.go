// Package identity asks the campus gateway whether name, document number and phone or card belong together. The
// gateway deduplicates on the order number: the same question is answered and charged once.
package identity

import (
	"context"
	"net/http"
	"slices"

	"campus.example/sealdesk/client/campus"
	"campus.example/sealdesk/domain"
)

// Provider is the name in errors.
const Provider = "identity"

// maxDetail bounds what is kept of the gateway's own words, in runes.
const maxDetail = 200

// Campus is the campus gateway.
type Campus struct {
	caller  *campus.Caller
	methods []domain.Method
}

// New makes a client for the methods the office has bought; o.Provider is set here. Errors: CodeConfig,
// CodeMethodNotOffered.
func New(o campus.Options, methods []domain.Method) (*Campus, error) {
	for _, m := range methods {
		if wire(m) == "" {
			return nil, domain.Fail(domain.CodeMethodNotOffered, string(m))
		}
	}
	o.Provider = Provider
	caller, err := campus.New(o)
	if err != nil {
		return nil, err
	}
	return &Campus{caller: caller, methods: slices.Clone(methods)}, nil
}

// Vendor is how the rule identity_provider names this kind of gateway.
const Vendor = "campus"

// Provider names the gateway as the rule identity_provider does.
func (c *Campus) Provider() string { return Vendor + "@" + c.caller.Host() }

// Methods lists the automatic methods the gateway decides for this office.
func (c *Campus) Methods() []domain.Method { return slices.Clone(c.methods) }

// Check asks. A pending outcome is asked again with the same question. Errors: CodeMethodNotOffered,
// CodeProviderDown, CodeProviderNonsense, CodeProviderRefused.
func (c *Campus) Check(ctx context.Context, q domain.IdentityQuestion) (domain.IdentityAnswer, error) {
	if !slices.Contains(c.methods, q.Method) {
		return domain.IdentityAnswer{}, domain.Fail(domain.CodeMethodNotOffered, string(q.Method))
	}
	question := struct {
		OrderNo string `json:"order_no"`
		Method  string `json:"method"`
		Name    string `json:"name"`
		Number  string `json:"id_no"`
		Phone   string `json:"phone"`
		Card    string `json:"card_no"`
	}{q.OrderNo, wire(q.Method), q.Name, q.Number, q.Phone.Clear(), q.Card}
	var got answer
	err := c.caller.Ask(ctx, campus.Request{Method: http.MethodPost, Path: "/v1/checks"}, question, &got)
	if err != nil {
		return domain.IdentityAnswer{}, err
	}
	a, problem := got.read(q.OrderNo)
	if problem != "" {
		return domain.IdentityAnswer{}, c.caller.Nonsense(problem, nil)
	}
	return a, nil
}

// answer is the wire form.
type answer struct {
	OrderNo string `json:"order_no"`
	Outcome string `json:"outcome"`
	Detail  string `json:"detail"`
	Charged bool   `json:"charged"`
}

// read believes only an answer to the very question, with an outcome that is known.
func (a answer) read(order string) (domain.IdentityAnswer, string) {
	if a.OrderNo != order {
		return domain.IdentityAnswer{}, "answer to another order"
	}
	switch o := domain.Outcome(a.Outcome); o {
	case domain.OutcomeMatch, domain.OutcomeMismatch, domain.OutcomeNoRecord, domain.OutcomeInvalid, domain.OutcomePending:
		detail := []rune(a.Detail)
		return domain.IdentityAnswer{Outcome: o, Detail: string(detail[:min(len(detail), maxDetail)]), Charged: a.Charged}, ""
	}
	return domain.IdentityAnswer{}, "unknown outcome"
}

// wire is the gateway's name of a method, "" for one it does not decide.
func wire(m domain.Method) string {
	switch m {
	case domain.MethodPhone:
		return "phone3"
	case domain.MethodBank:
		return "bank4"
	case domain.MethodFace:
		return "face"
	}
	return ""
}
