package access

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// SendLoginCode sends the code that lets somebody in by his phone alone (S50, S98): a signer on a computer, a purchaser
// (S15), a sealer who verifies himself. A phone nobody here has gets no message and no error: the answer tells nothing
// about who is known. Error: CodeTooOften, which a stranger's phone is given too by the caller's own limit.
func (o *Access) SendLoginCode(ctx context.Context, phone domain.Phone) error {
	return o.Act(ctx, domain.Visitor(), domain.ActionSessionCode, action.ObjectPages, func(w *action.Work) error {
		p, err := w.PersonByPhone(phone)
		if domain.CodeOf(err) == domain.CodeNotFound {
			return nil
		}
		if err != nil {
			return err
		}
		return o.SendCode(w, p, domain.PurposeEnter, "")
	})
}

// Login exchanges the code for a session. Errors: CodeCodeWrong, CodeCodeExpired, CodeTriesUsedUp; a phone nobody has
// looks like one whose code has expired.
func (o *Access) Login(ctx context.Context, phone domain.Phone, guess string) (token string, err error) {
	var person string
	err = o.View(ctx, domain.Visitor(), domain.ActionSessionEnter, action.ObjectPages, func(w *action.Work) error {
		p, err := w.PersonByPhone(phone)
		person = p.ID
		return err
	})
	if domain.CodeOf(err) == domain.CodeNotFound {
		return "", domain.Fail(domain.CodeCodeExpired)
	}
	if err != nil {
		return "", err
	}
	return o.openSession(ctx, person, guess, func(*action.Work) error { return nil })
}
