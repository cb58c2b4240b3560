package portal_test

import (
	"crypto/rand"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/campus"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/procurement"
)

// picture93 is a row of the table of the manual's pictures.
type picture93 struct{ no, row, page, heading, words string }

func lostPictures(t *testing.T) (rows []picture93) {
	t.Helper()
	table, err := os.ReadFile("../../docs/pictures.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.Trim(strings.ReplaceAll(line, `\*`, "*"), "| \n"), " | ")
		if len(cells) == 6 && strings.HasPrefix(cells[3], "`") {
			rows = append(rows, picture93{cells[0], cells[1], strings.Trim(cells[3], "`"), cells[4], cells[5]})
		}
	}
	return rows
}

func (p page) heading() string {
	var words strings.Builder
	for _, n := range p.all("h1") {
		for part := range n.Descendants() {
			if part.Type == html.TextNode {
				words.WriteString(part.Data)
			}
		}
	}
	return words.String()
}

// TestS93EveryLostPictureHasItsPage goes the way of docs/pictures.md, and finds each page where it is said to be.
func TestS93EveryLostPictureHasItsPage(t *testing.T) {
	rows := lostPictures(t)
	count, want := map[string]int{}, map[string]int{
		"S31": 1, "S52": 1, "S54": 1, "S56": 1, "S59": 1, "S62": 2, "S64": 1, "S69": 4, "S70": 2, "S71": 1, "S74": 4, "S75": 1, "S81": 4, "S82": 1, "S89": 4, "S90": 1,
	}
	for i, r := range rows {
		if count[r.row]++; r.no != fmt.Sprint(i+1) {
			t.Errorf("row %d has number %s", i+1, r.no)
		}
	}
	if len(rows) != 30 || !maps.Equal(count, want) {
		t.Fatalf("%d pictures: %v", len(rows), count)
	}
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	h.offer("HT-2", cast.Companies()[2])
	h.offer("HT-3", cast.Companies()[0])
	var pages album
	for _, part := range []func(*album){h.purchasersForm, h.wayIn, h.byFace, h.byPhone, h.byCard, h.byHand} {
		part(&pages)
	}
	if len(pages) != len(rows) {
		t.Fatalf("%d pages were seen", len(pages))
	}
	for i, r := range rows {
		if p := pages[i]; p.path != r.page || p.heading() != r.heading || !strings.Contains(p.body, r.words) {
			t.Errorf("picture %s: came to %s %q, want %s %q with %q:\n%s", r.no, p.path, p.heading(), r.page, r.heading, r.words, p.body)
		}
	}
}

// album keeps the pages in the order they were seen.
type album []page

func (a *album) add(p *handset) { *a = append(*a, p.page) }

// purchasersForm is the one page outside: the form of a new contract, in the procurement system.
func (h *house) purchasersForm(a *album) {
	h.t.Helper()
	there, err := procurement.New(procurement.Options{
		State: h.t.TempDir(), Clock: h.now, Rand: rand.Reader, Office: func() string { return "" },
		Key: campus.Key{ID: "office", Secret: "one"}, Own: campus.Key{ID: "procurement", Secret: "two"},
	})
	h.must(err)
	server := httptest.NewServer(there.Handler())
	h.t.Cleanup(func() {
		server.Close()
		if err := there.Close(); err != nil {
			h.t.Error(err)
		}
	})
	p := h.phone(cast.Departments()[0].Purchaser)
	req, err := http.NewRequestWithContext(h.t.Context(), http.MethodGet, server.URL+"/contracts/new", nil)
	h.must(err)
	a.add(p.take(p.client.Do(req)))
}

// logged comes in by the phone alone.
func (h *house) logged(who cast.Person) *handset {
	h.t.Helper()
	p := h.phone(who)
	p.get("/login").submit("login", map[string]string{"phone": who.Phone}).wants(http.StatusOK, "code")
	return p.submit("enter", map[string]string{"code": p.code()}).wants(http.StatusOK, "verify-first")
}

// wayIn is the way to the method.
func (h *house) wayIn(a *album) {
	h.t.Helper()
	who := cast.Companies()[1].Representative
	a.add(h.phone(who).get("/login"))
	p := h.logged(who)
	a.add(p)
	a.add(p.follow("me"))
	a.add(p.follow("verify"))
	a.add(p)
	a.add(p.submit("identity", map[string]string{"kind": cast.Passport, "name": who.Name, "number": "1"}))
	a.add(p.state())
}

// finds says what the provider finds the next time; after that everything fits.
func (h *house) finds(m domain.Method, first domain.Outcome) {
	h.outside.mu.Lock()
	defer h.outside.mu.Unlock()
	h.outside.answers[m] = []domain.Outcome{first}
}

func (h *house) byFace(a *album) {
	h.t.Helper()
	h.finds(domain.MethodFace, domain.OutcomeMismatch)
	h.later(2 * time.Minute)
	p := h.logged(cast.Companies()[1].Representative).follow("verify")
	a.add(p.follow("method-face"))
	a.add(p.submit("face-consent", map[string]string{"consent": "yes"}))
	a.add(p.follow("face-next"))
	a.add(p.submit("face", nil))
	h.work()
	a.add(p.follow("refresh"))
	a.add(p.follow("other-method"))
	p.follow("method-face").lookIn()
	h.work()
	a.add(p.follow("refresh"))
}

func (h *house) byPhone(a *album) {
	h.t.Helper()
	h.finds(domain.MethodPhone, domain.OutcomeNoRecord)
	p := h.logged(cast.Companies()[2].Representative).follow("verify").state()
	a.add(p.get("/verify/phone"))
	a.add(p.submit("method-phone", nil))
	right := p.code()
	wrong := "000001"
	if right == wrong {
		wrong = "000002"
	}
	a.add(p.submit("phone-code", map[string]string{"code": wrong}))
	p.submit("phone-code", map[string]string{"code": right})
	h.work()
	a.add(p.follow("refresh"))
	h.later(2 * time.Minute)
	p.follow("other-method").submit("method-phone", nil)
	p.submit("phone-code", map[string]string{"code": p.code()})
	h.work()
	a.add(p.follow("refresh"))
}

func (h *house) byCard(a *album) {
	h.t.Helper()
	h.finds(domain.MethodBank, domain.OutcomeMismatch)
	p := h.logged(cast.Departments()[0].Performer).follow("verify").state()
	a.add(p.follow("method-bank"))
	a.add(p)
	p.bank(p.who.Card)
	h.work()
	a.add(p.follow("refresh"))
	a.add(p.follow("again"))
	p.state().follow("method-bank").bank(p.who.Card)
	h.work()
	a.add(p.follow("refresh"))
}

func (h *house) byHand(a *album) {
	h.t.Helper()
	p, photo := h.logged(cast.Companies()[0].Representative).follow("verify"), picture(h.t)
	a.add(p.state())
	a.add(p.follow("method-manual"))
	a.add(p)
	a.add(p.upload("photos", map[string]string{"consent": "yes"}, map[string][]byte{"front": photo, "held": photo}))
	h.judge(domain.ReviewIdentity, func(id string) error { return h.office.ApproveReview(h.t.Context(), domain.Claimed("li"), id, "") })
	a.add(p.follow("refresh"))
}
