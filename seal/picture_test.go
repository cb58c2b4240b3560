package seal_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"campus.example/sealdesk/domain"
)

// A picture that shows nothing, or is none, is refused when it is handed in.
func TestPictureThatShowsNothing(t *testing.T) {
	o := newOffice(t)
	white := image.NewNRGBA(image.Rect(0, 0, 320, 320))
	for i := range white.Pix {
		white.Pix[i] = 250
	}
	for name, pic := range map[string]image.Image{
		"white": white, "nothing": image.NewNRGBA(image.Rect(0, 0, 320, 320)), "too wide": image.NewGray(image.Rect(0, 0, 4097, 20)),
	} {
		var b bytes.Buffer
		if err := png.Encode(&b, pic); err != nil {
			t.Fatal(err)
		}
		if err := o.Drawable(domain.Appearance{Picture: b.Bytes()}, 113, 113); domain.CodeOf(err) != domain.CodePhotoInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A company's own seal stands in the contract as the picture it enrolled, not as one drawn from its name.
func TestEnrolledPictureIsTheSeal(t *testing.T) {
	o := newOffice(t)
	pic := image.NewNRGBA(image.Rect(0, 0, 320, 320))
	for i := range 320 {
		pic.SetNRGBA(i, i, color.NRGBA{R: 200, A: 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, pic); err != nil {
		t.Fatal(err)
	}
	key, err := o.IssueOrganisation("样例科技有限公司", "ORG-1", now())
	if err != nil {
		t.Fatal(err)
	}
	input := contract(t, habits()[0])
	look := domain.Appearance{Ring: "样例科技有限公司", Picture: b.Bytes()}
	if err := o.Drawable(look, 113.4, 113.4); err != nil {
		t.Fatal(err)
	}
	out := o.act(t, domain.SealRequest{
		PDF: input, Field: domain.ActBSeal.Field(), Place: domain.Place{Page: 3, X: 400, Y: 170, W: 113.4, H: 113.4},
		Key: key, Appearance: drawn(t, look), Signing: now(),
	})
	if err := o.Check(t.Context(), input, out, domain.ActBSeal.Field(), domain.Place{Page: 3, X: 400, Y: 170, W: 113.4, H: 113.4}); err != nil {
		t.Error(err)
	}
	if !bytes.Contains(out[len(input):], []byte("/Width 320")) || !bytes.Contains(out[len(input):], []byte("/SMask")) {
		t.Error("the picture is not in the document")
	}
}
