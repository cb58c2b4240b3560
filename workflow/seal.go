package workflow

import (
	"context"
	"time"

	"sealdesk/domain"
)

// keyWait is how long a seal operation rests when the seal key is locked; pressing seal again wakes it.
const keyWait = time.Minute

// Seal applies the contract seal (S46): only a sealer, himself verified (S47, S49), with the key unlocked in this
// process. It reserves the operation and gives the number of the job that carries it out. An operation that stopped
// half-way is taken up again instead of begun anew: there is never a second seal. At moves the seal from its place
// by the keyword; nil leaves it.
func (o *Office) Seal(ctx context.Context, operator, no string, at *domain.Place) (job int64, err error) {
	if !o.Sealer.Unlocked() {
		return 0, domain.Fail(domain.CodeSealKeyLocked)
	}
	err = o.act(ctx, byOperator(operator), "contract.seal", contractObject(no), func(tx Tx) error {
		sealer, err := o.sealer(tx, operator)
		if err != nil {
			return err
		}
		c, err := tx.Contract(no)
		if err != nil {
			return err
		}
		if err := domain.CheckTurn(c.Stage, domain.ActOfficeSeal); err != nil {
			return err
		}
		if err := o.confirmed(tx, c, sealer); err != nil {
			return err
		}
		op, err := tx.SealOpFor(no, domain.ActOfficeSeal)
		switch {
		case err == nil && op.State == domain.SealQuarantined:
			return domain.Fail(domain.CodeSealQuarantined, no)
		case err == nil:
			job, err = o.resume(tx, op)
			return err
		case domain.CodeOf(err) != domain.CodeNotFound:
			return err
		}
		op = domain.SealOp{Act: domain.ActOfficeSeal, Operator: operator, Person: sealer.Person, KeyID: OfficeKey, Place: c.SealPlace}
		if at != nil {
			op.Place = *at
		}
		op, err = o.reserve(tx, byOperator(operator), c, op, o.officeLook())
		if err != nil {
			return err
		}
		j, err := jobOf(tx, op)
		job = j.ID
		return err
	})
	return job, err
}

// officeLook is what the contract seal shows.
func (o *Office) officeLook() Appearance {
	return Appearance{Ring: o.Rules.Name, Line: o.Rules.SealName}
}

// sealer is an operator who may seal and is verified himself (S47, S49). Errors: CodeNoRight, CodeNotVerified.
func (o *Office) sealer(tx Tx, operator string) (domain.Operator, error) {
	sealer, err := o.operator(tx, operator, domain.RightSeal)
	if err != nil {
		return sealer, err
	}
	if sealer.Person == "" {
		return sealer, domain.Fail(domain.CodeNotVerified)
	}
	p, err := tx.Person(sealer.Person)
	if err == nil && !p.VerifiedAt(o.Now()) {
		err = domain.Fail(domain.CodeNotVerified)
	}
	return sealer, err
}

// resume wakes the job of an operation that rests.
func (o *Office) resume(tx Tx, op domain.SealOp) (int64, error) {
	j, err := jobOf(tx, op)
	if err != nil {
		return 0, err
	}
	if j.State == domain.JobRunning || j.State == domain.JobDone {
		return j.ID, nil
	}
	return j.ID, tx.WakeJob(j.ID, o.Now())
}

func jobOf(tx Tx, op domain.SealOp) (domain.Job, error) { return tx.JobByKey("act:" + op.ID) }
