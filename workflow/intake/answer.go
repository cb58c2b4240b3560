package intake

import (
	"context"
	"errors"
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// told is one answer to the sender of a contract.
type told struct {
	No      string
	Verdict domain.Verdict
	Code    domain.Code
	SHA256  string
	Offer   string       // the offer it answers, "" for a decision on a contract whose offer is not kept
	Stage   domain.Stage // where the contract stands, for a refusal because of its stage
	Once    string       // tells an answer from earlier ones of the same content
}

// tell queues an answer. The sender hears of each offer, but of one offer the same answer only once. What is told last is
// noted: an older answer that has not gone out yet is no longer true and is left out.
func (o *Intakes) tell(w *action.Work, a told) error {
	unique := domain.JobKeyAnswer + a.No + ":" + a.Once + ":" + string(a.Verdict) + ":" + string(a.Code)
	if err := w.SetNote(answerNote(a.No), unique); err != nil {
		return err
	}
	args := action.JobArgs{ID: a.No, Verdict: a.Verdict, Code: a.Code, SHA: a.SHA256, Stage: a.Stage, Offer: a.Offer}
	return o.Enqueue(w, domain.JobAnswer, unique, args, o.Now())
}

func answerNote(no string) string { return domain.NoteAnswer + no }

func (o *Intakes) RunAnswer(ctx context.Context, job domain.Job, args action.JobArgs) error {
	if args.ID == "" {
		return o.runProblem(ctx, job, args.Offer)
	}
	answer := domain.IntakeAnswer{Key: job.Unique, No: args.ID, Verdict: args.Verdict, Code: args.Code, SHA256: args.SHA}
	newest := true
	err := o.Snapshot(ctx, func(w *action.Work) error {
		last, err := w.Note(answerNote(args.ID))
		if err != nil {
			return err
		}
		newest = last == "" || last == job.Unique
		answer.Reason, err = o.reasonOf(w, args)
		return err
	})
	if err != nil {
		return err
	}
	if !newest {
		return o.Finish(ctx, job, action.Nothing)
	}
	if err := o.Store.MarkInflight(ctx, job, o.Now()); err != nil {
		return err
	}
	if err := o.Procurement.Answer(ctx, answer); err != nil {
		return err
	}
	return o.Finish(ctx, job, action.Nothing)
}

// reasonOf returns the sentence for the sender, "" for an accepted contract.
func (o *Intakes) reasonOf(w *action.Work, args action.JobArgs) (string, error) {
	var r domain.ReceivedOffer
	if args.Offer != "" {
		var err error
		if r, err = w.ReceivedOffer(args.Offer); err != nil {
			return "", err
		}
	}
	switch args.Code {
	case "":
		return "", nil
	case domain.CodeWrongStage:
		return o.Sentence(domain.Fail(args.Code, args.ID, args.Stage)), nil
	case domain.CodeOtherBytes, domain.CodeOfferDiffers:
		return o.Sentence(domain.Fail(args.Code, args.ID)), nil
	case domain.CodeOfferDeclined:
		reason := r.Reason
		if reason == "" {
			c, err := w.Contract(args.ID)
			if err != nil {
				return "", err
			}
			reason = c.Reason
		}
		return o.Sentence(domain.Fail(args.Code, reason)), nil
	}
	if r.Detail != "" {
		return o.Sentence(domain.Fail(args.Code, r.Detail)), nil
	}
	return o.Sentence(domain.Fail(args.Code)), nil
}

// detailOf returns what the sentence of a refusal names, where it is no personal data: a limit, a code of the sender's, the
// seal process.
func detailOf(refusal error) string {
	var e *domain.Error
	if !errors.As(refusal, &e) || len(e.Args) == 0 {
		return ""
	}
	switch e.Code {
	case domain.CodeDocTooBig, domain.CodeDocumentRefused, domain.CodeSealProcessUnknown, domain.CodeSealProcessOther:
		switch v := e.Args[0].(type) {
		case string:
			return v
		case int:
			return strconv.Itoa(v)
		}
	}
	return ""
}

// runProblem tells the sender of an item without a usable number. A sender whose system does not take such messages is told
// nothing; the office's own list keeps the item all the same.
func (o *Intakes) runProblem(ctx context.Context, job domain.Job, offer string) error {
	var r domain.ReceivedOffer
	err := o.Snapshot(ctx, func(w *action.Work) (err error) {
		r, err = w.ReceivedOffer(offer)
		return err
	})
	if err != nil {
		return err
	}
	if err := o.Store.MarkInflight(ctx, job, o.Now()); err != nil {
		return err
	}
	heard, err := o.Procurement.Problem(ctx, domain.IntakeProblem{
		Key: job.Unique, Index: r.Index, Cursor: r.Cursor, ID: r.ItemID, Code: r.Code, Reason: o.Sentence(domain.Fail(r.Code)), SHA256: r.Item,
	})
	if err != nil {
		return err
	}
	return o.Finish(ctx, job, func(w *action.Work) error {
		fresh, err := w.ReceivedOffer(offer)
		if err != nil || !heard {
			return err
		}
		fresh.Told = true
		return w.UpdateReceivedOffer(fresh)
	})
}
