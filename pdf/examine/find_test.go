package examine_test

import (
	"testing"

	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/examine/handmade"
)

// A word on a line to be signed is told from the same word inside a sentence.
func TestFindTellsLabelsFromSentences(t *testing.T) {
	text := func(s string) string { return "BT /F2 12 Tf 100 200 Td " + handmade.UCS2(s) + " Tj ET" }
	for name, c := range map[string]struct {
		content string
		label   bool
	}{
		"alone":            {text("甲方（盖章）"), true},
		"with a colon":     {text("甲方（盖章）：测试大学"), true},
		"with a line":      {text("甲方（盖章）____"), true},
		"in a sentence":    {text("应由甲方（盖章）后生效"), false},
		"begins one":       {text("甲方（盖章）后本合同生效"), false},
		"ends one":         {text("须经甲方（盖章）"), false},
		"beside a column":  {text("甲方（盖章）") + " BT /F2 12 Tf 300 200 Td " + handmade.UCS2("乙方（盖章）") + " Tj ET", true},
		"behind a column":  {"BT /F2 12 Tf 20 200 Td " + handmade.UCS2("第一页") + " Tj ET " + text("甲方（盖章）"), true},
		"half width colon": {text("甲方(盖章):"), true},
	} {
		found, err := examine.Find(handmade.Page("", c.content), examine.FindOptions{Word: word})
		if err != nil || len(found.Hits) != 1 || found.Hits[0].Label != c.label || found.Hits[0].Page != 1 {
			t.Errorf("%s: %+v %v", name, found, err)
		}
	}
	if _, err := examine.Find([]byte("x"), examine.FindOptions{Word: word}); examine.Name(err) != "doc_not_pdf" {
		t.Error(err)
	}
}
