package people

import (
	"context"
	"time"
)

// ask is a code somebody has asked for.
type ask struct {
	at    time.Time
	after int // newest message on the phone before
}

// The forms that send a code and those that take one.
func sendForms() []string { return []string{"sign-code", "resend", "send-code"} }
func takeForms() []string { return []string{"enter", "sign", "phone-code"} }

func (p *page) first(acts []string) *form {
	for _, act := range acts {
		if f := p.forms[act]; f != nil {
			return f
		}
	}
	return nil
}

// codeStep gets a code and types it in.
func (p *person) codeStep(at *page) *step {
	send, take := at.first(sendForms()), at.first(takeForms())
	switch {
	case take == nil && send == nil:
		return nil
	case take == nil:
		return p.askStep(at, send, "enter")
	}
	name := purpose(at, take)
	if _, known := p.asked[name]; !known {
		if send != nil {
			return p.askStep(at, send, name)
		}
		p.asked[name] = ask{at: p.town.opt.Clock(), after: p.phone.last}
	}
	return &step{do: func(ctx context.Context) (*page, error) { return p.await(ctx, at, send, take) }}
}

// purpose names what a code is for: a signature's is for one contract, the others for the person.
func purpose(at *page, take *form) string {
	if take.act == "sign" {
		return take.act + " " + at.url.Path
	}
	return take.act
}

// askStep presses the button that sends a code. What was on the phone before is for something else; but when the answer
// to an earlier press was lost, the code it may have sent still counts.
func (p *person) askStep(at *page, send *form, name string) *step {
	return &step{do: func(ctx context.Context) (*page, error) {
		a, again := p.asked[name]
		if !again {
			if err := p.phone.look(ctx, 0); err != nil {
				return nil, err
			}
			a.after = p.phone.last
		}
		// Until the office answers, the press counts as one that was not heard: it may be repeated at once.
		p.asked[name] = ask{at: p.town.opt.Clock().Add(-p.town.opt.CodeWait), after: a.after}
		next, err := p.browser.submit(ctx, at, send, p.words())
		if err == nil && next.status < 500 {
			p.asked[name] = ask{at: p.town.opt.Clock(), after: a.after}
		}
		return next, err
	}}
}

// await waits for the code and types it in. One that does not come within the minute an office keeps between two codes
// is asked for again.
func (p *person) await(ctx context.Context, at *page, send, take *form) (*page, error) {
	name := purpose(at, take)
	asked := p.asked[name]
	for {
		if code, id := p.phone.code(asked.after, p.tried); code != "" {
			return p.typeIn(ctx, at, take, code, id)
		}
		left := asked.at.Add(p.town.opt.CodeWait).Sub(p.town.opt.Clock())
		if left <= 0 {
			break
		}
		if err := p.phone.look(ctx, min(left, 5*time.Second)); err != nil {
			return nil, err
		}
	}
	if send != nil {
		return p.askStep(at, send, name).do(ctx)
	}
	delete(p.asked, name)
	return nil, &later{time.Second, "the code did not come"}
}

func (p *person) typeIn(ctx context.Context, at *page, take *form, code string, id int) (*page, error) {
	fill := p.words()
	fill.text["code"] = code
	if take.act == "sign" {
		fill.text["strokes"] = p.strokes()
	}
	next, err := p.browser.submit(ctx, at, take, fill)
	if err != nil || next.status >= 500 {
		return next, err // nobody knows whether it was taken: the page will tell, and the code is still good if not
	}
	p.tried[id] = true
	if next.status >= 400 {
		return next, nil
	}
	delete(p.asked, purpose(at, take))
	switch take.act {
	case "enter":
		p.town.count(func(s *Stats) *int { return &s.Entered })
	case "sign":
		p.town.count(func(s *Stats) *int { return &s.Signed })
	}
	return next, nil
}
