package file

import "testing"

// FuzzValue reads anything as an object. What reads well must read the same again, and the scanner for references must
// find every reference the parser finds.
func FuzzValue(f *testing.F) {
	for _, s := range []string{
		"<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R /Annots [20 0 R 22 0 R] >>",
		"<< /Type /Annot /Subtype /Widget /FT /Sig /T (b_sign) /F 132 /Rect [72 100 172 150] /P 7 0 R >>",
		"<< /Type /Annot /Subtype /Widget /FT /Btn /T (tick) /V /Off /AS /Off /AP << /N << /Yes 9 0 R /Off 9 0 R >> >> >>",
		"[1 0 R % x\n2 0 R(a\\)b)<41 4>/N#41ame -1.5 true null]",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		l := &lexer{src: src, inFile: true, budget: newBudget(len(src))}
		v, err := l.parse(0)
		if err != nil {
			return
		}
		again := &lexer{src: src[:l.pos], budget: newBudget(len(src))}
		w, err := again.parse(0)
		if err != nil || !same(newBudget(len(src)), v, w) {
			t.Errorf("%q reads differently: %v", src, err)
		}
		watched, want := map[Ref]bool{}, map[Ref]int{}
		RefsIn(v, func(r Ref) { watched[r] = true; want[r]++ })
		got := map[Ref]int{}
		scanRefs(append(src[:l.pos:l.pos], " endobj"...), watched, got)
		for r := range want {
			if got[r] == 0 && r.Num < 1e12 && r.Gen < 1e12 {
				t.Errorf("%q: reference %v not found by the scanner", src, r)
			}
		}
	})
}
