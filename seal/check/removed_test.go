package check

import (
	"strings"
	"testing"
)

// A signature that was taken away before the next one is told, though all that are left are whole.
func TestRemovedSignaturesAreTold(t *testing.T) {
	w := theWorld()
	emptied := func(d *doc) *doc { return d.with(map[int]string{nSignB: contract()[nSignB]}) }
	for _, c := range []struct {
		name    string
		make    func(d *doc) *doc
		removed int
		verdict Verdict
	}{
		{"none", func(d *doc) *doc { return d.sign(stamped(nSealB, w.office)) }, 0, Valid},
		{"the only one", emptied, 1, Unsigned},
		{"the first of two", func(d *doc) *doc { return emptied(d).sign(stamped(nSealB, w.office)) }, 1, Valid},
		{"signed again", func(d *doc) *doc { return emptied(d).sign(stamped(nSignB, w.b)) }, 1, Valid},
		{"the field left out of the form", func(d *doc) *doc {
			return d.with(map[int]string{nForm: d.replaceIn(nForm, "10 0 R ", "")}).sign(stamped(nSealB, w.office))
		}, 1, Valid},
		{"after another one", func(d *doc) *doc {
			d = d.sign(stamped(nSealB, w.office))
			return d.with(map[int]string{nSealB: contract()[nSealB]})
		}, 1, Invalid},
		{"two", func(d *doc) *doc {
			d = d.sign(stamped(nSignA, w.a))
			return d.with(map[int]string{nSignB: contract()[nSignB], nSignA: contract()[nSignA]}).sign(stamped(nSealB, w.office))
		}, 2, Valid},
		{"a place that was never signed", func(d *doc) *doc {
			return d.with(map[int]string{75: "<< /Type /Sig /ByteRange [0 1 2 3] /Contents <" + strings.Repeat("00", 90) + "> >>"})
		}, 0, Valid},
		{"the name in a text", func(d *doc) *doc {
			return d.with(map[int]string{75: streamObject("", "/ByteRange [0 1 2 3] /Contents <01>")})
		}, 0, Valid},
	} {
		for _, shape := range []string{"table", "stream", "packed"} {
			r := examine(t, c.make(signedOnce(shape)).data)
			if r.Removed != c.removed || r.Verdict != c.verdict {
				t.Errorf("%s (%s): %d removed, %s", c.name, shape, r.Removed, brief(r))
			}
		}
	}
	rights := fresh("table", func(o map[int]string) {
		o[30] = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <0102> >>"
		o[nCatalog] = strings.Replace(o[nCatalog], "/Pages", "/Perms << /UR3 30 0 R >> /Pages", 1)
	}).sign(stamped(nSignB, w.b))
	if r := examine(t, rights.data); r.Removed != 0 || r.Verdict != Valid {
		t.Errorf("rights of a reader: %d removed, %s", r.Removed, brief(r))
	}
}
