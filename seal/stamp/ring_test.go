package stamp_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/stamp"
)

// outlines gives the closed outlines of a drawing, each as the middle of its box.
func outlines(t *testing.T, f *stamp.Form) [][2]float64 {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(f.Content))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	var out [][2]float64
	box := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for line := range strings.Lines(string(content)) {
		words := strings.Fields(line)
		switch words[len(words)-1] {
		case "m", "l", "c":
			for i := 0; i+1 < len(words)-1; i += 2 {
				var x, y float64
				if _, err := fmt.Sscan(words[i], &x); err != nil {
					t.Fatal(err)
				}
				if _, err := fmt.Sscan(words[i+1], &y); err != nil {
					t.Fatal(err)
				}
				box = [4]float64{min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)}
			}
		case "h":
			out = append(out, [2]float64{(box[0] + box[2]) / 2, (box[1] + box[3]) / 2})
			box = [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		}
	}
	return out
}

// The words of a round seal, from 2 to 30 characters, stand at even angles around the middle, the first and the last
// equally far from the top, and leave a gap below.
func TestCharactersStandEvenlyAroundASeal(t *testing.T) {
	a := artist(t)
	const size = 42 * millimetre
	for n := 2; n <= 30; n++ {
		f, err := a.Draw(stamp.Look{Appearance: domain.Appearance{Ring: strings.Repeat("一", n)}}, size, size)
		if err != nil {
			t.Fatal(err)
		}
		all := outlines(t, f)
		if len(all) != n+2 { // the rim and the star come first; this character is one outline
			t.Fatalf("%d characters: %d outlines", n, len(all))
		}
		var angles []float64
		far := math.Hypot(all[2][0]-size/2, all[2][1]-size/2)
		for _, at := range all[2:] {
			x, y := at[0]-size/2, at[1]-size/2
			if d := math.Hypot(x, y); math.Abs(d-far) > 0.02*size {
				t.Errorf("%d characters: one stands %.1f from the middle, another %.1f", n, d, far)
			}
			angles = append(angles, math.Remainder(90-math.Atan2(y, x)*180/math.Pi, 360))
		}
		step := angles[1] - angles[0]
		for i := 1; i < n; i++ {
			if math.Abs(angles[i]-angles[i-1]-step) > 0.6 {
				t.Errorf("%d characters: steps of %.1f and %.1f degrees", n, step, angles[i]-angles[i-1])
			}
		}
		if span := angles[n-1] - angles[0]; math.Abs(angles[0]+angles[n-1]) > 0.6 || span > 300 {
			t.Errorf("%d characters: from %.1f to %.1f degrees", n, angles[0], angles[n-1])
		}
	}
}
