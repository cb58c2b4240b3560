package render

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/examine/handmade"
	"campus.example/sealdesk/sandbox/samples"
	"campus.example/sealdesk/text"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Two readers that share no code find the same words at the same places.
func TestTextAgreesWithTheExamination(t *testing.T) {
	r := renderer(t)
	for n := 1; n <= 6; n++ {
		c, err := samples.Good(n)
		if err != nil {
			t.Fatal(err)
		}
		look, err := examine.Examine(c.PDF, examine.Options{Keywords: []string{"甲方（盖章）", "乙方（盖章）"}})
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range look.Keywords {
			page, err := r.Text(t.Context(), c.PDF, k.Page)
			if err != nil {
				t.Fatal(err)
			}
			if s := look.Sizes[k.Page-1]; math.Abs(page.Width-s[0]) > 0.1 || math.Abs(page.Height-s[1]) > 0.1 {
				t.Errorf("%d: %v by %v, want %v", n, page.Width, page.Height, s)
			}
			first, _, _ := strings.Cut(k.Word, "方")
			found := false
			for _, ch := range page.Chars {
				found = found || ch.Text == first && math.Abs(ch.X-k.X) < 1 && math.Abs(ch.Base-(k.Y+0.12*k.H)) < 0.1 && math.Abs(ch.Size-k.H) < 0.1
			}
			if !found {
				t.Errorf("%d (%s): nothing at %+v", n, c.Habit.Name, k)
			}
			view, err := r.TextView(t.Context(), c.PDF, k.Page, 100)
			if err != nil {
				t.Fatal(err)
			}
			at := view.Cells(k.X, k.Y, k.W, k.H)
			row := string(view.Lines[min(at.Row, len(view.Lines)-1)])
			if !strings.Contains(row, k.Word) || at.EndRow-at.Row > 2 {
				t.Errorf("%d: row %v of the view is %q", n, at, row)
			} else if before, _, _ := strings.Cut(row, k.Word); abs(text.Width(before)-at.Column) > 2 {
				t.Errorf("%d: %s stands in column %d, the frame at %d", n, k.Word, text.Width(before), at.Column)
			}
		}
	}
}

func abs(n int) int { return max(n, -n) }

func TestTextOfTurnedPages(t *testing.T) {
	content := "BT /F2 12 Tf 0 1 -1 0 200 100 Tm " + handmade.UCS2("甲方（盖章）") + " Tj ET"
	pdf := handmade.Page("/Rotate 90 /CropBox [0 0 390 590] /UserUnit 2", content)
	page, err := renderer(t).Text(t.Context(), pdf, 1)
	if err != nil || len(page.Chars) != 6 || page.Turned != 0 {
		t.Fatal(page, err)
	}
	if c := page.Chars[0]; c.Text != "甲" || math.Abs(c.X-200) > 0.5 || math.Abs(c.Base-380) > 0.5 || math.Abs(c.Size-24) > 0.5 || math.Abs(c.W-24) > 0.5 {
		t.Errorf("%+v", c)
	}
	if page.Width != 1180 || page.Height != 780 {
		t.Error(page.Width, page.Height)
	}
	page, err = renderer(t).Text(t.Context(), handmade.Page("", content), 1)
	if err != nil || len(page.Chars) != 0 || page.Turned != 6 {
		t.Error(page, err)
	}
}

// The text of all pages, read at once, is the text of each page.
func TestTextsAreThoseOfThePages(t *testing.T) {
	r := renderer(t)
	c, err := samples.Good(1)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := r.Texts(t.Context(), c.PDF, 100)
	if err != nil || len(pages) == 0 {
		t.Fatal(len(pages), err)
	}
	for i, page := range pages {
		view, err := r.TextView(t.Context(), c.PDF, i+1, 100)
		if err != nil {
			t.Fatal(err)
		}
		lines := ""
		for _, l := range view.Lines {
			lines += string(l) + "\n"
		}
		if page != lines {
			t.Errorf("page %d is\n%s, want\n%s", i+1, page, lines)
		}
	}
	if _, err := r.Texts(t.Context(), []byte("%PDF-1.7 nothing"), 100); !errors.Is(err, ErrUnreadable) {
		t.Errorf("of a broken document: %v", err)
	}
}
