//go:build !nounipdf

package unipdf

import (
	"bytes"
	"errors"

	"github.com/unidoc/unipdf/v3/core"
	"github.com/unidoc/unipdf/v3/model"
)

// hole is a handler that signs nothing: it leaves room for the signature, which is made when the document has been kept.
type hole struct{ room int }

var _ model.SignatureHandler = hole{}

// IsApplicable tells whether a signature is of the kind that comes into the hole.
func (hole) IsApplicable(s *model.PdfSignature) bool {
	return s != nil && s.Filter != nil && *s.Filter == "Adobe.PPKLite" && s.SubFilter != nil && *s.SubFilter == "ETSI.CAdES.detached"
}

// InitSignature makes the room.
func (h hole) InitSignature(s *model.PdfSignature) error {
	s.Handler = h
	s.Filter = core.MakeName("Adobe.PPKLite")
	s.SubFilter = core.MakeName("ETSI.CAdES.detached")
	s.Reference = nil
	return h.Sign(s, nil)
}

// NewDigest takes the bytes around the hole, which nobody needs: they are hashed when the document is adopted.
func (hole) NewDigest(*model.PdfSignature) (model.Hasher, error) { return &bytes.Buffer{}, nil }

// Sign leaves the zeros.
func (h hole) Sign(s *model.PdfSignature, _ model.Hasher) error {
	s.Contents = core.MakeHexString(string(make([]byte, h.room)))
	return nil
}

// Validate is never asked.
func (hole) Validate(*model.PdfSignature, model.Hasher) (model.SignatureValidationResult, error) {
	return model.SignatureValidationResult{}, errors.New("a hole is no signature")
}
