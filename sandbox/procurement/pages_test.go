package procurement_test

import (
	"bytes"
	"errors"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"campus.example/sealdesk/sandbox/campus"
	"campus.example/sealdesk/sandbox/procurement"
)

// form posts the new-contract form.
func (b *bench) form(fields map[string]string, text string) reply {
	b.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	var err error
	for name, value := range fields {
		err = errors.Join(err, w.WriteField(name, value))
	}
	if text != "" {
		part, errPart := w.CreateFormFile("text", "合同.pdf")
		if errPart != nil {
			b.t.Fatal(errPart)
		}
		_, errWrite := part.Write([]byte(text))
		err = errors.Join(err, errWrite)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		b.t.Fatal(err)
	}
	req := httptest.NewRequest("POST", "/contracts", &body)
	req.Header.Set("Content-Type", w.FormDataContentType())
	return b.do(req)
}

func (b *bench) post(path string, fields url.Values) reply {
	req := httptest.NewRequest("POST", path, strings.NewReader(fields.Encode()))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return b.do(req)
}

// The purchaser's way: the four fields of the manual, the file, 提交审批, approval, and the API offers it.
func TestNewContractForm(t *testing.T) { // S25 to S31
	b := open(t)
	page := string(b.do(httptest.NewRequest("GET", "/contracts/new", nil)).body)
	for _, word := range []string{"电子签章合同", "甲方履约人手机号码", "乙方手机号", "用印流程", "合同双方签署", "单方用印", "提交审批"} {
		if !strings.Contains(page, word) {
			t.Errorf("the form lacks %s", word)
		}
	}
	fields := map[string]string{
		"no": "HT-2026-0100", "title": "显微镜采购", "amount": "98000.00", "e_seal": "是", "phone_a": "15400000021",
		"phone_b": "15400000011", "seal_process": "合同双方签署", "party_b": "样例仪器有限公司",
	}
	if r := b.form(fields, ""); r.status != 400 || !strings.Contains(string(r.body), "请选择待盖章的合同文本") || !strings.Contains(string(r.body), "样例仪器有限公司") {
		t.Fatal("a form without its file must say so and keep what was typed", r.status)
	}
	r := b.form(fields, "%PDF-1.7\n")
	if r.status != http.StatusSeeOther || r.header.Get("Location") != "/contracts/HT-2026-0100" {
		t.Fatalf("%+v", r)
	}
	if r := b.form(fields, "%PDF-1.7\n"); r.status != 409 {
		t.Fatal(r.status)
	}
	if page := string(b.do(httptest.NewRequest("GET", "/contracts/HT-2026-0100", nil)).body); !strings.Contains(page, "审批中") {
		t.Fatal(page)
	}
	if r := b.post("/contracts/HT-2026-0100/approve", url.Values{"by": {"钱样例"}}); r.status != http.StatusSeeOther {
		t.Fatal(r.status)
	}
	var p struct{ Contracts []procurement.Contract }
	b.get("/api/v1/contracts?status=approved").into(t, &p)
	c := p.Contracts[0]
	if c.ESeal != "是" || c.SealProcess != "合同双方签署" || c.PartyA.Phone != "15400000021" || c.PartyB.Phone != "15400000011" || c.PartyA.Name != "测试大学" {
		t.Fatalf("%+v", c)
	}
	fields["no"] = ""
	if r := b.form(fields, "%PDF-1.7\n"); r.header.Get("Location") != "/contracts/HT-2026-5001" {
		t.Fatal(r.header)
	}
	if list := string(b.do(httptest.NewRequest("GET", "/", nil)).body); !strings.Contains(list, "HT-2026-0100") || !strings.Contains(list, "HT-2026-5001") {
		t.Fatal(list)
	}
}

func TestOtherSitesCannotPressButtons(t *testing.T) {
	b := open(t)
	b.offer("HT-1")
	req := httptest.NewRequest("POST", "/contracts/HT-1/pull", nil)
	req.Header.Set("Sec-Fetch-Site", "cross-site")
	if r := b.do(req); r.status != http.StatusForbidden {
		t.Fatal(r.status)
	}
}

func TestFinalCanBeDownloaded(t *testing.T) { // S37
	b := open(t)
	text := string(b.offer("HT-1"))
	if r := b.do(httptest.NewRequest("GET", "/contracts/HT-1/final.pdf", nil)); r.status != 404 {
		t.Fatal(r.status)
	}
	b.putFinal("HT-1", "k", text+"signed")
	page := string(b.do(httptest.NewRequest("GET", "/contracts/HT-1", nil)).body)
	for _, want := range []string{"合同附件", "合同盖章终稿", "R-20260302-0001", "/contracts/HT-1/final.pdf", hash([]byte(text + "signed"))} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if r := b.do(httptest.NewRequest("GET", "/contracts/HT-1/final.pdf", nil)); string(r.body) != text+"signed" {
		t.Fatalf("%q", r.body)
	}
}

// This system fetches finals by itself, with its own key (S35).
func TestPull(t *testing.T) {
	b := open(t)
	text := string(b.offer("HT-1"))
	content, claimed := text+"signed", ""
	office := httptest.NewServer(campus.NewGate(clock, ownKey()).Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/api/v1/contracts/HT-1/final" {
			campus.Refuse(w, http.StatusNotFound, "not_found", "no such contract")
			return
		}
		sha := claimed
		if sha == "" {
			sha = hash([]byte(content))
		}
		w.Header().Set("X-Content-SHA256", sha)
		if _, err := w.Write([]byte(content)); err != nil {
			t.Error(err)
		}
	})))
	defer office.Close()

	pull := func(no, want string) {
		t.Helper()
		p, err := b.srv.Pull(t.Context(), no)
		if err != nil || p.Outcome != want {
			t.Fatalf("%+v, %v; want %s", p, err, want)
		}
	}
	pull("HT-1", "failed") // nobody has said where the office is
	b.office = office.URL + "/"
	claimed = strings.Repeat("0", 64)
	pull("HT-1", "refused")
	claimed = ""
	pull("HT-1", "stored")
	pull("HT-1", "equal")
	content = text + "other"
	pull("HT-1", "different")
	b.offer("HT-2")
	pull("HT-2", "refused")
	if st := b.srv.Stats(); st.Finals != 1 || st.ConflictingFinals != 1 {
		t.Fatalf("%+v", st)
	}
	if _, err := b.srv.Pull(t.Context(), "HT-9"); !errors.Is(err, procurement.ErrUnknown) {
		t.Fatal(err)
	}
	if r := b.post("/contracts/HT-1/pull", nil); r.status != http.StatusSeeOther {
		t.Fatal(r.status)
	}
	b.restart()
	if page := string(b.do(httptest.NewRequest("GET", "/contracts/HT-1", nil)).body); !strings.Contains(page, "主动下载：different") {
		t.Fatal(page)
	}
}
