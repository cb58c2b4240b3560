package check_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/write"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/stamp"
)

func noon() time.Time { return time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC) }

// signer is the office's own signing engine with a self-signed key, which is its own anchor.
type signer struct {
	engine *pades.Engine
	key    crypto.Signer
	cert   *x509.Certificate
}

func newSigner(t testing.TB, password string) *signer {
	t.Helper()
	artist, err := stamp.New()
	if err != nil {
		t.Fatal(err)
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: "测试大学"}, NotBefore: noon().AddDate(0, -1, 0), NotAfter: noon().AddDate(1, 0, 0),
		KeyUsage: x509.KeyUsageDigitalSignature,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return &signer{engine: &pades.Engine{Draw: artist.Draw, Now: noon, Password: password}, key: key, cert: cert}
}

func (s *signer) sign(t testing.TB, pdf []byte, field string, across pades.Across) []byte {
	t.Helper()
	r := pades.Request{PDF: pdf, Field: field, Chain: [][]byte{s.cert.Raw}, Signing: noon(), Across: across}
	if err := json.Unmarshal([]byte(`{"ring": "测试大学", "line": "合同专用章"}`), &r.Appearance); err != nil {
		t.Fatal(err)
	}
	p, err := s.engine.Begin(r)
	if err != nil {
		t.Fatal(err)
	}
	signature, err := s.engine.Sign(s.key, p.Pending)
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.engine.Finish(p.PDF, p.Pending, signature, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// contract writes a document of some pages.
func contract(t testing.TB, pages int, h write.Habit) []byte {
	t.Helper()
	doc, err := write.New(write.Meta{Title: "采购合同", Made: noon()})
	if err != nil {
		t.Fatal(err)
	}
	doc.Title("采购合同")
	for range pages - 1 {
		doc.Paragraph("乙方应当按照约定的时间和地点交付货物，并对货物的质量负责。")
		doc.NewPage(false)
	}
	doc.Sign([]string{"甲方（盖章）：测试大学"}, []string{"乙方（盖章）：样例科技有限公司"})
	out, err := doc.Bytes(h)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// encrypted lets qpdf encrypt a document, or skips.
func encrypted(t *testing.T, pdf []byte, args ...string) []byte {
	t.Helper()
	return encryptedAs(t, pdf, "user", "owner", args...)
}

func encryptedAs(t *testing.T, pdf []byte, user, owner string, args ...string) []byte {
	t.Helper()
	tool, err := exec.LookPath("qpdf")
	if err != nil {
		if os.Getenv("SEALDESK_ALL") == "1" {
			t.Fatal("qpdf is missing")
		}
		t.Skip("left out: encrypted documents (qpdf)")
	}
	in, out := filepath.Join(t.TempDir(), "in.pdf"), filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(in, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	all := append(append([]string{"--allow-weak-crypto", "--encrypt", user, owner}, args...), "--", in, out)
	if said, err := exec.Command(tool, all...).CombinedOutput(); err != nil { //nolint:gosec // the tool of the tests
		t.Fatalf("%v\n%s", err, said)
	}
	b, err := os.ReadFile(out) //nolint:gosec // written above
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// twoSeals prepares a document, signs it and seals it across its pages.
func twoSeals(t testing.TB, s *signer, pdf []byte) (prepared, first, second []byte) {
	t.Helper()
	across := pades.Across{Prefix: "Across-", Size: 119}
	place := domain.Place{Page: 1, X: 100, Y: 100, W: 119, H: 119}
	other := place
	other.X = 300
	prepared, err := s.engine.Prepare(pdf, []domain.Field{{Name: "First", Place: place}, {Name: "Second", Place: other}}, across)
	if err != nil {
		t.Fatal(err)
	}
	first = s.sign(t, prepared, "First", pades.Across{})
	return prepared, first, s.sign(t, first, "Second", across)
}

func TestEncrypted(t *testing.T) {
	base := contract(t, 3, write.Habit{Version: "1.7"})
	for name, args := range map[string][]string{
		"RC4, 40 bits": {"40"}, "RC4, 128 bits": {"128", "--use-aes=n"}, "AES, 128 bits": {"128", "--use-aes=y"}, "AES, 256 bits": {"256"},
		"revision 5": {"256", "--force-R5"}, "metadata in the clear": {"128", "--use-aes=y", "--cleartext-metadata"},
	} {
		for _, password := range []string{"user", "owner"} {
			s := newSigner(t, password)
			_, _, out := twoSeals(t, s, encrypted(t, base, args...))
			o := check.Options{Roots: []*x509.Certificate{s.cert}, At: noon(), Password: password}
			r, err := check.Verify(out, o)
			if err != nil || r.Verdict != check.Valid || len(r.Signatures) != 2 || r.Signatures[0].ChangesAfter != check.ChangesPermitted || r.Signatures[0].Field != "First" {
				t.Errorf("%s, %s: %v %+v", name, password, err, r)
			}
			o.Password = "guess"
			if _, err := check.Verify(out, o); domain.CodeOf(err) != domain.CodeDocEncrypted {
				t.Errorf("%s: wrong password: %v", name, err)
			}
			out[len(out)/3] ^= 1
			o.Password = password
			if r, err := check.Verify(out, o); err == nil && r.Verdict == check.Valid {
				t.Errorf("%s: changed byte not noticed", name)
			}
		}
	}
}

// A password beyond ASCII opens a document for the check as it does for the signer, however its writer encoded it.
func TestPasswordsBeyondASCII(t *testing.T) {
	base := contract(t, 2, write.Habit{Version: "1.7"})
	for _, c := range []struct{ made, typed, bits string }{
		{"Open 1", "Ｏｐｅｎ　１", "256"},
		{"Ｏｐｅｎ　１", "Ｏｐｅｎ　１", "256"},
		{"\u00e9t\u00e9", "e\u0301te\u0301", "256"},
		{"open now", "open\u00a0now", "256"},
		{"\u00e9t\u00e9", "\u00e9t\u00e9", "128"},
		{"\u00e9t\u00e9", "\u00e9t\u00e9", "40"},
	} {
		s := newSigner(t, c.typed)
		_, _, out := twoSeals(t, s, encryptedAs(t, base, c.made, "owner", c.bits))
		r, err := check.Verify(out, check.Options{Roots: []*x509.Certificate{s.cert}, At: noon(), Password: c.typed})
		if err != nil || r.Verdict != check.Valid || len(r.Signatures) != 2 {
			t.Errorf("%q made %q, %s bits: %v %+v", c.typed, c.made, c.bits, err, r)
		}
	}
}

// TestEngine judges what the office's own engine makes of documents of many shapes and sizes.
func TestEngine(t *testing.T) {
	s := newSigner(t, "")
	for _, h := range []write.Habit{
		{Name: "table", Version: "1.4"},
		{Name: "plain", Version: "1.4", Plain: true, CRLF: true, Latin: true, Show: write.ShowGlyphs},
		{Name: "packed", Version: "1.5", Stream: true, Pack: true, XMP: true, Nested: true},
		{Name: "saved twice", Version: "1.6", Resave: true, Trim: true, Turn: true},
		{Name: "packed twice", Version: "1.7", Stream: true, Pack: true, Resave: true, Turn: true, Nested: true},
	} {
		for _, pages := range []int{2, 12, 300} {
			prepared, first, second := twoSeals(t, s, contract(t, pages, h))
			r, err := check.Verify(second, check.Options{Roots: []*x509.Certificate{s.cert}, At: noon()})
			if err != nil || r.Verdict != check.Valid || len(r.Signatures) != 2 {
				t.Errorf("%s, %d pages: %v %+v", h.Name, pages, err, r)
			}
			// Strips that come after a signature would break it: the engine makes none.
			if _, err := s.engine.Prepare(first, nil, pades.Across{Prefix: "Extra-", Size: 100}); domain.CodeOf(err) != domain.CodeAcrossLate {
				t.Errorf("%s, %d pages: strips made after a signature: %v", h.Name, pages, err)
			}
			if !bytes.HasPrefix(second, prepared) {
				t.Error("earlier bytes changed")
			}
		}
	}
}
