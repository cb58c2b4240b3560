package stamp_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/seal/stamp"
)

func artist(t testing.TB) *stamp.Artist {
	t.Helper()
	a, err := stamp.New()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// hand is a signature as a pad reports it: two characters' worth of strokes.
func hand() [][][2]float64 {
	var out [][][2]float64
	add := func(n int, f func(t float64) (x, y float64)) {
		var s [][2]float64
		for i := range n {
			x, y := f(float64(i) / float64(n-1))
			s = append(s, [2]float64{x, y})
		}
		out = append(out, s)
	}
	add(18, func(t float64) (float64, float64) { return 120 + 260*t, 260 + 30*math.Sin(3*t) })
	add(26, func(t float64) (float64, float64) { return 250 - 130*t*t, 180 + 640*t })
	add(30, func(t float64) (float64, float64) { return 240 + 220*t, 420 + 350*math.Sin(1.9*t) })
	add(40, func(t float64) (float64, float64) { return 520 + 330*t + 40*math.Sin(9*t), 330 + 260*math.Sin(5*t)*t })
	add(22, func(t float64) (float64, float64) { return 680 - 60*t, 170 + 690*t - 80*t*t })
	add(2, func(t float64) (float64, float64) { return 850 + 8*t, 300 + 8*t })
	return out
}

// page puts drawings on a page, for the eye and for renderers.
func page(forms ...*stamp.Form) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	offsets := []int{}
	object := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
	names, draw, width, height, y := "", "", 0.0, 20.0, 10.0
	for i, f := range forms {
		names += fmt.Sprintf("/F%d %d 0 R ", i, 5+i)
		draw += fmt.Sprintf("q 1 0 0 1 10 %.2f cm /F%d Do Q\n", y, i)
		y += f.Height + 10
		width, height = max(width, f.Width+20), height+f.Height+10
	}
	object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents 4 0 R /Resources << /XObject << %s >> >> >>", width, height, names))
	object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(draw), draw))
	for _, f := range forms {
		object(fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources << >> /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream",
			f.Width, f.Height, len(f.Content), f.Content))
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, at)
	return b.Bytes()
}

const millimetre = 72 / 25.4

func looks() map[string]stamp.Look {
	words := func(a domain.Appearance) stamp.Look { return stamp.Look{Appearance: a} }
	return map[string]stamp.Look{
		"short":  words(domain.Appearance{Ring: "测试大学", Line: "合同专用章"}),
		"usual":  words(domain.Appearance{Ring: "华东测试大学采购与招标办公室", Line: "合同专用章"}),
		"long":   words(domain.Appearance{Ring: "北京华信远航科技发展（集团）股份有限公司上海第一分公司经营部", Line: "合同专用章"}),
		"one":    words(domain.Appearance{Ring: "测", Line: "合同专用章"}),
		"two":    words(domain.Appearance{Ring: "测试", Line: "合同专用章"}),
		"three":  words(domain.Appearance{Ring: "测试社", Line: "合同专用章"}),
		"single": words(domain.Appearance{Typed: "李"}),
		"pair":   words(domain.Appearance{Typed: "李样", Caption: "李样 2026-03-02 12:00"}),
		"rows":   words(domain.Appearance{Ring: "某某省某某市某某区北京华信远航科技发展（集团）股份有限公司上海自由贸易试验区临港新片区第一分公司设备经营部", Line: "合同专用章"}),
		"hand":   words(domain.Appearance{Strokes: hand(), Caption: "李明 2026-03-02 12:00"}),
		"rare":   words(domain.Appearance{Strokes: hand(), Caption: "李\U00030EDE 2026-03-02 12:00"}), // shown as 〓
		"typed":  words(domain.Appearance{Typed: "欧阳明华", Caption: "欧阳明华 2026-03-02 12:00"}),
		"letter": words(domain.Appearance{Typed: "John A. Smith"}),
		"number": {Appearance: domain.Appearance{Ring: "测试样例科技有限公司", Line: "合同专用章"}, Number: "0000000000000"},
		"oval":   {Appearance: domain.Appearance{Ring: "测试样例科技有限公司", Line: "发票专用章"}, Shape: stamp.Oval},
		"name":   {Appearance: domain.Appearance{Typed: "李样例"}, Shape: stamp.Name},
	}
}

func TestLooks(t *testing.T) {
	a := artist(t)
	var forms []*stamp.Form
	for _, name := range []string{"short", "one", "two", "three", "single", "pair", "usual", "long", "rows", "rare", "hand", "typed", "letter", "number", "oval", "name"} {
		w, h := 42*millimetre, 42*millimetre
		switch look := looks()[name]; {
		case look.Shape == stamp.Oval:
			w, h = 40*millimetre, 30*millimetre
		case look.Shape == stamp.Name:
			w, h = 18*millimetre, 18*millimetre
		case look.Ring == "":
			w, h = 110, 40
		}
		f, err := a.Draw(looks()[name], w, h)
		if err != nil {
			t.Fatal(name, err)
		}
		again, err := a.Draw(looks()[name], w, h)
		if err != nil || !bytes.Equal(f.Content, again.Content) {
			t.Error(name, "is not drawn the same twice")
		}
		inside(t, name, f)
		forms = append(forms, f)
	}
	if dir := os.Getenv("SEALDESK_LOOK"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "looks.pdf"), page(forms...), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// inside checks that every coordinate of a drawing lies in its box.
func inside(t *testing.T, name string, f *stamp.Form) {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(f.Content))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		words := strings.Fields(line)
		op := words[len(words)-1]
		if op != "m" && op != "l" && op != "c" {
			continue
		}
		for i, w := range words[:len(words)-1] {
			var v float64
			if _, err := fmt.Sscan(w, &v); err != nil {
				t.Fatal(name, line)
			}
			if most := []float64{f.Width, f.Height}[i%2]; v < 0 || v > most {
				t.Fatalf("%s: %s lies outside %.1f x %.1f", name, strings.TrimSpace(line), f.Width, f.Height)
			}
		}
	}
	t.Logf("%s: %d bytes, %d packed", name, len(content), len(f.Content))
}

func TestRefusals(t *testing.T) {
	a := artist(t)
	cases := map[string]struct {
		look domain.Appearance
		want domain.Code
	}{
		"nothing":       {domain.Appearance{}, domain.CodeSignatureEmpty},
		"a touch":       {domain.Appearance{Strokes: [][][2]float64{{{500, 500}}}}, domain.CodeSignatureEmpty},
		"blanks":        {domain.Appearance{Typed: "  "}, domain.CodeSignatureEmpty},
		"a dot":         {domain.Appearance{Typed: "·"}, domain.CodeSignatureEmpty},
		"empty ring":    {domain.Appearance{Ring: "\u3000"}, domain.CodeSealLength},
		"61 characters": {domain.Appearance{Ring: strings.Repeat("测", 61)}, domain.CodeSealLength},
		"a long line":   {domain.Appearance{Ring: "测试大学", Line: strings.Repeat("章", 13)}, domain.CodeSealLength},
		"no such glyph": {domain.Appearance{Ring: "测试𰻞大学", Line: "合同专用章"}, domain.CodeSealWords},
		"in the line":   {domain.Appearance{Ring: "测试大学", Line: "合同\U000F0000"}, domain.CodeSealWords},
		"in the name":   {domain.Appearance{Typed: "张\U000F0000"}, domain.CodeSignatureWords},
	}
	for name, c := range cases {
		_, err := a.Draw(stamp.Look{Appearance: c.look}, 119, 119)
		if domain.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	var e *domain.Error
	_, err := a.Draw(stamp.Look{Appearance: domain.Appearance{Ring: "测试𰻞大学"}}, 119, 119)
	if !errors.As(err, &e) || len(e.Args) != 1 || e.Args[0] != "𰻞" {
		t.Errorf("the missing character is not named: %v", err)
	}
	_, err = a.Draw(stamp.Look{Appearance: domain.Appearance{Typed: "李\u200B样例"}}, 110, 40)
	if s := i18n.For("zh").Sentence(err); !strings.Contains(s, "U+200B") {
		t.Errorf("a character nobody sees is not named: %s", s)
	}
}

// Words of any length are drawn within the field, or refused with a sentence that says how many fit.
func TestLengths(t *testing.T) {
	a := artist(t)
	ring := func(shape stamp.Shape) func(words string) stamp.Look {
		return func(words string) stamp.Look {
			return stamp.Look{Appearance: domain.Appearance{Ring: words, Line: "合同专用章"}, Shape: shape}
		}
	}
	const letters = "测试样例科技有限公司大学采购与招标办公室第一分部"
	for _, c := range []struct {
		name        string
		look        func(words string) stamp.Look
		w, h        float64
		least, most int
		code        domain.Code
	}{
		{"round", ring(stamp.Round), 119, 119, 1, 60, domain.CodeSealLength},
		{"oval", ring(stamp.Oval), 113, 85, 1, 30, domain.CodeSealLength},
		{"name seal", func(words string) stamp.Look {
			return stamp.Look{Appearance: domain.Appearance{Typed: words}, Shape: stamp.Name}
		}, 51, 51, 2, 4, domain.CodeSealLength},
		{"typed", func(words string) stamp.Look { return stamp.Look{Appearance: domain.Appearance{Typed: words}} }, 110, 40, 1, 64, ""},
	} {
		for _, n := range []int{1, 2, 3, 4, 5, 30, 31, 60, 61, 64} {
			words := string([]rune(strings.Repeat(letters, 3))[:n])
			f, err := a.Draw(c.look(words), c.w, c.h)
			if n >= c.least && n <= c.most || c.code == "" {
				if err != nil {
					t.Fatal(c.name, n, err)
				}
				inside(t, fmt.Sprint(c.name, n), f)
				continue
			}
			if domain.CodeOf(err) != c.code {
				t.Errorf("%s of %d: %v", c.name, n, err)
			}
			for _, lang := range []string{"zh", "en"} {
				s := i18n.For(lang).Sentence(err)
				for _, part := range []string{words, fmt.Sprint(n), fmt.Sprint(c.least), fmt.Sprint(c.most)} {
					if !strings.Contains(s, part) {
						t.Errorf("%s: no %s in %q", c.name, part, s)
					}
				}
			}
		}
	}
}

func TestReadersAcceptTheDrawings(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		if os.Getenv("SEALDESK_ALL") == "1" {
			t.Fatal("qpdf is not here")
		}
		t.Skip("qpdf is not here")
	}
	f, err := artist(t).Draw(looks()["usual"], 119, 119)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "seal.pdf")
	if err := os.WriteFile(name, page(f), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), qpdf, "--check", name).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func BenchmarkDraw(b *testing.B) {
	a := artist(b)
	for name, look := range looks() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := a.Draw(look, 119, 119); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestPicturesKeepTheirTransparency(t *testing.T) {
	in := image.NewNRGBA(image.Rect(0, 0, 20, 10))
	in.SetNRGBA(3, 3, color.NRGBA{R: 200, A: 128})
	var b bytes.Buffer
	if err := png.Encode(&b, in); err != nil {
		t.Fatal(err)
	}
	f, err := artist(t).Draw(stamp.Look{Appearance: domain.Appearance{Picture: b.Bytes()}}, 100, 100)
	if err != nil {
		t.Fatal(err)
	}
	if f.Picture == nil || f.Picture.Width != 20 || f.Picture.Alpha == nil {
		t.Errorf("%+v", f.Picture)
	}
	for _, bad := range [][]byte{{}, []byte("GIF89a"), b.Bytes()[:40]} {
		if _, err := artist(t).Draw(stamp.Look{Appearance: domain.Appearance{Picture: bad}}, 100, 100); domain.CodeOf(err) != domain.CodePhotoInvalid {
			t.Errorf("%.8q: %v", bad, err)
		}
	}
}
