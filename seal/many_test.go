package seal_test

import (
	"fmt"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/write"
)

// One signature seals across any number of pages, and the earlier signatures stay valid.
func TestSealAcrossManyPages(t *testing.T) {
	o := newOffice(t)
	for _, pages := range []int{2, 17, 120, 300} {
		doc, err := write.New(write.Meta{Title: "采购合同", Made: now()})
		if err != nil {
			t.Fatal(err)
		}
		for n := range pages {
			doc.NewPage(n%7 == 3)
			doc.Line(fmt.Sprintf("第 %d 条", n+1))
		}
		pdf, err := doc.Bytes(write.Habit{Version: "1.5", Stream: pages%2 == 0, Pack: pages%4 == 0, Nested: true})
		if err != nil {
			t.Fatal(err)
		}
		revisions := o.sealed(t, pdf, 2) // every act is checked there
		last := revisions[len(revisions)-1]
		t.Logf("%d pages: %d bytes, %d prepared, %d sealed", pages, len(pdf), len(revisions[1]), len(last))
		readersAccept(t, last, 4)
	}
}

// Many contracts are sealed at once by one engine.
func TestManySealAtOnce(t *testing.T) {
	o := newOffice(t)
	if err := o.Unlock([]byte(pin)); err != nil {
		t.Fatal(err)
	}
	chain, err := o.OfficeChain()
	if err != nil {
		t.Fatal(err)
	}
	pdf := contract(t, habits()[3])
	key := domain.SigningKey{ID: domain.OfficeKey, Chain: chain}
	for i := range 8 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			out := o.act(t, domain.SealRequest{
				PDF: pdf, Field: domain.ActOfficeSeal.Field(), Place: domain.Place{Page: 3, X: 130, Y: 170, W: 119, H: 119}, Key: key,
				Appearance: drawn(t, words("测试大学", "合同专用章")), Signing: now(),
			})
			if err := o.Check(t.Context(), pdf, out, domain.ActOfficeSeal.Field(), domain.Place{Page: 3, X: 130, Y: 170, W: 119, H: 119}); err != nil {
				t.Error(err)
			}
		})
	}
}

// A picture with transparency is a seal as well, on a turned page too.
func TestPictureSeals(t *testing.T) {
	o, engine, key := signer(t)
	for _, turn := range []string{"0", "90"} {
		r := requestOf(key, plainDoc().with(page("/MediaBox [0 0 400 500] /Rotate "+turn)).bytes())
		r.Appearance = pictureSeal(t)
		out, err := o.carry(t, engine, key, r)
		if err != nil {
			t.Fatal(err)
		}
		o.judge(t, trial{name: "picture, turned " + turn, data: r.PDF}, out, o.roots(t))
		x, y, w, h := show(t, out, 150, false).box(150)
		t.Logf("turned %s: %.1f, %.1f mm, %.1f x %.1f mm", turn, x, y, w, h)
		if w < 41 || w > 43 || h < 41 || h > 43 {
			t.Errorf("turned %s: %.1f x %.1f mm, want 42.3", turn, w, h)
		}
	}
}
