package pades

import (
	"errors"

	"sealdesk/domain"
	"sealdesk/pdf/read"
)

// Refusals that concern the document to be signed.
const (
	CodeCertified   domain.Code = "doc_certified"        // its author allows no further change
	CodeLocked      domain.Code = "doc_locked"           // an earlier signature locks its fields
	CodePermissions domain.Code = "doc_permissions"      // its encryption forbids signing
	CodeSigned      domain.Code = "field_signed"         // the field is signed already
	CodeTaken       domain.Code = "field_name_taken"     // a field of that name is there
	CodeNoField     domain.Code = "field_not_there"      // no such field, and no place to make one
	CodeSeed        domain.Code = "field_seed"           // the field asks for what this program does not do
	CodeTooBig      domain.Code = "signature_too_big"    // it does not fit into the hole
	CodeOffPage     domain.Code = "place_outside_page"   // the place is not on the page
	CodeSignature   domain.Code = "signature_mismatch"   // it does not belong to what was prepared
	CodeAcross      domain.Code = "across_taken"         // its strips show another seal already
	CodeNoPage      domain.Code = "place_page_not_there" // the document has fewer pages
)

// fail gives the reader's errors their code.
func fail(err error) error {
	var known *domain.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	for _, c := range []struct {
		err  error
		code domain.Code
	}{
		{read.ErrNotPDF, domain.CodeDocNotPDF},
		{read.ErrEncrypted, domain.CodeDocEncrypted},
		{read.ErrPassword, domain.CodeDocEncrypted},
		{read.ErrCipher, domain.CodeDocEncrypted},
		{read.ErrNoPages, domain.CodeDocNoPages},
		{read.ErrLimits, domain.CodeDocLimits},
		{read.ErrDamaged, domain.CodeDocDamaged},
		{read.ErrFilter, domain.CodeDocDamaged},
	} {
		if errors.Is(err, c.err) {
			return domain.Fail(c.code).Because(err)
		}
	}
	return domain.Fail(domain.CodeInternal).Because(err)
}
