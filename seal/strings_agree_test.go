package seal_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/read"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/model"
	"campus.example/sealdesk/seal/pades"
)

// The checker and the signer's reader decode strings, text and passwords with code of their own. What either is tried
// on is tried on both here: they agree, or both refuse.

// corpora returns what the fuzz targets of both sides have been tried on.
func corpora(t *testing.T) [][]byte {
	t.Helper()
	var out [][]byte
	for _, pattern := range []string{
		"testdata/fuzz/*/*", "pades/testdata/fuzz/*/*", "check/testdata/fuzz/*/*", "check/*/testdata/fuzz/*/*",
		"../pdf/*/testdata/fuzz/*/*", "../pdf/*/*/testdata/fuzz/*/*",
	} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: no corpus, %v", pattern, err)
		}
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(b)) {
				quoted := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "[]byte("), ")")
				if value, err := strconv.Unquote(quoted); err == nil {
					out = append(out, []byte(value))
				}
			}
		}
	}
	return out
}

// tokens returns every string that starts anywhere in src, cut where its brackets are in balance; one that has no end
// is cut at the end of src.
func tokens(src []byte) []string {
	var out []string
	for at, c := range src {
		rest := string(src[at:])
		switch {
		case c == '<' && !strings.HasPrefix(rest, "<<"):
			if end := strings.IndexByte(rest, '>'); end >= 0 {
				rest = rest[:end+1]
			}
			out = append(out, rest)
		case c == '(':
			open, escaped := 0, false
			for i := range len(rest) {
				switch {
				case escaped:
					escaped = false
				case rest[i] == '\\':
					escaped = true
				case rest[i] == '(':
					open++
				case rest[i] == ')':
					open--
				}
				if open == 0 {
					rest = rest[:i+1]
					break
				}
			}
			out = append(out, rest)
		}
	}
	return out
}

// written are strings for each sentence of ISO 32000-2 7.3.4 and each thing that could go wrong with it.
func written() []string {
	return []string{
		"()", "(This is a string)", "(in (pairs) and (((deeper))))", `(one \( alone)`, `(\)\\)`, `(\n\r\t\b\f\z\ \9)`, "(two \\\nlines)", "(two \\\r\nlines)",
		"(two \\\rlines)", "(a\nb)", "(a\rb)", "(a\r\nb)", "(a\n\rb)", "(a\r\r\nb)", "(\\\r\r\n)", "(\\\n\n)", `(\0\00\000\0000)`, `(\7\53\053\0053)`, `(\400\777\377\8)`, `(\18\1a)`,
		`(\)`, `(\\\)`, "(", "(()", `(\`, "(\x00\xFF\x80)", "(%no comment)", "(<41>)",
		"<>", "<4E6F>", "<4e6f>", "<901FA>", "<9 0\n1\tF\rA\f3\x00>", "<4 >", "<4x>", "<4", "<", "<41(>", "<41%\n42>", "<\xFF>",
	}
}

// everyByte are strings with each byte by itself, behind a backslash and as a number.
func everyByte() []string {
	var out []string
	for c := range 256 {
		if c != '(' && c != ')' && c != '\\' {
			out = append(out, "("+string([]byte{byte(c)})+")")
		}
		out = append(out, `(\`+string([]byte{byte(c)})+")", fmt.Sprintf("<%02X>", c), fmt.Sprintf(`(\%03o)`, c), fmt.Sprintf(`(\%o8)`, c))
	}
	return out
}

// Both decoders read every string of the corpora alike, as a whole object of a document.
func TestStringsAgree(t *testing.T) {
	all := append(written(), everyByte()...)
	for _, src := range corpora(t) {
		all = append(all, tokens(src)...)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	both := 0
	for _, token := range all {
		if agreed(t, token) {
			both++
		}
	}
	t.Logf("%d strings, %d read by both", len(all), both)
	if both < 1300 {
		t.Error("too few of them are strings")
	}
}

// FuzzStringsAgree tries both decoders on every string that starts in anything.
func FuzzStringsAgree(f *testing.F) {
	for _, token := range written() {
		f.Add([]byte(token))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, token := range tokens(src[:min(len(src), 256)]) {
			agreed(t, token)
		}
	})
}

// agreed reports whether both sides read a string, and fails the test when they do not read it alike.
func agreed(t *testing.T, token string) bool {
	t.Helper()
	theirs, n, errReader := readerString(token)
	ours, errChecker := checkerString(token)
	switch {
	case (errReader == nil) != (errChecker == nil):
		t.Errorf("%q: reader %v, checker %v", token, errReader, errChecker)
	case errReader == nil && n != len(token):
		t.Errorf("%q: the reader stops at %d", token, n)
	case theirs != ours && errReader == nil:
		t.Errorf("%q: reader %q, checker %q", token, theirs, ours)
	}
	return errReader == nil && errChecker == nil
}

func readerString(token string) (string, int, error) {
	decode := read.LiteralString
	if token[0] == '<' {
		decode = read.HexString
	}
	s, n, err := decode([]byte(token))
	return string(s), n, err
}

func checkerString(token string) (string, error) {
	pdf := plainDoc().with(set(5, token)).bytes()
	d, err := file.Open(pdf, "")
	if err != nil {
		return "", err
	}
	v, err := d.Load(file.Ref{Num: 5}, d.Last())
	if err != nil {
		return "", err
	}
	s, ok := v.(file.String)
	if !ok {
		return "", fmt.Errorf("it is a %T", v)
	}
	return string(s.Raw), nil
}

// texts are text strings in each encoding of ISO 32000-2 7.9.2.2, whole and damaged.
func texts() []string {
	out := []string{
		"Seal", "\xFE\xFF\x5B\x57\x00A", "\xFE\xFF", "\xFE\xFF\x00", "\xFE\xFF\x00A\x00", "\xFE\xFF\xD8\x3D\xDE\x00", "\xFE\xFF\xD8\x3D\x00A", "\xFE\xFF\xDE\x00",
		"\xEF\xBB\xBF签字", "\xEF\xBB\xBF", "\xEF\xBB", "\xFF\xFEA\x00", "\xFE", "\xFE\xFE", "Pr\xFCfung", "\x84\x8D\xA0\xA1",
	}
	for c := range 256 {
		out = append(out, "x"+string([]byte{byte(c)}))
	}
	return out
}

// prepared returns a document with one empty signature field, whose name is a text string.
func prepared(name string) []byte {
	return plainDoc().with(set(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>")).
		with(set(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Contents 4 0 R /Resources << >> /Annots [5 0 R] >>")).
		with(set(5, fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Sig /T <%X> /Rect [10 10 130 130] /P 3 0 R >>", name))).bytes()
}

// Both sides give a field the same name.
func TestFieldNamesAgree(t *testing.T) {
	for _, text := range texts() {
		pdf := prepared(text)
		outline, err := (&pades.Engine{}).Outline(pdf)
		if err != nil || len(outline.Empty) != 1 {
			t.Fatalf("%q: %v %v", text, outline, err)
		}
		d, err := file.Open(pdf, "")
		if err != nil {
			t.Fatal(err)
		}
		form, err := model.New(d).Form(d.Last())
		if err != nil || len(form.Fields) != 1 {
			t.Fatalf("%q: %v", text, err)
		}
		if ours, theirs := form.Fields[0].Name, outline.Empty[0].Name; ours != theirs {
			t.Errorf("%q: signer %q, checker %q", text, theirs, ours)
		}
	}
}

// The hash of PDF 2.0 passwords opens the documents of a third program for both sides, and no wrong password does.
func TestPasswordHashesAgree(t *testing.T) {
	long := strings.Repeat("Vertrag 合同 ", 20)
	for i, user := range []string{"", "user", "a", "Open 1", "\u00e9t\u00e9", "签字", long[:126], strings.Repeat("9", 127)} {
		owner := fmt.Sprintf("owner %d", i)
		for _, bits := range [][]string{{"256"}, {"256", "--force-R5"}} {
			args := append([]string{"--encrypt", user, owner}, bits...)
			pdf := qpdf(t, plainDoc().with(set(1, "<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>")).bytes(), append(args, "--")...)
			for _, password := range []string{user, owner, "x" + user, "owner", ""} {
				d, errReader := read.Open(pdf, read.Options{Password: password})
				c, errChecker := file.Open(pdf, password)
				if (errReader == nil) != (errChecker == nil) {
					t.Errorf("%q of %q (%v): reader %v, checker %v", password, user, bits, errReader, errChecker)
				}
				if wanted := password == user || password == owner || user == ""; (errChecker == nil) != wanted {
					t.Errorf("%q of %q (%v): %v", password, user, bits, errChecker)
				}
				if errReader != nil || errChecker != nil {
					continue
				}
				theirs, err := d.Catalog()
				if err != nil {
					t.Fatal(err)
				}
				ours, _ := c.Catalog(c.Last()).Get("Lang").(file.String)
				if lang, _ := theirs["Lang"].(read.String); string(lang) != string(ours.Raw) || !bytes.Equal(ours.Raw, []byte("zh-CN")) {
					t.Errorf("%q of %q: reader %q, checker %q", password, user, lang, ours.Raw)
				}
			}
		}
	}
}

// A prepared field with a name in PDFDocEncoding is signed under that name, and the second look finds it.
func TestFieldNamedBeyondASCIIIsSigned(t *testing.T) {
	o, engine, key := signer(t)
	pdf := prepared("Pr\xFCfung")
	r := requestOf(key, pdf)
	r.Field, r.Place = "Prüfung", domain.Place{}
	out, err := o.carry(t, engine, key, r)
	if err != nil {
		t.Fatal(err)
	}
	if err := check.Act(pdf, out, "Prüfung", o.roots(t), now()); err != nil {
		t.Error(err)
	}
	d, err := file.Open(out, "")
	if err != nil {
		t.Fatal(err)
	}
	if form, err := model.New(d).Form(d.Last()); err != nil || len(form.Fields) != 1 {
		t.Errorf("%v, %d fields", err, len(form.Fields))
	}
}
