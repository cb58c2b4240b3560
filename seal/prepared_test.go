package seal_test

import (
	"context"
	"fmt"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/render"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/sight"
)

func seenPrepared(t testing.TB, e sight.Eye, p sight.Prepared, want sight.What) {
	t.Helper()
	looked(t, e.Prepared(t.Context(), p), want)
}

// strips is a seal across the pages, whose empty strips show nothing either.
func strips() pades.Across { return pades.Across{Prefix: "Sealdesk-Across-", Size: 119} }

// The empty fields of a contract are where they were asked and show nothing, however its pages are made.
func TestPreparedFieldsShowNothing(t *testing.T) {
	o, e := newOffice(t), eye(t)
	for _, h := range habits() {
		pdf := contract(t, h)
		fields := []domain.Field{
			{Name: "Sealdesk.PartyB.Signature", Place: domain.Place{Page: 3, X: 300, Y: 300, W: 110, H: 40}},
			{Name: "Sealdesk.PartyB.Seal", Place: domain.Place{Page: 3, X: 300, Y: 180, W: 113, H: 113}},
			{Name: "Sealdesk.PartyA.Signature", Place: domain.Place{Page: 2, X: 100, Y: 300, W: 110, H: 40}},
		}
		out, err := o.Prepare(pdf, fields)
		if err == nil {
			err = o.CheckPrepared(t.Context(), pdf, out, fields)
		}
		if err != nil {
			t.Errorf("%s: %v", h.Name, err)
		}
	}
	_, engine, _ := signer(t)
	at := domain.Place{Page: 1, X: 50, Y: 60, W: 120, H: 40}
	for _, boxes := range []string{
		"/MediaBox [0 0 500 400] /Rotate 90", "/MediaBox [0 0 400 500] /Rotate 180", "/MediaBox [-50 -60 700 800] /CropBox [100 120 600 520] /Rotate 270",
		"/MediaBox [10 20 260 220] /UserUnit 2 /Rotate 90",
	} {
		pdf := plainDoc().with(page(boxes)).bytes()
		out, err := engine.Prepare(pdf, []domain.Field{{Name: "Seal", Place: at}}, strips())
		if err != nil {
			t.Fatal(boxes, err)
		}
		t.Log(boxes)
		seenPrepared(t, e, sight.Prepared{Input: pdf, Output: out, Fields: []domain.Field{{Name: "Seal", Place: at}}}, "")
	}
}

// A contract of many pages has a strip on each; the look at it is bounded, and still finds the field on its last page.
func TestPreparedLookIsBounded(t *testing.T) {
	_, engine, _ := signer(t)
	e, looked := eye(t), 0
	counting := sight.Eye{Compare: func(ctx context.Context, c render.Comparison) ([]render.Seen, error) {
		looked = len(c.Looks)
		return e.Compare(ctx, c)
	}}
	pdf := plainDoc().with(func(m *made) {
		kids := ""
		for n := 10; n < 70; n++ {
			m.objects[n] = m.objects[3]
			kids += fmt.Sprintf("%d 0 R ", n)
		}
		m.objects[2] = "<< /Type /Pages /Kids [" + kids + "] /Count 60 >>"
	}).bytes()
	fields := []domain.Field{{Name: "Seal", Place: domain.Place{Page: 60, X: 50, Y: 60, W: 120, H: 40}}}
	out, err := engine.Prepare(pdf, fields, strips())
	if err != nil {
		t.Fatal(err)
	}
	seenPrepared(t, counting, sight.Prepared{Input: pdf, Output: out, Fields: fields}, "")
	if looked != 2 {
		t.Errorf("%d pages were drawn", looked)
	}
	fields[0].Place.Page = 59
	seenPrepared(t, e, sight.Prepared{Input: pdf, Output: out, Fields: fields}, sight.Elsewhere)
}

// What a broken writer could do is told and named, before anybody signs.
func TestPreparedFaultsAreTold(t *testing.T) {
	o, engine, key := signer(t)
	e := eye(t)
	r := requestOf(key, plainDoc().bytes())
	fields := []domain.Field{{Name: r.Field, Place: r.Place}}
	good, err := engine.Prepare(r.PDF, fields, pades.Across{})
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := o.carry(t, engine, key, r)
	if err != nil {
		t.Fatal(err)
	}
	const content = "4 0 obj\n<< /Length 26 >>\nstream\n0 0 1 rg 300 400 30 9 re f\nendstream\nendobj\n"
	number := func(pdf []byte) []byte { return append(append([]byte(nil), pdf...), appendix(pdf, content)...) }
	moved := []domain.Field{{Name: r.Field, Place: r.Place}}
	moved[0].Place.X += 3
	for name, c := range map[string]struct {
		p    sight.Prepared
		want sight.What
	}{
		"as it should be":      {sight.Prepared{Input: r.PDF, Output: good, Fields: fields}, ""},
		"not where asked":      {sight.Prepared{Input: r.PDF, Output: good, Fields: moved}, sight.Elsewhere},
		"a field is missing":   {sight.Prepared{Input: r.PDF, Output: good, Fields: append(fields, domain.Field{Name: "Other"})}, sight.NoField},
		"the field shows ink":  {sight.Prepared{Input: r.PDF, Output: sealed, Fields: fields}, sight.Outside},
		"the page was changed": {sight.Prepared{Input: r.PDF, Output: number(good), Fields: fields}, sight.Objects},
		"other bytes":          {sight.Prepared{Input: sealed, Output: good, Fields: fields}, sight.Objects},
	} {
		t.Run(name, func(t *testing.T) { seenPrepared(t, e, c.p, c.want) })
	}
	deceived := sight.Eye{Compare: func(ctx context.Context, c render.Comparison) ([]render.Seen, error) {
		c.PDF = number(c.PDF)
		return e.Compare(ctx, c)
	}}
	seenPrepared(t, deceived, sight.Prepared{Input: r.PDF, Output: good, Fields: fields}, sight.Outside)
	unreadable := sight.Eye{Compare: func(context.Context, render.Comparison) ([]render.Seen, error) { return nil, render.ErrUnreadable }}
	seenPrepared(t, unreadable, sight.Prepared{Input: r.PDF, Output: good, Fields: fields}, sight.Undrawn)
	office := newOffice(t)
	if err := office.CheckPrepared(t.Context(), r.PDF, sealed, fields); domain.CodeOf(err) != domain.CodeFieldsUnsound {
		t.Error(err)
	}
	if err := blind(t).Prepared(t.Context(), sight.Prepared{Input: r.PDF, Output: good, Fields: fields}); err == nil {
		t.Error("nothing was seen, and it passed")
	}
}
