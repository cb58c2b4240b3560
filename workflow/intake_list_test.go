package workflow_test

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"campus.example/sealdesk/client/campus"
	"campus.example/sealdesk/client/procurement"
	"campus.example/sealdesk/domain"
	problems "campus.example/sealdesk/sandbox/campus"
)

// listing is a procurement system over HTTP: it lists whatever it was given and counts what it hears.
type listing struct {
	*httptest.Server
	mu       sync.Mutex
	items    []json.RawMessage
	pdfs     map[string][]byte // by number; what is not there is refused
	answers  map[string][]domain.IntakeAnswer
	problems []domain.IntakeProblem
	broken   string // an answer to every question for the list, in place of it
	deaf     bool   // it does not know the address for problems
}

// documentMB is how large a document may be in these tests.
const documentMB = 1

func newListing(t *testing.T) *listing {
	l := &listing{pdfs: map[string][]byte{}, answers: map[string][]domain.IntakeAnswer{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/v1/contracts", l.list)
	mux.HandleFunc("GET /api/v1/contracts/{no}/document", l.document)
	mux.HandleFunc("POST /api/v1/contracts/{no}/intake", l.intake)
	mux.HandleFunc("POST /api/v1/contracts/{no}/status", func(w http.ResponseWriter, _ *http.Request) {
		problems.Answer(w, http.StatusOK, map[string]bool{"ok": true})
	})
	mux.HandleFunc("POST /api/v1/intake-problems", l.problem)
	l.Server = httptest.NewServer(mux)
	t.Cleanup(l.Close)
	return l
}

// overHTTP is an office whose procurement system is reached over HTTP.
func overHTTP(t *testing.T) (*desk, *listing) {
	t.Helper()
	d, l := newDesk(t), newListing(t)
	client, err := procurement.New(campus.Options{BaseURL: l.URL, KeyID: "k", Secret: "s", Now: d.Now, Rand: rand.Reader}, documentMB)
	d.must(err)
	d.Intakes.Procurement, d.Delivery.Procurement = client, client
	d.must(d.Schedule(t.Context()))
	return d, l
}

func (l *listing) list(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.broken != "" {
		w.Header().Set("Content-Type", "application/json")
		if _, err := fmt.Fprint(w, l.broken); err != nil {
			return
		}
		return
	}
	from, err := strconv.Atoi("0" + r.URL.Query().Get("cursor"))
	if err != nil || from > len(l.items) {
		problems.Refuse(w, http.StatusBadRequest, "cursor_invalid", "no such cursor")
		return
	}
	list := append([]json.RawMessage{}, l.items[from:]...)
	problems.Answer(w, http.StatusOK, map[string]any{"contracts": list, "next_cursor": strconv.Itoa(len(l.items))})
}

func (l *listing) document(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	pdf, there := l.pdfs[r.PathValue("no")]
	if !there {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	if _, err := w.Write(pdf); err != nil {
		return // the client has read enough
	}
}

func (l *listing) intake(w http.ResponseWriter, r *http.Request) {
	var a struct{ Status, Code, Reason, SHA256 string }
	if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
		problems.Refuse(w, http.StatusBadRequest, "body_invalid", err.Error())
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	no := r.PathValue("no")
	l.answers[no] = append(l.answers[no], domain.IntakeAnswer{
		Key: r.Header.Get("Idempotency-Key"), No: no, Verdict: domain.Verdict(a.Status), Code: domain.Code(a.Code), Reason: a.Reason, SHA256: a.SHA256,
	})
	problems.Answer(w, http.StatusOK, map[string]bool{"ok": true})
}

func (l *listing) problem(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var p domain.IntakeProblem
	if l.deaf || json.NewDecoder(r.Body).Decode(&p) != nil {
		http.NotFound(w, r)
		return
	}
	l.problems = append(l.problems, p)
	problems.Answer(w, http.StatusOK, map[string]bool{"ok": true})
}

// approve lists raw items.
func (l *listing) approve(items ...string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, item := range items {
		l.items = append(l.items, json.RawMessage(item))
	}
}

func (l *listing) serve(no string, pdf []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.pdfs[no] = pdf
}

// heard returns the answers on a number.
func (l *listing) heard(no string) []domain.IntakeAnswer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]domain.IntakeAnswer(nil), l.answers[no]...)
}

func (l *listing) toldOf() []domain.IntakeProblem {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]domain.IntakeProblem(nil), l.problems...)
}

func textOf(no string) []byte { return []byte("%PDF-1.7 " + no) }

// item writes a contract as the list has it; sha is the announced hash.
func item(no, sha string, change ...func(map[string]any)) string {
	c := map[string]any{
		"no": no, "title": "实验室设备采购", "amount": "1280000.00", "currency": "CNY", "e_seal": "是", "seal_process": "合同双方签署",
		"party_a":   map[string]any{"name": "测试大学", "department": "化学学院", "person": nameA, "phone": "15400000021"},
		"party_b":   map[string]any{"name": "某某科技有限公司", "person": nameB, "phone": "15400000012"},
		"purchaser": map[string]any{"name": "李强", "phone": "15400000021"},
		"approval":  map[string]any{"approved_by": "陈主任", "approved_at": "2026-03-01T10:00:00Z"},
		"document":  map[string]any{"sha256": sha},
	}
	for _, f := range change {
		f(c)
	}
	b, err := json.Marshal(c)
	if err != nil {
		panic(err) // words and maps have a form
	}
	return string(b)
}

func sum(b []byte) string {
	digest := sha256.Sum256(b)
	return hex.EncodeToString(digest[:])
}

// bad is one of the five ways in which an item is bad: what it looks like, and what becomes of it.
type bad struct {
	name string
	code domain.Code
	// offer lists the item under a number and returns it; numbered tells whether it can be answered under it.
	offer    func(l *listing, no string) string
	numbered bool
}

func fiveWays() []bad {
	return []bad{
		{"its document is refused", domain.CodeDocumentRefused, func(_ *listing, no string) string { return item(no, "") }, true},
		{"the announced SHA-256 differs", domain.CodeDocumentMismatch, func(l *listing, no string) string {
			l.serve(no, []byte("%PDF-1.7 another one"))
			return item(no, sum(textOf(no)))
		}, true},
		{"it has no number", domain.CodeNoEmpty, func(_ *listing, no string) string {
			return item("", "", func(c map[string]any) { c["id"] = no })
		}, false},
		{"it is no object", domain.CodeOfferUnreadable, func(_ *listing, no string) string { return strconv.Quote(no) }, false},
		{"its document is over the limit", domain.CodeDocTooBig, func(l *listing, no string) string {
			l.serve(no, append(textOf(no), bytes.Repeat([]byte{' '}, documentMB<<20)...))
			return item(no, "")
		}, true},
	}
}

// WRK-1, HSE-1: one bad item delays nothing else. Ten offers, five of them bad in the five ways, in every order: after one
// poll five are in, all ten are answered, none twice; the bad ones are shown with their reason, tried again by themselves and
// taken in when they are mended; the next poll brings a new good one.
func TestWRK1OneBadItemDelaysNothingElse(t *testing.T) {
	d, l := overHTTP(t)
	run := 0
	// order places the items: the first five are bad, each in its way.
	try := func(t *testing.T, order []int) {
		t.Helper()
		run++
		numbers := make([]string, len(order))
		told := len(l.toldOf())
		for i, which := range order {
			numbers[i] = fmt.Sprintf("HT-%d-%d", run, i)
			if which < 5 {
				l.approve(fiveWays()[which].offer(l, numbers[i]))
				continue
			}
			l.serve(numbers[i], textOf(numbers[i]))
			l.approve(item(numbers[i], sum(textOf(numbers[i]))))
		}
		d.clock.Advance(time.Minute) // one poll
		for _, err := range d.work() {
			if domain.CodeOf(err) == domain.CodeProviderDown || domain.CodeOf(err) == domain.CodeInternal {
				t.Errorf("%v: %v", order, err)
			}
		}
		for i, which := range order {
			heard := l.heard(numbers[i])
			switch {
			case which >= 5:
				if c := d.contract(numbers[i]); c.Stage != domain.StageToPush || len(heard) != 1 || heard[0].Verdict != domain.Accepted {
					t.Errorf("%v: the good one at %d stands at %s and heard %+v", order, i, c.Stage, heard)
				}
			case fiveWays()[which].numbered:
				want := fiveWays()[which].code
				c := d.contract(numbers[i])
				if c.Stage != domain.StageTurnedAway || c.Reason != string(want) || len(heard) != 1 || heard[0].Code != want || heard[0].Reason == "" {
					t.Errorf("%v: the bad one at %d (%s) stands at %s, %s, and heard %+v", order, i, fiveWays()[which].name, c.Stage, c.Reason, heard)
				}
			case len(heard) != 0:
				t.Errorf("%v: the one without a number heard %+v", order, heard)
			}
		}
		if got := l.toldOf()[told:]; len(got) != 2 || got[0].Reason == "" || got[0].SHA256 == "" || got[0].Index == got[1].Index {
			t.Errorf("%v: told of without a number: %+v", order, got)
		}
		open, err := d.ReceivedOffers(d.t.Context(), domain.Claimed("op"), false)
		if err != nil || len(open) != 5 {
			t.Errorf("%v: the operator is shown %d, %v", order, len(open), err)
		}
		if s, err := d.IntakeState(d.t.Context(), domain.Claimed("op")); err != nil || s.Poll.Count != 0 || s.Refused != 2 {
			t.Errorf("%v: %+v, %v", order, s, err)
		}
		next := fmt.Sprintf("HT-%d-next", run)
		l.serve(next, textOf(next))
		l.approve(item(next, ""))
		for i, which := range order { // mended meanwhile
			if which < 5 {
				l.serve(numbers[i], textOf(numbers[i]))
			}
		}
		d.clock.Advance(time.Minute)
		d.done()
		if d.contract(next).Stage != domain.StageToPush {
			t.Errorf("%v: the next poll brought nothing", order)
		}
		for i, which := range order {
			if heard := l.heard(numbers[i]); which < 5 && fiveWays()[which].numbered &&
				(d.contract(numbers[i]).Stage != domain.StageToPush || len(heard) != 2 || heard[1].Verdict != domain.Accepted) {
				t.Errorf("%v: the mended one at %d heard %+v", order, i, heard)
			}
		}
		for _, r := range open {
			if r.No == "" {
				d.must(d.DropOffer(d.t.Context(), domain.Claimed("op"), r.ID, "发件人已重新提交"))
			}
		}
	}
	for which := range 5 { // each bad one at each place
		for at := range 10 {
			order := []int{5, 6, 7, 8, 9}
			for other := range 5 {
				if other != which {
					order = append(order, other)
				}
			}
			order = append(order[:at], append([]int{which}, order[at:]...)...)
			try(t, order)
		}
	}
	orders := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
	for seed := range 50 {
		try(t, orders.Example(seed))
	}
}

// What has no usable number or is no object is told of by its place and never stops the list.
func TestWRK1ItemsWithoutAUsableNumber(t *testing.T) {
	for name, raw := range map[string]string{
		"a string": `"HT-1"`, "null": "null", "an array": `["HT-1"]`, "a number": "17", "a truth": "true", "an empty object": "{}",
		"an empty number": item("", ""), "blanks": item(" ", ""), "a number with a slash": item("HT/1", ""),
		"a long number":    item(strings.Repeat("9", 65), ""),
		"an escape code":   item("HT\x1b[31m1", ""),
		"an invisible one": item("HT\u200b1", ""), "a turning one": item("HT\u202e1", ""), "a wide space": item("HT\u30001", ""),
		"a filler": item("HT\u31641", ""), "dots": item("..", ""), "broken letters": "{\"no\":\"HT\xff1\"}",
		"an object for a number": item("", "", func(c map[string]any) { c["no"] = map[string]any{} }),
	} {
		t.Run(name, func(t *testing.T) {
			d, l := overHTTP(t)
			l.serve("HT-2", textOf("HT-2"))
			l.approve(raw, item("HT-2", ""))
			d.done()
			if d.contract("HT-2").Stage != domain.StageToPush {
				t.Error("the good one did not come in")
			}
			open, err := d.ReceivedOffers(t.Context(), domain.Claimed("op"), false)
			if err != nil || len(open) != 1 || open[0].No != "" || open[0].State != domain.OfferRefused || !open[0].Told || open[0].Code == "" {
				t.Fatalf("%+v, %v", open, err)
			}
			if told := l.toldOf(); len(told) != 1 || told[0].Index != 0 || told[0].SHA256 == "" {
				t.Errorf("%+v", told)
			}
			if !d.recorded("offer:"+open[0].ID, "intake.refused "+string(open[0].Code)) {
				t.Error(d.events("offer:" + open[0].ID))
			}
			d.want(d.DropOffer(t.Context(), domain.Claimed("op"), open[0].ID, " "), domain.CodeReasonEmpty)
			d.want(d.DropOffer(t.Context(), domain.Claimed("reviewer"), open[0].ID, "x"), domain.CodeNoRight)
			d.must(d.DropOffer(t.Context(), domain.Claimed("op"), open[0].ID, "发件人已重新提交"))
			d.want(d.DropOffer(t.Context(), domain.Claimed("op"), open[0].ID, "x"), domain.CodeOfferState)
		})
	}
}

// A sender that does not know the address for such messages is told nothing; the office's own list keeps the item.
func TestWRK1SenderWithoutTheAddressForProblems(t *testing.T) {
	d, l := overHTTP(t)
	l.deaf = true
	l.approve("null")
	d.done()
	open, err := d.ReceivedOffers(t.Context(), domain.Claimed("op"), false)
	if err != nil || len(open) != 1 || open[0].Told {
		t.Errorf("%+v, %v", open, err)
	}
}

// A list that cannot be read as a whole is an alarm within minutes, and the alarm ends with the first list that can.
func TestWRK1UnreadableListIsAnAlarm(t *testing.T) {
	for name, broken := range map[string]string{
		"not JSON": "<html>", "the cursor does not move": `{"contracts":[{}],"next_cursor":""}`, "no list": `{"contracts":null,"next_cursor":"1"}`,
	} {
		d, l := overHTTP(t)
		alarm := func() bool {
			desk, err := d.Desk(t.Context(), domain.Claimed("op"))
			d.must(err)
			return desk.PollFailing
		}
		l.broken = broken
		if failed := d.work(); len(failed) != 1 || alarm() {
			t.Errorf("%s: %v", name, failed)
		}
		d.clock.Advance(2 * time.Minute)
		if !alarm() {
			t.Errorf("%s: no alarm after two minutes", name)
		}
		d.work()
		if s, err := d.IntakeState(t.Context(), domain.Claimed("op")); err != nil || s.Poll.Count != 2 || s.Poll.Code != domain.CodeProviderNonsense {
			t.Errorf("%s: %+v, %v", name, s, err)
		}
		l.broken = ""
		d.clock.Advance(time.Minute)
		d.done()
		if alarm() {
			t.Errorf("%s: the alarm goes on", name)
		}
	}
}

// Trouble on the way says nothing about an offer: nobody is told, nothing is turned away, no number of tries gives it up; an
// operator is shown it after some tries.
func TestWRK1TroubleOnTheWayTurnsNothingAway(t *testing.T) {
	d := newDesk(t)
	d.procurement.Approve(offer("HT-1"), []byte("%PDF HT-1"))
	d.must(d.Schedule(t.Context()))
	d.procurement.FailDocuments(domain.Fail(domain.CodeProviderDown, "procurement"))
	for range 40 {
		d.done()
		d.clock.Advance(10 * time.Minute)
	}
	desk, err := d.Desk(t.Context(), domain.Claimed("op"))
	d.must(err)
	list, err := d.Contracts(t.Context(), domain.Claimed("op"), domain.ContractFilter{})
	d.must(err)
	if desk.Intake != 1 || len(list) != 0 || len(d.procurement.Answers()) != 0 {
		t.Errorf("%d shown, %d contracts, %v", desk.Intake, len(list), d.procurement.Answers())
	}
	d.procurement.FailDocuments(nil)
	d.done()
	if d.contract("HT-1").Stage != domain.StageToPush {
		t.Error("it did not come in afterwards")
	}
}

// What is refused stays refused for so many tries, is given up and stays visible; a retry by hand and a second listing both
// try it again, and the sender who offers again is answered again.
func TestWRK1GivenUpIsTriedByHandAndWhenListedAgain(t *testing.T) {
	d := newDesk(t)
	d.procurement.Approve(offer("HT-1"), nil)
	d.must(d.Schedule(t.Context()))
	for range 30 {
		d.work()
		d.clock.Advance(20 * time.Minute)
	}
	open, err := d.ReceivedOffers(t.Context(), domain.Claimed("op"), false)
	d.must(err)
	if len(open) != 1 || open[0].State != domain.OfferRefused || open[0].Code != domain.CodeDocumentRefused || open[0].Tries < 25 {
		t.Fatalf("%+v", open)
	}
	if a := d.procurement.Answers(); len(a) != 1 || a[0].Code != domain.CodeDocumentRefused || !strings.Contains(a[0].Reason, "document_unknown") {
		t.Fatalf("the sender heard %+v", a)
	}
	d.procurement.Approve(offer("HT-1"), nil) // the sender lists it again
	d.clock.Advance(time.Minute)
	d.work()
	if a := d.procurement.Answers(); len(a) != 2 {
		t.Errorf("listed again, the sender heard %+v", a)
	}
	if open, err = d.ReceivedOffers(t.Context(), domain.Claimed("op"), false); err != nil || len(open) != 1 || open[0].Tries != 1 {
		t.Errorf("%+v, %v", open, err)
	}
	d.procurement.Serve("HT-1", []byte("%PDF HT-1"))
	jobs, err := d.Jobs(t.Context(), domain.Claimed("op"), domain.JobFilter{Kind: domain.JobIntake, States: []domain.JobState{domain.JobReady}})
	d.must(err)
	if len(jobs) != 1 {
		t.Fatalf("%+v", jobs)
	}
	d.must(d.RetryJob(t.Context(), domain.Claimed("op"), jobs[0].ID))
	d.done()
	if a := d.procurement.Answers(); d.contract("HT-1").Stage != domain.StageToPush || a[len(a)-1].Verdict != domain.Accepted {
		t.Errorf("%s, the sender heard %+v", d.contract("HT-1").Stage, a)
	}
}

// HSE-1: a bad contract at the head of the list, for ten hours: the two behind it are in after one poll, it is told of once, and
// the operator sees it with its reason.
func TestHSE1BadContractAtTheHeadOfTheList(t *testing.T) {
	for _, which := range []int{0, 1} {
		d, l := overHTTP(t)
		l.approve(fiveWays()[which].offer(l, "HT-1"))
		for _, no := range []string{"HT-2", "HT-3"} {
			l.serve(no, textOf(no))
			l.approve(item(no, sum(textOf(no))))
		}
		d.work()
		if d.contract("HT-2").Stage != domain.StageToPush || d.contract("HT-3").Stage != domain.StageToPush {
			t.Errorf("%s: the good ones are not in after one poll", fiveWays()[which].name)
		}
		for range 30 {
			d.clock.Advance(20 * time.Minute)
			d.work()
		}
		if heard := l.heard("HT-1"); len(heard) != 1 || heard[0].Code != fiveWays()[which].code {
			t.Errorf("%s: the sender heard %+v", fiveWays()[which].name, heard)
		}
		open, err := d.ReceivedOffers(t.Context(), domain.Claimed("op"), false)
		desk, errDesk := d.Desk(t.Context(), domain.Claimed("op"))
		if err != nil || errDesk != nil || len(open) != 1 || open[0].Code != fiveWays()[which].code || open[0].No != "HT-1" || desk.Intake != 1 || desk.PollFailing {
			t.Errorf("%s: %+v, %d in the header", fiveWays()[which].name, open, desk.Intake)
		}
	}
}
