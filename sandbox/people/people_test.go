package people_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/people"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// town gives people with every method among them: the passport holder first.
func town() []cast.Person {
	all := cast.People()
	all[1].Method, all[2].Method = "bank", "face"
	return all
}

// day lets the people sign eight contracts and gives the office they did it at.
func day(t *testing.T, breaks bool) (*office, people.Stats) {
	t.Helper()
	network, everybody := newPhones(t), town()
	o := newOffice(t, network, everybody)
	o.breaks = breaks
	var a, b []cast.Person
	for _, p := range everybody {
		switch p.Role {
		case cast.Performer:
			a = append(a, p)
		case cast.Representative:
			b = append(b, p)
		}
	}
	for n := range 9 {
		o.push(fmt.Sprintf("HT-%d", n), a[n%len(a)].Phone, b[n%len(b)].Phone)
	}
	o.mu.Lock()
	o.link(cast.Duty().Phone, "")
	o.mu.Unlock()
	p := people.Start(t.Context(), people.Options{SMS: network.URL, Cast: everybody, CodeWait: codePause + 50*time.Millisecond})
	defer p.Close()
	until := time.Now().Add(60 * time.Second)
	for !o.over() {
		if time.Now().After(until) {
			o.mu.Lock()
			defer o.mu.Unlock()
			for _, c := range o.contracts {
				t.Logf("%+v", *c)
			}
			t.Fatalf("the day does not end: %+v, wrong %v", p.Stats(), o.wrong)
		}
		time.Sleep(5 * time.Millisecond)
	}
	return o, p.Stats()
}

func (o *office) over() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, c := range o.contracts {
		if c.stage < 3 {
			return false
		}
	}
	return o.signers[cast.Duty().Phone].verified
}

func (o *office) check(t *testing.T) {
	t.Helper()
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, w := range o.wrong {
		t.Error(w)
	}
	for _, c := range o.contracts {
		a, b := o.signers[c.a], o.signers[c.b]
		if want := []string{b.Name + " signs", b.Name + " seals", a.Name + " signs"}; !slices.Equal(c.acts, want) {
			t.Errorf("%s: %s, want %s", c.no, strings.Join(c.acts, ", "), strings.Join(want, ", "))
		}
	}
	if o.reviews < 2 {
		t.Errorf("%d pairs of photos: whoever is refused submits again", o.reviews)
	}
}

func TestPeopleSignEverythingOnceInOrder(t *testing.T) {
	o, stats := day(t, false)
	o.check(t)
	if stats.Signed != 18 || stats.Sealed != 9 || stats.Photos != 2 || stats.Retries != 0 || o.guesses != 0 {
		t.Errorf("%+v, %d wrong codes", stats, o.guesses)
	}
	// Everybody who had something to do entered once: a session is good for all his contracts.
	if stats.Entered != 13 {
		t.Errorf("%d sessions", stats.Entered)
	}
}

// 500s, dropped connections before and after the work, codes that never arrive, sessions that are forgotten.
func TestPeopleBearWithABreakingOffice(t *testing.T) {
	o, stats := day(t, true)
	o.check(t)
	if stats.Retries == 0 {
		t.Error("nothing broke")
	}
	if o.guesses > 10 {
		t.Errorf("%d wrong codes", o.guesses)
	}
	t.Logf("%+v, %d requests, %d wrong codes", stats, o.requests, o.guesses)
}

func TestPeopleWaitForAnOfficeThatIsNotThere(t *testing.T) {
	network := newPhones(t)
	network.text(cast.Duty().Phone, "请登录 http://127.0.0.1:1/s/abc")
	p := people.Start(t.Context(), people.Options{SMS: network.URL, Cast: cast.People()})
	for p.Stats().Retries < 2 {
		time.Sleep(5 * time.Millisecond)
	}
	p.Close()
}
