package check

import (
	"bytes"
	"crypto"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/check/cms"
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/model"
)

// FuzzVerify looks for files that make the validator fall over. Run it with -fuzz=FuzzVerify.
func FuzzVerify(f *testing.F) {
	w := theWorld()
	for shape := range shapes() {
		s := stamped(nSignB, w.b)
		s.room = 2500
		d := fresh(shape, nil).sign(s)
		f.Add(d.data)
		f.Add(d.with(wished(d)).data)
		f.Add(d.with(newField(d, 70, "0 0 0 0", "")).data)
		f.Add(d.with(storeOf(d, 0)).data)
	}
	f.Add(certified(2).data)
	f.Fuzz(func(t *testing.T, pdf []byte) {
		r, err := Verify(pdf, Options{Roots: w.roots, At: day})
		if err != nil && domain.CodeOf(err) == "" {
			t.Errorf("error without a code: %v", err)
		}
		for _, s := range r.Signatures {
			if r.Verdict == Valid && (!s.Intact || !s.Trusted || !s.CoversWholeRevision || s.ChangesAfter == ChangesForbidden) {
				t.Errorf("valid: %s", brief(r))
			}
		}
	})
}

// FuzzAppended puts anything behind a signed file. Whatever it is, the signature may stay good only when nothing of the
// pages changes, so valid means that a reader finds the same page objects as before.
func FuzzAppended(f *testing.F) {
	w := theWorld()
	d := signedOnce("table")
	n := len(d.data)
	for _, step := range laterSteps() {
		f.Add(step.f(d).data[n:])
	}
	f.Fuzz(func(t *testing.T, tail []byte) {
		pdf := append(bytes.Clone(d.data), tail...)
		r, err := Verify(pdf, Options{Roots: w.roots, At: day})
		if err != nil || r.Verdict != Valid {
			return
		}
		was, err := file.Open(d.data, "")
		if err != nil {
			t.Fatal(err)
		}
		is, err := file.Open(pdf, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, num := range []int{nPages, nText1, nFont, nText2, nPage2, nBlank, nNote} {
			x, err1 := was.Load(file.Ref{Num: num, Gen: 0}, was.Last())
			y, err2 := is.Load(file.Ref{Num: num, Gen: 0}, is.Last())
			if err1 != nil || err2 != nil || !is.Same(x, y) {
				t.Errorf("object %d changed and the file is called valid", num)
			}
		}
	})
}

// FuzzCMS reads anything as a CMS and as a timestamp.
func FuzzCMS(f *testing.F) {
	w := theWorld()
	sum := crypto.SHA256.New().Sum(nil)
	f.Add(cmsSpec{by: w.b, stamp: &tokenSpec{}}.build(sum))
	f.Add(cmsSpec{by: w.office, pss: true}.build(sum))
	f.Add(tokenSpec{}.build([]byte("x")))
	f.Fuzz(func(_ *testing.T, der []byte) {
		data, _, err := cms.Parse(der)
		if err != nil {
			return
		}
		s := &judged{Signature: &model.Signature{Intact: true, SubFilter: model.SubFilterCAdES}}
		judgeAct(s, data, crypto.SHA256, sum)
		judgeToken(s, &data.Signer)
		cms.ReadToken(data, func(h crypto.Hash) ([]byte, error) { return h.New().Sum(nil), nil })
	})
}
