package pades_test

import (
	"crypto/elliptic"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
)

// Another engine is told what it has to know of a document, and what Begin refuses is refused.
func TestSpot(t *testing.T) {
	engine := engine(t)
	root := issue(t, nil, "测试机构", ec(t, elliptic.P256()), nil)
	r := request(t, issue(t, root, "测试大学", ec(t, elliptic.P256()), nil))
	begun, err := engine.Begin(r)
	if err != nil {
		t.Fatal(err)
	}
	prepared, err := engine.Prepare(r.PDF, []domain.Field{{Name: "Party", Place: domain.Place{Page: 1, X: 300, Y: 300, W: 90, H: 40}}}, pades.Across{})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		pdf          []byte
		field        string
		fill, signed bool
	}{
		"plain":          {r.PDF, "Seal", false, false},
		"signed already": {begun.PDF, "Second", false, true},
		"empty field":    {prepared, "Party", true, false},
		"beside a field": {prepared, "Seal", false, false},
	} {
		q := r
		q.PDF, q.Field = c.pdf, c.field
		s, err := engine.Spot(q)
		if err != nil || s.Fill != c.fill || s.Signed != c.signed || s.Nested || s.Encrypted {
			t.Errorf("%s: %+v %v", name, s, err)
		}
		if !c.fill && (s.Page != 1 || s.Rect != [4]float64{100, 100, 219, 219} || s.Form == nil) {
			t.Errorf("%s: %+v", name, s)
		}
	}
	for name, change := range map[string]func(*pades.Request){
		"no page":     func(q *pades.Request) { q.Place.Page = 99 },
		"no such ink": func(q *pades.Request) { q.Appearance = words("测试\U0001f600大学", "") },
		"name taken":  func(q *pades.Request) { q.PDF = begun.PDF },
	} {
		q := r
		change(&q)
		_, err := engine.Spot(q)
		if _, want := engine.Begin(q); err == nil || domain.CodeOf(err) != domain.CodeOf(want) {
			t.Errorf("%s: %v, %v", name, err, want)
		}
	}
}
