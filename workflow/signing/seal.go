package signing

import (
	"context"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/placement"
)

// keyWait is how long a seal operation rests when the seal key is locked; pressing seal again wakes it.
const keyWait = time.Minute

// Seal applies the contract seal (S46): only a sealer, verified as a person (S47, S49), with the key unlocked in this
// process. It reserves the operation and returns it with the number of the job that carries it out. An operation that
// stopped half-way is taken up again instead of begun anew: there is never a second seal. At is the centre of the seal;
// nil leaves it in its place by the keyword. Errors: CodeNoRight, CodeNotVerified, CodeSealKeyLocked, CodeOutOfTurn,
// CodePlaceNoPage, CodePlaceOffPage, CodeSecondMissing, CodeSecondSame, CodeSealQuarantined, CodeProviderNotAdmitted, CodeStale.
func (o *Signatures) Seal(ctx context.Context, by domain.Caller, no string, at *domain.Spot) (op domain.SealOp, job int64, err error) {
	read, place, err := o.placeOfSeal(ctx, by, no, at)
	if err != nil {
		return op, 0, err
	}
	err = o.Act(ctx, by, domain.ActionContractSeal, action.ContractObject(no), func(w *action.Work) error {
		c, err := o.sealable(w, no)
		if err != nil {
			return err
		}
		if at != nil && c.Revision != read.Revision {
			return action.ErrRevised(no)
		}
		op, err = w.SealOpFor(no, domain.ActOfficeSeal)
		switch {
		case err == nil && op.State == domain.SealQuarantined:
			return domain.Fail(domain.CodeSealQuarantined, no)
		case err == nil:
			job, err = o.resume(w, op)
			return err
		case domain.CodeOf(err) != domain.CodeNotFound:
			return err
		}
		op = domain.SealOp{Act: domain.ActOfficeSeal, Operator: by.ID, Person: w.Self.Person, KeyID: domain.OfficeKey, Place: c.SealPlace}
		if at != nil {
			op.Place = place
		}
		if op, err = o.reserve(w, c, op, o.officeLook(), domain.SigningKey{}); err != nil {
			return err
		}
		j, err := jobOf(w, op)
		job = j.ID
		return err
	})
	return op, job, err
}

// placeOfSeal checks the right to seal and turns a centre into a place that is on its page.
func (o *Signatures) placeOfSeal(
	ctx context.Context, by domain.Caller, no string, at *domain.Spot,
) (c domain.Contract, place domain.Place, err error) {
	if at == nil {
		return c, place, nil
	}
	err = o.View(ctx, by, domain.ActionContractSeal, action.ContractObject(no), func(w *action.Work) (err error) {
		c, err = o.sealable(w, no)
		return err
	})
	if err != nil {
		return c, place, err
	}
	pdf, err := o.Store.Document(ctx, c.CurrentSHA)
	if err != nil {
		return c, place, err
	}
	look, err := o.Pages.Examine(ctx, pdf, nil)
	if err != nil {
		return c, place, err
	}
	width, height := placement.Room(domain.ActOfficeSeal, o.Settings.SealMillimetres)
	place, err = placement.Placed(*at, width, height, look)
	return c, place, err
}

// sealable returns the contract when the caller may seal it now.
func (o *Signatures) sealable(w *action.Work, no string) (domain.Contract, error) {
	if err := o.verifiedSealer(w); err != nil {
		return domain.Contract{}, err
	}
	c, err := w.Contract(no)
	if err != nil {
		return c, err
	}
	if err := domain.CheckTurn(c.Stage, domain.ActOfficeSeal); err != nil {
		return c, err
	}
	if err := c.CheckDoubt(); err != nil {
		return c, err
	}
	if err := o.confirmed(w, c); err != nil {
		return c, err
	}
	if !o.Sealer.Unlocked() {
		return c, domain.Fail(domain.CodeSealKeyLocked)
	}
	rules, err := o.Rules(w)
	if err != nil {
		return c, err
	}
	return c, o.Rulebook.TimeAdmitted(rules)
}

// SealState returns where a seal operation stands, for the sealer who waits for it.
func (o *Signatures) SealState(ctx context.Context, by domain.Caller, id string) (op domain.SealOp, err error) {
	err = o.View(ctx, by, domain.ActionContractSeal, action.ObjectSealKey, func(w *action.Work) (err error) {
		op, err = w.SealOp(id)
		return err
	})
	return op, err
}

// officeLook is what the contract seal shows.
func (o *Signatures) officeLook() domain.Appearance {
	return domain.Appearance{Ring: o.Settings.Name, Line: o.Settings.SealName}
}

// verifiedSealer refuses a caller who is not verified as a person (S49). Error: CodeNotVerified.
func (o *Signatures) verifiedSealer(w *action.Work) error {
	if w.Self.Person == "" {
		return domain.Fail(domain.CodeNotVerified)
	}
	p, err := w.Person(w.Self.Person)
	if err == nil && !p.VerifiedAt(o.Now()) {
		err = domain.Fail(domain.CodeNotVerified)
	}
	return err
}

// resume wakes the job of an operation that rests.
func (o *Signatures) resume(w *action.Work, op domain.SealOp) (int64, error) {
	j, err := jobOf(w, op)
	if err != nil {
		return 0, err
	}
	if j.State == domain.JobRunning || j.State == domain.JobDone {
		return j.ID, nil
	}
	return j.ID, w.WakeJob(j.ID, o.Now())
}

func jobOf(w *action.Work, op domain.SealOp) (domain.Job, error) {
	return w.JobByKey(domain.JobKeyAct + op.ID)
}
