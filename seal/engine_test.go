package seal_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/write"
	"campus.example/sealdesk/sandbox/tsa"
	"campus.example/sealdesk/seal"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/keys"
	"campus.example/sealdesk/seal/sight"
	"campus.example/sealdesk/workflow/port"
)

var _ port.Sealer = (*seal.Engine)(nil)

func now() time.Time { return time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC) }

// office is an engine with all it needs, and a timestamp authority.
type office struct {
	*seal.Engine
	dir   string
	tsa   *tsa.Server
	blind bool // its second look cannot draw
}

const pin = "135246"

func newOffice(t testing.TB) *office {
	t.Helper()
	dir := t.TempDir()
	authority, err := tsa.New(tsa.Options{State: dir, Clock: now})
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.ReadFile(authority.RootPath())
	if err != nil {
		t.Fatal(err)
	}
	pki, key := filepath.Join(dir, "pki"), filepath.Join(dir, "seal.p12")
	err = keys.Init(keys.InitOptions{
		Dir: pki, Name: "测试大学", SealName: "测试大学 合同专用章", SealKey: key, PIN: []byte(pin), Anchors: [][]byte{root},
		Now: now(), Random: rand.Reader,
	})
	if err != nil {
		t.Fatal(err)
	}
	o := &office{dir: dir, tsa: authority}
	o.Engine, err = seal.New(seal.Options{
		PKI: pki, SealKey: key, Millimetres: 42, Now: now, Random: rand.Reader, Check: check.Act,
		Look: func(ctx context.Context, a sight.Act) error {
			if o.blind {
				return blind(t).Signed(ctx, a)
			}
			return eye(t).Signed(ctx, a)
		},
		LookPrepared: func(ctx context.Context, p sight.Prepared) error { return eye(t).Prepared(ctx, p) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func (o *office) stamp(t testing.TB, request []byte) []byte {
	t.Helper()
	r := httptest.NewRequest("POST", "/tsa", bytes.NewReader(request))
	r.Header.Set("Content-Type", "application/timestamp-query")
	w := httptest.NewRecorder()
	o.tsa.Handler().ServeHTTP(w, r)
	return w.Body.Bytes()
}

// act carries out one act from begin to end.
func (o *office) act(t testing.TB, r domain.SealRequest) []byte {
	t.Helper()
	prepared, err := o.Begin(r)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(prepared.PDF, r.PDF) {
		t.Fatal("earlier bytes changed")
	}
	signature, err := o.Sign(r.Key, prepared.Pending)
	if err != nil {
		t.Fatal(err)
	}
	request, err := o.TokenRequest(signature)
	if err != nil {
		t.Fatal(err)
	}
	token, err := o.Token(signature, o.stamp(t, request))
	if err != nil {
		t.Fatal(err)
	}
	out, err := o.Finish(prepared.PDF, prepared.Pending, signature, token)
	if err != nil {
		t.Fatal(err)
	}
	again, err := o.Finish(prepared.PDF, prepared.Pending, signature, token)
	if err != nil || !bytes.Equal(out, again) {
		t.Fatal("the same input gave other bytes")
	}
	return out
}

func drawn(t testing.TB, a any) []byte {
	t.Helper()
	out, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func habits() []write.Habit {
	return []write.Habit{
		{Name: "table", Version: "1.4"},
		{Name: "plain", Version: "1.4", Plain: true, CRLF: true, Latin: true, Show: write.ShowGlyphs},
		{Name: "stream", Version: "1.5", Stream: true, HeadFont: true},
		{Name: "packed", Version: "1.5", Stream: true, Pack: true, XMP: true, Nested: true, Show: write.ShowKerned},
		{Name: "saved twice", Version: "1.6", Resave: true, Trim: true, Turn: true},
		{Name: "packed twice", Version: "1.7", Stream: true, Pack: true, Resave: true, Turn: true, Nested: true},
	}
}

func contract(t testing.TB, h write.Habit) []byte {
	t.Helper()
	doc, err := write.New(write.Meta{Title: "采购合同", Made: now()})
	if err != nil {
		t.Fatal(err)
	}
	doc.Title("采购合同")
	for range 45 {
		doc.Paragraph("乙方应当按照约定的时间和地点交付货物，并对货物的质量负责。验收不合格的，乙方应当在十日内更换。")
	}
	doc.Sign([]string{"甲方（盖章）：测试大学", "签字：", "日期："}, []string{"乙方（盖章）：样例科技有限公司", "签字：", "日期："})
	doc.NewPage(true)
	doc.Line("附件一：货物清单")
	out, err := doc.Bytes(h)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func strokes() [][][2]float64 {
	return [][][2]float64{
		{{120, 260}, {200, 255}, {300, 270}, {380, 262}},
		{{250, 180}, {245, 300}, {220, 500}, {150, 800}},
		{{240, 420}, {300, 560}, {420, 700}, {480, 780}},
		{{560, 200}, {620, 420}, {700, 300}, {820, 650}, {900, 500}},
	}
}

// sealed takes a contract through the four acts.
func (o *office) sealed(t testing.TB, pdf []byte, page int) (revisions [][]byte) {
	t.Helper()
	if err := o.Unlock([]byte(pin)); err != nil {
		t.Fatal(err)
	}
	prepared, err := o.Prepare(pdf, []domain.Field{
		{Name: domain.ActBSign.Field(), Place: domain.Place{Page: page, X: 380, Y: 120, W: 110, H: 40}},
		{Name: domain.ActBSeal.Field(), Place: domain.Place{Page: page, X: 400, Y: 170, W: 113.4, H: 113.4}},
		{Name: domain.ActASign.Field(), Place: domain.Place{Page: page, X: 120, Y: 120, W: 110, H: 40}},
	})
	if err != nil {
		t.Fatal(err)
	}
	person := func(name, id string) domain.SigningKey {
		k, err := o.IssuePerson(name, id, now())
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	company, err := o.IssueOrganisation("样例科技有限公司", "ORG-1", now())
	if err != nil {
		t.Fatal(err)
	}
	chain, err := o.OfficeChain()
	if err != nil {
		t.Fatal(err)
	}
	revisions = append(revisions, pdf, prepared)
	for _, a := range []struct {
		act   domain.Act
		key   domain.SigningKey
		look  domain.Appearance
		place domain.Place
	}{
		{domain.ActBSign, person("李样例", "P-1"), domain.Appearance{Strokes: strokes(), Caption: "李样例 2026-03-02 12:00"}, domain.Place{}},
		{domain.ActBSeal, company, domain.Appearance{Ring: "样例科技有限公司"}, domain.Place{}},
		{domain.ActASign, person("赵样例", "P-2"), domain.Appearance{Typed: "赵样例", Caption: "赵样例 2026-03-02 12:00"}, domain.Place{}},
		{
			domain.ActOfficeSeal,
			domain.SigningKey{ID: domain.OfficeKey, Chain: chain},
			domain.Appearance{Ring: "测试大学", Line: "合同专用章"},
			domain.Place{Page: page, X: 130, Y: 170, W: 119, H: 119},
		},
	} {
		input := revisions[len(revisions)-1]
		out := o.act(t, domain.SealRequest{
			PDF: input, Field: a.act.Field(), Place: a.place, Key: a.key, Appearance: drawn(t, a.look), Signing: now(),
		})
		if err := o.Check(t.Context(), input, out, a.act.Field(), a.place); err != nil {
			t.Fatalf("%s: %v", a.act, err)
		}
		revisions = append(revisions, out)
	}
	return revisions
}

// program finds a program from outside, or skips the test naming it.
func program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("SEALDESK_ALL") == "1" {
			t.Fatal(name + " is not here")
		}
		t.Skip(name + " is not here")
	}
	return path
}

func load(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func save(t testing.TB, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFourSignaturesStandInEveryHabit(t *testing.T) {
	o := newOffice(t)
	for _, h := range habits() {
		t.Run(h.Name, func(t *testing.T) {
			revisions := o.sealed(t, contract(t, h), 3)
			if dir := os.Getenv("SEALDESK_LOOK"); dir != "" {
				save(t, dir, strings.ReplaceAll(h.Name, " ", "-")+".pdf", revisions[len(revisions)-1])
				root, err := os.ReadFile(filepath.Join(o.dir, "pki", "root.pem"))
				if err != nil {
					t.Fatal(err)
				}
				save(t, dir, "root.pem", root)
			}
		})
	}
}

// Readers that share no code with us accept every revision.
func TestReadersAcceptEveryRevision(t *testing.T) {
	o := newOffice(t)
	for _, h := range habits() {
		t.Run(h.Name, func(t *testing.T) {
			for i, r := range o.sealed(t, contract(t, h), 3) {
				readersAccept(t, r, max(0, i-1))
			}
		})
	}
}

// readersAccept lets qpdf and pdfsig look at a document that bears so many signatures of ours and no others.
func readersAccept(t *testing.T, pdf []byte, signatures int) {
	t.Helper()
	path := save(t, t.TempDir(), "r.pdf", pdf)
	if out, err := exec.CommandContext(t.Context(), program(t, "qpdf"), "--check", path).CombinedOutput(); err != nil || bytes.Contains(out, []byte("WARNING")) {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
	if signatures == 0 {
		return
	}
	out, err := exec.CommandContext(t.Context(), program(t, "pdfsig"), "-nocert", path).CombinedOutput()
	if err != nil || bytes.Count(out, []byte("Signature is Valid.")) != signatures || !bytes.Contains(out, []byte("Total document signed")) ||
		bytes.Count(out, []byte("ETSI.CAdES.detached")) != signatures {
		t.Errorf("pdfsig, %d signatures: %v\n%s", signatures, err, out)
	}
}

func TestChangedOrCutDocumentsAreRefused(t *testing.T) {
	o := newOffice(t)
	revisions := o.sealed(t, contract(t, habits()[0]), 3)
	last, input := revisions[len(revisions)-1], revisions[len(revisions)-2]
	field := domain.ActOfficeSeal.Field()
	for name, change := range map[string]func([]byte) []byte{
		"a byte of the text": func(b []byte) []byte { b[700] ^= 1; return b },
		"a byte of the last section": func(b []byte) []byte {
			b[bytes.LastIndex(b, []byte("/Rect"))+8]++
			return b
		},
		"a cut tail":       func(b []byte) []byte { return b[:len(b)-1] },
		"an appended line": func(b []byte) []byte { return append(b, "%\n"...) },
	} {
		if err := o.Check(t.Context(), input, change(bytes.Clone(last)), field, domain.Place{}); domain.CodeOf(err) != domain.CodeSealQuarantined {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := o.Check(t.Context(), input, last, field, domain.Place{}); err != nil {
		t.Error(err)
	}
}

func TestLockedOfficeKeySignsNothing(t *testing.T) {
	o := newOffice(t)
	chain, err := o.OfficeChain()
	if err != nil {
		t.Fatal(err)
	}
	key := domain.SigningKey{ID: domain.OfficeKey, Chain: chain}
	prepared, err := o.Begin(domain.SealRequest{
		PDF: contract(t, habits()[0]), Field: "Seal", Place: domain.Place{Page: 1, X: 100, Y: 100, W: 119, H: 119}, Key: key,
		Appearance: drawn(t, domain.Appearance{Ring: "测试大学", Line: "合同专用章"}), Signing: now(),
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Sign(key, prepared.Pending); domain.CodeOf(err) != domain.CodeSealKeyLocked {
		t.Error(err)
	}
	if err := o.Unlock([]byte("000000")); domain.CodeOf(err) != domain.CodePINWrong || o.Unlocked() {
		t.Error(err)
	}
	if err := o.Unlock([]byte(pin)); err != nil {
		t.Fatal(err)
	}
	first, err := o.Sign(key, prepared.Pending)
	if err != nil {
		t.Fatal(err)
	}
	again, err := o.Sign(key, prepared.Pending)
	if err != nil || !bytes.Equal(first, again) {
		t.Error("signing again after a crash gave another signature", err)
	}
}
