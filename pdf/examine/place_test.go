package examine_test

import (
	"math"
	"strings"
	"testing"

	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/examine/handmade"
)

// one looks for a word that must stand in one place.
func one(t *testing.T, pdf []byte, word string) (examine.Keyword, bool) {
	t.Helper()
	r, err := examine.Examine(pdf, examine.Options{Keywords: []string{word}})
	if err != nil {
		t.Error(err)
		return examine.Keyword{}, false
	}
	if len(r.Keywords) != 1 {
		t.Errorf("%q found at %v", word, r.Keywords)
		return examine.Keyword{}, false
	}
	return r.Keywords[0], true
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.05 }

// The word is 甲方（盖章）, six characters of 12 points, at x 100 on the base line 200 unless a case says otherwise.
const word = "甲方（盖章）"

var seal = handmade.UCS2(word)

func TestWordIsFoundHoweverItIsDrawn(t *testing.T) {
	cases := map[string]struct {
		content    string
		x, y, w, h float64 // of the box; its bottom is 0.12 of the size below the base line
	}{
		"at once":                                {"BT /F2 12 Tf 100 200 Td " + seal + " Tj ET", 100, 198.56, 72, 12},
		"by matrix":                              {"BT /F2 1 Tf 12 0 0 12 100 200 Tm " + seal + " Tj ET", 100, 198.56, 72, 12},
		"page scaled":                            {"q .5 0 0 .5 10 20 cm BT /F2 24 Tf 180 360 Td " + seal + " Tj ET Q", 100, 198.56, 72, 12},
		"next line":                              {"BT /F2 12 Tf 14 TL 100 228 Td () Tj T* () ' " + seal + " ' ET", 100, 184.56, 72, 12},
		"quoted":                                 {"BT /F2 12 Tf 14 TL 100 214 Td 0 2 " + seal + " \" ET", 100, 198.56, 82, 12},
		"two runs":                               {"BT /F2 12 Tf 100 200 Td " + handmade.UCS2("甲方（") + " Tj ET BT /F2 12 Tf 136 200 Td " + handmade.UCS2("盖章）：") + " Tj ET", 100, 198.56, 72, 12},
		"TJ":                                     {"BT /F2 12 Tf 100 200 Td [<7532> -500 <65B9FF08> 100 <76D67AE0FF09>] TJ ET", 100, 198.56, 76.8, 12},
		"letter-spaced":                          {"BT /F2 12 Tf 6 Tc 100 200 Td " + seal + " Tj ET", 100, 198.56, 102, 12},
		"spaces":                                 {"BT /F2 12 Tf 100 200 Td " + handmade.UCS2("甲 方　（盖 章）") + " Tj ET", 100, 198.56, 96, 12},
		"narrow":                                 {"BT /F2 12 Tf 50 Tz 100 200 Td " + seal + " Tj ET", 100, 198.56, 36, 12},
		"raised":                                 {"BT /F2 12 Tf 3 Ts 100 197 Td " + seal + " Tj ET", 100, 198.56, 72, 12},
		"half width":                             {"BT /F2 12 Tf 100 200 Td " + handmade.UCS2("甲方(盖章)") + " Tj ET", 100, 198.56, 60, 12},
		"Kangxi radical":                         {"BT /F2 12 Tf 100 200 Td " + handmade.UCS2("甲⽅（盖章）") + " Tj ET", 100, 198.56, 72, 12},
		"GBK":                                    {"BT /F3 12 Tf 100 200 Td <BCD7B7BDA3A8B8C7D5C2A3A9> Tj ET", 100, 198.56, 72, 12},
		"GBK half width":                         {"BT /F3 12 Tf 100 200 Td <BCD7B7BD28B8C7D5C229> Tj ET", 100, 198.56, 60, 12},
		"bold by two":                            {"BT /F2 12 Tf 100 200 Td " + seal + " Tj .3 0 Td " + seal + " Tj ET", 100, 198.56, 72, 12},
		"invisible":                              {"BT 3 Tr /F2 12 Tf 100 200 Td " + seal + " Tj ET", 100, 198.56, 72, 12},
		"after a page that puts too little away": {"Q Q EMC q BT /F2 12 Tf 100 200 Td " + seal + " Tj", 100, 198.56, 72, 12},
		"backwards": {"BT /F2 12 Tf 160 200 Td <FF09> Tj -12 0 Td <7AE0> Tj -12 0 Td <76D6> Tj -12 0 Td <FF08> Tj " +
			"-12 0 Td <65B9> Tj -12 0 Td <7532> Tj ET", 100, 198.56, 72, 12},
		"two fonts": {"BT /F2 12 Tf 100 200 Td " + handmade.UCS2("甲方") + " Tj /F1 12 Tf (\\050) Tj /F2 12 Tf " +
			handmade.UCS2("盖章") + " Tj /F1 12 Tf (\\051) Tj ET", 100, 198.56, 24 + 24 + 2*3.996, 12},
		"turned":      {"BT /F2 12 Tf 0 1 -1 0 100 200 Tm " + seal + " Tj ET", 100 - 10.56, 200, 12, 72},
		"upside down": {"BT /F2 12 Tf -1 0 0 -1 172 208 Tm " + seal + " Tj ET", 100, 208 - 10.56, 72, 12},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			k, ok := one(t, handmade.Page("", c.content), word)
			if ok && (!near(k.X, c.x) || !near(k.Y, c.y) || !near(k.W, c.w) || !near(k.H, c.h) || k.Page != 1 || k.Word != word) {
				t.Errorf("%+v, want x %v y %v w %v h %v", k, c.x, c.y, c.w, c.h)
			}
		})
	}
}

func TestWordIsNotFoundWhereItIsNot(t *testing.T) {
	for name, content := range map[string]string{
		"two columns":    "BT /F2 12 Tf 100 200 Td " + handmade.UCS2("甲方（盖") + " Tj 140 0 Td " + handmade.UCS2("章）") + " Tj ET",
		"two lines":      "BT /F2 12 Tf 100 200 Td " + handmade.UCS2("甲方（盖") + " Tj 0 -8 Td " + handmade.UCS2("章）") + " Tj ET",
		"off the page":   "BT /F2 12 Tf 410 200 Td " + seal + " Tj ET",
		"no font":        "BT 100 200 Td " + seal + " Tj ET",
		"unknown font":   "BT /F9 12 Tf 100 200 Td " + seal + " Tj ET",
		"no size":        "BT /F2 0 Tf 100 200 Td " + seal + " Tj ET",
		"far too large":  "BT /F2 1e300 Tf 100 200 Td " + seal + " Tj ET",
		"part":           "BT /F2 12 Tf 100 200 Td " + handmade.UCS2("甲方（盖章") + " Tj ET",
		"in a comment":   "% BT /F2 12 Tf 100 200 Td " + seal + " Tj ET",
		"in a bad state": "BT /F2 12 Tf 100 200 Td [[" + seal + "]] TJ ET",
	} {
		r, err := examine.Examine(handmade.Page("", content), examine.Options{Keywords: []string{word}})
		if err != nil || len(r.Keywords) > 0 {
			t.Errorf("%s: %v %v", name, r.Keywords, err)
		}
	}
}

func TestPlacesAreThoseOfThePageAsShown(t *testing.T) {
	content := "BT /F2 12 Tf 100 200 Td " + seal + " Tj ET"
	for name, c := range map[string]struct {
		page       string
		w, h       float64
		x, y, a, b float64
	}{
		"plain":          {"", 400, 600, 100, 198.56, 72, 12},
		"turned 90":      {"/Rotate 90", 600, 400, 198.56, 400 - 172, 12, 72},
		"turned 180":     {"/Rotate 180", 400, 600, 400 - 172, 600 - 210.56, 72, 12},
		"turned 270":     {"/Rotate 270", 600, 400, 600 - 210.56, 100, 12, 72},
		"turned back":    {"/Rotate -90", 600, 400, 600 - 210.56, 100, 12, 72},
		"cut":            {"/CropBox [50 100 350 500]", 300, 400, 50, 98.56, 72, 12},
		"cut and turned": {"/CropBox [50 100 350 500] /Rotate 90", 400, 300, 98.56, 300 - 122, 12, 72},
		"moved":          {"/MediaBox [-100 -200 300 400]", 400, 600, 200, 398.56, 72, 12},
		"corners":        {"/MediaBox [400 600 0 0]", 400, 600, 100, 198.56, 72, 12},
		"large unit":     {"/UserUnit 2", 800, 1200, 200, 397.12, 144, 24},
	} {
		t.Run(name, func(t *testing.T) {
			pdf := handmade.Page(c.page, content)
			r, err := examine.Examine(pdf, examine.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if s := r.Sizes[0]; !near(s[0], c.w) || !near(s[1], c.h) {
				t.Errorf("size %v", s)
			}
			k, ok := one(t, pdf, word)
			if ok && (!near(k.X, c.x) || !near(k.Y, c.y) || !near(k.W, c.a) || !near(k.H, c.b)) {
				t.Errorf("%+v, want %v", k, c)
			}
		})
	}
}

func TestWordsComeInReadingOrder(t *testing.T) {
	pdf := handmade.Page("", "BT /F2 12 Tf 250 100 Td "+seal+" Tj 0 1 Td -150 0 Td "+seal+" Tj 0 300 Td "+seal+" Tj ET")
	r, err := examine.Examine(pdf, examine.Options{Keywords: []string{"盖章", word}})
	if err != nil || len(r.Keywords) != 6 {
		t.Fatal(r.Keywords, err)
	}
	var got []string
	for _, k := range r.Keywords {
		got = append(got, k.Word)
	}
	want := word + "盖章" + word + "盖章" + word + "盖章"
	if strings.Join(got, "") != want || !near(r.Keywords[2].X, 100) || !near(r.Keywords[4].X, 250) {
		t.Error(r.Keywords)
	}
}
