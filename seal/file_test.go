package seal_test

import (
	"bytes"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/keys"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/sight"
	"campus.example/sealdesk/seal/stamp"
)

func TestSealFile(t *testing.T) {
	o := newOffice(t)
	key, err := keys.Open(o.dir+"/seal.p12", []byte(pin))
	if err != nil {
		t.Fatal(err)
	}
	roots, e := o.roots(t), eye(t)
	good := seal.FileRequest{
		PDF: contract(t, habits()[2]), Key: key, Look: words("测试大学", "合同专用章"), Page: 3, X: 190, Y: 230, Width: 119, Height: 119,
		Across: true, Stamp: func(request []byte) ([]byte, error) { return o.stamp(t, request), nil }, Now: now,
		Check: func(input, output []byte, field string, at domain.Place) error {
			if err := check.Act(input, output, field, roots, now()); err != nil {
				return err
			}
			return e.Signed(t.Context(), sight.Act{Input: input, Output: output, Field: field, Place: at})
		},
	}
	once, err := seal.File(good)
	if err != nil {
		t.Fatal(err)
	}
	// A second seal on the same file takes another name; across the pages there is room for one.
	again := good
	again.PDF, again.Y = once, 400
	if _, err := seal.File(again); domain.CodeOf(err) != pades.CodeAcross {
		t.Error(err)
	}
	again.Across = false
	twice, err := seal.File(again)
	if err != nil {
		t.Fatal(err)
	}
	report, err := check.Verify(twice, check.Options{Roots: roots, At: now()})
	if err != nil || report.Verdict != check.Valid || len(report.Signatures) != 2 || !bytes.HasPrefix(twice, once) {
		t.Errorf("%+v %v", report, err)
	}
	for name, c := range map[string]struct {
		change func(*seal.FileRequest)
		want   domain.Code
	}{
		"no field of that name": {func(r *seal.FileRequest) { r.Field = "Nobody" }, pades.CodeNoField},
		"off the page":          {func(r *seal.FileRequest) { r.X = 5 }, pades.CodeOffPage},
		"not a document":        {func(r *seal.FileRequest) { r.PDF = []byte("x") }, domain.CodeDocNotPDF},
		"no certificate":        {func(r *seal.FileRequest) { r.Key = keys.Key{} }, domain.CodeCertificate},
		"rubbish for a picture": {func(r *seal.FileRequest) { r.Look = stamp.Look{Appearance: domain.Appearance{Picture: []byte("x")}} }, domain.CodePhotoInvalid},
		"rubbish for a token": {func(r *seal.FileRequest) {
			r.Stamp = func([]byte) ([]byte, error) { return []byte("x"), nil }
		}, domain.CodeProviderNonsense},
		"across, when signed": {func(r *seal.FileRequest) {
			plain := good
			plain.Across = false
			if r.PDF, err = seal.File(plain); err != nil {
				t.Fatal(err)
			}
		}, domain.CodeAcrossLate},
	} {
		r := good
		c.change(&r)
		if out, err := seal.File(r); domain.CodeOf(err) != c.want || out != nil {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}
