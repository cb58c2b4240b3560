package intake

import (
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// settle makes an examined offer a contract, lets it take the place of one, or lets it stand beside one until a person
// decides. What the sender is told is what is stored afterwards.
func (o *Intakes) settle(w *action.Work, in *Intake) error {
	in.offer.State, in.offer.Changed = domain.OfferTaken, o.Now()
	in.offer.Code, in.offer.Detail = domain.CodeOf(in.Refusal), detailOf(in.Refusal)
	if in.Verdict == domain.TurnedAway {
		in.offer.State = domain.OfferTurnedAway
	}
	old, err := w.Contract(in.Contract.No)
	switch {
	case domain.CodeOf(err) == domain.CodeNotFound:
		err = o.insertOffer(w, in)
	case err == nil:
		err = o.settleAgain(w, in, old)
	}
	if err != nil {
		return err
	}
	if in.kept {
		return w.UpdateReceivedOffer(in.offer)
	}
	return w.InsertReceivedOffer(in.offer)
}

// settleAgain settles an offer whose number is known.
func (o *Intakes) settleAgain(w *action.Work, in *Intake, old domain.Contract) error {
	same, err := o.unchanged(w, *in, old)
	if err != nil {
		return err
	}
	begins := old.Stage == domain.StageTurnedAway || old.Stage == domain.StageQuarantined
	switch {
	case begins && same && stageOf(in.Verdict) == old.Stage && old.Reason == string(domain.CodeOf(in.Refusal)):
		return o.repeated(w, in, old)
	case begins:
		return o.replaceOffer(w, in, old)
	case old.Stage.Corrected() && old.Voids == "" && in.Verdict == domain.TurnedAway:
		in.Contract = old // a correction that is wrong itself changes nothing
		return o.answer(w, *in)
	case old.Stage.Corrected() && old.Voids == "" && !same && in.Verdict == domain.Accepted && !old.Doubted():
		return o.newRound(w, in, old, domain.ActionContractIntake)
	case same:
		return o.sameAgain(w, in, old)
	}
	amended, err := o.amended(w, old)
	if err != nil {
		return err
	}
	if old.Stage == domain.StageToPush && old.OriginalSHA == in.Contract.OriginalSHA && in.Verdict == domain.Accepted && !old.Doubted() && !amended {
		return o.restated(w, in, old)
	}
	return o.differs(w, in, old)
}

// unchanged reports whether the offer says what the contract holds: the same text, and the same fields as the offer that
// was taken last. Fields that the office has changed since count as the sender stated them.
func (o *Intakes) unchanged(w *action.Work, in Intake, old domain.Contract) (bool, error) {
	if old.OriginalSHA != in.Contract.OriginalSHA {
		return false, nil
	}
	if len(old.Changes(in.offered)) == 0 && (in.Verdict == domain.Accepted || stageOf(in.Verdict) == old.Stage) {
		return true, nil
	}
	f := domain.OfferFilter{No: old.No, States: []domain.OfferState{domain.OfferTaken}, Limit: 1}
	newest, err := w.ReceivedOffers(f)
	if err != nil || len(newest) == 0 {
		return false, err
	}
	f.Same = &in.offer.Offer
	like, err := w.ReceivedOffers(f)
	return len(like) > 0 && like[0].ID == newest[0].ID, err
}

// amended reports whether an operator has changed a contact of the contract since its text came in: what the sender states
// does not silently take the place of that.
func (o *Intakes) amended(w *action.Work, c domain.Contract) (bool, error) {
	events, err := w.Events(domain.EventFilter{Object: action.ContractObject(c.No)})
	changed := false
	for _, e := range events {
		switch {
		case e.Code != "" && e.Before == "": // refused
		case e.Action == domain.ActionContractContact:
			changed = true
		case e.Action == domain.ActionContractIntake, e.Action == domain.ActionQuarantineAccept, e.Action == domain.ActionQuarantineReplace:
			changed = false
		}
	}
	return changed, err
}

// repeated answers an offer that was refused or quarantined before, for the same reason.
func (o *Intakes) repeated(w *action.Work, in *Intake, old domain.Contract) error {
	in.Repeated, in.Contract = true, old
	return o.answer(w, *in)
}

// sameAgain answers an offer of what the contract holds, with where the contract stands.
func (o *Intakes) sameAgain(w *action.Work, in *Intake, old domain.Contract) error {
	in.Repeated, in.Contract = true, old
	switch {
	case old.Doubted():
		in.Verdict, in.Refusal = domain.Quarantined, domain.Fail(old.Problem.Code, old.No)
	case old.Stage.Corrected(), old.Stage == domain.StageEnded, old.Stage == domain.StageVoided:
		in.Verdict, in.Refusal = domain.TurnedAway, domain.Fail(domain.CodeWrongStage, old.No, old.Stage)
		in.offer.State, in.offer.Code = domain.OfferTurnedAway, domain.CodeWrongStage
	default:
		in.Verdict, in.Refusal = domain.Accepted, nil
		in.offer.State, in.offer.Code, in.offer.Detail = domain.OfferTaken, "", ""
	}
	return o.answer(w, *in)
}

func (o *Intakes) insertOffer(w *action.Work, in *Intake) error {
	c, now := &in.Contract, o.Now()
	c.Stage, c.StageSince, c.ReceivedAt = stageOf(in.Verdict), now, now
	c.Reason = string(domain.CodeOf(in.Refusal))
	if err := o.Parties.Adopt(w, c); err != nil {
		return err
	}
	if err := w.InsertContract(*c); err != nil {
		return err
	}
	return o.afterIntake(w, *in, domain.ActionContractIntake, "")
}

// inherit gives an offer that takes the place of a contract what belongs to the number and not to the text. A correction
// from an operator's hands goes back where the contract came from.
func inherit(c *domain.Contract, old domain.Contract) {
	c.Version, c.Round, c.Voids, c.Stage, c.StageSince = old.Version, old.Round, old.Voids, old.Stage, old.StageSince
	if old.Source == domain.FromProcurement {
		c.Source = old.Source
	}
}

// replaceOffer lets a corrected offer take the place of one that was turned away or quarantined.
func (o *Intakes) replaceOffer(w *action.Work, in *Intake, old domain.Contract) error {
	c, now := &in.Contract, o.Now()
	if _, err := o.dropDiffering(w, old.No); err != nil {
		return err
	}
	inherit(c, old)
	c.ReceivedAt, c.Reason = now, string(domain.CodeOf(in.Refusal))
	if next := stageOf(in.Verdict); next != old.Stage {
		if err := c.Move(next, now); err != nil {
			return err
		}
	}
	if err := o.Parties.Adopt(w, c); err != nil {
		return err
	}
	if err := w.UpdateContract(*c); err != nil {
		return err
	}
	return o.afterIntake(w, *in, domain.ActionContractIntake, old.Stage)
}

// newRound lets a corrected text begin anew where a signer refused, the office recalled, or the time ran out (G5). What
// was signed before belongs to the rounds before, and stays with its documents.
func (o *Intakes) newRound(w *action.Work, in *Intake, old domain.Contract, what domain.Action, also ...string) error {
	c, now := &in.Contract, o.Now()
	inherit(c, old)
	c.Round++
	c.ReceivedAt = now
	if err := c.Move(domain.StageToPush, now); err != nil {
		return err
	}
	if err := o.Parties.Adopt(w, c); err != nil {
		return err
	}
	if err := w.UpdateContract(*c); err != nil {
		return err
	}
	return o.afterIntake(w, *in, what, old.Stage, append([]string{"round", strconv.Itoa(c.Round), "instead_of", old.OriginalSHA}, also...)...)
}

// restated takes over the changed fields of a contract that waits for its push with the same text.
func (o *Intakes) restated(w *action.Work, in *Intake, old domain.Contract) error {
	c := old
	c.Restate(in.offered)
	if err := o.Parties.Adopt(w, &c); err != nil {
		return err
	}
	if err := o.Parties.CompareNames(w, &c); err != nil {
		return err
	}
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	in.Contract = c
	return o.afterIntake(w, *in, domain.ActionContractIntake, old.Stage, "fields", fieldNames(old.Changes(in.offered)))
}

func fieldNames(changes []domain.FieldChange) string {
	names := ""
	for i, f := range changes {
		if i > 0 {
			names += ","
		}
		names += f.Field
	}
	return names
}

// differs lets an offer stand beside its contract, which is flagged: the number came again with another text, or with other
// fields after the push, and a person has to decide (G8). Of several such offers the newest stands there.
func (o *Intakes) differs(w *action.Work, in *Intake, old domain.Contract) error {
	now, code, what := o.Now(), domain.CodeOfferDiffers, domain.ActionContractOtherFields
	if old.OriginalSHA != in.Contract.OriginalSHA {
		code, what = domain.CodeOtherBytes, domain.ActionContractOtherBytes
	}
	in.offer.State, in.offer.Instead = domain.OfferDiffers, old.Problem.Code
	if in.Refusal == nil {
		in.offer.Code = code
	}
	in.Verdict, in.Refusal = domain.Quarantined, domain.Fail(code, old.No)
	before, err := o.dropDiffering(w, old.No)
	if err != nil {
		return err
	}
	if in.offer.Instead.Doubt() {
		in.offer.Instead = before
	}
	old.RaiseDoubt(code, now)
	if err := w.UpdateContract(old); err != nil {
		return err
	}
	err = w.Record(what, action.ContractObject(old.No), domain.Event{
		Before: string(old.Stage), After: string(old.Stage), Code: code,
		Detail: domain.Fields("sha256", in.offered.OriginalSHA, "fields", fieldNames(old.Changes(in.offered)), "offer", in.offer.ID),
	})
	if err != nil {
		return err
	}
	in.Contract = old
	in.Contract.OriginalSHA = in.offered.OriginalSHA
	return o.answer(w, *in)
}

// dropDiffering drops what stands beside a contract for a newer offer, and returns the problem that its flag replaced.
func (o *Intakes) dropDiffering(w *action.Work, no string) (instead domain.Code, err error) {
	list, err := w.ReceivedOffers(domain.OfferFilter{No: no, States: []domain.OfferState{domain.OfferDiffers}})
	for _, r := range list {
		instead = r.Instead
		r.State, r.Changed = domain.OfferDropped, o.Now()
		if err := w.UpdateReceivedOffer(r); err != nil {
			return instead, err
		}
	}
	return instead, err
}

func (o *Intakes) afterIntake(w *action.Work, in Intake, what domain.Action, before domain.Stage, also ...string) error {
	c, now := in.Contract, o.Now()
	if c.OriginalSHA != "" {
		if err := w.AddRevision(c.No, 0, c.OriginalSHA, "original", now); err != nil {
			return err
		}
	}
	detail := domain.Fields("sha256", c.OriginalSHA)
	if in.Saves > 1 {
		detail = detail.And("saves", strconv.Itoa(in.Saves)) // it was changed after it was made
	}
	if c.Approval.By != "" {
		detail = detail.And("approved_by", c.Approval.By, "approved_at", c.Approval.At.UTC().Format(time.RFC3339))
	}
	detail = detail.And(also...)
	err := w.Record(what, action.ContractObject(c.No), domain.Event{Before: string(before), After: string(c.Stage), Code: domain.CodeOf(in.Refusal), Detail: detail})
	if err != nil {
		return err
	}
	if in.Verdict == domain.Accepted {
		if err := o.pushByItself(w, c, before, in.offer.ID); err != nil {
			return err
		}
	}
	return o.answer(w, in)
}

// pushByItself queues the push where the office wants it so. Once tells a push of a number that was here before from the
// earlier ones.
func (o *Intakes) pushByItself(w *action.Work, c domain.Contract, before domain.Stage, once string) error {
	if !o.Settings.PushAuto || c.Stage != domain.StageToPush {
		return nil
	}
	unique := domain.JobKeyPush + c.No + ":" + c.OriginalSHA
	if before != "" {
		unique += ":" + once
	}
	return o.Enqueue(w, domain.JobPush, unique, action.JobArgs{ID: c.No}, o.Now())
}

// answer tells the procurement system what became of its offer, or that a contract of its own was taken in from an
// operator's hands.
func (o *Intakes) answer(w *action.Work, in Intake) error {
	c := in.Contract
	if in.offer.Source != domain.FromProcurement && (c.Source != domain.FromProcurement || in.Verdict != domain.Accepted || in.Repeated) {
		return nil
	}
	return o.tell(w, told{
		No: c.No, Verdict: in.Verdict, Code: domain.CodeOf(in.Refusal), SHA256: c.OriginalSHA, Offer: in.offer.ID, Stage: c.Stage, Once: in.offer.ID,
	})
}

func stageOf(v domain.Verdict) domain.Stage {
	switch v {
	case domain.Accepted:
		return domain.StageToPush
	case domain.Quarantined:
		return domain.StageQuarantined
	}
	return domain.StageTurnedAway
}
