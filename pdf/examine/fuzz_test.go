package examine_test

import (
	"math"
	"testing"

	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/examine/handmade"
	"campus.example/sealdesk/pdf/write"
)

// FuzzExamine hands whole files over.
func FuzzExamine(f *testing.F) {
	d, err := write.New(write.Meta{Title: "t"})
	if err != nil {
		f.Fatal(err)
	}
	d.Line("甲方（盖章）：签字")
	for _, h := range []write.Habit{{Version: "1.4", Plain: true}, {Version: "1.5", Stream: true, Pack: true}} {
		b, err := d.Bytes(h)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add(catalog("/OpenAction << /S /JavaScript /JS (x) >>"))
	f.Add(handmade.Page("/Rotate 90", "BT /F2 12 Tf 100 200 Td "+seal+" Tj ET"))
	f.Fuzz(func(t *testing.T, b []byte) { check(t, b) })
}

// FuzzContent hands over what a page draws.
func FuzzContent(f *testing.F) {
	f.Add("BT /F2 12 Tf 100 200 Td " + seal + " Tj ET")
	f.Add("q 1 0 0 1 9 9 cm BT /F3 1 Tf 12 0 0 12 50 60 Tm [(a) -300 <BCD7>] TJ T* (x) ' 1 2 (y) \" ET Q /X Do BI ID x EI")
	f.Add("/OC /A BDC BT 50 Tz 2 Tc 3 Tw 4 TL 5 Ts /F1 9 Tf 1 1 TD (z) Tj EMC /G gs")
	f.Fuzz(func(t *testing.T, content string) {
		check(t, handmade.Page("/Resources << /Font << "+handmade.Fonts+" >> /XObject << /X 5 0 R >> /ExtGState << /G << /Font [6 0 R 7] >> >> >>",
			content, handmade.Stream("/Subtype /Form /Matrix [2 0 0 2 1 1]", content), "<< /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] >>"))
	})
}

func check(t *testing.T, b []byte) {
	if found, err := examine.Find(b, examine.FindOptions{Word: word}); err != nil && examine.Name(err) == "" {
		t.Fatalf("an error without a name: %v", err)
	} else if err == nil && len(found.Sizes) < 1 {
		t.Fatal("no pages, and no error")
	}
	r, err := examine.Examine(b, examine.Options{Keywords: append(words(), "a", "x")})
	if err != nil {
		if examine.Name(err) == "" {
			t.Fatalf("an error without a name: %v", err)
		}
		return
	}
	if r.Pages < 1 || len(r.Sizes) != r.Pages {
		t.Fatalf("%d pages, %d sizes", r.Pages, len(r.Sizes))
	}
	for _, k := range r.Keywords {
		if k.Page < 1 || k.Page > r.Pages || math.IsNaN(k.X+k.Y+k.W+k.H) || math.IsInf(k.X+k.Y+k.W+k.H, 0) || k.W < 0 || k.H < 0 {
			t.Fatalf("%+v", k)
		}
	}
}
