package seal_test

import (
	"testing"

	"campus.example/sealdesk/domain"
)

// The places of the acts to come are read out of the document itself, in every habit and on turned pages; an act that
// is done is none of them.
func TestOutlineTellsWhereTheNextActsStand(t *testing.T) {
	o := newOffice(t)
	for _, h := range habits() {
		t.Run(h.Name, func(t *testing.T) {
			revisions := o.sealed(t, contract(t, h), 1)
			want := map[domain.Act]domain.Place{
				domain.ActBSign: {Page: 1, X: 380, Y: 120, W: 110, H: 40},
				domain.ActBSeal: {Page: 1, X: 400, Y: 170, W: 113.4, H: 113.4},
				domain.ActASign: {Page: 1, X: 120, Y: 120, W: 110, H: 40},
			}
			for i, pdf := range revisions[1:] { // the first one is not prepared yet
				sizes, places, err := o.Outline(pdf)
				if err != nil || len(sizes) < 2 {
					t.Fatalf("revision %d: %v, %d pages", i, err, len(sizes))
				}
				for act, at := range want {
					if !near(places[act], at) {
						t.Errorf("revision %d: %s stands at %v, want %v", i, act, places[act], at)
					}
				}
				if len(places) != len(want) {
					t.Errorf("revision %d: %d places, want %d", i, len(places), len(want))
				}
				if acts := domain.Acts(); i < len(acts) {
					delete(want, acts[i])
				}
			}
		})
	}
	if _, _, err := o.Outline([]byte("no document")); domain.CodeOf(err) != domain.CodeDocNotPDF {
		t.Errorf("no document: %v", err)
	}
}

func near(a, b domain.Place) bool {
	d := func(x, y float64) bool { return x-y < 0.02 && y-x < 0.02 }
	return a.Page == b.Page && d(a.X, b.X) && d(a.Y, b.Y) && d(a.W, b.W) && d(a.H, b.H)
}
