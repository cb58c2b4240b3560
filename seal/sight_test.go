package seal_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/render"
	"campus.example/sealdesk/seal"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/sight"
	"campus.example/sealdesk/seal/stamp"
)

const hiddenCommand = "pdf-child"

// The test binary is its own child, as the program is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == hiddenCommand {
		os.Exit(child.Main(context.Background(), os.Args[2:], os.Stdin, os.Stdout, os.Stderr, render.Handlers()))
	}
	dir, err := os.MkdirTemp("", "sealdesk-seal-")
	if err != nil {
		panic(err)
	}
	if err := os.Setenv("SEALDESK_TEST_CACHE", dir); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// eye draws with the renderer, which is compiled once for all tests.
func eye(t testing.TB) sight.Eye {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := render.New(render.Options{Exe: exe, Args: []string{hiddenCommand}, Cache: os.Getenv("SEALDESK_TEST_CACHE"), Time: 20 * time.Second})
	return sight.Eye{Compare: r.Compare}
}

// blind cannot start its child.
func blind(t testing.TB) sight.Eye {
	return sight.Eye{Compare: render.New(render.Options{Exe: t.TempDir() + "/nobody", Cache: t.TempDir()}).Compare}
}

func seen(t testing.TB, e sight.Eye, a sight.Act, want sight.What) {
	t.Helper()
	looked(t, e.Signed(t.Context(), a), want)
}

// looked compares what a look said with what it should say; "" is a document without fault.
func looked(t testing.TB, err error, want sight.What) {
	t.Helper()
	fault, is := errors.AsType[*sight.Fault](err)
	switch {
	case err != nil && !is:
		t.Fatal(err)
	case want == "" && is, want != "" && (!is || fault.What != want):
		t.Errorf("%v, want %q", err, want)
	case is:
		t.Log(fault)
	}
}

// Every act on a contract passes, the seal across the pages among them.
func TestActsAreSeen(t *testing.T) {
	o, e := newOffice(t), eye(t)
	for _, h := range habits() {
		t.Run(h.Name, func(t *testing.T) {
			revisions := o.sealed(t, contract(t, h), 3)
			for i, field := range []string{"Sealdesk-PartyB-Signature", "Sealdesk-PartyB-Seal", "Sealdesk-PartyA-Signature", "Sealdesk-Office-ContractSeal"} {
				var at domain.Place
				if i == 3 {
					at = domain.Place{Page: 3, X: 130, Y: 170, W: 119, H: 119}
				}
				seen(t, e, sight.Act{Input: revisions[i+1], Output: revisions[i+2], Field: field, Place: at}, "")
			}
		})
	}
}

// Where PDFium shows a seal is where it was asked, however the page is turned, cropped or measured.
func TestEyeKnowsWherePagesShowThings(t *testing.T) {
	o, engine, key := signer(t)
	e := eye(t)
	for _, boxes := range []string{
		"/MediaBox [0 0 400 500]", "/MediaBox [0 0 500 400] /Rotate 90", "/MediaBox [0 0 400 500] /Rotate 180",
		"/MediaBox [0 0 500 400] /Rotate 270", "/MediaBox [-50 -60 700 800] /CropBox [100 120 500 620]",
		"/MediaBox [-50 -60 700 800] /CropBox [100 120 600 520] /Rotate 90", "/MediaBox [100 300 600 700] /Rotate 270",
		"/MediaBox [0 0 200 250] /UserUnit 2", "/MediaBox [10 20 260 220] /UserUnit 2 /Rotate 90", "/MediaBox [0 0 4000 5000]",
	} {
		r := requestOf(key, plainDoc().with(page(boxes)).bytes())
		out, err := o.carry(t, engine, key, r)
		if err != nil {
			t.Fatal(boxes, err)
		}
		t.Log(boxes)
		seen(t, e, sight.Act{Input: r.PDF, Output: out, Field: r.Field, Place: r.Place}, "")
		for _, moved := range []func(*domain.Place){
			func(p *domain.Place) { p.X += 3 }, func(p *domain.Place) { p.Y -= 3 }, func(p *domain.Place) { p.W += 3 }, func(p *domain.Place) { p.H -= 3 },
		} {
			at := r.Place
			moved(&at)
			seen(t, e, sight.Act{Input: r.PDF, Output: out, Field: r.Field, Place: at}, sight.Elsewhere)
		}
	}
}

// A password that the standard prepares, or writes in single bytes, opens the document for the eye too.
func TestEyeOpensWithEveryPassword(t *testing.T) {
	o, engine, key := signer(t)
	e := eye(t)
	for _, c := range []struct{ made, typed, bits string }{
		{"Open 1", "Ｏｐｅｎ　１", "256"}, {"Ｏｐｅｎ　１", "Ｏｐｅｎ　１", "256"}, {"\u00e9t\u00e9", "e\u0301te\u0301", "256"}, {"\u00e9t\u00e9", "\u00e9t\u00e9", "128"},
	} {
		r := requestOf(key, qpdf(t, plainDoc().bytes(), "--encrypt", c.made, "owner", c.bits, "--"))
		engine := &pades.Engine{Draw: engine.Draw, Now: engine.Now, Password: c.typed}
		out, err := o.carry(t, engine, key, r)
		if err != nil {
			t.Fatal(c.typed, err)
		}
		seen(t, e, sight.Act{Input: r.PDF, Output: out, Password: c.typed, Field: r.Field, Place: r.Place}, "")
	}
}

// What a broken signer could do is told and named.
func TestEyeRefuses(t *testing.T) {
	o, engine, key := signer(t)
	e := eye(t)
	two := plainDoc().with(func(m *made) {
		m.objects[2] = "<< /Type /Pages /Kids [3 0 R 7 0 R] /Count 2 >>"
		m.objects[7] = m.objects[3]
	}).bytes()
	r := requestOf(key, two)
	good, err := o.carry(t, engine, key, r)
	if err != nil {
		t.Fatal(err)
	}
	prepared, err := engine.Prepare(two, []domain.Field{{Name: "Seal", Place: r.Place}}, pades.Across{})
	if err != nil {
		t.Fatal(err)
	}
	// The content of the page is another: the seal is there, and so is a second number in the contract.
	objects := func(out []byte) []byte {
		content := "0 0 1 rg 9 9 9 9 re f 300 400 30 9 re f"
		return append(bytes.Clone(out), appendix(out, fmt.Sprintf("4 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n", len(content), content))...)
	}
	for name, c := range map[string]struct {
		act  sight.Act
		want sight.What
	}{
		"as it should be":  {sight.Act{Input: two, Output: good, Field: "Seal", Place: r.Place}, ""},
		"another page":     {sight.Act{Input: two, Output: good, Field: "Seal", Place: domain.Place{Page: 2, X: 50, Y: 60, W: 120, H: 120}}, sight.Elsewhere},
		"another field":    {sight.Act{Input: two, Output: good, Field: "Other", Place: r.Place}, sight.NoField},
		"not its turn":     {sight.Act{Input: two, Output: good, Field: "Other"}, sight.NoField},
		"an empty field":   {sight.Act{Input: two, Output: prepared, Field: "Seal", Place: r.Place}, sight.Nothing},
		"content as well":  {sight.Act{Input: two, Output: objects(good), Field: "Seal", Place: r.Place}, sight.Objects},
		"not a beginning":  {sight.Act{Input: good, Output: two, Field: "Seal", Place: r.Place}, sight.Objects},
		"the page removed": {sight.Act{Input: two, Output: append(bytes.Clone(good), appendix(good, "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n")...), Field: "Seal", Place: r.Place}, sight.Objects},
	} {
		t.Run(name, func(t *testing.T) { seen(t, e, c.act, c.want) })
	}
	// Should the objects ever deceive: the pictures alone tell too.
	deceived := sight.Eye{Compare: func(ctx context.Context, c render.Comparison) ([]render.Seen, error) {
		c.PDF = objects(c.PDF)
		return e.Compare(ctx, c)
	}}
	t.Run("by picture alone", func(t *testing.T) {
		seen(t, deceived, sight.Act{Input: two, Output: good, Field: "Seal", Place: r.Place}, sight.Outside)
	})
}

// A catalog may be another object that says the same, as other engines write it, and may not say anything else.
func TestCatalogSaysTheSame(t *testing.T) {
	o, engine, key := signer(t)
	good, err := o.carry(t, engine, key, requestOf(key, plainDoc().bytes()))
	if err != nil {
		t.Fatal(err)
	}
	catalog := func(from, to string) []byte {
		at := bytes.LastIndex(good, []byte("\n1 0 obj"))
		body, _, _ := strings.Cut(string(good[at+len("\n1 0 obj"):]), "endobj")
		if !strings.Contains(body, from) {
			t.Fatal(body)
		}
		section := string(appendix(good, "90 0 obj"+strings.Replace(body, from, to, 1)+"endobj\n"))
		_, size, _ := strings.Cut(section, "/Size ")
		size, _, _ = strings.Cut(size, " ")
		return append(bytes.Clone(good), strings.NewReplacer("/Root 1 0 R", "/Root 90 0 R", "/Size "+size, "/Size 91").Replace(section)...)
	}
	if _, _, err := check.Touched(good, catalog("/Pages", "/Extensions << >> /Pages"), ""); err != nil {
		t.Error(err)
	}
	if _, _, err := check.Touched(good, catalog("/Pages", "/OpenAction [3 0 R /Fit] /Pages"), ""); err == nil {
		t.Error("it opens elsewhere")
	}
}

// A signature without an area shows nothing, and need not.
func TestFieldWithoutAreaIsNotLookedFor(t *testing.T) {
	o, engine, key := signer(t)
	r := requestOf(key, withField("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132 /P 3 0 R /Rect [0 0 0 0] >>").bytes())
	r.Place = domain.Place{}
	out, err := o.carry(t, engine, key, r)
	if err != nil {
		t.Fatal(err)
	}
	seen(t, eye(t), sight.Act{Input: r.PDF, Output: out, Field: "Seal"}, "")
	seen(t, eye(t), sight.Act{Input: r.PDF, Output: out, Field: "Other"}, sight.NoField)
	seen(t, eye(t), sight.Act{Input: r.PDF, Output: out, Field: "Seal", Place: domain.Place{Page: 1, X: 9, Y: 9, W: 90, H: 90}}, sight.NoField)
}

// appendix makes a section with one object behind a document with a plain table.
func appendix(pdf []byte, object string) []byte {
	var number int
	for _, c := range object[:strings.IndexByte(object, ' ')] {
		number = 10*number + int(c-'0')
	}
	last := string(pdf[bytes.LastIndex(pdf, []byte("startxref"))+len("startxref"):])
	size := string(pdf[bytes.LastIndex(pdf, []byte("/Size"))+len("/Size"):])
	return []byte(object + "xref\n" + strconv.Itoa(number) + " 1\n" + fmt.Sprintf("%010d", len(pdf)) + " 00000 n \ntrailer\n<< /Size " + strings.Fields(size)[0] +
		" /Root 1 0 R /Prev " + strings.Fields(last)[0] + " /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\nstartxref\n" +
		strconv.Itoa(len(pdf)+len(object)) + "\n%%EOF\n")
}

// What the eye refuses is set aside, and what nobody could look at is not: the engine tells them apart.
func TestCheckTellsBadFromUnseen(t *testing.T) {
	o := newOffice(t)
	revisions := o.sealed(t, contract(t, habits()[0]), 3)
	input, output, field := revisions[4], revisions[5], domain.ActOfficeSeal.Field()
	err := o.Check(t.Context(), input, output, field, domain.Place{Page: 3, X: 130, Y: 270, W: 119, H: 119})
	if domain.CodeOf(err) != domain.CodeSealQuarantined || !strings.Contains(err.Error(), "page 3, 42 x 42 mm at 46, 60") {
		t.Error(err)
	}
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	if err := o.Check(canceled, input, output, field, domain.Place{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	o.blind = true
	if err := o.Check(t.Context(), input, output, field, domain.Place{}); domain.CodeOf(err) != domain.CodeSealUnseen {
		t.Error(err)
	}
}

// The acts of strangers are looked at as the office's is: a signer that draws nothing, or draws beside the field, makes
// a signature that other code finds valid, and the engine sets it aside all the same.
func TestWrongDrawingOfAPartyIsSetAside(t *testing.T) {
	o, engine, key := signer(t)
	draw := engine.Draw
	places := map[domain.Act]domain.Place{
		domain.ActBSign: {Page: 1, X: 200, Y: 60, W: 110, H: 40},
		domain.ActBSeal: {Page: 1, X: 50, Y: 60, W: 113, H: 113},
		domain.ActASign: {Page: 1, X: 200, Y: 120, W: 110, H: 40},
	}
	var fields []domain.Field
	for act, at := range places {
		fields = append(fields, domain.Field{Name: act.Field(), Place: at})
	}
	prepared, err := o.Prepare(plainDoc().bytes(), fields)
	if err != nil {
		t.Fatal(err)
	}
	blank := func(look stamp.Look, w, h float64) (*stamp.Form, error) {
		if _, err := draw(look, w, h); err != nil {
			return nil, err
		}
		return &stamp.Form{Width: w, Height: h, Content: flate(t, "q Q\n")}, nil
	}
	for act := range places {
		for name, c := range map[string]struct {
			draw func(stamp.Look, float64, float64) (*stamp.Form, error)
			want domain.Code
		}{"right": {draw, ""}, "blank": {blank, domain.CodeSealQuarantined}} {
			engine.Draw = c.draw
			r := requestOf(key, prepared)
			r.Field, r.Place = seal.FieldName(act.Field()), domain.Place{}
			if act != domain.ActBSeal {
				r.Appearance = stamp.Look{Appearance: domain.Appearance{Typed: "李样例", Caption: "李样例 2026-03-02 12:00"}}
			}
			out, err := o.carry(t, engine, key, r)
			if err != nil {
				t.Fatal(err)
			}
			if err := check.Act(prepared, out, r.Field, o.roots(t), now()); err != nil {
				t.Errorf("%s, %s: other code: %v", act, name, err)
			}
			if err := o.Check(t.Context(), prepared, out, act.Field(), domain.Place{}); domain.CodeOf(err) != c.want || err != nil && !strings.Contains(err.Error(), string(sight.Nothing)) {
				t.Errorf("%s, %s: %v", act, name, err)
			}
		}
	}
}

func flate(t testing.TB, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A child that does not start says nothing about the document: the act has to wait.
func TestBlindEyeJudgesNothing(t *testing.T) {
	o, engine, key := signer(t)
	r := requestOf(key, plainDoc().bytes())
	out, err := o.carry(t, engine, key, r)
	if err != nil {
		t.Fatal(err)
	}
	err = blind(t).Signed(t.Context(), sight.Act{Input: r.PDF, Output: out, Field: r.Field, Place: r.Place})
	if _, is := errors.AsType[*sight.Fault](err); err == nil || is {
		t.Error(err)
	}
}
