package examine_test

import (
	"encoding/xml"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/sandbox/samples"
)

// tool gives the path of a program from outside, or skips.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("SEALDESK_ALL") == "1" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	return path
}

type popplerWord struct {
	XMin float64 `xml:"xMin,attr"`
	YMin float64 `xml:"yMin,attr"`
	XMax float64 `xml:"xMax,attr"`
	YMax float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

type popplerPage struct {
	Width  float64       `xml:"width,attr"`
	Height float64       `xml:"height,attr"`
	Words  []popplerWord `xml:"word"`
}

func bbox(t *testing.T, pdf []byte) []popplerPage {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool(t, "pdftotext"), "-bbox", "-cropbox", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Pages []popplerPage `xml:"body>doc>page"`
	}
	d := xml.NewDecoder(strings.NewReader(string(out)))
	d.Strict, d.Entity = false, xml.HTMLEntity
	if err := d.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	return doc.Pages
}

// Each seal line poppler sees, we see at the same place, and no other.
func TestPlacesAgreeWithPoppler(t *testing.T) {
	const slack = 2 // points
	for n := 1; n <= 14; n++ {
		c, err := samples.Good(n)
		if err != nil {
			t.Fatal(err)
		}
		r, err := examine.Examine(c.PDF, examine.Options{Keywords: words()})
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for i, p := range bbox(t, c.PDF) {
			// Poppler tells the size of a turned page as it is stored, the places of words as they are shown.
			w, h := r.Sizes[i][0], r.Sizes[i][1]
			if max(math.Abs(p.Width-w), math.Abs(p.Height-h)) > 0.01 && max(math.Abs(p.Width-h), math.Abs(p.Height-w)) > 0.01 {
				t.Errorf("%d: page %d is %v by %v, we say %v", n, i+1, p.Width, p.Height, r.Sizes[i])
			}
			for _, word := range p.Words {
				for _, asked := range []string{"甲方（盖章）", "乙方（盖章）"} {
					if !strings.HasPrefix(word.Text, asked) {
						continue
					}
					found++
					if !agrees(r.Keywords, asked, i+1, word.XMin, h-(word.YMin+word.YMax)/2, slack) {
						t.Errorf("%d (%s): %s stands at %.1f, %.1f of page %d; we say %v", n, c.Habit.Name, asked, word.XMin, h-word.YMax, i+1, r.Keywords)
					}
				}
			}
		}
		seals := 0
		for _, k := range r.Keywords {
			if k.Word != "签字" {
				seals++
			}
		}
		if found < 2 || found != seals {
			t.Errorf("%d: poppler sees %d seal lines, we %d", n, found, seals)
		}
	}
}

func agrees(all []examine.Keyword, word string, page int, x, middle, slack float64) bool {
	for _, k := range all {
		if k.Word == word && k.Page == page && math.Abs(k.X-x) <= slack && math.Abs(k.Y+k.H/2-middle) <= slack {
			return true
		}
	}
	return false
}
