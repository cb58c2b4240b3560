package pades

import (
	"errors"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/read"
)

// Refusals that concern the document to be signed.
const (
	CodeCertified   = domain.CodeDocCertified
	CodeFieldsOnly  = domain.CodeDocFieldsOnly
	CodeLocked      = domain.CodeDocLocked
	CodePermissions = domain.CodeDocPermissions
	CodeSigned      = domain.CodeFieldSigned
	CodeTaken       = domain.CodeFieldTaken
	CodeNoField     = domain.CodeFieldNotThere
	CodeSeed        = domain.CodeFieldSeed
	CodeTooBig      = domain.CodeSignatureTooBig
	CodeOffPage     = domain.CodePlaceOffPage
	CodeSignature   = domain.CodeSignatureMismatch
	CodeAcross      = domain.CodeAcrossTaken
	CodeNoPage      = domain.CodePlaceNoPage
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
		{read.ErrPassword, domain.CodeDocPassword},
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
