package workflow

import (
	"context"
	"fmt"
	"io"
	"math/big"
	"time"

	"sealdesk/domain"
)

// Entry is what a link shows before its owner has proved that the phone is his.
type Entry struct {
	Person      string
	MaskedPhone string
	Contract    string
}

// EntryOf opens a link of a text message. Error: CodeLinkDead for one that is unknown, dead or over.
func (o *Office) EntryOf(ctx context.Context, linkCode string) (e Entry, err error) {
	err = o.Store.Read(ctx, func(tx Tx) error {
		link, err := o.liveLink(tx, linkCode)
		if err != nil {
			return err
		}
		p, err := tx.Person(link.Person)
		e = Entry{Person: p.ID, MaskedPhone: p.Phone.Masked(), Contract: link.Contract}
		return err
	})
	return e, err
}

func (o *Office) liveLink(tx Tx, code string) (domain.Link, error) {
	link, err := tx.LinkByCode(code)
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
func (o *Office) SendEnterCode(ctx context.Context, linkCode string) error {
	return o.Store.InTx(ctx, func(tx Tx) error {
		link, err := o.liveLink(tx, linkCode)
		if err != nil {
			return err
		}
		p, err := tx.Person(link.Person)
		if err != nil {
			return err
		}
		return o.sendCode(tx, p, domain.PurposeEnter, "")
	})
}

// Enter exchanges the code for a session. Errors: CodeLinkDead, CodeCodeWrong, CodeCodeExpired, CodeTriesUsedUp.
func (o *Office) Enter(ctx context.Context, linkCode, guess string) (token string, err error) {
	var link domain.Link
	err = o.Store.Read(ctx, func(tx Tx) (err error) {
		link, err = o.liveLink(tx, linkCode)
		return err
	})
	if err != nil {
		return "", err
	}
	return o.openSession(ctx, link.Person, guess, func(tx Tx) error {
		if link.Contract != "" {
			return nil
		}
		return tx.KillLinks("", link.Person) // a pass is good once
	})
}

// openSession turns the code of a phone into a session of 256 bits.
func (o *Office) openSession(ctx context.Context, person, guess string, also func(Tx) error) (string, error) {
	token, err := o.newID("", 32)
	if err != nil {
		return "", err
	}
	key := codeKey{person: person, purpose: domain.PurposeEnter}
	err = o.withCode(ctx, "session.enter", "person:"+person, key, guess, func(tx Tx) error {
		err := tx.InsertSession(domain.Session{Token: token, Person: person, Expires: o.Now().Add(o.Rules.SessionLife)})
		if err == nil {
			err = also(tx)
		}
		if err != nil {
			return err
		}
		return tx.Append(domain.Event{At: o.Now(), Actor: bySigner(person), Action: "session.enter", Object: "person:" + person})
	})
	if err != nil {
		return "", err
	}
	return token, nil
}

// SessionPerson gives the person behind a session's cookie. A session lives on while it is used: past half its life it
// is prolonged. Error: CodeSessionGone.
func (o *Office) SessionPerson(ctx context.Context, token string) (p domain.Person, err error) {
	var s domain.Session
	err = o.Store.Read(ctx, func(tx Tx) error {
		s, err = tx.Session(token)
		if domain.CodeOf(err) == domain.CodeNotFound || (err == nil && !o.Now().Before(s.Expires)) {
			return domain.Fail(domain.CodeSessionGone)
		}
		if err != nil {
			return err
		}
		p, err = tx.Person(s.Person)
		return err
	})
	if err != nil || s.Expires.Sub(o.Now()) > o.Rules.SessionLife/2 {
		return p, err
	}
	return p, o.Store.InTx(ctx, func(tx Tx) error {
		if _, err := tx.Session(token); err != nil {
			if domain.CodeOf(err) == domain.CodeNotFound {
				return domain.Fail(domain.CodeSessionGone) // left meanwhile
			}
			return err
		}
		if err := tx.DeleteSession(token); err != nil {
			return err
		}
		s.Token, s.Expires = token, o.Now().Add(o.Rules.SessionLife)
		return tx.InsertSession(s)
	})
}

// Leave ends a session.
func (o *Office) Leave(ctx context.Context, token string) error {
	return o.Store.InTx(ctx, func(tx Tx) error { return tx.DeleteSession(token) })
}

// sendCode makes a one-time code and the message that carries it, not oftener than once a minute for the same
// purpose unless the last one was used.
func (o *Office) sendCode(tx Tx, p domain.Person, purpose domain.Purpose, subject string) error {
	now := o.Now()
	latest, err := tx.LatestCode(p.ID, purpose, subject)
	switch {
	case err == nil && !latest.Used && now.Before(latest.Sent.Add(domain.CodePause)):
		return domain.Fail(domain.CodeTooOften, int(latest.Sent.Add(domain.CodePause).Sub(now)/time.Second)+1)
	case err != nil && domain.CodeOf(err) != domain.CodeNotFound:
		return err
	}
	id, err := o.newID("C-", 10)
	if err != nil {
		return err
	}
	digits, err := sixDigits(o.Random)
	if err != nil {
		return err
	}
	err = tx.InsertCode(domain.OneTimeCode{
		ID: id, Person: p.ID, Purpose: purpose, Subject: subject, Code: digits, Sent: now, Expires: now.Add(domain.CodeLife),
	})
	if err != nil {
		return err
	}
	return o.text(tx, domain.Message{Kind: domain.MessageCode, Person: p.ID, Phone: p.Phone, Code: id}, now, now)
}

// withCode does an act that a one-time code must open, in one transaction: the right code is used up together with
// its effect, a wrong guess counts and nothing else happens.
func (o *Office) withCode(ctx context.Context, action, object string, key codeKey, guess string, do func(Tx) error) error {
	var verdict error
	err := o.act(ctx, bySigner(key.person), action, object, func(tx Tx) error {
		verdict = nil
		code, err := tx.LatestCode(key.person, key.purpose, key.subject)
		if domain.CodeOf(err) == domain.CodeNotFound {
			verdict = domain.Fail(domain.CodeCodeExpired)
			return nil
		}
		if err != nil {
			return err
		}
		verdict = code.Try(guess, o.Now())
		if err := tx.UpdateCode(code); err != nil {
			return err
		}
		if verdict != nil {
			return nil
		}
		return do(tx)
	})
	if err != nil {
		return err
	}
	return verdict
}

// codeKey says which code an act wants.
type codeKey struct {
	person  string
	purpose domain.Purpose
	subject string
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
