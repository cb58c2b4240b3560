package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"sealdesk/domain"
)

// runDeliver returns the sealed final to the slot 合同盖章终稿 and keeps the receipt (S35, S36). The procurement system
// answers the same bytes with the same receipt, so a repeat is safe.
func (o *Office) runDeliver(ctx context.Context, job domain.Job, args jobArgs) error {
	var c domain.Contract
	err := o.Store.Read(ctx, func(tx Tx) (err error) {
		c, err = tx.Contract(args.ID)
		return err
	})
	if err != nil {
		return err
	}
	if c.Stage != domain.StageDelivering {
		return o.Store.InTx(ctx, func(tx Tx) error { return tx.FinishJob(job, o.Now()) })
	}
	if c.Source != domain.FromProcurement {
		return o.finishDelivery(ctx, job, c.No, Receipt{SHA256: c.CurrentSHA}, domain.System())
	}
	pdf, err := o.Store.Document(ctx, c.CurrentSHA)
	if err != nil {
		return err
	}
	if err := o.Store.MarkInflight(ctx, job, o.Now()); err != nil {
		return err
	}
	receipt, err := o.Procurement.PutFinal(ctx, c.No, pdf)
	if err == nil && (receipt.SHA256 != c.CurrentSHA || receipt.Slot != FinalSlot) {
		err = domain.Fail(domain.CodeReceiptMismatch, c.No)
	}
	if code := domain.CodeOf(err); code == domain.CodeReceiptMismatch || code == domain.CodeProviderRefused {
		return o.flag(ctx, c.No, err)
	}
	if err != nil && job.MaxAttempt > 0 && job.Attempt >= job.MaxAttempt { // this was the last try (G16)
		return errors.Join(err, o.undelivered(ctx, c.No, err))
	}
	if err != nil {
		return err
	}
	return o.finishDelivery(ctx, job, c.No, receipt, domain.System())
}

// undelivered says on the contract that its final did not arrive, however often it was sent.
func (o *Office) undelivered(ctx context.Context, no string, why error) error {
	return o.Store.InTx(ctx, func(tx Tx) error {
		c, err := tx.Contract(no)
		if err != nil {
			return err
		}
		c.Flag(domain.CodeUndelivered, o.Now())
		if err := tx.UpdateContract(c); err != nil {
			return err
		}
		return tx.Append(domain.Event{
			At: o.Now(), Actor: domain.System(), Action: "contract.undelivered", Object: contractObject(no),
			Before: string(c.Stage), After: string(c.Stage), Code: domain.CodeOf(why), Detail: "sha256=" + c.CurrentSHA,
		})
	})
}

// finishDelivery ends the contract's path. Job is the zero Job when the procurement system fetched the final itself.
func (o *Office) finishDelivery(ctx context.Context, job domain.Job, no string, receipt Receipt, who domain.Actor) error {
	kept, err := json.Marshal(receipt)
	if err != nil {
		return err
	}
	return o.Store.InTx(ctx, func(tx Tx) error {
		now := o.Now()
		if job.ID != 0 {
			if err := tx.FinishJob(job, now); err != nil {
				return err
			}
		}
		c, err := tx.Contract(no)
		if err != nil {
			return err
		}
		from := c.Stage
		if err := c.Move(domain.StageDone, now); err != nil {
			return err
		}
		if err := tx.UpdateContract(c); err != nil {
			return err
		}
		if err := tx.SetNote("receipt:"+no, string(kept)); err != nil {
			return err
		}
		err = tx.Append(domain.Event{
			At: now, Actor: who, Action: "contract.deliver", Object: contractObject(no), Before: string(from), After: string(c.Stage),
			Detail: "slot=" + receipt.Slot + " receipt=" + receipt.Number + " sha256=" + receipt.SHA256,
		})
		if err != nil {
			return err
		}
		if err := o.voidDone(tx, c); err != nil || !o.Rules.CompletionNotice {
			return err
		}
		return o.noticeDone(tx, c, now)
	})
}

// noticeDone tells both parties and the purchaser (G15), each phone once.
func (o *Office) noticeDone(tx Tx, c domain.Contract, now time.Time) error {
	told := map[string]bool{"": true}
	for _, id := range []string{c.B.Signer, c.A.Signer, c.Purchaser.Person} {
		if told[id] {
			continue
		}
		told[id] = true
		if err := o.notice(tx, domain.MessageDone, c, id, now); err != nil {
			return err
		}
	}
	return nil
}

// FetchFinal gives the sealed final to the procurement system, which may come and get it itself (S35).
func (o *Office) FetchFinal(ctx context.Context, no string) (pdf []byte, sha string, err error) {
	var c domain.Contract
	err = o.Store.Read(ctx, func(tx Tx) (err error) {
		c, err = tx.Contract(no)
		return err
	})
	if err != nil {
		return nil, "", err
	}
	if !c.Stage.Complete() {
		return nil, "", domain.Fail(domain.CodeWrongStage, no, c.Stage, domain.StageDone)
	}
	if pdf, err = o.Store.Document(ctx, c.CurrentSHA); err != nil {
		return nil, "", err
	}
	sum := sha256.Sum256(pdf)
	err = o.Store.InTx(ctx, func(tx Tx) error {
		return tx.Append(domain.Event{
			At: o.Now(), Actor: domain.System(), Action: "contract.fetched", Object: contractObject(no), Detail: "sha256=" + c.CurrentSHA,
		})
	})
	return pdf, hex.EncodeToString(sum[:]), err
}
