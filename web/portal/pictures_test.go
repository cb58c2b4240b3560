package portal_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/gallery"
	"campus.example/sealdesk/pdf/render"
	"campus.example/sealdesk/pdf/render/layout"
	"campus.example/sealdesk/sandbox/samples"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/web/portal"
)

const hidden = "pdf-child"

// The test binary is its own child, as the program is. The renderer is compiled once for all tests that draw.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == hidden {
		os.Exit(child.Main(context.Background(), os.Args[2:], os.Stdin, os.Stdout, os.Stderr, render.Handlers()))
	}
	dir, err := os.MkdirTemp("", "sealdesk-portal-")
	if err != nil {
		panic(err)
	}
	if err := os.Setenv("SEALDESK_TEST_CACHE", dir); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// sketch stands for the drawing of pages where no test looks at them.
type sketch struct{ broken bool }

func (sketch) Outline(context.Context, string) (portal.Outline, error) {
	return portal.Outline{Sizes: [][2]float64{{595, 842}, {595, 842}}, Places: map[domain.Act]domain.Place{
		domain.ActBSign: {Page: 2, X: 400, Y: 120, W: 110, H: 40},
		domain.ActBSeal: {Page: 2, X: 380, Y: 200, W: 113, H: 113},
		domain.ActASign: {Page: 1, X: 60, Y: 700, W: 110, H: 40},
	}}, nil
}

func (s sketch) Page(context.Context, string, int) ([]byte, error) {
	if s.broken {
		return nil, domain.Fail(domain.CodeDocLimits)
	}
	var out bytes.Buffer
	sheet := image.NewPaletted(image.Rect(0, 0, portal.PictureWidth, 1528), color.Palette{color.White})
	err := png.Encode(&out, sheet)
	return out.Bytes(), err
}

func (s sketch) Text(_ context.Context, _ string, page int) ([]text.Safe, error) {
	switch {
	case s.broken:
		return nil, domain.Fail(domain.CodeDocLimits)
	case page == 2:
		return nil, nil
	}
	return []text.Safe{"", "          采购合同", "   序号      名称         数量"}, nil
}

// crowded has no turn left to draw a page.
type crowded struct{ sketch }

func (crowded) Page(context.Context, string, int) ([]byte, error) {
	return nil, domain.Fail(domain.CodePicturesBusy)
}

// hung shows one real contract, whatever document is asked for.
type hung struct {
	gallery *gallery.Gallery
	pdf     []byte
	outline portal.Outline
}

func (h hung) Outline(context.Context, string) (portal.Outline, error) { return h.outline, nil }

func (h hung) Page(ctx context.Context, sha string, page int) ([]byte, error) {
	return h.gallery.Picture(ctx, sha, page, portal.PictureWidth, gallery.Have(h.pdf))
}

func (h hung) Text(ctx context.Context, sha string, page int) ([]text.Safe, error) {
	found, err := h.gallery.Text(ctx, sha, page, gallery.Have(h.pdf))
	return layout.New(found, 100).Lines, err
}

// realPictures lets the pages show a sample contract, drawn as the program would. Drawing takes long under the race
// detector, which has nothing to see in it, so a short run goes without.
func realPictures(t *testing.T) func(*portal.Options) {
	t.Helper()
	if testing.Short() {
		t.Skip("draws real pages")
	}
	sample, err := samples.Good(2)
	if err != nil {
		t.Fatal(err)
	}
	find := func(word string) examine.Found {
		t.Helper()
		look, err := examine.Find(sample.PDF, examine.FindOptions{Word: word})
		if err != nil || len(look.Hits) < 2 {
			t.Fatalf("%v, %d places", err, len(look.Hits))
		}
		return look
	}
	look, seals := find("签字"), find("盖章").Hits
	beside := func(k examine.Hit, w, h float64) domain.Place {
		return domain.Place{Page: k.Page, X: k.X + k.W + 12, Y: k.Y + k.H/2 - h/2, W: w, H: h}
	}
	a, b := look.Hits[len(look.Hits)-2], look.Hits[len(look.Hits)-1]
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := render.New(render.Options{Exe: exe, Args: []string{hidden}, Cache: os.Getenv("SEALDESK_TEST_CACHE"), Time: 30 * time.Second})
	if err := r.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	return func(o *portal.Options) {
		o.Pictures = hung{gallery.New(r, time.Now), sample.PDF, portal.Outline{Sizes: look.Sizes, Places: map[domain.Act]domain.Place{
			domain.ActASign: beside(a, 110, 40), domain.ActBSign: beside(b, 110, 40), domain.ActBSeal: beside(seals[len(seals)-1], 113, 113),
		}}}
	}
}
