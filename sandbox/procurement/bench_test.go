package procurement_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"campus.example/sealdesk/sandbox/campus"
	"campus.example/sealdesk/sandbox/procurement"
)

// bench is a stand-in, restarted at will, and a signing client.
type bench struct {
	t      testing.TB
	dir    string
	srv    *procurement.Server
	nonce  int
	office string
}

func clock() time.Time { return time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC) }

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
	b.t.Helper()
	if b.srv != nil {
		if err := b.srv.Close(); err != nil {
			b.t.Fatal(err)
		}
	}
	srv, err := procurement.New(procurement.Options{
		State: b.dir, Clock: clock, Rand: rand.NewChaCha8([32]byte{1}),
		Key: officeKey(), Own: ownKey(), Office: func() string { return b.office },
	})
	if err != nil {
		b.t.Fatal(err)
	}
	b.srv = srv
}

func officeKey() campus.Key { return campus.Key{ID: "office", Secret: "one"} }
func ownKey() campus.Key    { return campus.Key{ID: "procurement", Secret: "two"} }

// offer puts an approved contract in.
func (b *bench) offer(no string) []byte {
	b.t.Helper()
	text := []byte("%PDF-1.7\ntext of " + no + "\n%%EOF\n")
	c := procurement.Contract{
		No: no, Title: "实验台采购", Amount: "1280000.00", Currency: "CNY", ESeal: "是", SealProcess: "合同双方签署",
		PartyA: procurement.PartyA{Name: "测试大学", Phone: "15400000021"},
		PartyB: procurement.PartyB{Name: "样例科技有限公司", Phone: "15400000011"}, Document: procurement.Document{FileName: no + ".pdf"},
	}
	if err := b.srv.Submit(c, text); err != nil {
		b.t.Fatal(err)
	}
	if err := b.srv.Approve(no, "钱样例"); err != nil {
		b.t.Fatal(err)
	}
	return text
}

type reply struct {
	status int
	body   []byte
	header http.Header
}

func (r reply) into(t testing.TB, target any) {
	t.Helper()
	if err := json.Unmarshal(r.body, target); err != nil {
		t.Fatalf("%d %q: %v", r.status, r.body, err)
	}
}

func (r reply) code(t testing.TB) string {
	t.Helper()
	var p campus.Problem
	r.into(t, &p)
	return p.Code
}

// call sends one signed request; a key of "" sends no Idempotency-Key.
func (b *bench) call(method, path, key, kind string, body []byte) reply {
	b.t.Helper()
	req := httptest.NewRequest(method, path, bytes.NewReader(body))
	req.Header.Set("Content-Type", kind)
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	b.nonce++
	if err := campus.Sign(req, officeKey(), clock(), fmt.Sprint(b.nonce)); err != nil {
		b.t.Fatal(err)
	}
	return b.do(req)
}

func (b *bench) do(req *http.Request) reply {
	w := httptest.NewRecorder()
	b.srv.Handler().ServeHTTP(w, req)
	return reply{w.Code, w.Body.Bytes(), w.Header()}
}

func (b *bench) get(path string) reply { return b.call("GET", path, "", "", nil) }

func (b *bench) putFinal(no, key, content string) reply {
	return b.call("PUT", "/api/v1/contracts/"+no+"/attachments/final", key, "application/pdf", []byte(content))
}

func hash(content []byte) string {
	digest := sha256.Sum256(content)
	return hex.EncodeToString(digest[:])
}
