package seal_test

import (
	"bytes"
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/sight"
)

// leaves is a document of empty pages that are all measured alike.
func leaves(pages int, boxes string) *made {
	return plainDoc().with(func(m *made) {
		kids := ""
		for n := range pages {
			kids += fmt.Sprintf("%d 0 R ", 10+n)
			m.objects[10+n] = "<< /Type /Page /Parent 2 0 R " + boxes + " /Resources << >> >>"
		}
		delete(m.objects, 3)
		m.objects[2] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, pages)
	})
}

var acrossAll = pades.Across{Prefix: "Across-", Size: 42 * millimetre}

// The slices of four pages make one seal of 42 mm, half-way up the right edges of the pages as shown.
func TestSlicesFitOnEveryKindOfPage(t *testing.T) {
	const dpi = 150
	o, engine, key := signer(t)
	e := eye(t)
	for name, c := range map[string]struct {
		boxes string
		unit  bool
	}{
		"plain": {"/MediaBox [0 0 400 500]", false}, "turned 90": {"/MediaBox [0 0 500 400] /Rotate 90", false},
		"turned 180": {"/MediaBox [0 0 400 500] /Rotate 180", false}, "turned 270": {"/MediaBox [0 0 500 400] /Rotate 270", false},
		"cropped and turned": {"/MediaBox [-50 -60 700 800] /CropBox [100 120 600 520] /Rotate 90", false},
		"user unit 2":        {"/MediaBox [0 0 200 250] /UserUnit 2", true},
	} {
		t.Run(name, func(t *testing.T) {
			pdf := leaves(4, c.boxes).bytes()
			prepared, err := engine.Prepare(pdf, nil, acrossAll)
			if err != nil {
				t.Fatal(err)
			}
			oneSection(t, pdf, prepared)
			r := requestOf(key, prepared)
			r.Across, r.Place.X = acrossAll, 20
			out, err := o.carry(t, engine, key, r)
			if err != nil {
				t.Fatal(err)
			}
			o.judge(t, trial{data: prepared}, out, o.roots(t))
			seen(t, e, sight.Act{Input: prepared, Output: out, Field: r.Field, Place: r.Place}, "")
			seal := joined(t, pagesOf(t, out, 4, dpi, c.unit), 42*dpi/25.4/4, 44*dpi/25.4)
			x, y, w, h := seal.box(dpi)
			t.Logf("%.1f x %.1f mm at %.1f, %.1f", w, h, x, y)
			if math.Abs(w-42) > 0.6 || math.Abs(h-42) > 0.4 || math.Abs(y-1) > 0.4 {
				t.Errorf("the slices make %.1f x %.1f mm, %.1f mm from below", w, h, y)
			}
		})
	}
}

// pagesOf renders all pages.
func pagesOf(t *testing.T, pdf []byte, pages, dpi int, unit bool) []picture {
	t.Helper()
	dir := t.TempDir()
	in, out := save(t, dir, "in.pdf", pdf), filepath.Join(dir, "p")
	cmd := exec.CommandContext(t.Context(), program(t, "pdftoppm"), "-cropbox", "-r", fmt.Sprint(dpi), in, out)
	if unit { // poppler leaves UserUnit out of account
		cmd = exec.CommandContext(t.Context(), program(t, "mutool"), "draw", "-r", fmt.Sprint(dpi), "-o", out+"-%d.ppm", in)
	}
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	var all []picture
	for n := range pages {
		all = append(all, readPPM(t, fmt.Sprintf("%s-%d.ppm", out, n+1)))
	}
	return all
}

// joined puts the right edges of pages beside each other, so wide each and so high around the middle.
func joined(t *testing.T, pages []picture, wide, high float64) picture {
	t.Helper()
	out := picture{w: int(float64(len(pages)) * wide), h: int(high)}
	out.rgb = bytes.Repeat([]byte{255}, 3*out.w*out.h)
	for n, p := range pages {
		for y := range out.h {
			for x := range int(wide) {
				from := 3 * ((p.h/2-out.h/2+y)*p.w + p.w - int(wide) + x)
				copy(out.rgb[3*(y*out.w+int(float64(n)*wide)+x):], p.rgb[from:from+3])
			}
		}
	}
	return out
}

// What a seal across the pages must not do is refused: it is made once, before the first signature, where nothing is
// locked.
func TestSealAcrossIsRefused(t *testing.T) {
	o, engine, key := signer(t)
	prepare := func(pdf []byte) ([]byte, error) { return engine.Prepare(pdf, nil, acrossAll) }
	pdf, err := prepare(leaves(3, "/MediaBox [0 0 400 500]").bytes())
	if err != nil {
		t.Fatal(err)
	}
	sign := func(pdf []byte, field string, across pades.Across) ([]byte, error) {
		r := requestOf(key, pdf)
		r.Field, r.Across, r.Place.X = field, across, 20
		if field == "Second" {
			r.Place.Y = 250
		}
		return o.carry(t, engine, key, r)
	}
	sealed, err := sign(pdf, "First", acrossAll)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := sign(leaves(3, "/MediaBox [0 0 400 500]").bytes(), "First", pades.Across{})
	if err != nil {
		t.Fatal(err)
	}
	locking := leaves(3, "/MediaBox [0 0 400 500]").with(func(m *made) {
		m.objects[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>"
		m.objects[5] = strings.Replace(strings.Replace(emptyField, "/P 3 0 R", "/P 10 0 R", 1), "/T (Seal)", "/T (First) /Lock << /Type /SigFieldLock /Action /Include /Fields [(Across-0002)] >>", 1)
		m.objects[10] = strings.Replace(m.objects[10], "/Resources", "/Annots [5 0 R] /Resources", 1)
	}).bytes()
	locked, err := prepare(locking)
	if err != nil {
		t.Fatal(err)
	}
	if locked, err = sign(locked, "First", pades.Across{}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		do   func() ([]byte, error)
		want domain.Code
	}{
		"a second one":             {func() ([]byte, error) { return sign(sealed, "Second", acrossAll) }, pades.CodeAcross},
		"prepared twice":           {func() ([]byte, error) { return prepare(pdf) }, pades.CodeTaken},
		"prepared when signed":     {func() ([]byte, error) { return prepare(plain) }, domain.CodeAcrossLate},
		"a strip locked":           {func() ([]byte, error) { return sign(locked, "Second", acrossAll) }, pades.CodeLocked},
		"prepared on a dead end":   {func() ([]byte, error) { return prepare(withField(emptyField, certification("2")).bytes()) }, pades.CodeFieldsOnly},
		"a missing character":      {func() ([]byte, error) { return acrossWith(engine, key, pdf, "测试𰻞大学") }, domain.CodeSealWords},
		"strips, and none is used": {func() ([]byte, error) { return sign(pdf, "First", pades.Across{}) }, ""},
		"one page, nothing to cut": {func() ([]byte, error) { return sign(leaves(1, "/MediaBox [0 0 400 500]").bytes(), "First", acrossAll) }, ""},
	} {
		out, err := c.do()
		if domain.CodeOf(err) != c.want || c.want != "" && out != nil {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		t.Logf("%-26s %s", name, c.want)
	}
	// The strips stay empty when the next signer has no seal, and can be filled by the one after.
	first, err := sign(pdf, "First", pades.Across{})
	if err != nil {
		t.Fatal(err)
	}
	second, err := sign(first, "Second", acrossAll)
	if err != nil {
		t.Fatal(err)
	}
	if report, err := check.Verify(second, check.Options{Roots: o.roots(t), At: now()}); err != nil || report.Verdict != check.Valid || len(report.Signatures) != 2 {
		t.Errorf("%+v %v", report, err)
	}
}

func acrossWith(engine *pades.Engine, key domain.SigningKey, pdf []byte, ring string) ([]byte, error) {
	r := requestOf(key, pdf)
	r.Appearance, r.Across = words(ring, ""), acrossAll
	p, err := engine.Begin(r)
	return p.PDF, err
}
