package seal_test

import (
	"bytes"
	"crypto/x509"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sealdesk/domain"
	"sealdesk/seal/check"
	"sealdesk/seal/keys"
	"sealdesk/seal/pades"
	"sealdesk/seal/sight"
	"sealdesk/seal/stamp"
)

// trial is one document and what must become of an act on it.
type trial struct {
	name     string
	data     []byte
	want     domain.Code // empty: it is signed
	password string
	change   func(*pades.Request)
	forged   bool // an earlier signature in it is not a real one
}

const emptyField = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132 /P 3 0 R /Rect [50 60 170 180] >>"

// withField is a document with a form and one field, objects 5 and 6.
func withField(field string, more ...func(*made)) *made {
	d := plainDoc().with(func(m *made) {
		m.objects[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>"
		m.objects[3] = strings.Replace(m.objects[3], ">> >>", ">> /Annots [5 0 R] >>", 1)
		m.objects[5] = field
		m.objects[6] = "<< /Fields [5 0 R] >>"
	})
	for _, c := range more {
		d = d.with(c)
	}
	return d
}

func page(boxes string) func(*made) {
	return set(3, "<< /Type /Page /Parent 2 0 R "+boxes+" /Contents 4 0 R /Resources << >> >>")
}

func certification(level string) func(*made) {
	return func(m *made) {
		m.objects[1] = strings.Replace(m.objects[1], ">>", "/Perms << /DocMDP 8 0 R >> >>", 1)
		m.objects[8] = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <00> /ByteRange [0 1 2 3] " +
			"/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P " + level + " /V /1.2 >> >>] >>"
		m.objects[7] = "<< /FT /Sig /T (Author) /V 8 0 R /Type /Annot /Subtype /Widget /F 132 /P 3 0 R /Rect [0 0 0 0] >>"
		m.objects[6] = strings.Replace(m.objects[6], "[5 0 R", "[7 0 R 5 0 R", 1)
	}
}

func lockedBy(action string) func(*made) {
	return func(m *made) {
		m.objects[8] = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <00> /ByteRange [0 1 2 3] " +
			"/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams << /Type /TransformParams " + action + " /V /1.2 >> >>] >>"
		m.objects[7] = "<< /FT /Sig /T (Other) /V 8 0 R /Type /Annot /Subtype /Widget /F 132 /P 3 0 R /Rect [0 0 0 0] >>"
		m.objects[6] = strings.Replace(m.objects[6], "[5 0 R", "[7 0 R 5 0 R", 1)
	}
}

func inPlace(r *pades.Request) { r.Place = domain.Place{} }

func otherName(r *pades.Request) { r.Field = "Another" }

// trials is the corpus: every shape of the reference's chapter on what a correct signer does.
func trials(t testing.TB) []trial {
	p := plainDoc()
	form := func(catalog string, more map[int]string) []byte {
		return p.with(func(m *made) {
			m.objects[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm " + catalog + " >>"
			for n, o := range more {
				m.objects[n] = o
			}
		}).bytes()
	}
	annots := func(entry string, more map[int]string) []byte {
		return p.with(func(m *made) {
			m.objects[3] = strings.Replace(m.objects[3], ">> >>", ">> /Annots "+entry+" >>", 1)
			for n, o := range more {
				m.objects[n] = o
			}
		}).bytes()
	}
	link := "<< /Type /Annot /Subtype /Link /Rect [1 1 2 2] /Border [0 0 0] >>"
	textField := "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /F 4 /P 3 0 R /Rect [10 10 90 30] >>"
	lock := func(args ...string) []byte {
		return qpdf(t, withField(emptyField).bytes(), append(append([]string{"--encrypt", "user", "owner"}, args...), "--")...)
	}
	return []trial{
		{name: "PDF 1.0", data: p.with(func(m *made) { m.head = "%PDF-1.0\n" }).bytes()},
		{name: "PDF 2.0", data: p.with(func(m *made) { m.head = "%PDF-2.0\n" }).bytes()},
		{name: "no end of line at the end", data: p.bytes()},
		{name: "bytes after the end", data: p.with(func(m *made) { m.after = "\n\x00\x00 rubbish \n" }).bytes()},
		{name: "carriage returns", data: p.with(func(m *made) { m.eol = "\r" }).bytes()},
		{name: "CRLF", data: p.with(func(m *made) { m.eol = "\r\n" }).bytes()},
		{name: "cross-reference stream", data: p.with(func(m *made) { m.stream = true }).bytes()},
		{name: "hybrid", data: p.with(func(m *made) { m.hybrid = []int{4} }).bytes()},
		{name: "object streams", data: qpdf(t, withField(emptyField).bytes(), "--object-streams=generate"), change: inPlace},
		{name: "linearized", data: qpdf(t, p.bytes(), "--linearize")},
		{name: "linearized, object streams", data: qpdf(t, p.bytes(), "--linearize", "--object-streams=generate")},
		{name: "without ID", data: p.with(func(m *made) { m.trailer = "" }).bytes()},
		{name: "with Info", data: p.with(func(m *made) { m.trailer += " /Info 5 0 R"; m.objects[5] = "<< /Title (x) >>" }).bytes()},
		{name: "gaps in the numbers", data: p.with(set(40, "<< >>")).bytes()},
		{name: "generation 3", data: p.with(func(m *made) { m.gens[1] = 3 }).bytes()},
		{name: "form in the catalog", data: form("<< /Fields [] /DA (/Helv 0 Tf 0 g) >>", nil)},
		{name: "form without fields", data: form("6 0 R", map[int]string{6: "<< /DR << >> >>"})},
		{name: "list of fields apart", data: form("6 0 R", map[int]string{6: "<< /Fields 7 0 R >>", 7: "[5 0 R]", 5: textField})},
		{name: "NeedAppearances", data: form("6 0 R", map[int]string{6: "<< /Fields [] /NeedAppearances true >>"})},
		{name: "annotations in the page", data: annots("["+link+"]", nil)},
		{name: "annotations apart", data: annots("6 0 R", map[int]string{6: "[5 0 R]", 5: link})},
		{name: "annotations empty", data: annots("[]", nil)},
		{name: "annotations in object streams", data: qpdf(t, annots("6 0 R", map[int]string{6: "[5 0 R]", 5: link}), "--object-streams=generate")},
		{name: "inherited boxes", data: p.with(func(m *made) {
			m.objects[2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 400 500] /Rotate 90 /Resources << >> >>"
			m.objects[3] = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"
		}).bytes()},
		{name: "turned 90", data: p.with(page("/MediaBox [0 0 400 500] /Rotate 90")).bytes()},
		{name: "turned 180", data: p.with(page("/MediaBox [0 0 400 500] /Rotate 180")).bytes()},
		{name: "turned 270", data: p.with(page("/MediaBox [0 0 400 500] /Rotate 270")).bytes()},
		{name: "cropped", data: p.with(page("/MediaBox [-50 -60 600 700] /CropBox [100 120 500 620]")).bytes()},
		{name: "origin elsewhere", data: p.with(page("/MediaBox [100 300 500 800]")).bytes()},
		{name: "user unit 2", data: p.with(page("/MediaBox [0 0 200 250] /UserUnit 2")).bytes()},
		{name: "empty field", data: withField(emptyField).bytes(), change: inPlace},
		{name: "empty field without page", data: withField(strings.Replace(emptyField, "/P 3 0 R ", "", 1)).bytes(), change: inPlace},
		{name: "empty field, widget apart", data: withField("<< /FT /Sig /T (Seal) /Kids [9 0 R] >>",
			set(9, "<< /Type /Annot /Subtype /Widget /Parent 5 0 R /F 132 /P 3 0 R /Rect [50 60 170 180] >>"), func(m *made) {
				m.objects[3] = strings.Replace(m.objects[3], "[5 0 R]", "[9 0 R]", 1)
			}).bytes(), change: inPlace},
		{name: "empty field in a group", data: withField("<< /FT /Sig /T (Party) /Kids [9 0 R] >>",
			set(9, "<< /T (Seal) /Parent 5 0 R /Type /Annot /Subtype /Widget /F 132 /P 3 0 R /Rect [50 60 170 180] >>"), func(m *made) {
				m.objects[3] = strings.Replace(m.objects[3], "[5 0 R]", "[9 0 R]", 1)
			}).bytes(), change: func(r *pades.Request) { inPlace(r); r.Field = "Party.Seal" }},
		{name: "field that locks others", data: withField(strings.Replace(emptyField, "/FT", "/Lock << /Type /SigFieldLock /Action /Include /Fields [(Name)] >> /FT", 1)).bytes(), change: inPlace},
		{name: "field that locks all", data: withField(strings.Replace(emptyField, "/FT", "/Lock << /Type /SigFieldLock /Action /All >> /FT", 1)).bytes(), change: inPlace},
		{name: "field with wishes we meet", data: withField(strings.Replace(emptyField, "/FT", "/SV << /Type /SV /Ff 67 /Filter /Adobe.PPKLite /SubFilter [/ETSI.CAdES.detached] /DigestMethod [(SHA256)] >> /FT", 1)).bytes(), change: inPlace},
		{name: "invisible field", data: withField(strings.Replace(emptyField, "[50 60 170 180]", "[0 0 0 0]", 1)).bytes(), change: inPlace},
		{name: "certified, forms allowed", data: withField(emptyField, certification("2")).bytes(), change: inPlace, forged: true},
		{name: "certified, comments allowed", data: withField(emptyField, certification("3")).bytes(), change: inPlace, forged: true},
		{name: "another field is locked", data: withField(emptyField, lockedBy("/Action /Include /Fields [(Name)]")).bytes(), change: inPlace, forged: true},
		{name: "RC4, 40 bits", data: lock("40"), password: "owner"},
		{name: "RC4, 128 bits", data: lock("128", "--use-aes=n"), password: "user"},
		{name: "AES, 128 bits", data: lock("128", "--use-aes=y"), password: "user"},
		{name: "AES, 256 bits", data: lock("256"), password: "user"},
		{name: "AES, 256 bits, packed", data: qpdf(t, lock("256"), "--password=owner", "--object-streams=generate"), password: "owner"},
		{name: "only filling allowed", data: lock("256", "--modify=form"), password: "user", change: inPlace},

		{name: "empty file", want: domain.CodeDocNotPDF},
		{name: "text", data: []byte("hello"), want: domain.CodeDocNotPDF},
		{name: "cut off", data: p.bytes()[:200], want: domain.CodeDocDamaged},
		{name: "bytes before the header", data: p.with(func(m *made) { m.head = "HTTP/1.1 200 OK\n\n%PDF-1.4\n" }).bytes(), want: domain.CodeDocDamaged},
		{name: "no pages", data: p.with(set(2, "<< /Type /Pages /Kids [] /Count 0 >>")).bytes(), want: domain.CodeDocNoPages},
		{name: "password missing", data: lock("256"), want: domain.CodeDocEncrypted},
		{name: "password wrong", data: lock("256"), password: "guess", want: domain.CodeDocPassword},
		{name: "permission to fill missing", data: lock("256", "--modify=none", "--annotate=n", "--form=n"), password: "user", change: inPlace, want: pades.CodePermissions},
		{name: "permission to add missing", data: lock("256", "--modify=form"), password: "user", change: otherName, want: pades.CodePermissions},
		{name: "dynamic form", data: form("6 0 R", map[int]string{6: "<< /Fields [] /XFA 7 0 R >>", 7: "[]"}), want: domain.CodeDocXFA},
		{name: "certified, no changes", data: withField(emptyField, certification("1")).bytes(), change: inPlace, want: pades.CodeCertified},
		{name: "all fields locked, new field", data: withField(emptyField, lockedBy("/Action /All")).bytes(), change: otherName, want: pades.CodeLocked},
		{name: "this field locked", data: withField(emptyField, lockedBy("/Action /Include /Fields [(Seal)]")).bytes(), change: inPlace, want: pades.CodeLocked},
		{name: "all but another locked", data: withField(emptyField, lockedBy("/Action /Exclude /Fields [(Name)]")).bytes(), change: inPlace, want: pades.CodeLocked},
		{name: "signed already", data: withField(strings.Replace(emptyField, "/FT", "/V << /Type /Sig >> /FT", 1)).bytes(), want: pades.CodeSigned},
		{name: "a field for text", data: withField(strings.Replace(emptyField, "/Sig", "/Tx", 1)).bytes(), want: pades.CodeNoField},
		{name: "no such field", data: p.bytes(), change: inPlace, want: pades.CodeNoField},
		{name: "two widgets", data: withField("<< /FT /Sig /T (Seal) /Kids [9 0 R 10 0 R] >>",
			set(9, "<< /Type /Annot /Subtype /Widget /Parent 5 0 R /Rect [50 60 170 180] >>"),
			set(10, "<< /Type /Annot /Subtype /Widget /Parent 5 0 R /Rect [50 60 170 180] >>")).bytes(), want: domain.CodeDocDamaged},
		{name: "wants another kind", data: withField(strings.Replace(emptyField, "/FT", "/SV << /Ff 2 /SubFilter [/adbe.pkcs7.detached] >> /FT", 1)).bytes(), want: pades.CodeSeed},
		{name: "wants SHA-512", data: withField(strings.Replace(emptyField, "/FT", "/SV << /Ff 64 /DigestMethod [(SHA512)] >> /FT", 1)).bytes(), want: pades.CodeSeed},
		{name: "a period in the name", data: p.bytes(), change: func(r *pades.Request) { r.Field = "a.b" }, want: domain.CodeBadInput},
		{name: "off the page", data: p.bytes(), change: func(r *pades.Request) { r.Place.X = 390 }, want: pades.CodeOffPage},
		{name: "page 2 of 1", data: p.bytes(), change: func(r *pades.Request) { r.Place.Page = 2 }, want: pades.CodeNoPage},
		{name: "missing character", data: p.bytes(), change: func(r *pades.Request) { r.Appearance.Ring = "测试𰻞大学" }, want: domain.CodeSealWords},
		{name: "field tree in a circle", data: withField("<< /FT /Sig /T (a) /Kids [5 0 R] >>").bytes(), want: domain.CodeDocDamaged},
	}
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
	for _, c := range trials(t) {
		r := pades.Request{
			PDF: c.data, Field: "Seal", Place: domain.Place{Page: 1, X: 50, Y: 60, W: 120, H: 120}, Chain: key.Chain,
			Appearance: words("样例科技有限公司", ""), Signing: now(), Name: "样例科技有限公司",
		}
		if c.change != nil {
			c.change(&r)
		}
		engine := &pades.Engine{Draw: engine.Draw, Now: engine.Now, TSARoots: engine.TSARoots, Password: c.password}
		out, err := o.carry(t, engine, key, r)
		if domain.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
			continue
		}
		if c.want != "" {
			t.Logf("%-32s refused: %s", c.name, c.want)
			continue
		}
		if !bytes.HasPrefix(out, c.data) {
			t.Errorf("%s: earlier bytes changed", c.name)
		}
		seen(t, e, sight.Act{Input: c.data, Output: out, Password: c.password, Field: r.Field, Place: r.Place}, "")
		t.Logf("%-32s signed, %s", c.name, o.judge(t, c, out, roots))
	}
}

// judge lets our own check, qpdf and pdfsig look at a signed document.
func (o *office) judge(t *testing.T, c trial, out []byte, roots []*x509.Certificate) string {
	t.Helper()
	report, err := check.Verify(out, check.Options{Roots: roots, At: now(), Password: c.password})
	if err != nil || len(report.Signatures) == 0 {
		t.Errorf("%s: check: %v, %d signatures", c.name, err, len(report.Signatures))
		return ""
	}
	last := report.Signatures[len(report.Signatures)-1]
	if !last.Intact || !last.Trusted || last.Level != check.LevelT || !c.forged && report.Verdict != check.Valid {
		t.Errorf("%s: check: %+v", c.name, report)
	}
	dir := t.TempDir()
	if look := os.Getenv("SEALDESK_LOOK"); look != "" {
		save(t, look, "corpus-"+strings.NewReplacer(" ", "-", ",", "").Replace(c.name)+".pdf", out)
	}
	path := save(t, dir, "out.pdf", out)
	said := "check " + string(report.Verdict)
	text, err := exec.Command(program(t, "qpdf"), "--password="+c.password, "--check", path).CombinedOutput()
	// qpdf reports what was odd before: it must not say more of the signed file than of the input.
	before, _ := exec.Command(program(t, "qpdf"), "--password="+c.password, "--check", save(t, dir, "in.pdf", c.data)).CombinedOutput()
	if bytes.Count(text, []byte("WARNING")) > bytes.Count(before, []byte("WARNING")) {
		t.Errorf("%s: qpdf: %v\n%s", c.name, err, text)
	}
	said += ", qpdf ok"
	args := []string{"-nocert", path}
	if c.password != "" {
		args = []string{"-nocert", "-upw", c.password, "-opw", c.password, path}
	}
	text, _ = exec.Command(program(t, "pdfsig"), args...).CombinedOutput()
	if n := bytes.Count(text, []byte("Signature is Valid.")); n != 1 || !bytes.Contains(text, []byte("Total document signed")) {
		if c.password != "" && bytes.Contains(text, []byte("password")) {
			return said + ", pdfsig takes no such password"
		}
		t.Errorf("%s: pdfsig:\n%s", c.name, text)
	}
	return said + fmt.Sprintf(", pdfsig ok, %d bytes more", len(out)-len(c.data))
}
