package procurement_test

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"campus.example/sealdesk/sandbox/procurement"
)

type page struct {
	Contracts []procurement.Contract `json:"contracts"`
	Next      string                 `json:"next_cursor"`
}

func TestOnlyApprovedContractsAreOffered(t *testing.T) { // S6
	b := open(t)
	text := []byte("%PDF-1.7\n")
	if err := b.srv.Submit(procurement.Contract{No: "HT-2026-0001", Title: "t"}, text); err != nil {
		t.Fatal(err)
	}
	var p page
	b.get("/api/v1/contracts?status=approved&cursor=&limit=50").into(t, &p)
	if len(p.Contracts) != 0 || p.Next != "" {
		t.Fatalf("%+v", p)
	}
	if r := b.get("/api/v1/contracts/HT-2026-0001/document"); r.status != 404 {
		t.Fatal(r.status)
	}
	b.get("/api/v1/contracts?status=in_approval").into(t, &p)
	if len(p.Contracts) != 1 || p.Contracts[0].Approval != nil {
		t.Fatalf("%+v", p)
	}
	if err := b.srv.Approve("HT-2026-0001", "钱样例"); err != nil {
		t.Fatal(err)
	}
	b.restart()
	b.get("/api/v1/contracts?status=approved").into(t, &p)
	c := p.Contracts[0]
	if c.Approval == nil || c.Approval.By != "钱样例" || !c.Approval.At.Equal(clock()) || c.Document.SHA256 != hash(text) || c.Document.Size != 9 {
		t.Fatalf("%+v", c)
	}
	r := b.get("/api/v1/contracts/HT-2026-0001/document")
	if r.status != 200 || string(r.body) != string(text) || r.header.Get("Content-Type") != "application/pdf" {
		t.Fatalf("%+v", r)
	}
}

// However the pages are cut, a poller that keeps its cursor sees every approval once and in order.
func TestCursorLosesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := open(t)
		total := rapid.IntRange(0, 9).Draw(rt, "contracts")
		offered, seen, cur := 0, []string{}, ""
		for len(seen) < total || offered < total {
			for range rapid.IntRange(0, total-offered).Draw(rt, "more") {
				offered++
				b.offer(fmt.Sprintf("HT-%d", offered))
			}
			var p page
			limit := rapid.IntRange(1, 4).Draw(rt, "limit")
			b.get(fmt.Sprintf("/api/v1/contracts?status=approved&cursor=%s&limit=%d", cur, limit)).into(t, &p)
			for _, c := range p.Contracts {
				seen = append(seen, c.No)
			}
			if len(p.Contracts) == 0 && p.Next != cur {
				rt.Fatalf("an empty page moved the cursor from %q to %q", cur, p.Next)
			}
			cur = p.Next
		}
		for i, no := range seen {
			if no != fmt.Sprintf("HT-%d", i+1) {
				rt.Fatalf("seen %v", seen)
			}
		}
	})
}

func TestListRefusesNonsense(t *testing.T) {
	b := open(t)
	for query, want := range map[string]string{
		"":                            "status_invalid",
		"?status=approved&cursor=abc": "cursor_invalid",
		"?status=approved&limit=0":    "limit_invalid",
	} {
		if r := b.get("/api/v1/contracts" + query); r.status != 400 || r.code(t) != want {
			t.Errorf("%s: %d %s", query, r.status, r.body)
		}
	}
	if r := b.do(httptest.NewRequest("GET", "/api/v1/contracts?status=approved", nil)); r.status != 401 {
		t.Error("an unsigned request passed")
	}
	if r := b.get("/api/v1/elsewhere"); r.status != 404 || r.code(t) != "no_such_path" {
		t.Error(r.status)
	}
}

func TestIntakeAnswers(t *testing.T) { // S26 to S29: whoever sent it hears the reason
	b := open(t)
	text := b.offer("HT-1")
	say := func(key, body string) reply {
		return b.call("POST", "/api/v1/contracts/HT-1/intake", key, "application/json", []byte(body))
	}
	quarantined := `{"status":"quarantined","code":"seal_process_unknown","reason":"用印流程不认识","sha256":""}`
	for range 2 {
		if r := say("k1", quarantined); r.status != 200 || !strings.Contains(string(r.body), `"ok":true`) {
			t.Fatalf("%+v", r)
		}
		b.restart()
	}
	if st := b.srv.Stats(); st.Quarantined != 1 || st.Codes["seal_process_unknown"] != 1 {
		t.Fatalf("%+v", st)
	}
	accepted := `{"status":"accepted","code":"","reason":"","sha256":"` + hash(text) + `"}`
	if r := say("k1", accepted); r.status != 422 || r.code(t) != "idempotency_key_reused" {
		t.Fatal(r.status)
	}
	if r := say("", accepted); r.status != 400 || r.code(t) != "idempotency_key_missing" {
		t.Fatal(r.status)
	}
	if r := say("k2", strings.Replace(accepted, hash(text), hash(nil), 1)); r.status != 409 || r.code(t) != "document_hash_mismatch" {
		t.Fatal(r.status)
	}
	if r := say("k3", accepted); r.status != 200 {
		t.Fatalf("%+v", r)
	}
	if st := b.srv.Stats(); st.Accepted != 1 || st.Quarantined != 0 {
		t.Fatalf("%+v", st)
	}
	if r := say("k4", `{"status":"turned_away"}`); r.status != 400 || r.code(t) != "reason_missing" {
		t.Fatal(r.status)
	}
	page := b.do(httptest.NewRequest("GET", "/contracts/HT-1", nil))
	if !strings.Contains(string(page.body), "用印流程不认识") || !strings.Contains(string(page.body), "已接收") {
		t.Fatal(string(page.body))
	}
}

func TestFinalIsTakenOnce(t *testing.T) { // S36
	b := open(t)
	text := string(b.offer("HT-1"))
	if r := b.get("/api/v1/contracts/HT-1/attachments/final"); r.status != 404 {
		t.Fatal(r.status)
	}
	first := b.putFinal("HT-1", "f1", text+"signed")
	var receipt, again procurement.Receipt
	first.into(t, &receipt)
	if first.status != 201 || receipt.Slot != "合同附件/合同盖章终稿" || receipt.SHA256 != hash([]byte(text+"signed")) || receipt.Size != int64(len(text)+6) {
		t.Fatalf("%+v", receipt)
	}
	for _, key := range []string{"f1", "f2"} { // the same bytes under the same key or another, also after a restart
		b.restart()
		r := b.putFinal("HT-1", key, text+"signed")
		r.into(t, &again)
		if r.status != 200 || again != receipt {
			t.Fatalf("%d %+v", r.status, again)
		}
	}
	if r := b.putFinal("HT-1", "f3", text+"other"); r.status != 409 || r.code(t) != "final_exists" {
		t.Fatal(r.status)
	}
	b.restart()
	b.get("/api/v1/contracts/HT-1/attachments/final").into(t, &again)
	if again != receipt {
		t.Fatalf("%+v", again)
	}
	if st := b.srv.Stats(); st.Finals != 1 || st.ConflictingFinals != 1 || st.Rewritten != 0 {
		t.Fatalf("%+v", st)
	}
	b.offer("HT-2")
	b.putFinal("HT-2", "f4", "%PDF-1.7\nsomething else")
	if st := b.srv.Stats(); st.Finals != 2 || st.Rewritten != 1 {
		t.Fatalf("a final that is not the text that was sent goes unnoticed: %+v", st)
	}
	if r := b.putFinal("HT-2", "f5", "hello"); r.status != 415 {
		t.Fatal(r.status)
	}
	if r := b.putFinal("HT-9", "f6", text); r.status != 404 {
		t.Fatal(r.status)
	}
}

func TestStatus(t *testing.T) {
	b := open(t)
	b.offer("HT-1")
	for range 2 {
		r := b.call("POST", "/api/v1/contracts/HT-1/status", "", "application/json", []byte(`{"status":"rejected","reason":"金额有误"}`))
		if r.status != 200 {
			t.Fatalf("%+v", r)
		}
	}
	if st := b.srv.Stats(); st.Statuses["rejected"] != 1 {
		t.Fatalf("%+v", st)
	}
}

// An item without a usable number is reported by its place; the contract behind it counts as answered, and the list shows
// why. The same message again changes nothing.
func TestItemsWithoutANumberAreToldOf(t *testing.T) {
	b := open(t)
	b.offer("HT-1")
	b.offer("HT\u200b-2")
	var p struct {
		Contracts []struct{ ID, No string } `json:"contracts"`
	}
	b.get("/api/v1/contracts?status=approved").into(t, &p)
	if len(p.Contracts) != 2 || p.Contracts[1].ID != "item-2" {
		t.Fatalf("%+v", p)
	}
	for range 2 {
		r := b.call("POST", "/api/v1/intake-problems", "p1", "application/json",
			[]byte(`{"index":1,"cursor":"","id":"item-2","code":"no_empty","reason":"合同编号含有不允许的字符","sha256":"ab"}`))
		if r.status != 200 {
			t.Fatalf("%+v", r)
		}
		b.restart()
	}
	if st := b.srv.Stats(); st.Problems != 1 || st.TurnedAway != 1 || st.Unanswered != 1 {
		t.Errorf("%+v", st)
	}
	if r := b.call("POST", "/api/v1/intake-problems", "p2", "application/json", []byte(`{"index":0}`)); r.status != 400 || r.code(t) != "reason_missing" {
		t.Errorf("without a reason: %d", r.status)
	}
	if list := b.do(httptest.NewRequest("GET", "/", nil)); !strings.Contains(string(list.body), "合同编号含有不允许的字符") {
		t.Errorf("the page is silent: %s", list.body)
	}
}
