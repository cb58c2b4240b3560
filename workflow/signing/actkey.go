package signing

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// keyMargin is how long the certificate of an act must still be good when its key is used: the timestamp comes after
// the signature, and has to fall into the certificate's life.
const keyMargin = time.Hour

// issue makes the key of one act of a party: exclusive to the act, and gone when the act is signed. A company's key is
// kept apart from that of the person who acts for it (S18). Making a key takes a while, so it is made before the
// transaction that keeps it.
func (o *Signatures) issue(act domain.Act, c domain.Contract, p domain.Person) (domain.SigningKey, error) {
	if act == domain.ActBSeal {
		return o.Sealer.IssueOrganisation(c.B.Name, domain.CompanyID(c.B), o.Now())
	}
	return o.Sealer.IssuePerson(p.Identity.Name, p.ID, o.Now())
}

// keepKey stores the key of an act and returns its identifier. A key made for another name than the contract or the
// person has now is refused. Error: CodeStale.
func (o *Signatures) keepKey(w *action.Work, c domain.Contract, op domain.SealOp, key domain.SigningKey) (id string, err error) {
	if key.ID, err = o.NewID(domain.IDSigningKey, 10); err != nil {
		return "", err
	}
	key.Subject = op.Person
	if err := w.InsertSigningKey(key); err != nil {
		return "", err
	}
	return key.ID, w.Record(domain.ActionKeyMake, action.ContractObject(c.No), domain.Event{Detail: domain.Fields(
		"op", op.ID, "key", key.ID, "certificate", leafOf(key), "until", key.Until.UTC().Format(time.RFC3339))})
}

// leafOf is the SHA-256 of a key's own certificate.
func leafOf(key domain.SigningKey) string {
	if len(key.Chain) == 0 {
		return ""
	}
	sum := sha256.Sum256(key.Chain[0])
	return hex.EncodeToString(sum[:])
}

// tooLate tells whether the certificate of an act ends before it could be signed and stamped.
func (o *Signatures) tooLate(key domain.SigningKey) bool {
	return !key.Until.IsZero() && !o.Now().Add(keyMargin).Before(key.Until)
}

// keyUsed records that the key is about to be used.
func (o *Signatures) keyUsed(w *action.Work, op domain.SealOp) error {
	return w.As(callerOf(op)).Record(domain.ActionSealKeyuse, action.ContractObject(op.Contract), domain.Event{
		After:  string(op.State),
		Detail: domain.Fields("op", op.ID, "digest", op.Digest, "use", strconv.Itoa(op.KeyUses)),
	})
}

// destroyKey lets go of the key of an act, in the transaction that keeps its signature. The office's own key stays.
func (o *Signatures) destroyKey(w *action.Work, op domain.SealOp) error {
	if op.KeyID == domain.OfficeKey {
		return nil
	}
	if err := w.DestroySigningKey(op.KeyID, o.Now()); err != nil {
		return err
	}
	return w.As(domain.System()).Record(domain.ActionKeyDestroy, action.ContractObject(op.Contract), domain.Event{
		Detail: domain.Fields("op", op.ID, "key", op.KeyID, "certificate", op.Certificate),
	})
}

// abortOp ends an act whose key was never used and whose certificate is over, after days without a runner. The act is
// free again: the signer does it anew, and the contract tells the operator so.
func (o *Signatures) abortOp(ctx context.Context, job domain.Job, op domain.SealOp) error {
	return o.Step(ctx, job, func(w *action.Work) error {
		from := op.State
		op.State, op.Reason = domain.SealAborted, string(domain.CodeActLapsed)
		if err := w.UpdateSealOp(op, from); err != nil {
			return err
		}
		if err := o.destroyKey(w, op); err != nil {
			return err
		}
		c, err := w.Contract(op.Contract)
		if err != nil {
			return err
		}
		c.Flag(domain.CodeActLapsed, o.Now())
		if err := w.UpdateContract(c); err != nil {
			return err
		}
		return w.As(domain.System()).Record(domain.ActionSealAbort, action.ContractObject(c.No), domain.Event{
			Before: string(from), After: string(op.State), Code: domain.CodeActLapsed, Detail: domain.Fields("op", op.ID),
		})
	})
}
