package identity_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"campus.example/sealdesk/sandbox/campus"
	"campus.example/sealdesk/sandbox/identity"
)

type bench struct {
	t     testing.TB
	dir   string
	srv   *identity.Server
	nonce int
}

func (b *bench) clock() time.Time { return time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC) }

func open(t testing.TB) *bench {
	b := &bench{t: t, dir: t.TempDir()}
	b.restart()
	t.Cleanup(func() {
		if err := b.srv.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

func (b *bench) restart() {
	if b.srv != nil {
		if err := b.srv.Close(); err != nil {
			b.t.Fatal(err)
		}
	}
	srv, err := identity.New(identity.Options{
		State: b.dir, Clock: b.clock, Key: campus.Key{ID: "office", Secret: "s"},
		Register: []identity.Known{{Name: "王样例", IDNo: "100000199001010011", Phone: "15400000011", CardNo: "6222021234567890128"}},
	})
	if err != nil {
		b.t.Fatal(err)
	}
	b.srv = srv
}

func (b *bench) call(method, path, body string) (int, identity.Answer, campus.Problem) {
	b.t.Helper()
	req := httptest.NewRequest(method, path, strings.NewReader(body))
	b.nonce++
	if err := campus.Sign(req, campus.Key{ID: "office", Secret: "s"}, b.clock(), fmt.Sprint(b.nonce)); err != nil {
		b.t.Fatal(err)
	}
	w := httptest.NewRecorder()
	b.srv.Handler().ServeHTTP(w, req)
	var a identity.Answer
	var p campus.Problem
	target := any(&a)
	if w.Code != http.StatusOK {
		target = &p
	}
	if err := json.Unmarshal(w.Body.Bytes(), target); err != nil {
		b.t.Fatalf("%q: %v", w.Body, err)
	}
	return w.Code, a, p
}

func question(order, change string) string {
	c := map[string]string{
		"order_no": order, "method": "phone3", "name": "王样例", "id_no": "100000199001010011",
		"phone": "15400000011", "card_no": "",
	}
	for pair := range strings.SplitSeq(change, "&") {
		if k, v, ok := strings.Cut(pair, "="); ok {
			c[k] = v
		}
	}
	body, err := json.Marshal(c)
	if err != nil {
		panic(err) // strings always marshal
	}
	return string(body)
}

func TestOutcomes(t *testing.T) {
	cases := []struct {
		change, outcome string
		charged         bool
	}{
		{"", "match", true},
		{"name=李样例", "mismatch", true},
		{"phone=15400000012", "mismatch", true},
		{"id_no=100000199001010038", "no_record", false},
		{"id_no=100000199001010012", "input_invalid", false},
		{"id_no=100000199002300010", "input_invalid", false},
		{"phone=154", "input_invalid", false},
		{"method=bank4&card_no=6222021234567890128", "match", true},
		{"method=bank4&card_no=6222021234567890129", "mismatch", true},
		{"method=bank4", "input_invalid", false},
	}
	b := open(t)
	for i, c := range cases {
		code, a, p := b.call("POST", "/v1/checks", question(fmt.Sprint("o", i), c.change))
		if code != 200 || a.Outcome != c.outcome || a.Charged != c.charged {
			t.Errorf("%s: %d %+v %+v", c.change, code, a, p)
		}
	}
}

func TestFaceIsPendingFirst(t *testing.T) {
	b := open(t)
	if _, a, _ := b.call("POST", "/v1/checks", question("f", "method=face")); a.Outcome != "pending" || a.Charged {
		t.Fatalf("%+v", a)
	}
	b.restart()
	if _, a, _ := b.call("GET", "/v1/checks/f", ""); a.Outcome != "match" || !a.Charged {
		t.Fatalf("%+v", a)
	}
	if st := b.srv.Stats(); st.Checks != 1 || st.Charges != 1 || st.DoubleCharged != 0 {
		t.Fatalf("%+v", st)
	}
}

func TestSameOrderIsAnsweredOnce(t *testing.T) {
	b := open(t)
	for range 3 {
		if code, a, _ := b.call("POST", "/v1/checks", question("o", "")); code != 200 || a.Outcome != "match" {
			t.Fatal(code, a)
		}
		b.restart()
	}
	if st := b.srv.Stats(); st != (identity.Stats{Checks: 1, Charges: 1, Matches: 1}) {
		t.Fatalf("%+v", st)
	}
	if code, _, p := b.call("POST", "/v1/checks", question("o", "name=李样例")); code != 409 || p.Code != "order_no_used" {
		t.Fatal(code, p)
	}
	if code, _, p := b.call("GET", "/v1/checks/other", ""); code != 404 || p.Code != "order_no_unknown" {
		t.Fatal(code, p)
	}
	// The same question under a second number is what a careless office pays twice for.
	b.call("POST", "/v1/checks", question("o2", ""))
	if st := b.srv.Stats(); st.Charges != 2 || st.DoubleCharged != 1 {
		t.Fatalf("%+v", st)
	}
}

func TestRefusesBadRequests(t *testing.T) {
	b := open(t)
	for body, want := range map[string]string{
		"{":                                   "body_invalid",
		`{"order_no":"a","colour":"red"}`:     "body_invalid",
		question("o", "") + "{}":              "body_invalid",
		question("", ""):                      "order_no_invalid",
		question(strings.Repeat("a", 65), ""): "order_no_invalid",
		question("o", "method=palm"):          "method_unknown",
	} {
		if code, _, p := b.call("POST", "/v1/checks", body); code != 400 || p.Code != want {
			t.Errorf("%s: %d %+v", body, code, p)
		}
	}
	w := httptest.NewRecorder()
	b.srv.Handler().ServeHTTP(w, httptest.NewRequest("POST", "/v1/checks", strings.NewReader(question("o", ""))))
	if w.Code != 401 || b.srv.Stats().Checks != 0 {
		t.Fatal("an unsigned check was taken", w.Code)
	}
}

// In whatever order the same few orders are sent and sent again, each is charged at most once.
func TestNeverChargedTwicePerOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := open(t)
		orders := map[string]bool{}
		for _, n := range rapid.SliceOfN(rapid.IntRange(0, 3), 1, 12).Draw(rt, "orders") {
			no := fmt.Sprint("o", n)
			orders[no] = true
			if code, _, _ := b.call("POST", "/v1/checks", question(no, "name="+fmt.Sprint("人", n))); code != 200 {
				rt.Fatal(code)
			}
		}
		if st := b.srv.Stats(); st.Charges != len(orders) || st.DoubleCharged != 0 {
			rt.Fatalf("%+v for %d orders", st, len(orders))
		}
	})
}

func TestPage(t *testing.T) {
	b := open(t)
	b.call("POST", "/v1/checks", question("order-7", ""))
	w := httptest.NewRecorder()
	b.srv.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != 200 || !strings.Contains(w.Body.String(), "order-7") || strings.Contains(w.Body.String(), "100000199001010011") {
		t.Fatal(w.Code, w.Body)
	}
}
