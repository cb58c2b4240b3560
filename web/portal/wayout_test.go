package portal_test

import (
	"flag"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// offers lists what a page lets one do: its links and forms, the frame and the refusal aside.
func (p *handset) offers() []string {
	var acts []string
	var main *html.Node
	for n := range p.page.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "main" {
			main = n
		}
	}
	if main == nil {
		return nil
	}
	for n := range main.Descendants() {
		act := attribute(n, "data-act")
		if n.Type != html.ElementNode || act == "" || slices.Contains([]string{"to-refuse", "refuse", "document", "sign", "sign-code", "new-code"}, act) {
			continue
		}
		acts = append(acts, n.Data+" "+act)
	}
	return acts
}

// do follows a link or sends a form, well filled in or badly.
func (p *handset) do(offer string, well bool, photo []byte) {
	p.t.Helper()
	kind, act, _ := strings.Cut(offer, " ")
	if kind == "a" {
		p.follow(act)
		return
	}
	code := "000000"
	if params := p.h.outside.last(p.who.Phone, domain.MessageCode); well && params != nil {
		code = params["code"]
	}
	switch act {
	case "identity":
		number := p.who.DocNo
		if !well {
			number = "1"
		}
		p.submit(act, map[string]string{"kind": p.who.DocKind, "name": p.who.Name, "number": number, "consent": "yes"})
	case "phone-code", "enter":
		p.submit(act, map[string]string{"code": code})
	case "login":
		p.submit(act, map[string]string{"phone": p.who.Phone})
	case "bank":
		card := p.who.Card
		if !well {
			card = "1234"
		}
		p.submit(act, map[string]string{"card": card, "phone": p.who.Phone, "consent": "yes"})
	case "face-consent":
		agreed := map[string]string{}
		if well {
			agreed["consent"] = "yes"
		}
		p.submit(act, agreed)
	case "photos":
		files := map[string][]byte{}
		for _, name := range []string{"front", "held"} {
			if p.page.find("input", "name", name) != nil {
				files[name] = photo
			}
		}
		if !well {
			files["held"] = []byte("no photo")
		}
		p.upload(act, map[string]string{"consent": "yes"}, files)
	default:
		p.submit(act, nil)
	}
}

// comeBack enters again when the session is over.
func (p *handset) comeBack() {
	p.t.Helper()
	p.get("/verify")
	if p.page.status == http.StatusUnauthorized {
		p.h.later(2 * time.Minute)
		p.get("/login").submit("login", map[string]string{"phone": p.who.Phone})
		p.submit("enter", map[string]string{"code": p.code()})
		p.get("/verify")
	}
}

// TestFromEveryPageAWayLeadsOn walks about at random, with random answers of the provider, random decisions of the
// review desk and time passing; wherever it ends, a person who only presses what he sees comes to be verified, or to
// where an operator has him on his list (S95).
func TestFromEveryPageAWayLeadsOn(t *testing.T) {
	if os.Getenv("SEALDESK_ALL") != "1" {
		if err := flag.Set("rapid.checks", "20"); err != nil {
			t.Fatal(err)
		}
	}
	h := newHouse(t)
	photo := picture(t)
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		who := cast.Person{Name: "甲乙丙", Phone: fmt.Sprintf("1990000%04d", n), DocKind: cast.IDCard, DocNo: cast.IDNumber("19800101", n%1000), Card: cast.BankCard(n)}
		if rapid.Bool().Draw(rt, "passport") {
			who.DocKind, who.DocNo = cast.Passport, fmt.Sprintf("X%08d", n)
		}
		h.outside.set(nil, false)
		h.offer(fmt.Sprintf("HT-%d", n), cast.Companies()[1], func(o *domain.Offer) { o.PhoneB, o.PersonB = who.Phone, who.Name })
		p := h.phone(who)
		p.enter()
		seen := []string{p.page.path}
		for range rapid.IntRange(0, 18).Draw(rt, "steps") {
			if p.page.state() == "sign" {
				return // verified, and signing
			}
			offers := p.offers()
			if len(offers) == 0 {
				rt.Fatalf("a dead end at %s after %v:\n%s", p.page.path, seen, p.page.body)
			}
			h.outside.set([]domain.Outcome{rapid.SampledFrom([]domain.Outcome{
				domain.OutcomeMismatch, domain.OutcomeMismatch, domain.OutcomeNoRecord, domain.OutcomeInvalid, domain.OutcomePending, domain.OutcomeMatch,
			}).Draw(rt, "answer")}, rapid.IntRange(0, 9).Draw(rt, "down") == 0)
			offer := rapid.SampledFrom(offers).Draw(rt, "offer")
			p.do(offer, rapid.IntRange(0, 3).Draw(rt, "well") > 0, photo)
			seen = append(seen, offer, p.page.path)
			if p.page.status >= http.StatusInternalServerError {
				rt.Fatalf("%s broke after %v:\n%s", p.page.path, seen, p.page.body)
			}
			switch rapid.IntRange(0, 5).Draw(rt, "then") {
			case 0:
				h.later(2 * time.Minute)
			case 1:
				h.later(25 * time.Hour)
			case 2:
				p.get("/verify/result")
			case 3:
				h.decide(rapid.SampledFrom(domain.ReviewReasons(domain.ReviewIdentity)).Draw(rt, "reason"))
			}
			h.work()
			if p.page.status == http.StatusUnauthorized {
				p.comeBack()
			}
		}
		h.outside.set([]domain.Outcome{
			domain.OutcomeMismatch, domain.OutcomeMismatch, domain.OutcomeMismatch, domain.OutcomeMismatch, domain.OutcomeMismatch,
			domain.OutcomeMismatch, domain.OutcomeMismatch, domain.OutcomeMismatch, domain.OutcomeMismatch, domain.OutcomeMismatch,
		}, false)
		p.comeBack()
		// Three methods with three tries each a day, the face with four pages, and a midnight on the way.
		for range 200 {
			seen = append(seen, p.page.path)
			if p.page.state() == "passed" || h.attention(who) {
				h.decide(domain.ReasonCopy)
				return
			}
			h.later(2 * time.Minute) // past the pause between two codes
			if p.page.state() == "waiting" {
				h.later(time.Hour) // until a provider that was away is asked again
			}
			h.work()
			offers := p.offers()
			next := ""
			if p.page.problem() == string(domain.CodeCodeExpired) && slices.Contains(offers, "form resend") {
				p.do("form resend", true, photo)
				h.work()
				offers = p.offers()
			}
			for _, want := range []string{
				"form phone-code", "form bank", "form face-consent", "a face-next", "form face", "form identity", "form photos",
				"form method-phone", "a method-bank", "a method-face", "a method-manual", "a other-method", "a resubmit", "a again", "a refresh",
			} {
				if slices.Contains(offers, want) {
					next = want
					break
				}
			}
			if next == "" {
				rt.Fatalf("no way on from %s after %v:\n%s", p.page.path, seen, p.page.body)
			}
			p.do(next, true, photo)
			h.work()
			if p.page.status == http.StatusUnauthorized {
				p.comeBack()
			}
		}
		rt.Fatalf("the way never ends: %v", seen)
	})
}

// set says what the provider will answer, whatever it is asked.
func (o *outside) set(next []domain.Outcome, down bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.down = down
	o.answers = map[domain.Method][]domain.Outcome{}
	for _, m := range domain.AutomaticMethods() {
		o.answers[m] = slices.Clone(next)
	}
}

// decide refuses whatever waits at the review desk.
func (h *house) decide(reason domain.ReviewReason) {
	h.t.Helper()
	open, err := h.office.Reviews(h.t.Context(), domain.Claimed("li"), []domain.ReviewState{domain.ReviewOpen}, 0)
	h.must(err)
	for _, r := range open {
		h.must(h.office.ClaimReview(h.t.Context(), domain.Claimed("li"), r.ID))
		h.must(h.office.RejectReview(h.t.Context(), domain.Claimed("li"), r.ID, reason, ""))
	}
}

// attention tells whether an operator has the person's review on his list.
func (h *house) attention(who cast.Person) bool {
	h.t.Helper()
	id := h.personOf(who)
	open, err := h.office.Reviews(h.t.Context(), domain.Claimed("li"), []domain.ReviewState{domain.ReviewOpen, domain.ReviewClaimed}, 0)
	h.must(err)
	return slices.ContainsFunc(open, func(r domain.Review) bool { return r.Person == id })
}
