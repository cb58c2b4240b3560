package query

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Dossier is one contract with everything that belongs to it.
type Dossier struct {
	Contract domain.Contract
	Signers  map[domain.Side]domain.Person
	Ops      []domain.SealOp
	Messages []domain.Message
	Events   []domain.Event
	Agreed   map[domain.Side][]domain.Agreement // to what its signers agreed (G23)
	Receipt  string                             // JSON of Receipt, "" before delivery
}

// Contract loads one contract's dossier.
func (o *Query) Contract(ctx context.Context, by domain.Caller, no string) (d Dossier, err error) {
	err = o.View(ctx, by, domain.ActionReadContract, action.ContractObject(no), func(w *action.Work) (err error) {
		d = Dossier{Signers: map[domain.Side]domain.Person{}, Agreed: map[domain.Side][]domain.Agreement{}}
		if d.Contract, err = w.Contract(no); err != nil {
			return err
		}
		for _, side := range []domain.Side{domain.PartyB, domain.PartyA} {
			id := d.Contract.Party(side).Signer
			if id == "" {
				continue
			}
			if d.Signers[side], err = w.Person(id); err != nil {
				return err
			}
			if d.Agreed[side], err = w.Agreements(id); err != nil {
				return err
			}
		}
		if d.Ops, err = w.SealOpsOf(no); err != nil {
			return err
		}
		if d.Messages, err = w.MessagesOf(no); err != nil {
			return err
		}
		if d.Events, err = w.Events(domain.EventFilter{Object: action.ContractObject(no)}); err != nil {
			return err
		}
		d.Receipt, err = w.Note(domain.NoteReceipt + no)
		return err
	})
	return d, err
}

// Download gives the current or the original document to an operator; it is an event.
func (o *Query) Download(ctx context.Context, by domain.Caller, no string, original bool) ([]byte, error) {
	var sha string
	err := o.Act(ctx, by, domain.ActionContractDownload, action.ContractObject(no), func(w *action.Work) error {
		c, err := w.Contract(no)
		if err != nil {
			return err
		}
		if sha = c.CurrentSHA; original {
			sha = c.OriginalSHA
		}
		if sha == "" {
			return domain.Fail(domain.CodeNotFound, no)
		}
		return w.Record(domain.ActionContractDownload, action.ContractObject(no), domain.Event{Detail: domain.Fields("sha256", sha)})
	})
	if err != nil {
		return nil, err
	}
	return o.Store.Document(ctx, sha)
}

// Verifications lists personal verifications, newest first.
func (o *Query) Verifications(ctx context.Context, by domain.Caller, f domain.VerificationFilter) (list []domain.Verification, err error) {
	err = o.View(ctx, by, domain.ActionReadVerifications, action.ObjectVerifications, func(w *action.Work) (err error) {
		list, err = w.Verifications(f)
		return err
	})
	return list, err
}

// Reviews lists the review desk's queue, oldest first.
func (o *Query) Reviews(ctx context.Context, by domain.Caller, states []domain.ReviewState, limit int) (list []domain.Review, err error) {
	err = o.View(ctx, by, domain.ActionReadReviews, action.ObjectReviews, func(w *action.Work) (err error) {
		list, err = w.Reviews(states, limit)
		return err
	})
	return list, err
}

// ReviewOf gives the newest review of a signer, for his own page.
func (o *Query) ReviewOf(ctx context.Context, by domain.Caller) (r domain.Review, err error) {
	err = o.View(ctx, by, domain.ActionSignerRead, action.PersonObject(by.ID), func(w *action.Work) error {
		list, err := w.ReviewsOf(by.ID)
		if err == nil && len(list) == 0 {
			err = domain.Fail(domain.CodeNotFound, by.ID)
		}
		if err == nil {
			r = list[0]
		}
		return err
	})
	return r, err
}

// Jobs lists background work.
func (o *Query) Jobs(ctx context.Context, by domain.Caller, f domain.JobFilter) (list []domain.Job, err error) {
	err = o.View(ctx, by, domain.ActionReadJobs, action.ObjectJobs, func(w *action.Work) (err error) {
		list, err = w.Jobs(f)
		return err
	})
	return list, err
}

// RetryJob makes a dead or unknown job ready again, at an operator's word. Error: CodeJobNotRetryable.
func (o *Query) RetryJob(ctx context.Context, by domain.Caller, id int64) error {
	return o.Act(ctx, by, domain.ActionJobRetry, domain.ObjectJob, func(w *action.Work) error {
		j, err := w.Job(id)
		if err != nil {
			return err
		}
		if j.State == domain.JobRunning || j.State == domain.JobDone {
			return domain.Fail(domain.CodeJobNotRetryable, id, string(j.State))
		}
		if err := w.WakeJob(id, o.Now()); err != nil {
			return err
		}
		return w.Record(domain.ActionJobRetry, domain.ObjectJob, domain.Event{Before: string(j.State), Detail: domain.Fields("unique", j.Unique)})
	})
}

// readRecord reads the record for a caller who may, after the repeats of refusals whose minute is over were added to it.
func (o *Query) readRecord(ctx context.Context, by domain.Caller, read func(*action.Work) error) error {
	if err := o.View(ctx, by, domain.ActionReadRecord, action.ObjectRecord, action.Nothing); err != nil {
		return err
	}
	if err := o.SettleRefusals(ctx); err != nil {
		return err
	}
	return o.View(ctx, by, domain.ActionReadRecord, action.ObjectRecord, read)
}

// AuditVerify walks the record. Error: CodeChainBroken with the number of the first broken entry.
func (o *Query) AuditVerify(ctx context.Context, by domain.Caller) (count int64, head string, err error) {
	err = o.readRecord(ctx, by, func(w *action.Work) (err error) {
		count, head, err = w.VerifyChain()
		return err
	})
	return count, head, err
}

// AuditExport lists the record from a number on.
func (o *Query) AuditExport(ctx context.Context, by domain.Caller, f domain.EventFilter) (list []domain.Event, err error) {
	err = o.readRecord(ctx, by, func(w *action.Work) (err error) {
		list, err = w.Events(f)
		return err
	})
	return list, err
}

// OperatorList lists the people of the office.
func (o *Query) OperatorList(ctx context.Context, by domain.Caller) (list []domain.Operator, err error) {
	err = o.View(ctx, by, domain.ActionReadOperators, action.ObjectOperators, func(w *action.Work) (err error) {
		list, err = w.Operators()
		return err
	})
	return list, err
}

// VerificationOf loads one personal verification.
func (o *Query) VerificationOf(ctx context.Context, by domain.Caller, id string) (v domain.Verification, err error) {
	err = o.View(ctx, by, domain.ActionReadVerifications, domain.ObjectVerification+id, func(w *action.Work) (err error) {
		v, err = w.Verification(id)
		return err
	})
	return v, err
}

// Document gives the current document for a look on the screen, which leaves the office no copy: it is no event.
func (o *Query) Document(ctx context.Context, by domain.Caller, no string) (pdf []byte, sha string, err error) {
	err = o.View(ctx, by, domain.ActionReadDocument, action.ContractObject(no), func(w *action.Work) error {
		c, err := w.Contract(no)
		if err == nil && c.CurrentSHA == "" {
			err = domain.Fail(domain.CodeNotFound, no)
		}
		sha = c.CurrentSHA
		return err
	})
	if err != nil {
		return nil, "", err
	}
	pdf, err = o.Store.Document(ctx, sha)
	return pdf, sha, err
}
