package app

import (
	"testing"

	"campus.example/sealdesk/pdf/examine"
)

func TestChoose(t *testing.T) {
	hit := func(page int, label bool) examine.Hit {
		return examine.Hit{Keyword: examine.Keyword{Page: page}, Label: label}
	}
	mixed := []examine.Hit{hit(1, false), hit(2, true), hit(3, true), hit(4, false)}
	for _, c := range []struct {
		hits []examine.Hit
		nth  int
		page int // 0: none
	}{
		{mixed, 0, 3}, {mixed, 1, 1}, {mixed, 4, 4}, {mixed, 5, 0}, {mixed, LastHit, 4}, {mixed[:1], 0, 1}, {nil, 0, 0}, {nil, LastHit, 0},
	} {
		got, ok := choose(c.hits, c.nth)
		if ok != (c.page > 0) || got.Page != c.page {
			t.Errorf("%d of %v: page %d, %v", c.nth, c.hits, got.Page, ok)
		}
	}
}
