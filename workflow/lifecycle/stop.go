package lifecycle

import (
	"bytes"
	"context"
	"image"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/signing"
)

// MaxExplanation bounds the file that explains a forced end, in bytes.
const MaxExplanation = 20 << 20

// Recall takes a contract back (撤回): the office alone, for a reason, while it is not sealed (G7). Errors:
// CodeReasonEmpty, CodeWrongStage, CodeSealRunning.
func (o *Lifecycle) Recall(ctx context.Context, by domain.Caller, no, reason string) error {
	return o.stop(ctx, by, no, reason, domain.ActionContractRecall, domain.StageRecalled, func(*action.Work) (domain.Detail, error) { return "", nil })
}

// End ends a contract by force (强制结束), for a reason that a file explains: a PDF or a picture, such as the contract
// signed on paper (G7, G22). Errors: CodeReasonEmpty, CodeAttachmentInvalid, CodeWrongStage, CodeSealRunning.
func (o *Lifecycle) End(ctx context.Context, by domain.Caller, no, reason string, explanation []byte) error {
	if err := checkExplanation(explanation); err != nil {
		return err
	}
	// The right is checked before the file is stored, and again with the effect.
	err := o.View(ctx, by, domain.ActionContractEnd, action.ContractObject(no), func(w *action.Work) error {
		c, err := w.Contract(no)
		if err == nil && !domain.Follows(c.Stage, domain.StageEnded) {
			err = domain.Fail(domain.CodeWrongStage, no, c.Stage)
		}
		return err
	})
	if err != nil {
		return err
	}
	sha, err := o.Store.PutDocument(ctx, explanation)
	if err != nil {
		return err
	}
	return o.stop(ctx, by, no, reason, domain.ActionContractEnd, domain.StageEnded, func(w *action.Work) (domain.Detail, error) {
		return domain.Fields("explanation", sha), w.SetNote(explanationNote(no), sha)
	})
}

func explanationNote(no string) string { return domain.NoteExplanation + no }

func checkExplanation(b []byte) error {
	if len(b) == 0 || len(b) > MaxExplanation {
		return domain.Fail(domain.CodeAttachmentInvalid)
	}
	if identity.IsPDF(b) {
		return nil
	}
	if _, _, err := image.DecodeConfig(bytes.NewReader(b)); err != nil {
		return domain.Fail(domain.CodeAttachmentInvalid).Because(err)
	}
	return nil
}

// Explanation gives the file that explains a forced end; it is an event. Error: CodeNotFound.
func (o *Lifecycle) Explanation(ctx context.Context, by domain.Caller, no string) ([]byte, error) {
	var sha string
	err := o.Act(ctx, by, domain.ActionContractDownload, action.ContractObject(no), func(w *action.Work) (err error) {
		if sha, err = w.Note(explanationNote(no)); err != nil {
			return err
		}
		if sha == "" {
			return domain.Fail(domain.CodeNotFound, no)
		}
		return w.Record(domain.ActionContractDownload, action.ContractObject(no), domain.Event{Detail: domain.Fields("explanation", sha)})
	})
	if err != nil {
		return nil, err
	}
	return o.Store.Document(ctx, sha)
}

func (o *Lifecycle) stop(
	ctx context.Context, by domain.Caller, no, reason string, what domain.Action, to domain.Stage, also func(*action.Work) (domain.Detail, error),
) error {
	reason, err := domain.CheckReason(reason)
	if err != nil {
		return err
	}
	return o.OnContract(ctx, by, no, what, func(w *action.Work, c domain.Contract) error {
		detail, err := also(w)
		if err != nil {
			return err
		}
		return o.leave(w, c, to, what, reason, detail.And("reason", reason))
	})
}

// leave takes a contract off the path: its links die, whoever had been called is told, the procurement system is told,
// and what a void document was to void stays as it was. Errors: CodeWrongStage, CodeSealRunning.
func (o *Lifecycle) leave(
	w *action.Work, c domain.Contract, to domain.Stage, what domain.Action, reason string, detail domain.Detail,
) error {
	from, now := c.Stage, o.Now()
	called := calledSoFar(c)
	if act, due := from.Due(); due {
		if err := noneUnderWay(w, c.No, act); err != nil {
			return err
		}
	}
	if err := c.Move(to, now); err != nil {
		return err
	}
	c.Reason = reason
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	if err := w.KillLinks(c.No, ""); err != nil {
		return err
	}
	err := w.Record(what, action.ContractObject(c.No), domain.Event{Before: string(from), After: string(c.Stage), Detail: detail})
	if err != nil {
		return err
	}
	for _, person := range called {
		if w.By.Kind == domain.ActorSigner && w.By.ID == person {
			continue // he knows
		}
		if err := o.Notifier.Notice(w, domain.MessageRecall, c, person, now); err != nil {
			return err
		}
	}
	if err := o.Notifier.TellStage(w, c, now); err != nil {
		return err
	}
	return o.voidFailed(w, c)
}

// noneUnderWay refuses while the act is being carried out. One that waits for a person of the office hinders nobody: a
// contract has to have a way out. Error: CodeSealRunning.
func noneUnderWay(w *action.Work, no string, act domain.Act) error {
	op, err := w.SealOpFor(no, act)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return nil
	}
	held := false
	if err == nil {
		held, err = signing.HeldUp(w, op)
	}
	if err == nil && !held {
		err = domain.Fail(domain.CodeSealRunning, no)
	}
	return err
}

// calledSoFar lists the signers who have been called to a contract that is being signed.
func calledSoFar(c domain.Contract) []string {
	switch c.Stage {
	case domain.StageBSigning, domain.StageBSealing:
		return []string{c.B.Signer}
	case domain.StageASigning, domain.StageToSeal:
		return []string{c.B.Signer, c.A.Signer}
	}
	return nil
}
