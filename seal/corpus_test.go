package seal_test

import (
	"bytes"
	"crypto/x509"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/keys"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/sight"
	"campus.example/sealdesk/seal/stamp"
)

// trial is one document and what must become of an act on it.
type trial struct {
	name     string
	data     []byte
	want     domain.Code // empty: it is signed
	password string
	change   func(*pades.Request)
	locks    bool // what is signed permits nothing after it
	forged   bool // an earlier signature in it is not a real one
}

// signer is an engine of the inner kind with one key.
func signer(t testing.TB) (*office, *pades.Engine, domain.SigningKey) {
	t.Helper()
	o := newOffice(t)
	key, err := o.IssueOrganisation("样例科技有限公司", "ORG-1", now())
	if err != nil {
		t.Fatal(err)
	}
	artist, err := stamp.New()
	if err != nil {
		t.Fatal(err)
	}
	return o, &pades.Engine{Draw: artist.Draw, Now: now}, key
}

// carry takes one request to its end.
func (o *office) carry(t testing.TB, e *pades.Engine, key domain.SigningKey, r pades.Request) ([]byte, error) {
	t.Helper()
	prepared, err := e.Begin(r)
	if err != nil {
		return nil, err
	}
	private, err := keys.ParsePrivate(key.Private)
	if err != nil {
		t.Fatal(err)
	}
	signature, err := e.Sign(private, prepared.Pending)
	if err != nil {
		return nil, err
	}
	request, err := e.TokenRequest(signature)
	if err != nil {
		return nil, err
	}
	token, err := e.Token(signature, o.stamp(t, request))
	if err != nil {
		return nil, err
	}
	return e.Finish(prepared.PDF, prepared.Pending, signature, token)
}

func (o *office) roots(t testing.TB) []*x509.Certificate {
	t.Helper()
	roots, err := keys.ReadPEM(filepath.Join(o.dir, "pki", "root.pem"))
	if err != nil {
		t.Fatal(err)
	}
	return roots
}

// TestCorpus prints what becomes of every shape of document; no cell is empty.
func TestCorpus(t *testing.T) {
	o, engine, key := signer(t)
	roots, e := o.roots(t), eye(t)
	all := slices.Concat(fileShapes(t), formShapes(t), pageShapes(), fieldShapes(key.Chain), lockedShapes(t), lookShapes(t), refusals())
	outcomes := make([]string, len(all))
	t.Run("each", func(t *testing.T) {
		for i, c := range all {
			t.Run(c.name, func(t *testing.T) {
				t.Parallel()
				r := requestOf(key, c.data)
				if c.change != nil {
					c.change(&r)
				}
				engine := &pades.Engine{Draw: engine.Draw, Now: engine.Now, TSARoots: engine.TSARoots, Password: c.password}
				out, err := o.carry(t, engine, key, r)
				if domain.CodeOf(err) != c.want {
					t.Fatalf("%v, want %q", err, c.want)
				}
				if c.want != "" {
					said, general := i18n.For(i18n.English).Sentence(err), i18n.For(i18n.English).Sentence(os.ErrInvalid)
					if out != nil || said == "" || said == general {
						t.Errorf("%d bytes, %q", len(out), said)
					}
					outcomes[i] = "refused: " + string(c.want)
					return
				}
				oneSection(t, c.data, out)
				seen(t, e, sight.Act{Input: c.data, Output: out, Password: c.password, Field: r.Field, Place: r.Place}, "")
				outcomes[i] = "signed, " + o.judge(t, c, out, roots)
			})
		}
	})
	told := 0
	for i, c := range all {
		if outcomes[i] != "" { // or it failed, or was not asked for
			told++
			t.Logf("%-36s %s", c.name, outcomes[i])
		}
	}
	t.Logf("%d of %d documents", told, len(all))
}

// judge lets our own check, qpdf and pdfsig look at a signed document.
func (o *office) judge(t *testing.T, c trial, out []byte, roots []*x509.Certificate) string {
	t.Helper()
	report, err := check.Verify(out, check.Options{Roots: roots, At: now(), Password: c.password})
	if err != nil || len(report.Signatures) == 0 {
		t.Errorf("check: %v, %d signatures", err, len(report.Signatures))
		return ""
	}
	last := report.Signatures[len(report.Signatures)-1]
	if !last.Intact || !last.Trusted || last.Level != check.LevelT || !c.forged && report.Verdict != check.Valid || report.Locked != c.locks {
		t.Errorf("check: %+v", report)
	}
	dir := t.TempDir()
	if look := os.Getenv("SEALDESK_LOOK"); look != "" {
		save(t, look, "corpus-"+strings.NewReplacer(" ", "-", ",", "", ":", "").Replace(c.name)+".pdf", out)
	}
	path := save(t, dir, "out.pdf", out)
	said := "check " + string(report.Verdict)
	text, err := exec.Command(program(t, "qpdf"), "--password="+c.password, "--check", path).CombinedOutput()
	// qpdf reports what was odd before: it must not say more of the signed file than of the input.
	before, _ := exec.Command(program(t, "qpdf"), "--password="+c.password, "--check", save(t, dir, "in.pdf", c.data)).CombinedOutput()
	if bytes.Count(text, []byte("WARNING")) > bytes.Count(before, []byte("WARNING")) {
		t.Errorf("qpdf: %v\n%s", err, text)
	}
	said += ", qpdf ok"
	if bytes.Contains(c.data, []byte("/Encrypt")) {
		encryptedToo(t, c, out)
		said += ", strings encrypted"
	}
	args := []string{"-nocert", path}
	if c.password != "" {
		args = []string{"-nocert", "-upw", c.password, "-opw", c.password, path}
	}
	text, _ = exec.Command(program(t, "pdfsig"), args...).CombinedOutput()
	if n := bytes.Count(text, []byte("Signature is Valid.")); n != 1 || !bytes.Contains(text, []byte("Total document signed")) {
		t.Errorf("pdfsig:\n%s", text)
	}
	return said + fmt.Sprintf(", pdfsig ok, %d bytes more", len(out)-len(c.data))
}

// encryptedToo makes sure that what was appended to an encrypted document is encrypted: another program reads the name
// that stands in it, which the bytes do not show.
func encryptedToo(t *testing.T, c trial, out []byte) {
	t.Helper()
	units := utf16.Encode([]rune("样例科技有限公司"))
	name := "feff"
	for _, u := range units {
		name += fmt.Sprintf("%04x", u)
	}
	if bytes.Contains(bytes.ToLower(out), []byte(name)) {
		t.Error("a string stands there in clear")
	}
	open := qpdf(t, out, "--password="+c.password, "--decrypt", "--qdf", "--object-streams=disable")
	if !bytes.Contains(bytes.ToLower(open), []byte(name)) {
		t.Error("the string cannot be read with the password")
	}
}
