package people

import (
	"context"
	"errors"
	"log/slog"
	mathrand "math/rand/v2"
	"net/http"
	"time"

	"campus.example/sealdesk/sandbox/cast"
)

const (
	idleWait   = 25 * time.Second       // a phone lies on the table so long before it is looked at again
	retryFirst = 100 * time.Millisecond // after the first failure, doubled after each
	retryLast  = 3 * time.Second
)

// person is one signer with his phone and his browser. Everything he does, he does alone and one after another.
type person struct {
	cast.Person
	town    *Town
	phone   *phone
	browser *browser
	rand    *mathrand.Rand
	asked   map[string]ask    // by what the code is for
	tried   map[int]bool      // messages whose code was typed
	photos  map[string][]byte // drawn when they are first asked for
	moved   bool              // something has been done since the last failure
	log     *slog.Logger
}

func newPerson(t *Town, who cast.Person, client *http.Client) *person {
	return &person{
		Person: who, town: t, phone: newPhone(t.opt.SMS, who.Phone, client), browser: newBrowser(),
		rand: seeded(t.opt.Random), asked: map[string]ask{}, tried: map[int]bool{}, log: t.opt.Log.With("person", who.Name),
	}
}

// live is a person's day: look at the phone, follow the newest link to its end, look again.
func (p *person) live(ctx context.Context) {
	defer p.browser.close()
	pause := retryFirst
	for ctx.Err() == nil {
		wait := idleWait
		if len(p.phone.links) > 0 {
			wait = 0
		}
		err := p.phone.look(ctx, wait)
		if n := len(p.phone.links); err == nil && n > 0 {
			err = p.follow(ctx, p.phone.links[n-1])
		}
		if err == nil {
			pause = retryFirst
			continue
		}
		var again *later
		if p.moved {
			p.moved, pause = false, retryFirst
		}
		if errors.As(err, &again) {
			pause = max(pause, again.wait)
		}
		p.town.count(func(s *Stats) *int { return &s.Retries })
		p.log.Debug("once more", "after", pause, "because", err)
		if sleep(ctx, pause) != nil {
			return
		}
		pause = min(max(2*pause, retryFirst), retryLast)
	}
}

// follow goes where a message leads until nothing is left to do there. An error leaves the message for another time.
func (p *person) follow(ctx context.Context, m message) error {
	address, err := p.phone.link(ctx, m.ID)
	if err != nil {
		return err
	}
	if err := p.visit(ctx, address); err != nil {
		return err
	}
	p.town.count(func(s *Stats) *int { return &s.Finished })
	for i, other := range p.phone.links {
		if other.ID == m.ID {
			p.phone.links = append(p.phone.links[:i:i], p.phone.links[i+1:]...)
			break
		}
	}
	return nil
}

// later is an error that says when to come again.
type later struct {
	wait time.Duration
	why  string
}

func (l *later) Error() string { return l.why }
