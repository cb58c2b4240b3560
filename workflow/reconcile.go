package workflow

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"sealdesk/domain"
)

// reconcileHour is when the three lists are compared, in the office's zone; reconcileBatch bounds what is read at once.
const (
	reconcileHour  = 2
	reconcileBatch = 200
	reconcileNote  = "reconcile.last"
)

// night is the next time the three lists are compared.
func (o *Office) night() time.Time {
	at := o.today().Add(reconcileHour * time.Hour)
	if !at.After(o.Now()) {
		at = at.AddDate(0, 0, 1)
	}
	return at
}

// runReconcile compares the three lists every night (G16).
func (o *Office) runReconcile(ctx context.Context, job domain.Job) error {
	if _, err := o.reconcile(ctx, domain.System(), func(tx Tx) error { return tx.HoldJob(job) }); err != nil {
		return err
	}
	return &Later{At: o.night(), Why: "schedule"}
}

// Reconcile compares the three lists now. Errors: those of the procurement system.
func (o *Office) Reconcile(ctx context.Context, operator string) (domain.Reconciliation, error) {
	may := func(tx Tx) error {
		_, err := o.operator(tx, operator, domain.RightJobs)
		return err
	}
	if err := o.act(ctx, byOperator(operator), "office.reconcile", "office", may); err != nil {
		return domain.Reconciliation{}, err
	}
	return o.reconcile(ctx, byOperator(operator), may)
}

func (o *Office) reconcile(ctx context.Context, who domain.Actor, allowed func(Tx) error) (r domain.Reconciliation, err error) {
	r = domain.Reconciliation{At: o.Now(), Differences: []domain.Difference{}}
	numbers, err := o.complete(ctx)
	if err != nil {
		return r, err
	}
	for _, no := range numbers {
		code, err := o.compare(ctx, no)
		if err != nil {
			return r, err
		}
		r.Compared++
		if code != "" {
			r.Differences = append(r.Differences, domain.Difference{No: no, Code: code})
		}
		if err := o.compared(ctx, no, code, allowed); err != nil {
			return r, err
		}
	}
	kept, err := json.Marshal(r)
	if err != nil {
		return r, err
	}
	return r, o.Store.InTx(ctx, func(tx Tx) error {
		if err := allowed(tx); err != nil {
			return err
		}
		if err := tx.SetNote(reconcileNote, string(kept)); err != nil {
			return err
		}
		return tx.Append(domain.Event{
			At: o.Now(), Actor: who, Action: "office.reconcile", Object: "office",
			Detail: "compared=" + strconv.Itoa(r.Compared) + " differences=" + strconv.Itoa(len(r.Differences)),
		})
	})
}

// complete lists the contracts that have a final, on one snapshot.
func (o *Office) complete(ctx context.Context) (numbers []string, err error) {
	err = o.Store.Read(ctx, func(tx Tx) error {
		numbers = nil
		for {
			list, err := tx.Contracts(ContractFilter{Stages: domain.Complete(), Offset: len(numbers), Limit: reconcileBatch})
			if err != nil {
				return err
			}
			for _, c := range list {
				numbers = append(numbers, c.No)
			}
			if len(list) < reconcileBatch {
				return nil
			}
		}
	})
	return numbers, err
}

// compare looks at the three places of one contract's final.
func (o *Office) compare(ctx context.Context, no string) (domain.Code, error) {
	var c domain.Contract
	err := o.Store.Read(ctx, func(tx Tx) (err error) {
		c, err = tx.Contract(no)
		return err
	})
	if err != nil {
		return "", err
	}
	_, archived := o.Store.Document(ctx, c.CurrentSHA)
	switch domain.CodeOf(archived) {
	case "", domain.CodeNotFound, domain.CodeDocumentMismatch:
		if archived != nil && domain.CodeOf(archived) == "" {
			return "", archived // the disk, not the document
		}
	default:
		return "", archived
	}
	var receipt *Receipt
	if c.Source == domain.FromProcurement {
		got, found, err := o.Procurement.FinalReceipt(ctx, no)
		if err != nil {
			return "", err
		}
		if found {
			receipt = &got
		}
	}
	return c.Compare(archived, receipt, o.Now()), nil
}

// compared raises the flag of a difference, or takes it away when there is none any more.
func (o *Office) compared(ctx context.Context, no string, code domain.Code, allowed func(Tx) error) error {
	return o.Store.InTx(ctx, func(tx Tx) error {
		if err := allowed(tx); err != nil {
			return err
		}
		c, err := tx.Contract(no)
		if err != nil {
			return err
		}
		switch {
		case code == "" && c.Problem.Code.Reconciled():
			c.Problem = domain.Problem{}
		case code == "" || c.Problem.Code == code:
			return nil
		default:
			c.Flag(code, o.Now())
		}
		if err := tx.UpdateContract(c); err != nil {
			return err
		}
		return tx.Append(domain.Event{
			At: o.Now(), Actor: domain.System(), Action: "contract.reconcile", Object: contractObject(no),
			Before: string(c.Stage), After: string(c.Stage), Code: code, Detail: "sha256=" + c.CurrentSHA,
		})
	})
}

// LastReconciliation is the newest comparison, the zero value before the first.
func (o *Office) LastReconciliation(ctx context.Context, operator string) (r domain.Reconciliation, err error) {
	err = o.view(ctx, operator, domain.RightRead, func(tx Tx) error {
		kept, err := tx.Note(reconcileNote)
		if err != nil || kept == "" {
			return err
		}
		return json.Unmarshal([]byte(kept), &r)
	})
	return r, err
}
