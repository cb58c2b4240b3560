package workflow

import (
	"context"
	"strings"
	"unicode/utf8"

	"sealdesk/domain"
)

// Limits of a signature.
const (
	maxTyped    = 64 // characters
	maxStrokes  = 200
	maxPoints   = 20000
	minPoints   = 8
	strokeRange = 1000
)

// Signing is what a signer hands over with his signature: the code from his phone, what he drew or typed, his consent.
type Signing struct {
	OTP     string
	Strokes [][][2]float64 // 0..1000 each way, origin top left
	Typed   string
	Consent domain.Consent
}

// SendSignCode sends the code that a signature needs, for the act that is due from this person now.
func (o *Office) SendSignCode(ctx context.Context, by domain.Caller, no string) error {
	return o.act(ctx, by, domain.ActionSignCode, contractObject(no), func(w *Work) error {
		p, c, _, err := o.dueFrom(w, by.ID, no, "")
		if err != nil {
			return err
		}
		return o.sendCode(w, p, domain.PurposeSign, c.SignSubject())
	})
}

// Sign reserves the signature of Party B's representative or Party A's performer; the engine carries it out. Errors:
// CodeOutOfTurn, CodeNotVerified, CodeNameDiffers, CodeSealRunning, those of the code, CodeSignatureEmpty,
// CodeSignatureLength, CodeSignatureWords. What cannot be drawn is refused before the code is looked at.
func (o *Office) Sign(ctx context.Context, by domain.Caller, no string, s Signing) error {
	if err := s.check(); err != nil {
		return err
	}
	due, err := o.dueNow(ctx, by, no, domain.ActionContractSign, "", s.Consent)
	if err != nil {
		return err
	}
	look := domain.Appearance{Strokes: s.Strokes, Typed: strings.TrimSpace(s.Typed)}
	if err := o.drawable(domain.ActBSign, domain.Place{}, look); err != nil {
		return err
	}
	made, err := o.issue(due.act, due.contract, due.person)
	if err != nil {
		return err
	}
	key := codeKey{person: by.ID, purpose: domain.PurposeSign, subject: due.contract.SignSubject()}
	return o.withCode(ctx, by, domain.ActionContractSign, contractObject(no), key, s.OTP, func(w *Work) error {
		p, c, err := o.stillDue(w, due)
		if err != nil {
			return err
		}
		if due.act == domain.ActBSeal {
			return domain.Fail(domain.CodeOutOfTurn, domain.ActBSign, c.Stage)
		}
		if err := o.consent(w, by.ID, s.Consent); err != nil {
			return err
		}
		look.Caption = p.Identity.Name + " " + o.Now().In(o.zone()).Format("2006-01-02 15:04")
		_, err = o.reserve(w, c, domain.SealOp{Act: due.act, Person: p.ID}, look, made)
		return err
	})
}

// dueAct is the act that is due from a signer, as it was read before the act.
type dueAct struct {
	person   domain.Person
	contract domain.Contract
	act      domain.Act
}

// dueNow returns the act that is due from the caller; with want, only that act will do. It refuses before a code is looked
// at, so that a refusal is recorded with its own reason. A name that differs is flagged on the contract.
func (o *Office) dueNow(
	ctx context.Context, by domain.Caller, no string, action domain.Action, want domain.Act, consent domain.Consent,
) (due dueAct, err error) {
	err = o.view(ctx, by, action, contractObject(no), func(w *Work) (err error) {
		due.person, due.contract, due.act, err = o.dueFrom(w, by.ID, no, want)
		if err == nil && !consent.Agreed {
			return domain.Fail(domain.CodeConsentMissing)
		}
		return err
	})
	if domain.CodeOf(err) == domain.CodeNameDiffers {
		return due, o.flagged(ctx, by, action, due.contract, err)
	}
	return due, err
}

// stillDue reads the signer and the contract again in the act's own transaction. Error: CodeStale when the contract was
// revised or the signer's verified name changed since.
func (o *Office) stillDue(w *Work, due dueAct) (domain.Person, domain.Contract, error) {
	p, c, _, err := o.dueFrom(w, due.person.ID, due.contract.No, due.act)
	if err == nil && (c.Revision != due.contract.Revision || p.Identity.Name != due.person.Identity.Name) {
		err = errRevised(c.No)
	}
	return p, c, err
}

// dueFrom finds the act that is due from this person. With want, only that act will do; whoever is not due is told
// so by CheckTurn.
func (o *Office) dueFrom(w *Work, person, no string, want domain.Act) (domain.Person, domain.Contract, domain.Act, error) {
	p, err := w.Person(person)
	if err != nil {
		return p, domain.Contract{}, "", err
	}
	c, err := w.Contract(no)
	if err != nil {
		return p, c, "", err
	}
	act := want
	if act == "" {
		act = ownAct(c, person)
	}
	if act == "" {
		return p, c, "", domain.Fail(domain.CodeNotFound, no)
	}
	if err := o.maySign(c, act, p); err != nil {
		return p, c, act, err
	}
	if _, err := w.SealOpFor(no, act); err == nil {
		return p, c, act, domain.Fail(domain.CodeSealRunning, no)
	} else if domain.CodeOf(err) != domain.CodeNotFound {
		return p, c, act, err
	}
	return p, c, act, nil
}

// ownAct is the act the person would do: the due one when it is his, otherwise his signature, which CheckTurn will
// then refuse.
func ownAct(c domain.Contract, person string) domain.Act {
	if act, due := c.Stage.Due(); due && act != domain.ActOfficeSeal && c.Party(act.Side()).Signer == person {
		return act
	}
	switch person {
	case c.B.Signer:
		return domain.ActBSign
	case c.A.Signer:
		return domain.ActASign
	}
	return ""
}

func (s Signing) check() error {
	n := 0
	for _, stroke := range s.Strokes {
		n += len(stroke)
		for _, p := range stroke {
			if !(p[0] >= 0 && p[0] <= strokeRange && p[1] >= 0 && p[1] <= strokeRange) {
				return domain.Fail(domain.CodeSignatureEmpty)
			}
		}
	}
	typed := utf8.RuneCountInString(strings.TrimSpace(s.Typed))
	switch {
	case len(s.Strokes) > maxStrokes, n > maxPoints:
		return domain.Fail(domain.CodeBadInput, "strokes")
	case n < minPoints && typed == 0:
		return domain.Fail(domain.CodeSignatureEmpty)
	case typed > maxTyped:
		return domain.Fail(domain.CodeSignatureLength, typed, maxTyped)
	}
	return nil
}

// Refuse stops the contract: the signer says why, the procurement system is told (G5).
func (o *Office) Refuse(ctx context.Context, by domain.Caller, no, reason string) error {
	reason, err := domain.CheckReason(reason)
	if err != nil {
		return err
	}
	return o.act(ctx, by, domain.ActionContractRefuse, contractObject(no), func(w *Work) error {
		_, c, _, err := o.dueFrom(w, by.ID, no, "")
		if code := domain.CodeOf(err); err != nil && code != domain.CodeNotVerified && code != domain.CodeNameDiffers {
			return err
		}
		return o.leave(w, c, domain.StageRejected, domain.ActionContractRefuse, reason, domain.Fields("reason", "kept with the contract"))
	})
}
