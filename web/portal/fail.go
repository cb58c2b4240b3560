package portal

import (
	"context"
	"errors"
	"net/http"

	"campus.example/sealdesk/domain"
)

// failPage is the page that says what went wrong and what can be done.
type failPage struct {
	Sentence string
	Number   string // names the entry of the log
	Home     bool   // the home page is a way out
	Login    bool   // entering again is one
}

// failure shows a sentence.
func (v *visit) failure(status int, sentence string) {
	v.show(sheet{
		name: "fail", status: status, title: v.t().Errors.Title, state: "error",
		page: failPage{Sentence: sentence, Home: v.person.ID != "", Login: v.person.ID == ""},
	})
}

// fail shows what an error means to a signer. What is not his to know is logged under a number he can tell the office.
func (v *visit) fail(err error) {
	if errors.Is(err, context.Canceled) {
		return // nobody reads the answer
	}
	code := domain.CodeOf(err)
	_, his := v.text.Errors.Signer[code]
	page := failPage{Sentence: v.text.SignerSentence(err), Home: v.person.ID != "", Login: v.person.ID == ""}
	if !his || code == "" {
		page.Number = v.logged(err)
	}
	v.show(sheet{name: "fail", status: statusOf(code), title: v.t().Errors.Title, state: "error", page: page})
}

// logged writes the error down and gives its number. The pattern stands for the address, which may hold a link's code.
func (v *visit) logged(err error) string {
	number, errRandom := v.token(4)
	if errRandom != nil {
		number = "-"
	}
	v.Log.Error("a signer's request failed", "number", number, "page", v.r.Pattern, "code", string(domain.CodeOf(err)), "err", err)
	return number
}

// statusOf returns the HTTP status of a refusal.
func statusOf(code domain.Code) int { return statusesByKind()[code.SignerKind()] }

// statusesByKind returns the HTTP status of every kind of refusal.
func statusesByKind() map[domain.Kind]int {
	return map[domain.Kind]int{
		domain.KindInput: http.StatusUnprocessableEntity, domain.KindTooLarge: http.StatusRequestEntityTooLarge,
		domain.KindDocument: http.StatusUnprocessableEntity, domain.KindSettings: http.StatusInternalServerError,
		domain.KindNotFound: http.StatusNotFound, domain.KindState: http.StatusConflict, domain.KindLimit: http.StatusTooManyRequests,
		domain.KindSession: http.StatusUnauthorized, domain.KindIntegrity: http.StatusInternalServerError,
		domain.KindDifference: http.StatusConflict, domain.KindRight: http.StatusForbidden,
		domain.KindUnavailable: http.StatusServiceUnavailable, domain.KindComponent: http.StatusInternalServerError,
		domain.KindInternal: http.StatusInternalServerError,
	}
}

// wrongInput reports whether the person can mend it in the same form, or send the same form again after a pause.
func wrongInput(err error) bool {
	switch domain.CodeOf(err).SignerKind() {
	case domain.KindInput, domain.KindTooLarge, domain.KindLimit:
		return true
	}
	return false
}

func asDomain(err error, e **domain.Error) bool { return errors.As(err, e) }
