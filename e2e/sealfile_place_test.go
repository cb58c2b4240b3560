package e2e

import (
	"math"
	"os"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/examine"
	pdfwrite "campus.example/sealdesk/pdf/write"
	second "campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/pades"
)

// The seal stands over the end of the word that was asked for: the n-th, the last of all, or, when nothing is said, the
// last on a line to be signed and not the one inside a sentence below it. A field of the document is filled where it is.
func TestSealFileStandsWhereAsked(t *testing.T) {
	b := newBench(t)
	doc, err := pdfwrite.New(pdfwrite.Meta{Title: "合同", Made: time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	for range 6 {
		doc.Paragraph("双方约定如下。")
	}
	doc.Paragraph("甲方（盖章）：")
	doc.NewPage(false)
	for range 4 {
		doc.Paragraph("双方约定如下。")
	}
	doc.Paragraph("甲方（盖章）：")
	for range 20 {
		doc.Paragraph("双方约定如下。")
	}
	doc.Paragraph("本合同经甲方（盖章）后生效。")
	in, err := doc.Bytes(pdfwrite.Habit{Version: "1.5"})
	if err != nil {
		t.Fatal(err)
	}
	field := domain.Place{Page: 2, X: 300, Y: 200, W: 119, H: 119}
	if in, err = (&pades.Engine{}).Prepare(in, []domain.Field{{Name: "Party", Place: field}}, pades.Across{}); err != nil {
		t.Fatal(err)
	}
	b.put("word.pdf", in)
	found, err := examine.Find(in, examine.FindOptions{Word: "甲方（盖章）"})
	if err != nil || len(found.Hits) != 3 {
		t.Fatal(found, err)
	}
	for _, c := range []struct {
		args []string
		hit  int // -1 is the field
	}{
		{[]string{"--at", "keyword=甲方（盖章）"}, 1},
		{[]string{"--at", "keyword=甲方(盖章),nth=1"}, 0},
		{[]string{"--at", "keyword=甲 方 （盖 章）,nth=3"}, 2},
		{[]string{"--at", "keyword=甲方（盖章）,last"}, 2},
		{[]string{"--field", "Party"}, -1},
	} {
		if stderr, code := b.seal(append(append([]string{"@word.pdf", "-o", "@out.pdf"}, byP12...), c.args...)...); code != 0 {
			t.Errorf("%v: exit %d, %s", c.args, code, stderr)
			continue
		}
		out, err := os.ReadFile(b.path("out.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		marks, _, err := second.Touched(in, out, "")
		if err != nil || len(marks) != 1 {
			t.Fatal(c.args, marks, err)
		}
		m := marks[0] // on a page that is neither turned nor cropped
		want := [4]float64{field.X, field.Y, field.X + field.W, field.Y + field.H}
		page := field.Page
		if c.hit >= 0 {
			const size = 42 * 72 / 25.4
			k := found.Hits[c.hit]
			x, y := math.Max(k.X+k.W+size/4, size/2), math.Max(k.Y+k.H/2, size/2)
			want, page = [4]float64{x - size/2, y - size/2, x + size/2, y + size/2}, k.Page
		}
		for i := range want {
			if m.Page != page || math.Abs(m.Rect[i]-want[i]) > 0.1 {
				t.Errorf("%v: page %d, %.1f; want page %d, %.1f", c.args, m.Page, m.Rect, page, want)
				break
			}
		}
	}
}
