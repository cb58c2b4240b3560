package workflow

import (
	"context"

	"sealdesk/domain"
)

// view reads for an operator who may.
func (o *Office) view(ctx context.Context, operator string, right domain.Right, read func(Tx) error) error {
	return o.Store.Read(ctx, func(tx Tx) error {
		if _, err := o.operator(tx, operator, right); err != nil {
			return err
		}
		return read(tx)
	})
}

// Contracts lists contracts.
func (o *Office) Contracts(ctx context.Context, operator string, f ContractFilter) (list []domain.Contract, err error) {
	err = o.view(ctx, operator, domain.RightRead, func(tx Tx) (err error) {
		list, err = tx.Contracts(f)
		return err
	})
	return list, err
}

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
func (o *Office) Contract(ctx context.Context, operator, no string) (d Dossier, err error) {
	err = o.view(ctx, operator, domain.RightRead, func(tx Tx) (err error) {
		d = Dossier{Signers: map[domain.Side]domain.Person{}, Agreed: map[domain.Side][]domain.Agreement{}}
		if d.Contract, err = tx.Contract(no); err != nil {
			return err
		}
		for _, side := range []domain.Side{domain.PartyB, domain.PartyA} {
			id := d.Contract.Party(side).Signer
			if id == "" {
				continue
			}
			if d.Signers[side], err = tx.Person(id); err != nil {
				return err
			}
			if d.Agreed[side], err = tx.Agreements(id); err != nil {
				return err
			}
		}
		if d.Ops, err = tx.SealOpsOf(no); err != nil {
			return err
		}
		if d.Messages, err = tx.MessagesOf(no); err != nil {
			return err
		}
		if d.Events, err = tx.Events(EventFilter{Object: contractObject(no)}); err != nil {
			return err
		}
		d.Receipt, err = tx.Note("receipt:" + no)
		return err
	})
	return d, err
}

// Download gives the current or the original document to an operator; it is an event.
func (o *Office) Download(ctx context.Context, operator, no string, original bool) ([]byte, error) {
	var sha string
	err := o.act(ctx, byOperator(operator), "contract.download", contractObject(no), func(tx Tx) error {
		if _, err := o.operator(tx, operator, domain.RightDownload); err != nil {
			return err
		}
		c, err := tx.Contract(no)
		if err != nil {
			return err
		}
		if sha = c.CurrentSHA; original {
			sha = c.OriginalSHA
		}
		if sha == "" {
			return domain.Fail(domain.CodeNotFound, no)
		}
		return tx.Append(domain.Event{
			At: o.Now(), Actor: byOperator(operator), Action: "contract.download", Object: contractObject(no), Detail: "sha256=" + sha,
		})
	})
	if err != nil {
		return nil, err
	}
	return o.Store.Document(ctx, sha)
}

// Import takes a contract in from an operator's hands, through the same intake as everything else.
func (o *Office) Import(ctx context.Context, operator string, offer domain.Offer, pdf []byte) (Intake, error) {
	err := o.view(ctx, operator, domain.RightImport, func(Tx) error { return nil })
	if err != nil {
		return Intake{}, err
	}
	offer.Source = domain.FromImport
	return o.Receive(ctx, byOperator(operator), offer, pdf)
}

// Verifications lists personal verifications, newest first.
func (o *Office) Verifications(ctx context.Context, operator string, f VerificationFilter) (list []domain.Verification, err error) {
	err = o.view(ctx, operator, domain.RightVerify, func(tx Tx) (err error) {
		list, err = tx.Verifications(f)
		return err
	})
	return list, err
}

// Reviews lists the review desk's queue, oldest first.
func (o *Office) Reviews(ctx context.Context, operator string, states []domain.ReviewState, limit int) (list []domain.Review, err error) {
	err = o.view(ctx, operator, domain.RightReview, func(tx Tx) (err error) {
		list, err = tx.Reviews(states, limit)
		return err
	})
	return list, err
}

// ReviewOf gives the newest review of a signer, for his own page.
func (o *Office) ReviewOf(ctx context.Context, person string) (r domain.Review, err error) {
	err = o.Store.Read(ctx, func(tx Tx) error {
		list, err := tx.ReviewsOf(person)
		if err == nil && len(list) == 0 {
			err = domain.Fail(domain.CodeNotFound, person)
		}
		if err == nil {
			r = list[0]
		}
		return err
	})
	return r, err
}

// Jobs lists background work.
func (o *Office) Jobs(ctx context.Context, operator string, f JobFilter) (list []domain.Job, err error) {
	err = o.view(ctx, operator, domain.RightJobs, func(tx Tx) (err error) {
		list, err = tx.Jobs(f)
		return err
	})
	return list, err
}

// RetryJob makes a dead or unknown job ready again, at an operator's word. Error: CodeJobNotRetryable.
func (o *Office) RetryJob(ctx context.Context, operator string, id int64) error {
	return o.act(ctx, byOperator(operator), "job.retry", "job", func(tx Tx) error {
		if _, err := o.operator(tx, operator, domain.RightJobs); err != nil {
			return err
		}
		j, err := tx.Job(id)
		if err != nil {
			return err
		}
		if j.State == domain.JobRunning || j.State == domain.JobDone {
			return domain.Fail(domain.CodeJobNotRetryable, id, string(j.State))
		}
		if err := tx.WakeJob(id, o.Now()); err != nil {
			return err
		}
		return tx.Append(domain.Event{
			At: o.Now(), Actor: byOperator(operator), Action: "job.retry", Object: "job", Before: string(j.State), Detail: "unique=" + j.Unique,
		})
	})
}

// AuditVerify walks the record. Error: CodeChainBroken with the number of the first broken entry.
func (o *Office) AuditVerify(ctx context.Context, operator string) (count int64, head string, err error) {
	err = o.view(ctx, operator, domain.RightAudit, func(tx Tx) (err error) {
		count, head, err = tx.VerifyChain()
		return err
	})
	return count, head, err
}

// AuditExport lists the record from a number on.
func (o *Office) AuditExport(ctx context.Context, operator string, f EventFilter) (list []domain.Event, err error) {
	err = o.view(ctx, operator, domain.RightAudit, func(tx Tx) (err error) {
		list, err = tx.Events(f)
		return err
	})
	return list, err
}

// OperatorList lists the people of the office.
func (o *Office) OperatorList(ctx context.Context, operator string) (list []domain.Operator, err error) {
	err = o.view(ctx, operator, domain.RightRead, func(tx Tx) (err error) {
		list, err = tx.Operators()
		return err
	})
	return list, err
}

// VerificationOf loads one personal verification.
func (o *Office) VerificationOf(ctx context.Context, operator, id string) (v domain.Verification, err error) {
	err = o.view(ctx, operator, domain.RightVerify, func(tx Tx) (err error) {
		v, err = tx.Verification(id)
		return err
	})
	return v, err
}

// Document gives the current document for a look on the screen, which leaves the office no copy: it is no event.
func (o *Office) Document(ctx context.Context, operator, no string) (pdf []byte, sha string, err error) {
	err = o.view(ctx, operator, domain.RightRead, func(tx Tx) error {
		c, err := tx.Contract(no)
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
