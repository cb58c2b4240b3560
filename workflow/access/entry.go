package access

import (
	"context"
	"fmt"
	"io"
	"math/big"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Entry is what a link shows before its owner has proved that the phone is his.
type Entry struct {
	Person      string
	MaskedPhone string
	Contract    string
}

// EntryOf opens a link of a text message. Error: CodeLinkDead for one that is unknown, dead or over.
func (o *Access) EntryOf(ctx context.Context, linkCode string) (e Entry, err error) {
	err = o.View(ctx, domain.Visitor(), domain.ActionSessionRead, action.ObjectPages, func(w *action.Work) error {
		link, err := o.liveLink(w, linkCode)
		if err != nil {
			return err
		}
		p, err := w.Person(link.Person)
		e = Entry{Person: p.ID, MaskedPhone: p.Phone.Masked(), Contract: link.Contract}
		return err
	})
	return e, err
}

func (o *Access) liveLink(w *action.Work, code string) (domain.Link, error) {
	link, err := w.LinkByCode(code)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return link, domain.Fail(domain.CodeLinkDead)
	}
	if err == nil && (link.Dead || (!link.Expires.IsZero() && !o.Now().Before(link.Expires))) {
		return link, domain.Fail(domain.CodeLinkDead)
	}
	return link, err
}

// SendEnterCode sends the code that opens the signers' pages to the phone behind the link. Errors: CodeLinkDead,
// CodeTooOften.
func (o *Access) SendEnterCode(ctx context.Context, linkCode string) error {
	return o.Act(ctx, domain.Visitor(), domain.ActionSessionCode, action.ObjectPages, func(w *action.Work) error {
		link, err := o.liveLink(w, linkCode)
		if err != nil {
			return err
		}
		p, err := w.Person(link.Person)
		if err != nil {
			return err
		}
		return o.SendCode(w, p, domain.PurposeEnter, "")
	})
}

// Enter exchanges the code for a session. Errors: CodeLinkDead, CodeCodeWrong, CodeCodeExpired, CodeTriesUsedUp.
func (o *Access) Enter(ctx context.Context, linkCode, guess string) (token string, err error) {
	var link domain.Link
	err = o.View(ctx, domain.Visitor(), domain.ActionSessionEnter, action.ObjectPages, func(w *action.Work) (err error) {
		link, err = o.liveLink(w, linkCode)
		return err
	})
	if err != nil {
		return "", err
	}
	return o.openSession(ctx, link.Person, guess, func(w *action.Work) error {
		if link.Contract != "" {
			return nil
		}
		return w.KillLinks("", link.Person) // a pass is good once
	})
}

// openSession turns the code of a phone into a session of 256 bits.
func (o *Access) openSession(ctx context.Context, person, guess string, also func(*action.Work) error) (string, error) {
	token, err := o.NewID("", 32)
	if err != nil {
		return "", err
	}
	key := CodeKey{Person: person, Purpose: domain.PurposeEnter}
	err = o.WithCode(ctx, domain.Visitor(), domain.ActionSessionEnter, action.PersonObject(person), key, guess, func(w *action.Work) error {
		err := w.InsertSession(domain.Session{Token: token, Person: person, Expires: o.Now().Add(o.Settings.SessionLife)})
		if err == nil {
			err = also(w)
		}
		if err != nil {
			return err
		}
		return w.As(domain.ByCode(person)).Record(domain.ActionSessionEnter, action.PersonObject(person), domain.Event{})
	})
	if err != nil {
		return "", err
	}
	return token, nil
}

// SessionPerson gives the person behind a session's cookie. A session lives on while it is used: past half its life it
// is prolonged. Error: CodeSessionGone.
func (o *Access) SessionPerson(ctx context.Context, token string) (p domain.Person, err error) {
	var s domain.Session
	err = o.View(ctx, domain.Visitor(), domain.ActionSessionRead, action.ObjectPages, func(w *action.Work) error {
		s, err = w.Session(token)
		if domain.CodeOf(err) == domain.CodeNotFound || (err == nil && !o.Now().Before(s.Expires)) {
			return domain.Fail(domain.CodeSessionGone)
		}
		if err != nil {
			return err
		}
		p, err = w.Person(s.Person)
		return err
	})
	if err != nil || s.Expires.Sub(o.Now()) > o.Settings.SessionLife/2 {
		return p, err
	}
	return p, o.Act(ctx, domain.Visitor(), domain.ActionSessionRead, action.ObjectPages, func(w *action.Work) error {
		if _, err := w.Session(token); err != nil {
			if domain.CodeOf(err) == domain.CodeNotFound {
				return domain.Fail(domain.CodeSessionGone) // left meanwhile
			}
			return err
		}
		if err := w.DeleteSession(token); err != nil {
			return err
		}
		s.Token, s.Expires = token, o.Now().Add(o.Settings.SessionLife)
		return w.InsertSession(s)
	})
}

// Leave ends a session.
func (o *Access) Leave(ctx context.Context, token string) error {
	return o.Act(ctx, domain.Visitor(), domain.ActionSessionLeave, action.ObjectPages, func(w *action.Work) error {
		return w.DeleteSession(token)
	})
}

// SendCode makes a one-time code and the message that carries it, not oftener than once a minute for the same
// purpose unless the last one was used.
func (o *Access) SendCode(w *action.Work, p domain.Person, purpose domain.Purpose, subject string) error {
	now := o.Now()
	latest, err := w.LatestCode(p.ID, purpose, subject)
	switch {
	case err == nil && !latest.Used && now.Before(latest.Sent.Add(domain.CodePause)):
		return domain.Fail(domain.CodeTooOften, int(latest.Sent.Add(domain.CodePause).Sub(now)/time.Second)+1)
	case err != nil && domain.CodeOf(err) != domain.CodeNotFound:
		return err
	}
	id, err := o.NewID(domain.IDCode, 10)
	if err != nil {
		return err
	}
	digits, err := sixDigits(o.Random)
	if err != nil {
		return err
	}
	err = w.InsertCode(domain.OneTimeCode{
		ID: id, Person: p.ID, Purpose: purpose, Subject: subject, Code: digits, Sent: now, Expires: now.Add(domain.CodeLife),
	})
	if err != nil {
		return err
	}
	return o.Notifier.Text(w, domain.Message{Kind: domain.MessageCode, Person: p.ID, Phone: p.Phone, Code: id}, now, now)
}

// WithCode does an act that a one-time code must open, in one transaction: the right code is used up together with
// its effect, a wrong guess counts and nothing else happens.
func (o *Access) WithCode(
	ctx context.Context, by domain.Caller, what domain.Action, object string, key CodeKey, guess string, do func(*action.Work) error,
) error {
	var verdict error
	err := o.Act(ctx, by, what, object, func(w *action.Work) error {
		verdict = nil
		code, err := w.LatestCode(key.Person, key.Purpose, key.Subject)
		if domain.CodeOf(err) == domain.CodeNotFound {
			verdict = domain.Fail(domain.CodeCodeExpired)
			return nil
		}
		if err != nil {
			return err
		}
		verdict = code.Try(guess, o.Now())
		if err := w.UpdateCode(code); err != nil {
			return err
		}
		if verdict != nil {
			return nil
		}
		return do(w)
	})
	if err != nil {
		return err
	}
	return o.Refused(ctx, by, what, object, verdict)
}

// CodeKey says which code an act wants.
type CodeKey struct {
	Person  string
	Purpose domain.Purpose
	Subject string
}

// sixDigits draws one of a million codes without bias.
func sixDigits(random io.Reader) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("random: %w", err)
	}
	// 128 bits over a million values: the bias is below 2^-108.
	n := new(big.Int).Mod(new(big.Int).SetBytes(b[:]), big.NewInt(1_000_000))
	return fmt.Sprintf("%06d", n.Int64()), nil
}
