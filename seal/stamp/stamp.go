// Package stamp draws what people see of a signature: a round seal, a hand-drawn or typed name, a small line below.
// Everything is outlines, so it prints at any size, needs no font in the document and looks the same in every reader.
// Lengths are points (1/72 inch), with the origin at the bottom left of the drawing.
package stamp

import (
	"bytes"
	"compress/zlib"
	"fmt"

	"golang.org/x/image/font/sfnt"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/font"
)

// Look is what is drawn: an appearance, and what offices with seals of other shapes need besides. Its JSON is that of
// the appearance with more keys.
type Look struct {
	domain.Appearance
	Shape  Shape  `json:"shape,omitempty"`  // of a seal; empty is round
	Number string `json:"number,omitempty"` // below a round seal's line; never made up
}

// Shape is the shape of a seal.
type Shape string

// The shapes.
const (
	Round Shape = ""
	Oval  Shape = "oval" // as for invoices
	Name  Shape = "name" // square, a person's name
)

// Form is a drawing as the content of a form XObject (ISO 32000-1, 8.10): the box is [0 0 Width Height]. It is made
// once and shared; nobody may change it. Outlines need no resources; a picture is named Picture.
type Form struct {
	Width, Height float64
	Content       []byte // packed with Flate
	Picture       *Picture
}

// Artist draws. It may be used by many goroutines.
type Artist struct {
	face *sfnt.Font
}

// New reads the embedded typeface.
func New() (*Artist, error) {
	face, err := font.Parse()
	if err != nil {
		return nil, domain.Fail(domain.CodeInternal).Because(err)
	}
	return &Artist{face: face}, nil
}

// Draw makes the drawing for a field of the given size. Errors: CodeSealWords for a character the typeface lacks,
// CodeSealLength for words that do not fit, CodeSignatureWords for a typed name that cannot be drawn, CodePhotoInvalid for
// a picture that shows nothing or cannot be read, CodeBadInput for a field too small, CodeSignatureEmpty when there is
// nothing to draw.
func (a *Artist) Draw(look Look, width, height float64) (*Form, error) {
	if width < 4 || height < 4 || width > 14400 || height > 14400 {
		return nil, domain.Fail(domain.CodeBadInput, fmt.Sprintf("%.0f x %.0f", width, height))
	}
	p := &pen{}
	var err error
	switch {
	case look.Picture != nil:
		return picture(look.Picture, width, height)
	case look.Shape == Name:
		err = a.nameSeal(p, look, width, height)
	case look.Shape == Oval:
		err = a.oval(p, look, width, height)
	case look.Ring != "":
		err = a.seal(p, look, width, height)
	case len(look.Strokes) > 0 || look.Typed != "":
		err = a.signature(p, look, width, height)
	default:
		err = domain.Fail(domain.CodeSignatureEmpty)
	}
	if err != nil {
		return nil, err
	}
	return pack(p.b.Bytes(), width, height)
}

func pack(content []byte, width, height float64) (*Form, error) {
	packed, err := deflate(content)
	return &Form{Width: width, Height: height, Content: packed}, err
}

func deflate(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := zlib.NewWriterLevel(&out, zlib.BestCompression)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, domain.Fail(domain.CodeInternal).Because(err)
	}
	return out.Bytes(), nil
}
