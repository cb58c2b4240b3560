package signing

import (
	"context"
	"strings"
	"unicode/utf8"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/access"
	"campus.example/sealdesk/workflow/internal/action"
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
func (o *Signatures) SendSignCode(ctx context.Context, by domain.Caller, no string) error {
	return o.Act(ctx, by, domain.ActionSignCode, action.ContractObject(no), func(w *action.Work) error {
		p, c, _, err := o.Parties.DueFrom(w, by.ID, no, "")
		if err != nil {
			return err
		}
		return o.Access.SendCode(w, p, domain.PurposeSign, c.SignSubject())
	})
}

// Sign reserves the signature of Party B's representative or Party A's performer; the runner carries it out. Errors:
// CodeOutOfTurn, CodeNotVerified, CodeNameDiffers, CodeSealRunning, those of the code, CodeSignatureEmpty,
// CodeSignatureLength, CodeSignatureWords. What cannot be drawn is refused before the code is looked at.
func (o *Signatures) Sign(ctx context.Context, by domain.Caller, no string, s Signing) error {
	if err := s.check(); err != nil {
		return err
	}
	due, err := o.dueNow(ctx, by, no, domain.ActionContractSign, "", s.Consent)
	if err != nil {
		return err
	}
	look := domain.Appearance{Strokes: s.Strokes, Typed: strings.TrimSpace(s.Typed)}
	if err := o.Placement.Drawable(domain.ActBSign, domain.Place{}, look); err != nil {
		return err
	}
	made, err := o.issue(due.act, due.contract, due.person)
	if err != nil {
		return err
	}
	key := access.CodeKey{Person: by.ID, Purpose: domain.PurposeSign, Subject: due.contract.SignSubject()}
	return o.Access.WithCode(ctx, by, domain.ActionContractSign, action.ContractObject(no), key, s.OTP, func(w *action.Work) error {
		p, c, err := o.stillDue(w, due)
		if err != nil {
			return err
		}
		if due.act == domain.ActBSeal {
			return domain.Fail(domain.CodeOutOfTurn, domain.ActBSign, c.Stage)
		}
		if err := o.Parties.Consent(w, by.ID, s.Consent); err != nil {
			return err
		}
		look.Caption = p.Identity.Name + " " + o.Now().In(o.Zone()).Format("2006-01-02 15:04")
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
func (o *Signatures) dueNow(
	ctx context.Context, by domain.Caller, no string, what domain.Action, want domain.Act, consent domain.Consent,
) (due dueAct, err error) {
	err = o.View(ctx, by, what, action.ContractObject(no), func(w *action.Work) (err error) {
		due.person, due.contract, due.act, err = o.Parties.DueFrom(w, by.ID, no, want)
		if err == nil && !consent.Agreed {
			return domain.Fail(domain.CodeConsentMissing)
		}
		return err
	})
	if domain.CodeOf(err) == domain.CodeNameDiffers {
		return due, o.Flagged(ctx, by, what, due.contract, err)
	}
	return due, err
}

// stillDue reads the signer and the contract again in the act's own transaction. Error: CodeStale when the contract was
// revised or the signer's verified name changed since.
func (o *Signatures) stillDue(w *action.Work, due dueAct) (domain.Person, domain.Contract, error) {
	p, c, _, err := o.Parties.DueFrom(w, due.person.ID, due.contract.No, due.act)
	if err == nil && (c.Revision != due.contract.Revision || p.Identity.Name != due.person.Identity.Name) {
		err = action.ErrRevised(c.No)
	}
	return p, c, err
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
