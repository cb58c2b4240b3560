package seal_test

import (
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
)

// picture is a page as shown, 24 bits a pixel.
type picture struct {
	w, h int
	rgb  []byte
}

// show renders the first page of a document at so many dots to the inch, as cropped and turned.
func show(t *testing.T, pdf []byte, dpi int, unit bool) picture {
	t.Helper()
	dir := t.TempDir()
	in, out := save(t, dir, "in.pdf", pdf), filepath.Join(dir, "out")
	cmd := exec.CommandContext(t.Context(), program(t, "pdftoppm"), "-cropbox", "-singlefile", "-r", fmt.Sprint(dpi), in, out)
	if unit { // poppler leaves UserUnit out of account
		cmd = exec.CommandContext(t.Context(), program(t, "mutool"), "draw", "-r", fmt.Sprint(dpi), "-o", out+".ppm", in, "1")
	}
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return readPPM(t, out+".ppm")
}

func readPPM(t *testing.T, path string) picture {
	t.Helper()
	data := load(t, path)
	var p picture
	var top int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 60)]), "P6\n%d %d\n%d\n", &p.w, &p.h, &top); err != nil || top != 255 {
		t.Fatal(err, top)
	}
	p.rgb = data[len(data)-3*p.w*p.h:]
	return p
}

func (p picture) red(x, y int) bool {
	i := 3 * (y*p.w + x)
	return p.rgb[i] > 120 && p.rgb[i+1] < 110 && p.rgb[i+2] < 110
}

// dark is any ink, red or blue.
func (p picture) dark(x, y int) bool {
	i := 3 * (y*p.w + x)
	return p.rgb[i+1] < 150
}

// box is the rectangle of the red pixels, millimetres from the bottom left.
func (p picture) box(dpi int) (x, y, w, h float64) { return p.around(dpi, p.red) }

// ink is the rectangle of all pixels that are not white.
func (p picture) ink(dpi int) (x, y, w, h float64) { return p.around(dpi, p.dark) }

func (p picture) around(dpi int, is func(x, y int) bool) (x, y, w, h float64) {
	x1, y1, x2, y2 := p.w, p.h, -1, -1
	for j := range p.h {
		for i := range p.w {
			if is(i, j) {
				x1, y1, x2, y2 = min(x1, i), min(y1, j), max(x2, i), max(y2, j)
			}
		}
	}
	mm := func(n int) float64 { return float64(n) * 25.4 / float64(dpi) }
	return mm(x1), mm(p.h - 1 - y2), mm(x2 - x1 + 1), mm(y2 - y1 + 1)
}

// A seal stands where it was asked, at its size, upright, on the page as people see it.
func TestSealsStandWhereAskedAndUpright(t *testing.T) {
	const dpi, mm = 150, 72 / 25.4
	o, engine, key := signer(t)
	at := domain.Place{Page: 1, X: 20 * mm, Y: 35 * mm, W: 42 * mm, H: 42 * mm}
	var upright picture
	for _, c := range []struct {
		name, boxes string
		unit        bool
	}{
		{"plain", "/MediaBox [0 0 400 500]", false},
		{"turned 90", "/MediaBox [0 0 500 400] /Rotate 90", false},
		{"turned 180", "/MediaBox [0 0 400 500] /Rotate 180", false},
		{"turned 270", "/MediaBox [0 0 500 400] /Rotate 270", false},
		{"turned back", "/MediaBox [0 0 500 400] /Rotate -90", false},
		{"cropped", "/MediaBox [-50 -60 700 800] /CropBox [100 120 500 620]", false},
		{"cropped and turned", "/MediaBox [-50 -60 700 800] /CropBox [100 120 600 520] /Rotate 90", false},
		{"origin elsewhere", "/MediaBox [100 300 500 800]", false},
		{"origin elsewhere, turned", "/MediaBox [100 300 600 700] /Rotate 270", false},
		{"corners swapped", "/MediaBox [500 800 100 300]", false},
		{"user unit 2", "/MediaBox [0 0 200 250] /UserUnit 2", true},
		{"user unit 2, turned", "/MediaBox [10 20 260 220] /UserUnit 2 /Rotate 90", true},
	} {
		pdf := plainDoc().with(page(c.boxes)).with(set(4, "<< /Length 0 >>\nstream\n\nendstream")).bytes()
		out, err := o.carry(t, engine, key, pades.Request{
			PDF: pdf, Field: "Seal", Place: at, Chain: key.Chain, Appearance: words("测试大学", "合同专用章"), Signing: now(), Stamped: true,
		})
		if err != nil {
			t.Fatal(c.name, err)
		}
		shown := show(t, out, dpi, c.unit)
		x, y, w, h := shown.box(dpi)
		t.Logf("%-26s at %.1f, %.1f mm, %.1f x %.1f mm", c.name, x, y, w, h)
		for i, got := range []float64{x, y, w, h} {
			if want := []float64{20, 35, 42, 42}[i]; math.Abs(got-want) > 0.4 {
				t.Errorf("%s: number %d is %.2f mm, want %.2f", c.name, i, got, want)
			}
		}
		if upright.rgb == nil {
			upright = shown
		} else if d := differing(upright, shown); d > 0.02 {
			t.Errorf("%s: %.1f %% of the seal's pixels differ from the upright one", c.name, 100*d)
		}
	}
}

// differing is how many pixels are inked in one picture only, in parts of the inked ones. Pictures of the same page shape
// are compared; the edges of lines may lie a pixel apart.
func differing(a, b picture) float64 {
	if abs(a.w-b.w) > 1 || abs(a.h-b.h) > 1 {
		return 1
	}
	red, lonely := 0, 0
	near := func(p picture, x, y int) bool {
		for j := max(0, y-2); j <= min(p.h-1, y+2); j++ {
			for i := max(0, x-2); i <= min(p.w-1, x+2); i++ {
				if p.dark(i, j) {
					return true
				}
			}
		}
		return false
	}
	for y := range min(a.h, b.h) {
		for x := range min(a.w, b.w) {
			if a.dark(x, y) {
				red++
				if !near(b, x, y) {
					lonely++
				}
			}
			if b.dark(x, y) && !near(a, x, y) {
				lonely++
			}
		}
	}
	return float64(lonely) / float64(max(red, 1))
}

func abs(n int) int { return max(n, -n) }

// The slices of the office's seal across a contract fit together again.
func TestSlicesMakeOneSeal(t *testing.T) {
	const dpi = 150
	o := newOffice(t)
	revisions := o.sealed(t, contract(t, habits()[4]), 3)
	whole := joined(t, pagesOf(t, revisions[len(revisions)-1], 4, dpi, false), 42*dpi/25.4/4, 44*dpi/25.4)
	x, y, w, h := whole.box(dpi)
	t.Logf("put together: %.1f x %.1f mm at %.1f, %.1f", w, h, x, y)
	if math.Abs(w-42) > 0.6 || math.Abs(h-42) > 0.4 {
		t.Errorf("the slices make %.1f x %.1f mm", w, h)
	}
}
