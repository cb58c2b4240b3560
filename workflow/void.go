package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"sealdesk/domain"
)

// Void begins to void a complete contract (作废): both parties and the office sign a document that says so, and only
// when it is complete is the contract voided (G7). It gives the number of that document, which is a contract of its
// own and is pushed at once. Errors: CodeReasonEmpty, CodeWrongStage.
func (o *Office) Void(ctx context.Context, operator, no, reason string) (paper string, err error) {
	reason, err = domain.CheckReason(reason)
	if err != nil {
		return "", err
	}
	var c domain.Contract
	err = o.act(ctx, byOperator(operator), "contract.void", contractObject(no), func(tx Tx) (err error) {
		c, err = o.voidable(tx, operator, no)
		return err
	})
	if err != nil {
		return "", err
	}
	pdf, err := o.VoidPaper(c, reason, o.Now().In(o.zone()))
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
	err = o.act(ctx, byOperator(operator), "contract.void", contractObject(no), func(tx Tx) error {
		c, err := o.voidable(tx, operator, no)
		if err != nil {
			return err
		}
		if paper, err = freeNumber(tx, no); err != nil {
			return err
		}
		p := c.VoidedBy(paper, o.Now())
		p.OriginalSHA, p.Pages = hex.EncodeToString(sum[:]), look.Pages
		p.CurrentSHA = p.OriginalSHA
		return o.beginVoid(tx, byOperator(operator), c, p, reason)
	})
	if err != nil {
		return "", err
	}
	return paper, o.Push(ctx, operator, paper)
}

func (o *Office) voidable(tx Tx, operator, no string) (domain.Contract, error) {
	if _, err := o.operator(tx, operator, domain.RightStop); err != nil {
		return domain.Contract{}, err
	}
	c, err := tx.Contract(no)
	if err == nil && (c.Voids != "" || !domain.Follows(c.Stage, domain.StageVoiding)) {
		err = domain.Fail(domain.CodeWrongStage, no, c.Stage)
	}
	return c, err
}

// voidSuffix marks the numbers of void documents: 作废.
const voidSuffix = "-ZF"

// maxVoids bounds how often somebody may try to void one contract.
const maxVoids = 99

func freeNumber(tx Tx, no string) (string, error) {
	for n := 1; n <= maxVoids; n++ {
		number := no + voidSuffix
		if n > 1 {
			number += strconv.Itoa(n)
		}
		if _, err := tx.Contract(number); domain.CodeOf(err) == domain.CodeNotFound {
			return number, nil
		} else if err != nil {
			return "", err
		}
	}
	return "", domain.Fail(domain.CodeTriesUsedUp)
}

func (o *Office) beginVoid(tx Tx, who domain.Actor, c, paper domain.Contract, reason string) error {
	now := o.Now()
	if err := c.Move(domain.StageVoiding, now); err != nil {
		return err
	}
	c.Reason = reason
	if err := tx.UpdateContract(c); err != nil {
		return err
	}
	if err := tx.InsertContract(paper); err != nil {
		return err
	}
	if err := tx.AddRevision(paper.No, 0, paper.OriginalSHA, "original", now); err != nil {
		return err
	}
	err := tx.Append(domain.Event{
		At: now, Actor: who, Action: "contract.void", Object: contractObject(c.No),
		Before: string(domain.StageDone), After: string(c.Stage), Detail: "paper=" + paper.No + " reason=" + reason,
	})
	if err != nil {
		return err
	}
	return tx.Append(domain.Event{
		At: now, Actor: who, Action: "contract.intake", Object: contractObject(paper.No), After: string(paper.Stage),
		Detail: "sha256=" + paper.OriginalSHA + " voids=" + c.No,
	})
}

// voidDone voids a contract whose void document is complete.
func (o *Office) voidDone(tx Tx, paper domain.Contract) error {
	return o.settleVoid(tx, paper, domain.StageVoided, "contract.voided")
}

// voidFailed lets a contract stand whose void document was not signed.
func (o *Office) voidFailed(tx Tx, paper domain.Contract) error {
	return o.settleVoid(tx, paper, domain.StageDone, "contract.void_failed")
}

func (o *Office) settleVoid(tx Tx, paper domain.Contract, to domain.Stage, action string) error {
	if paper.Voids == "" {
		return nil
	}
	c, err := tx.Contract(paper.Voids)
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
	if err := tx.UpdateContract(c); err != nil {
		return err
	}
	err = tx.Append(domain.Event{
		At: now, Actor: domain.System(), Action: action, Object: contractObject(c.No),
		Before: string(from), After: string(c.Stage), Detail: "paper=" + paper.No + " sha256=" + paper.CurrentSHA,
	})
	if err != nil || to != domain.StageVoided {
		return err
	}
	return o.tellStage(tx, c, now)
}
