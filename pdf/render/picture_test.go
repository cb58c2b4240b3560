package render

import (
	"errors"
	"image"
	"image/color"
	"strings"
	"testing"

	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/examine/handmade"
)

// ink counts the pixels of a region, given in points of a page 400 wide and 600 high, that are of a kind.
func ink(p *image.RGBA, x, y, w, h float64, kind func(color.RGBA) bool) int {
	scale := float64(p.Rect.Dx()) / 400
	n := 0
	for py := int((600 - y - h) * scale); py < int((600-y)*scale); py++ {
		for px := int(x * scale); px < int((x+w)*scale); px++ {
			if kind(p.RGBAAt(px, py)) {
				n++
			}
		}
	}
	return n
}

func dark(c color.RGBA) bool { return c.R < 128 && c.G < 128 && c.B < 128 }
func red(c color.RGBA) bool  { return c.R > 200 && c.G < 80 && c.B < 80 }

func TestPictureHasTheAskedWidth(t *testing.T) {
	r := renderer(t)
	for page, want := range map[string]image.Point{
		"":                         {800, 1200},
		"/Rotate 90":               {800, 534},
		"/CropBox [0 0 400 300]":   {800, 600},
		"/MediaBox [0 0 33 14000]": {800, 0},
	} {
		p, err := r.Render(t.Context(), handmade.Page(page, ""), 1, 800)
		if want.Y == 0 {
			if !errors.Is(err, ErrTooLarge) {
				t.Errorf("%s: %v", page, err)
			}
			continue
		}
		if err != nil || p.Rect.Size() != want {
			t.Errorf("%q: %v %v", page, p.Rect, err)
		}
	}
}

// Without a typeface at hand the text would be missing, with no error.
func TestTextWithoutItsFontsIsDrawn(t *testing.T) {
	content := "BT /F2 24 Tf 50 500 Td " + handmade.UCS2("甲方（盖章）") + " Tj /F3 24 Tf 0 -100 Td <BCD7B7BDA3A8B8C7D5C2A3A9> Tj " +
		"/F1 24 Tf 0 -100 Td (Hello) Tj ET"
	p, err := renderer(t).Render(t.Context(), handmade.Page("", content), 1, 800)
	if err != nil {
		t.Fatal(err)
	}
	for y, least := range map[float64]int{500: 1000, 400: 1000, 300: 500} {
		if n := ink(p, 50, y, 150, 24, dark); n < least {
			t.Errorf("%d dark pixels at %v", n, y)
		}
	}
}

// A seal is a stamp or the appearance of a signature field: a plain picture shows neither.
func TestSealsAreVisible(t *testing.T) {
	look := handmade.Stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100]", "1 0 0 rg 0 0 100 100 re f")
	pdf := handmade.File(
		"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> >>",
		"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Annots [5 0 R 6 0 R] >>",
		look,
		"<< /Type /Annot /Subtype /Stamp /Rect [20 20 120 120] /F 4 /AP << /N 4 0 R >> >>",
		"<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /Rect [220 320 320 420] /F 132 /P 3 0 R /AP << /N 4 0 R >> /V << /Type /Sig "+
			"/Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] /Contents <00> >> >>",
	)
	p, err := renderer(t).Render(t.Context(), pdf, 1, 400)
	if err != nil {
		t.Fatal(err)
	}
	if n := ink(p, 20, 20, 100, 100, red); n < 9000 {
		t.Errorf("stamp: %d red pixels", n)
	}
	if n := ink(p, 220, 320, 100, 100, red); n < 9000 {
		t.Errorf("signature: %d red pixels", n)
	}
	if n := ink(p, 0, 0, 400, 600, red); n > 21000 {
		t.Errorf("%d red pixels in all", n)
	}
}

func TestPartOfAPage(t *testing.T) {
	for _, page := range []string{"", "/UserUnit 2", "/Rotate 90", "/CropBox [20 30 400 600]"} {
		r := renderer(t)
		pdf := handmade.Page(page, "1 0 0 rg 100 200 50 60 re f")
		// The rectangle in points of the page as shown.
		at := map[string]Part{
			"": {100, 200, 50, 60}, "/UserUnit 2": {200, 400, 100, 120},
			"/Rotate 90": {200, 250, 60, 50}, "/CropBox [20 30 400 600]": {80, 170, 50, 60},
		}[page]
		p, err := r.RenderPart(t.Context(), pdf, 1, 120, &at)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for y := range p.Rect.Dy() {
			for x := range p.Rect.Dx() {
				if red(p.RGBAAt(x, y)) {
					n++
				}
			}
		}
		if all := p.Rect.Dx() * p.Rect.Dy(); p.Rect.Dx() != 120 || n < all*95/100 {
			t.Errorf("%q: %d of %d pixels are red in %v", page, n, all, p.Rect)
		}
	}
}

func TestNoPicture(t *testing.T) {
	good := handmade.Page("", "")
	for name, c := range map[string]struct {
		pdf   []byte
		page  int
		width int
		part  *Part
		want  error
	}{
		"empty":         {nil, 1, 100, nil, ErrUnreadable},
		"text":          {[]byte("合同"), 1, 100, nil, ErrUnreadable},
		"cut":           {good[:len(good)/3], 1, 100, nil, ErrUnreadable},
		"no pages":      {handmade.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"), 1, 100, nil, ErrNoPage},
		"page 0":        {good, 0, 100, nil, ErrNoPage},
		"page 2":        {good, 2, 100, nil, ErrNoPage},
		"no width":      {good, 1, 0, nil, ErrTooLarge},
		"too wide":      {good, 1, 100000, nil, ErrTooLarge},
		"part of none":  {good, 1, 100, &Part{0, 0, 0, 0}, ErrTooLarge},
		"part too high": {good, 1, 1000, &Part{0, 0, 1, 1e9}, ErrTooLarge},
	} {
		_, err := renderer(t).RenderPart(t.Context(), c.pdf, c.page, c.width, c.part)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}

func TestBombsDoNoHarm(t *testing.T) {
	form := func(dict, content string) string {
		return handmade.Stream("/Type /XObject /Subtype /Form /BBox [0 0 400 600] "+dict, content)
	}
	page := "/Resources << /XObject << /X 5 0 R >> >>"
	var nest []string
	for i := range 20 {
		nest = append(nest, form("/Resources << /XObject << /X "+itoa(6+i)+" 0 R >> >>", strings.Repeat("/X Do ", 8)))
	}
	nest = append(nest, form("", "0 0 9 9 re f"))
	zeros := make([]byte, 256<<20)
	image := "/Type /XObject /Subtype /Image /Width 16000 /Height 16000 /BitsPerComponent 8 /ColorSpace /DeviceGray"
	for name, pdf := range map[string][]byte{
		"form that draws itself": handmade.Page(page, "/X Do", form(page, "/X Do /X Do")),
		"forms by the million":   handmade.Page(page, "/X Do", nest...),
		"content packed twice":   handmade.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R >>", handmade.Packed("", zeros, 2)),
		"picture packed twice":   handmade.Page(page, "400 0 0 600 0 0 cm /X Do", handmade.Packed(image, zeros, 2)),
		"many strokes":           handmade.Page("", "[.001] 0 d 100 w "+strings.Repeat("0 0 m 400 600 l 0 600 400 0 9 9 c S ", 20000)),
	} {
		r := renderer(t)
		r.options.Time = 0
		p, err := r.Render(t.Context(), pdf, 1, 800)
		t.Logf("%s, %d bytes: %v", name, len(pdf), err)
		killed := errors.Is(err, ErrCost) || errors.Is(err, ErrUnreadable) || errors.Is(err, child.ErrBusy)
		if err == nil && p == nil || err != nil && !killed {
			t.Errorf("%s: %v", name, err)
		}
	}
	// The office goes on.
	if _, err := renderer(t).Render(t.Context(), handmade.Page("", ""), 1, 100); err != nil {
		t.Error(err)
	}
}
