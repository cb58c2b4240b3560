package check

import "testing"

func TestPlain(t *testing.T) {
	w := theWorld()
	for shape := range shapes() {
		d := fresh(shape, nil).sign(stamped(nSignB, w.b)).sign(stamped(nSealB, w.office)).sign(stamped(nSignA, w.a))
		r := examine(t, d.data)
		if r.Verdict != Valid {
			t.Errorf("%s: %+v", shape, r)
		}
	}
}
