package delivery

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/port"
)

// reconcileHour is when the three lists are compared, in the office's zone; reconcileBatch bounds what is read at once.
const (
	reconcileHour  = 2
	reconcileBatch = 200
)

// Night is the next time the three lists are compared.
func (o *Delivery) Night() time.Time {
	at := o.Today().Add(reconcileHour * time.Hour)
	if !at.After(o.Now()) {
		at = at.AddDate(0, 0, 1)
	}
	return at
}

// RunReconcile compares the three lists every night (G16).
func (o *Delivery) RunReconcile(ctx context.Context, job domain.Job) error {
	if _, err := o.reconcile(ctx, domain.System(), func(w *action.Work) error { return w.HoldJob(job) }); err != nil {
		return err
	}
	return &port.Later{At: o.Night(), Why: "schedule"}
}

// Reconcile compares the three lists now. Errors: those of the procurement system.
func (o *Delivery) Reconcile(ctx context.Context, by domain.Caller) (domain.Reconciliation, error) {
	return o.reconcile(ctx, by, action.Nothing)
}

// reconcile compares every contract that has a final. Also runs in each transaction that writes.
func (o *Delivery) reconcile(ctx context.Context, by domain.Caller, also func(*action.Work) error) (r domain.Reconciliation, err error) {
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
	return r, o.Act(ctx, by, domain.ActionOfficeReconcile, action.ObjectOffice, func(w *action.Work) error {
		if err := also(w); err != nil {
			return err
		}
		if err := w.SetNote(domain.NoteReconcile, string(kept)); err != nil {
			return err
		}
		return w.Record(domain.ActionOfficeReconcile, action.ObjectOffice, domain.Event{
			Detail: domain.Fields("compared", strconv.Itoa(r.Compared), "differences", strconv.Itoa(len(r.Differences))),
		})
	})
}

// complete lists the contracts that have a final, on one snapshot.
func (o *Delivery) complete(ctx context.Context, by domain.Caller) (numbers []string, err error) {
	err = o.View(ctx, by, domain.ActionOfficeReconcile, action.ObjectOffice, func(w *action.Work) error {
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
func (o *Delivery) compare(ctx context.Context, by domain.Caller, no string) (c domain.Contract, code domain.Code, err error) {
	err = o.View(ctx, by, domain.ActionContractReconcile, action.ContractObject(no), func(w *action.Work) (err error) {
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
func (o *Delivery) compared(ctx context.Context, by domain.Caller, read domain.Contract, code domain.Code, also func(*action.Work) error) error {
	err := o.Act(ctx, by, domain.ActionContractReconcile, action.ContractObject(read.No), func(w *action.Work) error {
		if err := also(w); err != nil {
			return err
		}
		c, err := action.Unrevised(w, read)
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
		return w.As(domain.System()).Record(domain.ActionContractReconcile, action.ContractObject(c.No), domain.Event{
			Before: string(c.Stage), After: string(c.Stage), Code: code, Detail: domain.Fields("sha256", c.CurrentSHA),
		})
	})
	if domain.CodeOf(err) == domain.CodeStale {
		return nil
	}
	return err
}

// LastReconciliation is the newest comparison, the zero value before the first.
func (o *Delivery) LastReconciliation(ctx context.Context, by domain.Caller) (r domain.Reconciliation, err error) {
	err = o.View(ctx, by, domain.ActionReadOffice, action.ObjectOffice, func(w *action.Work) error {
		kept, err := w.Note(domain.NoteReconcile)
		if err != nil || kept == "" {
			return err
		}
		return json.Unmarshal([]byte(kept), &r)
	})
	return r, err
}
