package lifecycle

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Void begins to void a complete contract (作废): both parties and the office sign a document that says so, and only
// when it is complete is the contract voided (G7). It gives the number of that document, which is a contract of its
// own and is pushed at once. Errors: CodeReasonEmpty, CodeWrongStage.
func (o *Lifecycle) Void(ctx context.Context, by domain.Caller, no, reason string) (paper string, err error) {
	reason, err = domain.CheckReason(reason)
	if err != nil {
		return "", err
	}
	var c domain.Contract
	err = o.View(ctx, by, domain.ActionContractVoid, action.ContractObject(no), func(w *action.Work) (err error) {
		c, err = voidable(w, no)
		return err
	})
	if err != nil {
		return "", err
	}
	pdf, err := o.VoidPaper(c, reason, o.Now().In(o.Zone()))
	if err != nil {
		return "", err
	}
	look, err := o.Pages.Examine(ctx, pdf, domain.Usual().List())
	if err != nil {
		return "", err
	}
	if _, err := o.Store.PutDocument(ctx, pdf); err != nil {
		return "", err
	}
	sum := sha256.Sum256(pdf)
	err = o.Act(ctx, by, domain.ActionContractVoid, action.ContractObject(no), func(w *action.Work) error {
		c, err := action.Unrevised(w, c)
		if err != nil {
			return err
		}
		if paper, err = freeNumber(w, no); err != nil {
			return err
		}
		p := c.VoidedBy(paper, o.Now())
		p.OriginalSHA, p.Pages = hex.EncodeToString(sum[:]), look.Pages
		p.CurrentSHA = p.OriginalSHA
		return o.beginVoid(w, c, p, reason)
	})
	if err != nil {
		return "", err
	}
	return paper, o.Signatures.Push(ctx, by, paper)
}

func voidable(w *action.Work, no string) (domain.Contract, error) {
	c, err := w.Contract(no)
	if err == nil && (c.Voids != "" || !domain.Follows(c.Stage, domain.StageVoiding)) {
		err = domain.Fail(domain.CodeWrongStage, no, c.Stage)
	}
	return c, err
}

// maxVoids bounds how often somebody may try to void one contract.
const maxVoids = 99

func freeNumber(w *action.Work, no string) (string, error) {
	for n := 1; n <= maxVoids; n++ {
		number := no + domain.IDVoidSuffix
		if n > 1 {
			number += strconv.Itoa(n)
		}
		if _, err := w.Contract(number); domain.CodeOf(err) == domain.CodeNotFound {
			return number, nil
		} else if err != nil {
			return "", err
		}
	}
	return "", domain.Fail(domain.CodeTriesUsedUp)
}

func (o *Lifecycle) beginVoid(w *action.Work, c, paper domain.Contract, reason string) error {
	now := o.Now()
	if err := c.Move(domain.StageVoiding, now); err != nil {
		return err
	}
	c.Reason = reason
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	if err := w.InsertContract(paper); err != nil {
		return err
	}
	if err := w.AddRevision(paper.No, 0, paper.OriginalSHA, domain.RevisionOriginal, now); err != nil {
		return err
	}
	err := w.Record(domain.ActionContractVoid, action.ContractObject(c.No), domain.Event{
		Before: string(domain.StageDone), After: string(c.Stage), Detail: domain.Fields("paper", paper.No, "reason", reason),
	})
	if err != nil {
		return err
	}
	return w.Record(domain.ActionContractIntake, action.ContractObject(paper.No), domain.Event{
		After:  string(paper.Stage),
		Detail: domain.Fields("sha256", paper.OriginalSHA, "voids", c.No),
	})
}

// VoidDone voids a contract whose void document is complete.
func (o *Lifecycle) VoidDone(w *action.Work, paper domain.Contract) error {
	return o.settleVoid(w, paper, domain.StageVoided, domain.ActionContractVoided)
}

// voidFailed lets a contract stand whose void document was not signed.
func (o *Lifecycle) voidFailed(w *action.Work, paper domain.Contract) error {
	return o.settleVoid(w, paper, domain.StageDone, domain.ActionContractVoidFailed)
}

func (o *Lifecycle) settleVoid(w *action.Work, paper domain.Contract, to domain.Stage, what domain.Action) error {
	if paper.Voids == "" {
		return nil
	}
	c, err := w.Contract(paper.Voids)
	if err != nil {
		return err
	}
	if c.Stage != domain.StageVoiding {
		return nil // a second document, or one that was ended before
	}
	from, now := c.Stage, o.Now()
	if err := c.Move(to, now); err != nil {
		return err
	}
	if to == domain.StageDone {
		c.Reason = ""
	}
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	err = w.As(domain.System()).Record(what, action.ContractObject(c.No), domain.Event{
		Before: string(from), After: string(c.Stage), Detail: domain.Fields("paper", paper.No, "sha256", paper.CurrentSHA),
	})
	if err != nil || to != domain.StageVoided {
		return err
	}
	return o.Notifier.TellStage(w, c, now)
}
