package people

import (
	"context"
	"strings"

	"campus.example/sealdesk/sandbox/cast"
)

// The ways to be verified, as the pages spell them.
const (
	methodPhone  = "method-phone"
	methodBank   = "method-bank"
	methodFace   = "method-face"
	methodManual = "method-manual"
)

func inVerification(at *page) bool { return strings.HasPrefix(at.url.Path, "/verify") }

// verifyStep goes through the personal verification.
func (p *person) verifyStep(at *page) *step {
	if at.state == "verify-first" {
		if to := at.links["verify"]; to != "" {
			return p.along(at, to)
		}
		return p.along(at, "/verify")
	}
	if f := at.forms["identity"]; f != nil {
		return p.submit(at, f, p.words(), nil)
	}
	if s := p.methodStep(at); s != nil {
		return s
	}
	if f := at.forms["face-consent"]; f != nil {
		return p.submit(at, f, p.words(), nil)
	}
	if to := at.links["face-next"]; to != "" {
		return p.along(at, to)
	}
	begun := func(s *Stats) *int { return &s.Verifications }
	for _, act := range []string{"bank", "face"} {
		if f := at.forms[act]; f != nil {
			return p.submit(at, f, p.words(), begun)
		}
	}
	if f := at.forms["photos"]; f != nil {
		return &step{do: func(ctx context.Context) (*page, error) {
			if p.photos == nil {
				var err error
				if p.photos, err = photos(p.Person); err != nil {
					return nil, err
				}
			}
			fill := p.words()
			fill.files = p.photos
			next, err := p.browser.submit(ctx, at, f, fill)
			if err == nil && next.status < 400 {
				p.town.count(begun)
				p.town.count(func(s *Stats) *int { return &s.Photos })
			}
			return next, err
		}}
	}
	switch {
	case !inVerification(at):
		return nil
	case at.state == "refused":
		return p.firstOf(at, "resubmit", "again", "other-method")
	case at.state == "failed":
		return p.firstOf(at, "other-method", "resubmit", "again")
	}
	return nil
}

// methodStep chooses among the methods offered: the person's own, else whichever there is.
func (p *person) methodStep(at *page) *step {
	for _, act := range p.methods() {
		if f := at.forms[act]; f != nil {
			if act != methodPhone {
				return p.submit(at, f, p.words(), nil)
			}
			ask := p.askStep(at, f, "phone-code")
			return &step{do: func(ctx context.Context) (*page, error) {
				next, err := ask.do(ctx)
				if err == nil && next.status < 400 {
					p.town.count(func(s *Stats) *int { return &s.Verifications })
				}
				return next, err
			}}
		}
		if to := at.links[act]; to != "" {
			return p.along(at, to)
		}
	}
	return nil
}

func (p *person) methods() []string {
	own := "method-" + p.Method
	switch {
	case p.DocKind != cast.IDCard:
		own = methodManual
	case p.Method == "":
		own = methodPhone
	}
	return []string{own, methodPhone, methodBank, methodFace, methodManual}
}

// firstOf follows the first of these links that the page has.
func (p *person) firstOf(at *page, acts ...string) *step {
	for _, act := range acts {
		if to := at.links[act]; to != "" {
			p.log.Info("the verification was not passed", "state", at.state, "then", act)
			return p.along(at, to)
		}
	}
	return nil
}

// along follows a link of the page.
func (p *person) along(at *page, to string) *step {
	return &step{do: func(ctx context.Context) (*page, error) {
		next, err := at.url.Parse(to)
		if err != nil {
			return nil, err
		}
		return p.browser.open(ctx, next.String())
	}}
}

// words are what the person writes into forms, by the fields' names.
func (p *person) words() values {
	return values{text: map[string]string{
		"kind": p.DocKind, "name": p.Name, "number": p.DocNo, "card": p.Card, "phone": p.Phone,
		"authority": "legal_representative", "consent": "yes",
	}}
}
