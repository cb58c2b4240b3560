package portal

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/identity"
)

const (
	maxPixels   = 50_000_000 // decoded at four bytes each, one photo at a time
	longestSide = 2400       // pixels kept: enough to read a document by
	jpegQuality = 88
	sealSide    = 800 // pixels kept of a seal: 42 mm at 480 a inch
	paper       = 40  // how far from white paper and its shadows are, of 255
)

// plainPhoto decodes a photo and writes it anew as a JPEG, upright and no larger than needed: nothing that stood
// beside the picture (place, time, device) and nothing hidden in the file goes on. What it is, is judged by content.
func plainPhoto(raw []byte) ([]byte, error) {
	picture, err := decoded(raw)
	if err != nil {
		return nil, err
	}
	upright := turn(shrink(picture, longestSide), orientation(raw))
	var out bytes.Buffer
	if err := jpeg.Encode(&out, upright, &jpeg.Options{Quality: jpegQuality}); err != nil {
		return nil, fmt.Errorf("photo: %w", err)
	}
	return out.Bytes(), nil
}

// plainSeal makes a picture of a seal one whose paper is clear, as a seal on a contract covers no words.
func plainSeal(raw []byte) ([]byte, error) {
	picture, err := decoded(raw)
	if err != nil {
		return nil, err
	}
	seal := turn(shrink(picture, sealSide), orientation(raw))
	out := image.NewNRGBA(seal.Bounds())
	for i := 0; i < len(seal.Pix); i += 4 {
		r, g, b := seal.Pix[i], seal.Pix[i+1], seal.Pix[i+2]
		ink := 255 - min(r, g, b)
		if ink < paper {
			continue
		}
		copy(out.Pix[i:], []byte{r, g, b, byte(min(255, 2*int(ink)))})
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, out); err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return buf.Bytes(), nil
}

// decoded reads a picture that is judged by its content.
func decoded(raw []byte) (image.Image, error) {
	switch {
	case len(raw) > identity.MaxPhotoBytes:
		return nil, domain.Fail(domain.CodePhotoTooBig, identity.MaxPhotoBytes>>20)
	case len(raw) > 12 && string(raw[4:8]) == "ftyp":
		return nil, domain.Fail(domain.CodePhotoHEIC)
	}
	head, kind, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil || (kind != "jpeg" && kind != "png") {
		return nil, domain.Fail(domain.CodePhotoInvalid).Because(err)
	}
	if head.Width <= 0 || head.Height <= 0 || int64(head.Width)*int64(head.Height) > maxPixels {
		return nil, domain.Fail(domain.CodePhotoInvalid)
	}
	picture, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, domain.Fail(domain.CodePhotoInvalid).Because(err)
	}
	return picture, nil
}

// shrink draws the picture on white, its longest side no longer than needed.
func shrink(in image.Image, most int) *image.RGBA {
	b := in.Bounds()
	w, h := b.Dx(), b.Dy()
	if longest := max(w, h); longest > most {
		w, h = max(1, w*most/longest), max(1, h*most/longest)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(out, out.Bounds(), in, b, draw.Over, nil)
	return out
}

// turn brings a picture upright, by the orientation a camera noted (1 to 8, 1 is upright).
func turn(in *image.RGBA, orientation int) *image.RGBA {
	w, h := in.Bounds().Dx(), in.Bounds().Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	var to func(x, y int) (int, int)
	switch orientation {
	case 2:
		to = func(x, y int) (int, int) { return w - 1 - x, y }
	case 3:
		to = func(x, y int) (int, int) { return w - 1 - x, h - 1 - y }
	case 4:
		to = func(x, y int) (int, int) { return x, h - 1 - y }
	case 5:
		to = func(x, y int) (int, int) { return y, x }
	case 6:
		to = func(x, y int) (int, int) { return h - 1 - y, x }
	case 7:
		to = func(x, y int) (int, int) { return h - 1 - y, w - 1 - x }
	case 8:
		to = func(x, y int) (int, int) { return y, w - 1 - x }
	default:
		return in
	}
	for y := range h {
		for x := range w {
			tx, ty := to(x, y)
			copy(out.Pix[out.PixOffset(tx, ty):out.PixOffset(tx, ty)+4], in.Pix[in.PixOffset(x, y):in.PixOffset(x, y)+4])
		}
	}
	return out
}
