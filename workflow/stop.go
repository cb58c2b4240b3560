package workflow

import (
	"bytes"
	"context"
	"image"
	"time"

	"sealdesk/domain"
)

// MaxExplanation bounds the file that explains a forced end, in bytes.
const MaxExplanation = 20 << 20

// Recall takes a contract back (撤回): the office alone, for a reason, while it is not sealed (G7). Errors:
// CodeReasonEmpty, CodeWrongStage, CodeSealRunning.
func (o *Office) Recall(ctx context.Context, operator, no, reason string) error {
	return o.stop(ctx, operator, no, reason, "contract.recall", domain.StageRecalled, func(Tx) (string, error) { return "", nil })
}

// End ends a contract by force (强制结束), for a reason that a file explains: a PDF or a picture, such as the contract
// signed on paper (G7, G22). Errors: CodeReasonEmpty, CodeAttachmentInvalid, CodeWrongStage, CodeSealRunning.
func (o *Office) End(ctx context.Context, operator, no, reason string, explanation []byte) error {
	if err := checkExplanation(explanation); err != nil {
		return err
	}
	err := o.view(ctx, operator, domain.RightStop, func(tx Tx) error { // nobody fills the disk without the right to
		c, err := tx.Contract(no)
		if err == nil && !domain.Follows(c.Stage, domain.StageEnded) {
			err = domain.Fail(domain.CodeWrongStage, no, c.Stage)
		}
		return err
	})
	sha := ""
	if err == nil {
		sha, err = o.Store.PutDocument(ctx, explanation)
	}
	if err != nil {
		return o.act(ctx, byOperator(operator), "contract.end", contractObject(no), func(Tx) error { return err })
	}
	return o.stop(ctx, operator, no, reason, "contract.end", domain.StageEnded, func(tx Tx) (string, error) {
		return "explanation=" + sha + " ", tx.SetNote(explanationNote(no), sha)
	})
}

func explanationNote(no string) string { return "explanation:" + no }

func checkExplanation(b []byte) error {
	if len(b) == 0 || len(b) > MaxExplanation {
		return domain.Fail(domain.CodeAttachmentInvalid)
	}
	if isPDF(b) {
		return nil
	}
	if _, _, err := image.DecodeConfig(bytes.NewReader(b)); err != nil {
		return domain.Fail(domain.CodeAttachmentInvalid).Because(err)
	}
	return nil
}

// Explanation gives the file that explains a forced end; it is an event. Error: CodeNotFound.
func (o *Office) Explanation(ctx context.Context, operator, no string) ([]byte, error) {
	var sha string
	err := o.act(ctx, byOperator(operator), "contract.download", contractObject(no), func(tx Tx) (err error) {
		if _, err := o.operator(tx, operator, domain.RightDownload); err != nil {
			return err
		}
		if sha, err = tx.Note(explanationNote(no)); err != nil {
			return err
		}
		if sha == "" {
			return domain.Fail(domain.CodeNotFound, no)
		}
		return tx.Append(domain.Event{
			At: o.Now(), Actor: byOperator(operator), Action: "contract.download", Object: contractObject(no), Detail: "explanation=" + sha,
		})
	})
	if err != nil {
		return nil, err
	}
	return o.Store.Document(ctx, sha)
}

func (o *Office) stop(
	ctx context.Context, operator, no, reason, action string, to domain.Stage, also func(Tx) (detail string, err error),
) error {
	reason, err := domain.CheckReason(reason)
	if err != nil {
		return err
	}
	return o.onContract(ctx, operator, domain.RightStop, no, action, func(tx Tx, c domain.Contract) error {
		detail, err := also(tx)
		if err != nil {
			return err
		}
		return o.leave(tx, byOperator(operator), c, to, action, reason, detail+"reason="+reason)
	})
}

// leave takes a contract off the path: its links die, whoever had been called is told, the procurement system is told,
// and what a void document was to void stays as it was. Errors: CodeWrongStage, CodeSealRunning.
func (o *Office) leave(tx Tx, who domain.Actor, c domain.Contract, to domain.Stage, action, reason, detail string) error {
	from, now := c.Stage, o.Now()
	called := calledSoFar(c)
	if act, due := from.Due(); due {
		if err := noneUnderWay(tx, c.No, act); err != nil {
			return err
		}
	}
	if err := c.Move(to, now); err != nil {
		return err
	}
	c.Reason = reason
	if err := tx.UpdateContract(c); err != nil {
		return err
	}
	if err := tx.KillLinks(c.No, ""); err != nil {
		return err
	}
	err := tx.Append(domain.Event{
		At: now, Actor: who, Action: action, Object: contractObject(c.No), Before: string(from), After: string(c.Stage), Detail: detail,
	})
	if err != nil {
		return err
	}
	for _, person := range called {
		if who.Kind == domain.ActorSigner && who.ID == person {
			continue // he knows
		}
		if err := o.notice(tx, domain.MessageRecall, c, person, now); err != nil {
			return err
		}
	}
	if err := o.tellStage(tx, c, now); err != nil {
		return err
	}
	return o.voidFailed(tx, c)
}

// noneUnderWay refuses while the act is being carried out. One that waits for a person of the office hinders nobody: a
// contract has to have a way out. Error: CodeSealRunning.
func noneUnderWay(tx Tx, no string, act domain.Act) error {
	op, err := tx.SealOpFor(no, act)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return nil
	}
	held := false
	if err == nil {
		held, err = heldUp(tx, op)
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

// notice sends a message without a link.
func (o *Office) notice(tx Tx, kind domain.MessageKind, c domain.Contract, person string, now time.Time) error {
	p, err := tx.Person(person)
	if err != nil {
		return err
	}
	return o.text(tx, domain.Message{Kind: kind, Person: person, Phone: p.Phone, Contract: c.No}, now, o.awake(now))
}

// awake is when a message that can wait may go out.
func (o *Office) awake(now time.Time) time.Time {
	if o.Rules.Quiet == nil {
		return now
	}
	return o.Rules.Quiet(now)
}
