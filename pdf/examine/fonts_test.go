package examine_test

import (
	"fmt"
	"strings"
	"testing"

	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/examine/handmade"
	"campus.example/sealdesk/pdf/font"
)

func TestFontsOfManyKinds(t *testing.T) {
	toUnicode := handmade.Stream("", "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <41> <46> "+
		"[<7532> <65B9> <FF08> <76D6> <7AE0> <FF09>] endbfrange")
	plain := "BT /T 12 Tf 100 200 Td (ABCDEF) Tj ET"
	widths := "/FirstChar 65 /LastChar 70 /Widths [1000 1000 1000 1000 1000 1000]"
	names := "/Encoding << /Differences [65 /uni7532 /u65B9 /uniFF08 /uni76D6.alt /uni7AE0 /parenright] >>"
	cases := map[string]struct {
		font, content string
		more          []string
		x, y, w, h    float64
	}{
		"Type1 by ToUnicode": {"/Type /Font /Subtype /Type1 /BaseFont /AAAAAA+X /ToUnicode 5 0 R " + widths, plain, []string{toUnicode}, 100, 198.56, 72, 12},
		"named by a string":  {"/Type /Font /Subtype /TrueType /BaseFont <FEFF0058> /FontDescriptor [] /ToUnicode 5 0 R " + widths, plain, []string{toUnicode}, 100, 198.56, 72, 12},
		"TrueType by names":  {"/Type /Font /Subtype /TrueType /BaseFont /AAAAAA+X " + names + widths, plain, nil, 100, 198.56, 72, 12},
		"Type3": {"/Type /Font /Subtype /Type3 /FontMatrix [.01 0 0 .01 0 0] /FontBBox [0 0 100 100] /FirstChar 65 /LastChar 70 " +
			"/Widths [100 100 100 100 100 100] /CharProcs << >> " + names, plain, nil, 100, 198.56, 72, 12},
		"Type3 without a box": {"/Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 0 0 0] /FirstChar 65 /LastChar 70 " +
			"/Widths [1 1 1 1 1 1] /CharProcs << >> " + names, plain, nil, 100, 198.56, 72, 12},
		"vertical": {
			"/Type /Font /Subtype /Type0 /BaseFont /X /Encoding /UniGB-UCS2-V /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 >>]",
			"BT /T 12 Tf 100 200 Td " + seal + " Tj ET", nil, 94, 128, 12, 72,
		},
		"map of its own": {"/Type /Font /Subtype /Type0 /BaseFont /X /Encoding 5 0 R /ToUnicode 6 0 R /DescendantFonts [<< /Type /Font " +
			"/Subtype /CIDFontType2 /DW 500 /W [10 15 1000] >>]", plain, []string{
			handmade.Stream("", "1 begincodespacerange <41> <5A> endcodespacerange 1 begincidrange <41> <46> 10 endcidrange"), toUnicode,
		}, 100, 198.56, 72, 12},
		"predefined without tables": {
			"/Type /Font /Subtype /Type0 /BaseFont /X /Encoding /90ms-RKSJ-H /ToUnicode 5 0 R /DescendantFonts [<< >>]",
			"BT /T 12 Tf 100 200 Td <000100020003000400050006> Tj ET",
			[]string{handmade.Stream("",
				"6 beginbfchar <0001> <7532> <0002> <65B9> <0003> <FF08> <0004> <76D6> <0005> <7AE0> <0006> <FF09> endbfchar")},
			100, 198.56, 72, 12,
		},
		"one glyph for two characters": {
			"/Type /Font /Subtype /Type1 /BaseFont /X /ToUnicode 5 0 R /FirstChar 65 /Widths [2000 2000 2000]",
			"BT /T 12 Tf 100 200 Td (ABC) Tj ET",
			[]string{handmade.Stream("",
				"3 beginbfchar <41> <753265B9> <42> <FF0876D6> <43> <7AE0FF09> endbfchar")},
			100, 198.56, 72, 12,
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			k, ok := one(t, handmade.Page("/Resources << /Font << /T << "+c.font+" >> >> >>", c.content, c.more...), word)
			if ok && (!near(k.X, c.x) || !near(k.Y, c.y) || !near(k.W, c.w) || !near(k.H, c.h)) {
				t.Errorf("%+v, want %v", k, c)
			}
		})
	}
}

// A font without ToUnicode whose program has kept its own character map.
func TestEmbeddedProgramTellsTheCharacters(t *testing.T) {
	parsed, err := font.Parse()
	if err != nil {
		t.Fatal(err)
	}
	var codes strings.Builder
	for _, r := range word {
		glyph, err := parsed.GlyphIndex(nil, r)
		if err != nil || glyph == 0 {
			t.Fatal(r, err)
		}
		fmt.Fprintf(&codes, "%04X", glyph)
	}
	pdf := handmade.Page("/Resources << /Font << /T << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "+
		"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /CIDToGIDMap /Identity /FontDescriptor << /FontFile2 5 0 R >> >>] >> >> >>",
		"BT /T 12 Tf 100 200 Td <"+codes.String()+"> Tj ET", handmade.Packed("", font.Data(), 1))
	if k, ok := one(t, pdf, word); ok && (!near(k.X, 100) || !near(k.W, 72)) {
		t.Errorf("%+v", k)
	}
}

func TestTextOfForms(t *testing.T) {
	form := func(dict string) []string {
		return []string{handmade.Stream("/Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /Font << "+
			handmade.Fonts+" >> >> "+dict, "q BT /F2 12 Tf 50 100 Td "+seal+" Tj ET")}
	}
	page := "/Resources << /XObject << /X 5 0 R >> >>"
	k, ok := one(t, handmade.Page(page, "q 1 0 0 1 30 40 cm /X Do Q", form("/Matrix [1 0 0 1 20 60]")...), word)
	if ok && (!near(k.X, 100) || !near(k.Y, 198.56)) {
		t.Errorf("%+v", k)
	}
	r, err := examine.Examine(handmade.Page(page, "/X Do 1 0 0 1 0 200 cm /X Do", form("")...), examine.Options{Keywords: []string{word}})
	if err != nil || len(r.Keywords) != 2 || !near(r.Keywords[0].Y, 298.56) {
		t.Errorf("%v %v", r.Keywords, err)
	}
}

func TestLayersThatAreOffAreNotFound(t *testing.T) {
	page := func(config string) []byte {
		return handmade.File(
			"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R] /D << "+config+" >> >> >>",
			"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R /Resources << /Font << "+handmade.Fonts+
				" >> /Properties << /A 5 0 R /M << /Type /OCMD /OCGs [5 0 R 6 0 R] >> >> >> >>",
			handmade.Stream("", "/OC /A BDC /Span BMC BT /F2 12 Tf 100 200 Td "+seal+" Tj ET EMC EMC "+
				"/OC /M BDC BT /F2 12 Tf 100 300 Td "+seal+" Tj ET EMC BT /F2 12 Tf 100 400 Td "+seal+" Tj ET"),
			"<< /Type /OCG /Name (a) >>", "<< /Type /OCG /Name (b) >>")
	}
	for config, want := range map[string]int{"": 3, "/OFF [5 0 R]": 2, "/OFF [5 0 R 6 0 R]": 1, "/BaseState /OFF /ON [5 0 R]": 3, "/BaseState /OFF": 1} {
		found, err := examine.Find(page(config), examine.FindOptions{Word: word})
		if err != nil || len(found.Hits) != want {
			t.Errorf("%q: %v %v", config, found.Hits, err)
		}
	}
}
