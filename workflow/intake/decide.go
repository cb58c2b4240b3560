package intake

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/party"
	"campus.example/sealdesk/workflow/lifecycle"
)

// Decide settles what waits for a person at a number (G8): a contract in quarantine is taken as it stands or turned away;
// of an offer that differs from its contract, the fields are taken over, the text takes the contract's place, or it is
// turned away and the contract goes on. The sender hears the outcome. Errors: CodeReasonEmpty, CodeWrongStage, CodeOtherBytes,
// CodeStale when another offer came meanwhile, and what is wrong with the offer.
func (o *Intakes) Decide(ctx context.Context, by domain.Caller, no string, d domain.Decision, reason string) error {
	reason, err := domain.CheckReason(reason)
	if err != nil {
		return err
	}
	if d, err = domain.ParseDecision(string(d)); err != nil {
		return err
	}
	read, look, err := o.readForDecision(ctx, by, no, d)
	if err != nil {
		return err
	}
	return o.Act(ctx, by, d.Action(), action.ContractObject(no), func(w *action.Work) error {
		q, err := o.quarantine(w, no)
		if err != nil {
			return err
		}
		if q.Contract.Revision != read.Contract.Revision || q.Offered() != read.Offered() {
			return action.ErrRevised(no)
		}
		if err := o.possible(w, q, d); err != nil {
			return err
		}
		switch {
		case q.Offer != nil && d == domain.DecideAccept:
			return o.acceptFields(w, q, reason)
		case q.Offer != nil && d == domain.DecideReplace:
			return o.replaceText(w, q, look, reason)
		case q.Contract.Doubted():
			return o.refuseOffer(w, q, reason)
		case d == domain.DecideAccept:
			return o.acceptContract(w, q.Contract, reason)
		}
		return o.refuseContract(w, q.Contract, reason)
	})
}

// readForDecision checks the right, and reads the document of an offer that is to take the contract's place.
func (o *Intakes) readForDecision(ctx context.Context, by domain.Caller, no string, d domain.Decision) (q Quarantine, look domain.Examination, err error) {
	err = o.View(ctx, by, d.Action(), action.ContractObject(no), func(w *action.Work) (err error) {
		if q, err = o.quarantine(w, no); err == nil {
			err = o.possible(w, q, d)
		}
		return err
	})
	if err != nil || d != domain.DecideReplace || q.Offer == nil {
		return q, look, err
	}
	pdf, err := o.Store.Document(ctx, q.Offer.SHA256)
	if err == nil {
		look, err = o.Pages.Examine(ctx, pdf, domain.Usual().List())
	}
	return q, look, err
}

// stated returns the contract as the offer beside it states it. A seal process that the office does not know is what the
// person decides about; anything else that is wrong with the offer refuses it.
func stated(w *action.Work, q Quarantine) (domain.Contract, error) {
	office, err := party.OfficePhones(w)
	if err != nil {
		return domain.Contract{}, err
	}
	c, err := q.Offer.Offer.Check(office)
	if domain.CodeOf(err) == domain.CodeSealProcessUnknown {
		err = nil
	}
	c.OriginalSHA, c.CurrentSHA = q.Offer.SHA256, q.Offer.SHA256
	return c, err
}

// decided settles the offer and records the decision with both hashes.
func (o *Intakes) decided(w *action.Work, q Quarantine, d domain.Decision, state domain.OfferState, after domain.Stage, reason string, also ...string) error {
	detail := domain.Fields("sha256", q.Current().SHA256, "reason", reason)
	if q.Offer != nil {
		r := *q.Offer
		r.State, r.Reason, r.Changed = state, reason, o.Now()
		if err := w.UpdateReceivedOffer(r); err != nil {
			return err
		}
		detail = detail.And("offered", r.SHA256, "offer", r.ID)
	}
	return w.Record(d.Action(), action.ContractObject(q.Contract.No), domain.Event{
		Before: string(q.Contract.Stage), After: string(after), Code: q.Code, Detail: detail.And(also...),
	})
}

// acceptContract takes a contract in quarantine as it stands.
func (o *Intakes) acceptContract(w *action.Work, c domain.Contract, reason string) error {
	before := c
	office, err := party.OfficePhones(w)
	if err != nil {
		return err
	}
	if err := c.CheckPhones(office); err != nil {
		return err
	}
	if err := c.Move(domain.StageToPush, o.Now()); err != nil {
		return err
	}
	c.Reason = ""
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	q := Quarantine{Contract: before, Code: domain.Code(before.Reason)}
	if err := o.decided(w, q, domain.DecideAccept, "", c.Stage, reason); err != nil {
		return err
	}
	return o.goesOn(w, c, "", domain.Accepted, c.OriginalSHA, c.Source)
}

// refuseContract turns a contract in quarantine away.
func (o *Intakes) refuseContract(w *action.Work, c domain.Contract, reason string) error {
	before := c
	if err := c.Move(domain.StageTurnedAway, o.Now()); err != nil {
		return err
	}
	c.Reason = reason
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	q := Quarantine{Contract: before, Code: domain.Code(before.Reason)}
	if err := o.decided(w, q, domain.DecideRefuse, "", c.Stage, reason); err != nil {
		return err
	}
	return o.goesOn(w, c, "", domain.TurnedAway, c.OriginalSHA, c.Source)
}

// goesOn tells the sender, whose answer before was that a person decides, and pushes by itself what waits for nothing else
// any more. To is where the offer came from.
func (o *Intakes) goesOn(w *action.Work, c domain.Contract, offer string, v domain.Verdict, sha string, to domain.Source) error {
	once, err := o.NewID(domain.IDDecision, 6)
	if err != nil {
		return err
	}
	if err := o.pushByItself(w, c, c.Stage, once); err != nil || to != domain.FromProcurement {
		return err
	}
	a := told{No: c.No, Verdict: v, SHA256: sha, Offer: offer, Once: once}
	if v == domain.TurnedAway {
		a.Code = domain.CodeOfferDeclined
	}
	return o.tell(w, a)
}

// refuseOffer turns away what stands beside a contract, which goes on.
func (o *Intakes) refuseOffer(w *action.Work, q Quarantine, reason string) error {
	c, instead, offer, sha, to := q.Contract, domain.Code(""), "", "", q.Contract.Source
	if q.Offer != nil {
		offer, sha, to = q.Offer.ID, q.Offer.SHA256, q.Offer.Source
		if !c.StageSince.After(q.Offer.Received) { // a later stage has cleared what was wrong before
			instead = q.Offer.Instead
		}
	}
	c.SettleDoubt(instead, o.Now())
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	if err := o.decided(w, q, domain.DecideRefuse, domain.OfferDropped, c.Stage, reason); err != nil {
		return err
	}
	if q.Offer == nil {
		to = "" // an older program has told the sender, and kept nothing that could be named
	}
	return o.goesOn(w, c, offer, domain.TurnedAway, sha, to)
}

// acceptFields takes over the fields of an offer with the contract's own text, before anything is signed. Live links of a
// contact who changes die; whoever is due is called.
func (o *Intakes) acceptFields(w *action.Work, q Quarantine, reason string) error {
	to, err := stated(w, q)
	if err != nil {
		return err
	}
	c := q.Contract
	changes := c.Changes(to)
	c.Restate(to)
	if c.Stage != domain.StageToPush {
		if err := o.Placement.Drawable(domain.ActBSeal, domain.Place{}, domain.Appearance{Ring: c.B.Name}); err != nil {
			return err
		}
	}
	if err := o.Parties.Adopt(w, &c); err != nil {
		return err
	}
	c.SettleDoubt("", o.Now())
	if err := o.Parties.CompareNames(w, &c); err != nil {
		return err
	}
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	if err := o.decided(w, q, domain.DecideAccept, domain.OfferTaken, c.Stage, reason, "fields", fieldNames(changes)); err != nil {
		return err
	}
	act, due := c.Stage.Due()
	for _, side := range []domain.Side{domain.PartyB, domain.PartyA} {
		if c.Party(side).Signer == q.Contract.Party(side).Signer {
			continue
		}
		if err := w.KillLinks(c.No, q.Contract.Party(side).Signer); err != nil {
			return err
		}
		if due && act.Side() == side {
			if err := o.Notifier.CallSigner(w, lifecycle.LinkTo(side), c, c.Party(side).Signer, o.Now()); err != nil {
				return err
			}
		}
	}
	return o.goesOn(w, c, q.Offer.ID, domain.Accepted, q.Offer.SHA256, q.Offer.Source)
}

// replaceText lets an offer take the place of the contract it differs from: where it waits for its push, and as a new round
// where it left the path.
func (o *Intakes) replaceText(w *action.Work, q Quarantine, look domain.Examination, reason string) error {
	to, err := stated(w, q)
	if err != nil {
		return err
	}
	c, now := to, o.Now()
	inherit(&c, q.Contract)
	c.Pages, c.ReceivedAt = look.Pages, q.Offer.Received
	if c.Stage.Corrected() {
		c.Round++
	}
	if c.Stage != domain.StageToPush {
		if err := c.Move(domain.StageToPush, now); err != nil {
			return err
		}
	}
	if err := o.Parties.Adopt(w, &c); err != nil {
		return err
	}
	if err := o.Parties.CompareNames(w, &c); err != nil {
		return err
	}
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	if err := w.AddRevision(c.No, 0, c.OriginalSHA, "original", now); err != nil {
		return err
	}
	err = o.decided(w, q, domain.DecideReplace, domain.OfferTaken, c.Stage, reason, "fields", fieldNames(q.Contract.Changes(to)))
	if err != nil {
		return err
	}
	return o.goesOn(w, c, q.Offer.ID, domain.Accepted, q.Offer.SHA256, c.Source)
}
