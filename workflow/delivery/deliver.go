package delivery

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// RunDeliver returns the sealed final to the slot 合同盖章终稿 and keeps the receipt (S35, S36). The procurement system
// answers the same bytes with the same receipt, so a repeat is safe.
func (o *Delivery) RunDeliver(ctx context.Context, job domain.Job, args action.JobArgs) error {
	var c domain.Contract
	err := o.Snapshot(ctx, func(w *action.Work) (err error) {
		c, err = w.Contract(args.ID)
		return err
	})
	if err != nil {
		return err
	}
	if c.Stage != domain.StageDelivering {
		return o.Finish(ctx, job, action.Nothing)
	}
	if c.Source != domain.FromProcurement {
		return o.finishDelivery(ctx, job, c, domain.Receipt{SHA256: c.CurrentSHA})
	}
	pdf, err := o.Store.Document(ctx, c.CurrentSHA)
	if err != nil {
		return err
	}
	if err := o.Store.MarkInflight(ctx, job, o.Now()); err != nil {
		return err
	}
	receipt, err := o.Procurement.PutFinal(ctx, c.No, pdf)
	if err == nil && (receipt.SHA256 != c.CurrentSHA || receipt.Slot != domain.FinalSlot) {
		err = domain.Fail(domain.CodeReceiptMismatch, c.No)
	}
	if code := domain.CodeOf(err); code == domain.CodeReceiptMismatch || code == domain.CodeProviderRefused {
		return o.FlaggedByJob(ctx, job, c.No, err)
	}
	if err != nil && job.MaxAttempt > 0 && job.Attempt >= job.MaxAttempt { // this was the last try (G16)
		return errors.Join(err, o.undelivered(ctx, job, c.No, err))
	}
	if err != nil {
		return err
	}
	return o.finishDelivery(ctx, job, c, receipt)
}

// undelivered says on the contract that its final did not arrive, however often it was sent.
func (o *Delivery) undelivered(ctx context.Context, job domain.Job, no string, why error) error {
	return o.Step(ctx, job, func(w *action.Work) error {
		c, err := w.Contract(no)
		if err != nil {
			return err
		}
		c.Flag(domain.CodeUndelivered, o.Now())
		if err := w.UpdateContract(c); err != nil {
			return err
		}
		return w.Record(domain.ActionContractUndelivered, action.ContractObject(no), domain.Event{
			Before: string(c.Stage), After: string(c.Stage), Code: domain.CodeOf(why), Detail: domain.Fields("sha256", c.CurrentSHA),
		})
	})
}

// finishDelivery ends the path of the contract whose final was sent. Error: CodeStale when it was revised meanwhile.
func (o *Delivery) finishDelivery(ctx context.Context, job domain.Job, sent domain.Contract, receipt domain.Receipt) error {
	kept, err := json.Marshal(receipt)
	if err != nil {
		return err
	}
	no := sent.No
	return o.Finish(ctx, job, func(w *action.Work) error {
		now := o.Now()
		c, err := action.Unrevised(w, sent)
		if err != nil {
			return err
		}
		from := c.Stage
		if err := c.Move(domain.StageDone, now); err != nil {
			return err
		}
		if err := w.UpdateContract(c); err != nil {
			return err
		}
		if err := w.SetNote(domain.NoteReceipt+no, string(kept)); err != nil {
			return err
		}
		err = w.Record(domain.ActionContractDeliver, action.ContractObject(no), domain.Event{
			Before: string(from), After: string(c.Stage),
			Detail: domain.Fields("slot", receipt.Slot, "receipt", receipt.Number, "sha256", receipt.SHA256),
		})
		if err != nil {
			return err
		}
		if err := o.Lifecycle.VoidDone(w, c); err != nil || !o.Settings.CompletionNotice {
			return err
		}
		return o.noticeDone(w, c, now)
	})
}

// noticeDone tells both parties and the purchaser (G15), each phone once.
func (o *Delivery) noticeDone(w *action.Work, c domain.Contract, now time.Time) error {
	told := map[string]bool{"": true}
	for _, id := range []string{c.B.Signer, c.A.Signer, c.Purchaser.Person} {
		if told[id] {
			continue
		}
		told[id] = true
		if err := o.Notifier.Notice(w, domain.MessageDone, c, id, now); err != nil {
			return err
		}
	}
	return nil
}

// FetchFinal returns the sealed final, and its SHA-256, to the procurement system, which may come and get it itself (S35).
// Errors: CodeNotFound, CodeWrongStage before there is a final.
func (o *Delivery) FetchFinal(ctx context.Context, by domain.Caller, no string) (pdf []byte, sha string, err error) {
	err = o.View(ctx, by, domain.ActionContractFetched, action.ContractObject(no), func(w *action.Work) error {
		c, err := w.Contract(no)
		if err == nil && !c.Stage.Complete() {
			err = domain.Fail(domain.CodeWrongStage, no, c.Stage, domain.StageDone)
		}
		sha = c.CurrentSHA
		return err
	})
	if err != nil {
		return nil, "", err
	}
	if pdf, err = o.Store.Document(ctx, sha); err != nil {
		return nil, "", err
	}
	return pdf, sha, o.Act(ctx, by, domain.ActionContractFetched, action.ContractObject(no), func(w *action.Work) error {
		return w.Record(domain.ActionContractFetched, action.ContractObject(no), domain.Event{Detail: domain.Fields("sha256", sha)})
	})
}
