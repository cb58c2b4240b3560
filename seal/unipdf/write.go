//go:build !nounipdf

package unipdf

import (
	"bytes"
	"compress/zlib"
	"io"

	unilicense "github.com/unidoc/unipdf/v3/common/license"
	"github.com/unidoc/unipdf/v3/core"
	"github.com/unidoc/unipdf/v3/model"

	"campus.example/sealdesk/seal/pades"
)

// Built tells whether the library is part of this program.
const Built = true

// license hands the library its licence, which it checks without the network.
func license(key, customer string) error { return unilicense.SetLicenseKey(key, customer) }

// write appends a section with the field, its picture and a signature whose contents are zeros.
func write(r pades.Request, s pades.Spot, room int) ([]byte, error) {
	reader, err := model.NewPdfReader(bytes.NewReader(r.PDF))
	if err != nil {
		return nil, err
	}
	appender, err := model.NewPdfAppender(reader)
	if err != nil {
		return nil, err
	}
	signature, err := hollow(r, room)
	if err != nil {
		return nil, err
	}
	look, err := appearance(s)
	if err != nil {
		return nil, err
	}
	if err := appender.Sign(s.Page, field(r.Field, s, signature, look)); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := appender.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// hollow is the signature dictionary, its hole so many bytes large.
func hollow(r pades.Request, room int) (*model.PdfSignature, error) {
	s := model.NewPdfSignature(hole{room})
	s.SetDate(r.Signing, "")
	if r.Name != "" {
		s.Name = core.MakeEncodedString(r.Name, true)
	}
	if r.Reason != "" {
		s.Reason = core.MakeEncodedString(r.Reason, true)
	}
	return s, s.Initialize()
}

// field is a new signature field merged with its widget: printed, and locked in its place.
func field(name string, s pades.Spot, signature *model.PdfSignature, look *core.PdfObjectDictionary) *model.PdfFieldSignature {
	f := model.NewPdfFieldSignature(signature)
	f.T = core.MakeString(name)
	f.Rect = core.MakeArrayFromFloats(s.Rect[:])
	f.F = core.MakeInteger(4 | 128)
	f.AP = look
	return f
}

// appearance is the drawing as a form XObject that stands upright.
func appearance(s pades.Spot) (*core.PdfObjectDictionary, error) {
	z, err := zlib.NewReader(bytes.NewReader(s.Form.Content))
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	stream, err := core.MakeStream(content, core.NewFlateEncoder())
	if err != nil {
		return nil, err
	}
	stream.Set("Type", core.MakeName("XObject"))
	stream.Set("Subtype", core.MakeName("Form"))
	stream.Set("FormType", core.MakeInteger(1))
	stream.Set("BBox", core.MakeArrayFromFloats([]float64{0, 0, s.Form.Width, s.Form.Height}))
	stream.Set("Matrix", core.MakeArrayFromFloats(pades.Upright(s.Turn, s.Form.Width, s.Form.Height)))
	stream.Set("Resources", core.MakeDict())
	look := core.MakeDict()
	look.Set("N", stream)
	return look, nil
}
