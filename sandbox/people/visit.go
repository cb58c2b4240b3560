package people

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

const (
	reloadFirst = 60 * time.Millisecond
	reloadLast  = 600 * time.Millisecond
	maxSteps    = 400 // pages of one visit without a review: far more than anybody needs
	maxRefused  = 6   // forms that come back in a row
)

// visit is one stay on the office's pages, begun by a link. It ends with nil when there is nothing left to do.
func (p *person) visit(ctx context.Context, link string) error {
	at, err := p.browser.open(ctx, link)
	reload, refused := reloadFirst, 0
	for range maxSteps {
		if err != nil {
			return err
		}
		if at.status < 400 {
			refused = 0
		} else if refused++; refused > maxRefused {
			return &later{retryLast, fmt.Sprintf("%s is refused again and again: %d", at.url.Path, at.status)}
		}
		if done, err := p.verdict(at, link); done || err != nil {
			return err
		}
		if err := sleep(ctx, p.town.opt.Pause); err != nil {
			return err
		}
		step := p.step(at, link)
		if step == nil {
			return nil
		}
		if step.wait {
			if err := sleep(ctx, reload); err != nil {
				return err
			}
			reload = min(reload*3/2, reloadLast)
		} else {
			reload = reloadFirst
		}
		at, err = step.do(ctx)
		p.moved = p.moved || err == nil && at.status < 400 && !step.wait
	}
	return &later{retryLast, "this visit leads nowhere"}
}

// verdict tells whether a page ends the visit: with an error to come again for, or for good.
func (p *person) verdict(at *page, link string) (done bool, err error) {
	switch {
	case at.status == http.StatusTooManyRequests && len(at.forms) == 0:
		return false, &later{max(at.retry, time.Second), "the office is busy"}
	case at.status == http.StatusTooManyRequests:
		return false, nil // a form with a word about it: the code will come
	case at.status == http.StatusNotFound || at.status == http.StatusGone:
		p.log.Info("a link is dead", "page", at.url.Path)
		return true, nil
	case at.status == http.StatusUnprocessableEntity:
		return false, nil // the same form again, with a word about what was wrong
	case at.status >= 400:
		return false, fmt.Errorf("%s answers %d", at.url.Path, at.status)
	}
	return false, nil
}

// step is the next thing to do on a page.
type step struct {
	wait bool // it is only looking again
	do   func(context.Context) (*page, error)
}

// step chooses by what the page offers, then by the state it tells. Nil means that nothing is left to do.
func (p *person) step(at *page, link string) *step {
	for _, choose := range []func(*page) *step{p.codeStep, p.verifyStep, p.sealStep} {
		if s := choose(at); s != nil {
			return s
		}
	}
	switch at.state {
	case "running":
		return p.again(at)
	case "waiting":
		if inVerification(at) {
			return p.again(at)
		}
	case "passed":
		return p.goTo(link)
	case "done", "rejected", "todo", "nothing":
	default:
		// An error, a contract that is blocked, or a page nobody here understands: it may be another one next time.
		return &step{do: func(context.Context) (*page, error) {
			return nil, &later{retryLast, fmt.Sprintf("%s says %q", at.url.Path, at.state)}
		}}
	}
	return nil
}

func (p *person) again(at *page) *step {
	return &step{wait: true, do: func(ctx context.Context) (*page, error) { return p.browser.open(ctx, at.url.String()) }}
}

func (p *person) goTo(address string) *step {
	return &step{do: func(ctx context.Context) (*page, error) { return p.browser.open(ctx, address) }}
}

// submit is the step of filling a form in; then counts it when the office has taken it.
func (p *person) submit(at *page, f *form, fill values, count func(*Stats) *int) *step {
	return &step{do: func(ctx context.Context) (*page, error) {
		next, err := p.browser.submit(ctx, at, f, fill)
		if err == nil && next.status < 400 && count != nil {
			p.town.count(count)
		}
		return next, err
	}}
}
