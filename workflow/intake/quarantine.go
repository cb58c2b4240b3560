package intake

import (
	"context"
	"slices"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/party"
)

// Quarantine is what a person needs to decide on a contract in quarantine, or on an offer that differs from its contract:
// both versions side by side (G8).
type Quarantine struct {
	Contract  domain.Contract
	Code      domain.Code           // why it waits for a person
	Offer     *domain.ReceivedOffer // what stands beside the contract, nil where the contract itself is in quarantine
	Fields    []domain.FieldChange
	Text      Difference
	Decisions []domain.Decision // those that are possible now
}

// Version is one of the two documents side by side.
type Version struct {
	SHA256 string
	At     time.Time
}

// Current returns what the office has.
func (q Quarantine) Current() Version { return Version{q.Contract.OriginalSHA, q.Contract.ReceivedAt} }

// Offered returns what came, the zero value where nothing stands beside the contract.
func (q Quarantine) Offered() Version {
	if q.Offer == nil {
		return Version{}
	}
	return Version{q.Offer.SHA256, q.Offer.Received}
}

// Quarantine loads both versions of a contract that waits for a person's decision. Errors: CodeNotFound, CodeWrongStage for
// a contract that waits for none.
func (o *Intakes) Quarantine(ctx context.Context, by domain.Caller, no string) (q Quarantine, err error) {
	err = o.View(ctx, by, domain.ActionReadContract, action.ContractObject(no), func(w *action.Work) (err error) {
		q, err = o.quarantine(w, no)
		return err
	})
	if err != nil || q.Offer == nil || q.Offer.SHA256 == q.Contract.OriginalSHA {
		return q, err
	}
	q.Text, err = o.compareTexts(ctx, q.Contract.OriginalSHA, q.Offer.SHA256)
	return q, err
}

// QuarantineDocuments returns both documents; that they were taken is an event. Offered is nil where nothing stands beside
// the contract, or its text is the same. Errors as Quarantine.
func (o *Intakes) QuarantineDocuments(ctx context.Context, by domain.Caller, no string) (current, offered []byte, err error) {
	var q Quarantine
	err = o.Act(ctx, by, domain.ActionContractDownload, action.ContractObject(no), func(w *action.Work) (err error) {
		if q, err = o.quarantine(w, no); err != nil {
			return err
		}
		return w.Record(domain.ActionContractDownload, action.ContractObject(no), domain.Event{
			Detail: domain.Fields("sha256", q.Current().SHA256, "offered", q.Offered().SHA256),
		})
	})
	if err != nil {
		return nil, nil, err
	}
	if sha := q.Current().SHA256; sha != "" {
		if current, err = o.Store.Document(ctx, sha); err != nil {
			return nil, nil, err
		}
	}
	if sha := q.Offered().SHA256; sha != "" {
		offered, err = o.Store.Document(ctx, sha)
	}
	return current, offered, err
}

// quarantine loads what waits for a decision.
func (o *Intakes) quarantine(w *action.Work, no string) (q Quarantine, err error) {
	if q.Contract, err = w.Contract(no); err != nil {
		return q, err
	}
	c := &q.Contract
	list, err := w.ReceivedOffers(domain.OfferFilter{No: no, States: []domain.OfferState{domain.OfferDiffers}, Limit: 1})
	if err != nil {
		return q, err
	}
	switch {
	case len(list) > 0:
		q.Offer, q.Code = &list[0], c.Problem.Code
		office, err := party.OfficePhones(w)
		if err != nil {
			return q, err
		}
		offered, _ := q.Offer.Offer.Check(office)
		q.Fields = c.Changes(offered)
	case c.Doubted(): // flagged by an older program, which did not keep what came
		q.Code = c.Problem.Code
	case c.Stage == domain.StageQuarantined:
		q.Code = domain.Code(c.Reason)
	default:
		return q, domain.Fail(domain.CodeWrongStage, no, c.Stage)
	}
	q.Decisions, err = o.decisions(w, q)
	return q, err
}

// decisions lists what is possible now.
func (o *Intakes) decisions(w *action.Work, q Quarantine) (list []domain.Decision, err error) {
	for _, d := range domain.Decisions() {
		err := o.possible(w, q, d)
		switch {
		case err == nil:
			list = append(list, d)
		case domain.CodeOf(err) == "":
			return nil, err
		}
	}
	return list, nil
}

// What an operator does first where a decision is not possible: the words stand in package i18n.
const (
	recallFirst = "recall_first"
	voidFirst   = "void_first"
)

// possible refuses a decision that the contract's stage does not allow. Errors: CodeWrongStage, CodeOtherBytes for the
// fields of another text, CodeSealRunning.
func (o *Intakes) possible(w *action.Work, q Quarantine, d domain.Decision) error {
	c := q.Contract
	switch {
	case d == domain.DecideRefuse:
		return nil
	case q.Offer == nil && c.Stage == domain.StageQuarantined && !c.Doubted() && d == domain.DecideAccept:
		return nil
	case q.Offer == nil:
		return domain.Fail(domain.CodeWrongStage, c.No, c.Stage)
	case d == domain.DecideAccept && q.Offer.SHA256 != c.OriginalSHA:
		return domain.Fail(domain.CodeOtherBytes, c.No)
	case d == domain.DecideAccept:
		return o.unsigned(w, c)
	case c.Voids != "":
		return domain.Fail(domain.CodeWrongStage, c.No, c.Stage)
	case c.Stage == domain.StageToPush, c.Stage == domain.StageQuarantined, c.Stage == domain.StageTurnedAway, c.Stage.Corrected():
		return nil
	}
	return notYet(c)
}

// notYet refuses what the stage does not allow and names what comes first.
func notYet(c domain.Contract) error {
	first := ""
	switch {
	case c.Stage.Signing(), c.Stage == domain.StageToSeal:
		first = recallFirst
	case c.Stage.Complete():
		first = voidFirst
	}
	return domain.Fail(domain.CodeWrongStage, c.No, c.Stage, "", first)
}

// unsigned refuses to change the fields of a contract once a signature of its round is reserved. Error: CodeWrongStage.
func (o *Intakes) unsigned(w *action.Work, c domain.Contract) error {
	if c.Stage == domain.StageToPush {
		return nil
	}
	if c.Stage != domain.StageBSigning {
		return notYet(c)
	}
	ops, err := w.SealOpsOf(c.No)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(ops, func(op domain.SealOp) bool { return op.Round == c.Round && op.State != domain.SealAborted }) {
		return notYet(c)
	}
	return nil
}
