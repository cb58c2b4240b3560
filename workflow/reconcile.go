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
	if _, err := o.reconcile(ctx, domain.System(), func(w *Work) error { return w.HoldJob(job) }); err != nil {
		return err
	}
	return &Later{At: o.night(), Why: "schedule"}
}

// Reconcile compares the three lists now. Errors: those of the procurement system.
func (o *Office) Reconcile(ctx context.Context, by domain.Caller) (domain.Reconciliation, error) {
	return o.reconcile(ctx, by, nothing)
}

// reconcile compares every contract that has a final. Also runs in each transaction that writes.
func (o *Office) reconcile(ctx context.Context, by domain.Caller, also func(*Work) error) (r domain.Reconciliation, err error) {
	r = domain.Reconciliation{At: o.Now(), Differences: []domain.Difference{}}
	numbers, err := o.complete(ctx, by)
	if err != nil {
		return r, err
	}
	for _, no := range numbers {
		c, code, err := o.compare(ctx, by, no)
		if err != nil {
			return r, err
		}
		r.Compared++
		if code != "" {
			r.Differences = append(r.Differences, domain.Difference{No: no, Code: code})
		}
		if err := o.compared(ctx, by, c, code, also); err != nil {
			return r, err
		}
	}
	kept, err := json.Marshal(r)
	if err != nil {
		return r, err
	}
	return r, o.act(ctx, by, domain.ActionOfficeReconcile, objectOffice, func(w *Work) error {
		if err := also(w); err != nil {
			return err
		}
		if err := w.SetNote(domain.NoteReconcile, string(kept)); err != nil {
			return err
		}
		return w.Record(domain.ActionOfficeReconcile, objectOffice, domain.Event{
			Detail: domain.Fields("compared", strconv.Itoa(r.Compared), "differences", strconv.Itoa(len(r.Differences))),
		})
	})
}

// complete lists the contracts that have a final, on one snapshot.
func (o *Office) complete(ctx context.Context, by domain.Caller) (numbers []string, err error) {
	err = o.view(ctx, by, domain.ActionOfficeReconcile, objectOffice, func(w *Work) error {
		numbers = nil
		for {
			list, err := w.Contracts(domain.ContractFilter{Stages: domain.Complete(), Offset: len(numbers), Limit: reconcileBatch})
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
func (o *Office) compare(ctx context.Context, by domain.Caller, no string) (c domain.Contract, code domain.Code, err error) {
	err = o.view(ctx, by, domain.ActionContractReconcile, contractObject(no), func(w *Work) (err error) {
		c, err = w.Contract(no)
		return err
	})
	if err != nil {
		return c, "", err
	}
	_, archived := o.Store.Document(ctx, c.CurrentSHA)
	switch domain.CodeOf(archived) {
	case "", domain.CodeNotFound, domain.CodeDocumentMismatch:
		if archived != nil && domain.CodeOf(archived) == "" {
			return c, "", archived // the disk, not the document
		}
	default:
		return c, "", archived
	}
	var receipt *domain.Receipt
	if c.Source == domain.FromProcurement {
		got, found, err := o.Procurement.FinalReceipt(ctx, no)
		if err != nil {
			return c, "", err
		}
		if found {
			receipt = &got
		}
	}
	return c, c.Compare(archived, receipt, o.Now()), nil
}

// compared raises the flag of a difference, or takes it away when there is none any more. A contract that was revised
// while its final was compared is compared again the next night.
func (o *Office) compared(ctx context.Context, by domain.Caller, read domain.Contract, code domain.Code, also func(*Work) error) error {
	err := o.act(ctx, by, domain.ActionContractReconcile, contractObject(read.No), func(w *Work) error {
		if err := also(w); err != nil {
			return err
		}
		c, err := unrevised(w, read)
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
		if err := w.UpdateContract(c); err != nil {
			return err
		}
		return w.As(domain.System()).Record(domain.ActionContractReconcile, contractObject(c.No), domain.Event{
			Before: string(c.Stage), After: string(c.Stage), Code: code, Detail: domain.Fields("sha256", c.CurrentSHA),
		})
	})
	if domain.CodeOf(err) == domain.CodeStale {
		return nil
	}
	return err
}

// LastReconciliation is the newest comparison, the zero value before the first.
func (o *Office) LastReconciliation(ctx context.Context, by domain.Caller) (r domain.Reconciliation, err error) {
	err = o.view(ctx, by, domain.ActionReadOffice, objectOffice, func(w *Work) error {
		kept, err := w.Note(domain.NoteReconcile)
		if err != nil || kept == "" {
			return err
		}
		return json.Unmarshal([]byte(kept), &r)
	})
	return r, err
}
