package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/party"
	"campus.example/sealdesk/workflow/port"
)

// Intake is what became of an offer.
type Intake struct {
	Verdict  domain.Verdict
	Contract domain.Contract
	Repeated bool  // the same offer was here already
	Saves    int   // how often the document was saved before it came
	Refusal  error // why it was not accepted

	offer   domain.ReceivedOffer
	kept    bool            // the offer is in the store already
	offered domain.Contract // as the offer states it
}

// Receive takes one offer in: accepted, turned away with a reason or quarantined. It is idempotent by number, fields and
// SHA-256 (G8). Refused documents are kept too: what came in can be shown later. The error speaks of the office,
// not of the offer.
func (o *Intakes) Receive(ctx context.Context, by domain.Caller, offer domain.Offer, pdf []byte) (Intake, error) {
	var office []domain.Phone
	err := o.View(ctx, by, domain.ActionContractIntake, action.ContractObject(offer.No), func(w *action.Work) (err error) {
		office, err = party.OfficePhones(w)
		return err
	})
	if err != nil {
		return Intake{}, err
	}
	r, err := o.newOffer(offer)
	if err != nil {
		return Intake{}, err
	}
	in, err := o.examine(ctx, r, pdf, office)
	if err != nil || domain.CodeOf(in.Refusal) == domain.CodeNoEmpty {
		return in, err
	}
	err = o.Act(ctx, by, domain.ActionContractIntake, action.ContractObject(in.Contract.No), func(w *action.Work) error {
		return o.settle(w, &in)
	})
	return in, err
}

// examine checks an offer and its document and keeps the document. Error: CodeDocumentMismatch when the sender states
// another hash; others speak of the office.
func (o *Intakes) examine(ctx context.Context, r domain.ReceivedOffer, pdf []byte, office []domain.Phone) (Intake, error) {
	sum := sha256.Sum256(pdf)
	sha := hex.EncodeToString(sum[:])
	if r.Offer.SHA256 != "" && r.Offer.SHA256 != sha {
		// The sender states other bytes than came over: the transport failed, not the contract.
		return Intake{}, domain.Fail(domain.CodeDocumentMismatch, r.No)
	}
	c, refusal := r.Offer.Check(office)
	r.No = c.No
	in := Intake{Verdict: domain.VerdictOf(refusal), Contract: c, Refusal: refusal, offer: r}
	if domain.CodeOf(refusal) == domain.CodeNoEmpty {
		return in, nil
	}
	if in.Verdict != domain.TurnedAway { // a person who decides on the offer has no damaged document to decide on
		look, err := o.Pages.Examine(ctx, pdf, domain.Usual().List())
		switch {
		case err != nil && !domain.CodeOf(err).AboutDocument():
			return Intake{}, err
		case err != nil:
			in.Verdict, in.Refusal = domain.TurnedAway, err
		}
		in.Contract.Pages, in.Saves = look.Pages, look.Saves
	}
	if len(pdf) > 0 {
		if _, err := o.Store.PutDocument(ctx, pdf); err != nil {
			return Intake{}, err
		}
		in.Contract.OriginalSHA, in.Contract.CurrentSHA, in.offer.SHA256 = sha, sha, sha
	}
	in.offered = in.Contract
	return in, nil
}

// RunIntake fetches the document of one offer and takes the contract in. A document that the sender refuses, that has
// another hash than announced or that is too large turns the contract away at once, and is tried again all the same: it may
// be replaced. Trouble on the way says nothing about the offer: nobody is told, and no number of tries gives it up.
func (o *Intakes) RunIntake(ctx context.Context, job domain.Job, args action.JobArgs) error {
	var r domain.ReceivedOffer
	var office []domain.Phone
	err := o.Snapshot(ctx, func(w *action.Work) (err error) {
		if r, err = w.ReceivedOffer(args.Offer); err == nil {
			office, err = party.OfficePhones(w)
		}
		return err
	})
	if err != nil {
		return err
	}
	if !fetched(r) {
		return o.Finish(ctx, job, action.Nothing)
	}
	pdf, err := o.Procurement.Document(ctx, r.No)
	var in Intake
	if err == nil {
		in, err = o.examine(ctx, r, pdf, office)
	}
	if err == nil {
		in.kept = true
		return o.Finish(ctx, job, func(w *action.Work) error {
			if in.offer, err = w.ReceivedOffer(r.ID); err != nil || !fetched(in.offer) {
				return err
			}
			in.offer.SHA256 = in.Contract.OriginalSHA
			return o.settle(w, &in)
		})
	}
	switch code := domain.CodeOf(err); {
	case aboutOffer(code):
		return errors.Join(&port.Again{Err: err}, o.intakeFailed(ctx, job, r.ID, err, func(w *action.Work, r domain.ReceivedOffer) error {
			return o.turnAway(w, r, office, err)
		}))
	case code == domain.CodeProviderDown, code == domain.CodeProviderNonsense, code == domain.CodeProviderRefused:
		job.MaxAttempt = 0 // it is not given up
		if failed := o.intakeFailed(ctx, job, r.ID, err, nil); failed != nil {
			return failed
		}
		return &port.Later{At: o.Now().Add(intakePause(r.Tries + 1)), Why: err.Error()}
	}
	if ctx.Err() != nil {
		return err
	}
	return errors.Join(err, o.intakeFailed(ctx, job, r.ID, err, nil))
}

// intakeFailed counts a failed try of an offer and says why. After the job's last try the offer is given up.
func (o *Intakes) intakeFailed(ctx context.Context, job domain.Job, offer string, why error, also func(*action.Work, domain.ReceivedOffer) error) error {
	return o.Step(ctx, job, func(w *action.Work) error {
		r, err := w.ReceivedOffer(offer)
		if err != nil || !fetched(r) {
			return err
		}
		before := r
		r.State, r.Changed, r.Code, r.Detail = domain.OfferWaiting, o.Now(), domain.CodeOf(why), detailOf(why)
		r.Tries++
		if r.Code == "" {
			r.Code = domain.CodeInternal
		}
		if job.MaxAttempt > 0 && job.Attempt >= job.MaxAttempt {
			r.State = domain.OfferRefused
		}
		if err := w.UpdateReceivedOffer(r); err != nil {
			return err
		}
		if r.State != before.State || aboutOffer(r.Code) && r.Code != before.Code {
			err := w.Record(domain.ActionIntakeRefused, offerObject(r.ID), domain.Event{
				Before: string(before.State), After: string(r.State), Code: r.Code, Detail: domain.Fields("no", r.No, "tries", strconv.Itoa(r.Tries)),
			})
			if err != nil {
				return err
			}
		}
		if also == nil {
			return nil
		}
		return also(w, r)
	})
}

// turnAway turns an offer away whose document cannot be had. A contract that is under way stays what it is.
func (o *Intakes) turnAway(w *action.Work, r domain.ReceivedOffer, office []domain.Phone, why error) error {
	c, _ := r.Offer.Check(office) // what else is wrong is told when there is a document
	c.No = r.No
	in := Intake{Verdict: domain.TurnedAway, Refusal: why, Contract: c, offered: c, offer: r}
	old, err := w.Contract(c.No)
	switch {
	case domain.CodeOf(err) == domain.CodeNotFound:
		return o.insertOffer(w, &in)
	case err != nil:
		return err
	case old.Stage != domain.StageTurnedAway:
		in.Contract = old
		in.Contract.OriginalSHA = "" // the answer is about another document
	case old.Reason != string(domain.CodeOf(why)) || len(old.Changes(c)) > 0:
		return o.replaceOffer(w, &in, old)
	}
	return o.answer(w, in)
}

// aboutOffer reports whether a failure to fetch a document concerns this offer alone: the sender is told.
func aboutOffer(c domain.Code) bool {
	switch c {
	case domain.CodeDocumentRefused, domain.CodeDocumentMismatch, domain.CodeDocTooBig, domain.CodeDocNotPDF:
		return true
	}
	return false
}

// fetched reports whether a job still fetches the offer: one that was given up is retried by hand.
func fetched(r domain.ReceivedOffer) bool {
	return r.No != "" && (r.State == domain.OfferWaiting || r.State == domain.OfferRefused)
}

// intakePause is how long an offer rests after so many failures on the way.
func intakePause(tries int) time.Duration {
	const longest = 5 * time.Minute
	if tries > 8 {
		return longest
	}
	return min(longest, time.Second<<tries)
}
