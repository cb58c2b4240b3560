package e2e

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"image"
	"image/color"
	"image/png"
	"math/big"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	pdfwrite "campus.example/sealdesk/pdf/write"
	"campus.example/sealdesk/sandbox/tsa"
)

// bench is a folder with a document of three pages, a self-signed key in both kinds of files, and an authority.
type bench struct {
	program
	dir string
}

func newBench(t *testing.T) bench {
	t.Helper()
	b := bench{newProgram(t), t.TempDir()}
	doc, err := pdfwrite.New(pdfwrite.Meta{Title: "合同", Made: time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	for n := range 3 {
		doc.Paragraph("本合同经甲方（盖章）后生效。")
		doc.Paragraph("甲方（盖章）：")
		if n < 2 {
			doc.NewPage(false)
		}
	}
	pdf, err := doc.Bytes(pdfwrite.Habit{Version: "1.5"})
	if err != nil {
		t.Fatal(err)
	}
	b.put("in.pdf", pdf)
	b.put("pin", []byte("1234\n"))
	b.put("wrong", []byte("4321\n"))
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	form := &x509.Certificate{
		SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: "测试单位"}, KeyUsage: x509.KeyUsageContentCommitment,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, form, form, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	sec1, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	b.put("cert.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
	b.put("key.pem", pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: sec1}))
	for name, coder := range map[string]*pkcs12.Encoder{"modern.p12": pkcs12.Modern, "legacy.p12": pkcs12.LegacyDES} {
		p12, err := coder.Encode(key, leaf, nil, "1234")
		if err != nil {
			t.Fatal(err)
		}
		b.put(name, p12)
	}
	seal := image.NewNRGBA(image.Rect(0, 0, 60, 40))
	for i := range 40 {
		seal.SetNRGBA(i, i, color.NRGBA{R: 200, A: 128})
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, seal); err != nil {
		t.Fatal(err)
	}
	b.put("seal.png", picture.Bytes())
	return b
}

func (b bench) path(name string) string { return filepath.Join(b.dir, name) }

func (b bench) put(name string, content []byte) {
	b.t.Helper()
	if err := os.WriteFile(b.path(name), content, 0o600); err != nil {
		b.t.Fatal(err)
	}
}

// seal runs the command; arguments that begin with @ are files of the bench.
func (b bench) seal(args ...string) (stderr string, code int) {
	b.t.Helper()
	full := []string{"seal-file"}
	for _, a := range args {
		if name, ok := strings.CutPrefix(a, "@"); ok {
			a = b.path(name)
		}
		full = append(full, a)
	}
	_, stderr, code = b.run(full...)
	return stderr, code
}

var byP12 = []string{"--key", "@modern.p12", "--pin-file", "@pin"}

type judged struct {
	Verdict    string `json:"verdict"`
	Signatures []struct {
		Field string `json:"field"`
		Level string `json:"level"`
	} `json:"signatures"`
}

func (b bench) verify(name string, trust ...string) judged {
	b.t.Helper()
	args := []string{"verify", b.path(name), "--json", "--trust", b.path("cert.pem")}
	for _, t := range trust {
		args = append(args, "--trust", t)
	}
	out, stderr, _ := b.run(args...)
	var j judged
	if err := json.Unmarshal([]byte(out), &j); err != nil {
		b.t.Fatalf("%v %s", err, stderr)
	}
	return j
}

func TestSealFileInEveryWay(t *testing.T) {
	b := newBench(t)
	authority, err := tsa.New(tsa.Options{State: t.TempDir(), Clock: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(authority.Handler())
	defer server.Close()
	address := server.URL + "/tsa"
	byPEM := []string{"--cert", "@cert.pem", "--key-pem", "@key.pem"}
	byOld := []string{"--key", "@legacy.p12", "--pin-file", "@pin"}
	for name, c := range map[string]struct {
		key   []string
		more  []string
		level string
	}{
		"at a point":           {byP12, []string{"--at", "page=2,x=300,y=200"}, "B-B"},
		"older PKCS 12":        {byOld, []string{"--at", "page=2,x=300,y=200"}, "B-B"},
		"PEM":                  {byPEM, []string{"--at", "page=1,x=300,y=200", "--reason", "用印"}, "B-B"},
		"at the last label":    {byP12, []string{"--at", "keyword=甲方（盖章）"}, "B-B"},
		"at the second word":   {byP12, []string{"--at", "keyword=甲方(盖章),nth=2"}, "B-B"},
		"at the last word":     {byP12, []string{"--at", "keyword=甲方（盖章）,last"}, "B-B"},
		"across":               {byP12, []string{"--at", "keyword=甲方（盖章）", "--across", "--text", "测试大学", "--name", "合同专用章"}, "B-B"},
		"with a timestamp":     {byP12, []string{"--at", "page=1,x=300,y=200", "--tsa", address, "--level", "t"}, "B-T"},
		"with one by default":  {byP12, []string{"--at", "page=1,x=300,y=200", "--tsa", address}, "B-T"},
		"an authority unasked": {byP12, []string{"--at", "page=1,x=300,y=200", "--tsa", "http://127.0.0.1:1", "--level", "b"}, "B-B"},
		"a picture":            {byP12, []string{"--at", "page=1,x=300,y=200", "--image", "@seal.png", "--size", "30"}, "B-B"},
		"an oval":              {byP12, []string{"--at", "page=1,x=300,y=200", "--text", "测试大学", "--shape", "oval"}, "B-B"},
		"a name":               {byP12, []string{"--at", "page=1,x=300,y=200", "--text", "李样例", "--shape", "name"}, "B-B"},
		"a hand":               {byP12, []string{"--at", "page=1,x=300,y=200", "--text", "李样例", "--shape", "hand"}, "B-B"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.RemoveAll(b.path("out.pdf")); err != nil {
				t.Fatal(err)
			}
			args := append(append([]string{"@in.pdf", "-o", "@out.pdf"}, c.key...), c.more...)
			if stderr, code := b.seal(args...); code != 0 {
				t.Fatalf("exit %d: %s", code, stderr)
			}
			j := b.verify("out.pdf", authority.RootPath())
			if j.Verdict != "valid" || len(j.Signatures) != 1 || j.Signatures[0].Level != c.level {
				t.Errorf("%+v", j)
			}
			if qpdf, err := exec.LookPath("qpdf"); err == nil {
				if out, err := exec.Command(qpdf, "--check", b.path("out.pdf")).CombinedOutput(); err != nil {
					t.Errorf("qpdf: %s", out)
				}
			}
		})
	}
	// A second seal leaves the first one valid.
	args := append([]string{"@out.pdf", "-o", "@twice.pdf", "--at", "page=3,x=150,y=300"}, byP12...)
	if stderr, code := b.seal(args...); code != 0 {
		t.Fatal(stderr)
	}
	if j := b.verify("twice.pdf", authority.RootPath()); j.Verdict != "valid" || len(j.Signatures) != 2 {
		t.Errorf("%+v", j)
	}
}

// Whatever is refused has a sentence and an exit code, and the output stays what it was.
func TestSealFileRefuses(t *testing.T) {
	b := newBench(t)
	b.put("text.pdf", []byte("not a document"))
	if _, code := b.seal(append([]string{"@in.pdf", "-o", "@sealed.pdf", "--at", "page=1,x=300,y=300"}, byP12...)...); code != 0 {
		t.Fatal(code)
	}
	here := []string{"--at", "page=1,x=300,y=200"}
	for name, c := range map[string]struct {
		in   string
		args []string
		code int
	}{
		"not a document":     {"@text.pdf", append(here, byP12...), 2},
		"no file":            {"@nothing.pdf", append(here, byP12...), 2},
		"wrong PIN":          {"@in.pdf", append(here, "--key", "@modern.p12", "--pin-file", "@wrong"), 3},
		"no key":             {"@in.pdf", here, 2},
		"two keys":           {"@in.pdf", append(append(here, byP12...), "--cert", "@cert.pem", "--key-pem", "@key.pem"), 2},
		"no place":           {"@in.pdf", byP12, 2},
		"two places":         {"@in.pdf", append(append(here, byP12...), "--field", "Seal"), 2},
		"no such page":       {"@in.pdf", append([]string{"--at", "page=9,x=300,y=200"}, byP12...), 2},
		"off the page":       {"@in.pdf", append([]string{"--at", "page=1,x=3,y=200"}, byP12...), 2},
		"no such word":       {"@in.pdf", append([]string{"--at", "keyword=丙方（盖章）"}, byP12...), 2},
		"too few words":      {"@in.pdf", append([]string{"--at", "keyword=甲方（盖章）,nth=7"}, byP12...), 2},
		"no word":            {"@in.pdf", append([]string{"--at", "keyword="}, byP12...), 2},
		"no such field":      {"@in.pdf", append([]string{"--field", "Nobody"}, byP12...), 2},
		"signed field":       {"@sealed.pdf", append([]string{"--field", "Seal"}, byP12...), 2},
		"across, when late":  {"@sealed.pdf", append(append(here, byP12...), "--across"), 2},
		"unknown shape":      {"@in.pdf", append(append(here, byP12...), "--shape", "star"), 2},
		"unknown level":      {"@in.pdf", append(append(here, byP12...), "--level", "lta"), 2},
		"level without one":  {"@in.pdf", append(append(here, byP12...), "--level", "t"), 2},
		"authority is down":  {"@in.pdf", append(append(here, byP12...), "--tsa", "http://127.0.0.1:1"), 3},
		"not a picture":      {"@in.pdf", append(append(here, byP12...), "--image", "@pin"), 2},
		"character missing":  {"@in.pdf", append(append(here, byP12...), "--text", "测试\U00030EDE大学"), 2},
		"absurd size":        {"@in.pdf", append(append(here, byP12...), "--size", "0.1"), 2},
		"no size":            {"@in.pdf", append(append(here, byP12...), "--size", "NaN"), 2},
		"key is no key":      {"@in.pdf", append(here, "--key", "@in.pdf", "--pin-file", "@pin"), 3},
		"key of another":     {"@in.pdf", append(here, "--cert", "@cert.pem", "--key-pem", "@cert.pem"), 3},
		"no password needed": {"@in.pdf", append(append(here, byP12...), "--password-file", "@nothing"), 2},
	} {
		t.Run(name, func(t *testing.T) {
			const before = "what stood there"
			b.put("out.pdf", []byte(before))
			stderr, code := b.seal(append([]string{c.in, "-o", "@out.pdf"}, c.args...)...)
			after, err := os.ReadFile(b.path("out.pdf"))
			if code != c.code || err != nil || string(after) != before {
				t.Errorf("exit %d, want %d; %q %v: %s", code, c.code, after, err, stderr)
			}
			if strings.Count(strings.TrimSpace(stderr), "\n") != 0 || len(stderr) < 10 {
				t.Errorf("not one sentence: %q", stderr)
			}
		})
	}
}

// UniPDF without a licence: a sentence, nothing on standard output, nothing written.
func TestSealFileByUniPDFNeedsALicence(t *testing.T) {
	b := newBench(t)
	b.put("licence", []byte("no licence\n"))
	for name, c := range map[string]struct {
		more []string
		code int
	}{
		"none":           {[]string{"--engine", "unipdf"}, 3},
		"one that isn't": {[]string{"--engine", "unipdf", "--unipdf-licence", b.path("licence"), "--unipdf-customer", "测试大学"}, 3},
		"no such file":   {[]string{"--engine", "unipdf", "--unipdf-licence", b.path("nothing")}, 2},
		"another engine": {[]string{"--engine", "other"}, 2},
	} {
		args := append([]string{
			"seal-file", b.path("in.pdf"), "-o", b.path("out.pdf"), "--at", "page=1,x=300,y=200",
			"--key", b.path("modern.p12"), "--pin-file", b.path("pin"),
		}, c.more...)
		out, stderr, code := b.run(args...)
		if _, err := os.Stat(b.path("out.pdf")); !os.IsNotExist(err) || code != c.code || out != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: exit %d, %q %q %v", name, code, out, stderr, err)
		}
	}
}

// An encrypted document is sealed with its password, and stays encrypted.
func TestSealFileEncrypted(t *testing.T) {
	b := newBench(t)
	qpdf := outside(t, "qpdf")
	b.put("password", []byte("开门\n"))
	for _, bits := range [][]string{{"40"}, {"128", "--use-aes=y"}, {"256"}} {
		word := "open"
		if bits[0] == "256" {
			word = "开门"
		}
		b.put("password", []byte(word+"\n"))
		args := append([]string{"--allow-weak-crypto", "--encrypt", word, "owner"}, bits...)
		if out, err := exec.Command(qpdf, append(args, "--", b.path("in.pdf"), b.path("locked.pdf"))...).CombinedOutput(); err != nil {
			t.Fatalf("%s", out)
		}
		at := []string{"@locked.pdf", "-o", "@out.pdf", "--at", "keyword=甲方（盖章）"}
		if stderr, code := b.seal(append(at, byP12...)...); code != 2 {
			t.Errorf("%v without a password: %d %s", bits, code, stderr)
		}
		if stderr, code := b.seal(append(append(at, byP12...), "--password-file", "@wrong")...); code != 2 {
			t.Errorf("%v with a wrong one: %d %s", bits, code, stderr)
		}
		if stderr, code := b.seal(append(append(at, byP12...), "--password-file", "@password")...); code != 0 {
			t.Errorf("%v: %d %s", bits, code, stderr)
			continue
		}
		out, _, code := b.run("verify", b.path("out.pdf"), "--trust", b.path("cert.pem"), "--password-file", b.path("password"))
		if code != 0 {
			t.Errorf("%v: %s", bits, out)
		}
		if out, err := exec.Command(qpdf, "--check", "--password="+word, b.path("out.pdf")).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", bits, out)
		}
	}
}
