package stamp

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // the two kinds of pictures a seal may come as
	_ "image/png"
	"math"

	"campus.example/sealdesk/domain"
)

// Picture is a picture ready for an image XObject (ISO 32000-1, 8.9): three bytes a pixel, and one for how opaque it
// is. Both are packed with Flate.
type Picture struct {
	Width, Height int
	RGB           []byte
	Alpha         []byte // nil when it is opaque
}

// mostPixels bounds a picture each way: 40 mm at 1,200 dots to the inch have 1,900.
const mostPixels = 4096

// faint is what nobody sees on paper, of 255.
const faint = 16

// picture decodes a picture once; it fills the field as far as its shape allows, in the middle.
func picture(data []byte, width, height float64) (*Form, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, domain.Fail(domain.CodePhotoInvalid).Because(err)
	}
	if config.Width < 1 || config.Height < 1 || config.Width > mostPixels || config.Height > mostPixels {
		return nil, domain.Fail(domain.CodePhotoInvalid).Because(fmt.Errorf("%d x %d pixels", config.Width, config.Height))
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, domain.Fail(domain.CodePhotoInvalid).Because(err)
	}
	pic, err := pixels(decoded)
	if err != nil {
		return nil, err
	}
	scale := math.Min(width/float64(pic.Width), height/float64(pic.Height))
	w, h := scale*float64(pic.Width), scale*float64(pic.Height)
	p := &pen{}
	p.op("q")
	p.op("cm", w, 0, 0, h, (width-w)/2, (height-h)/2)
	p.b.WriteString("/Picture Do\nQ\n")
	form, err := pack(p.b.Bytes(), width, height)
	if err != nil {
		return nil, err
	}
	form.Picture = pic
	return form, nil
}

func pixels(in image.Image) (*Picture, error) {
	b := in.Bounds()
	rgb, alpha := make([]byte, 0, 3*b.Dx()*b.Dy()), make([]byte, 0, b.Dx()*b.Dy())
	opaque, blank := true, true
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(in.At(x, y)).(color.NRGBA)
			rgb, alpha = append(rgb, c.R, c.G, c.B), append(alpha, c.A)
			opaque = opaque && c.A == 255
			blank = blank && (c.A < faint || min(c.R, c.G, c.B) > 255-faint)
		}
	}
	if blank {
		return nil, domain.Fail(domain.CodePhotoInvalid).Because(errors.New("the picture is blank"))
	}
	p := &Picture{Width: b.Dx(), Height: b.Dy()}
	var err error
	if p.RGB, err = deflate(rgb); err != nil || opaque {
		return p, err
	}
	p.Alpha, err = deflate(alpha)
	return p, err
}
