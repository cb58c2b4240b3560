package examine_test

import (
	"fmt"
	"testing"

	"sealdesk/pdf/examine"
	"sealdesk/sandbox/samples"
)

func words() []string { return []string{"甲方（盖章）", "乙方（盖章）", "签字"} }

func TestSamples(t *testing.T) {
	for n := 1; n <= 14; n++ {
		c, err := samples.Good(n)
		if err != nil {
			t.Fatal(err)
		}
		r, err := examine.Examine(c.PDF, examine.Options{Keywords: words()})
		if err != nil {
			t.Error(n, err)
		}
		fmt.Println(n, r.Pages, r.Sizes[r.Pages-1], r.Keywords, r.Oddities)
	}
}
