package examine

import (
	"errors"
	"fmt"

	"campus.example/sealdesk/pdf/examine/glyph"
	"campus.example/sealdesk/pdf/read"
)

// Why a document is not taken.
var (
	ErrEmpty       = errors.New("the file is empty")
	ErrTooBig      = errors.New("the file is too big")
	ErrNotPDF      = errors.New("the file is not a PDF document")
	ErrEncrypted   = errors.New("the document is encrypted")
	ErrNoPages     = errors.New("the document has no pages")
	ErrDamaged     = errors.New("the document is damaged")
	ErrActive      = errors.New("the document has scripts or automatic actions")
	ErrAttachments = errors.New("the document has embedded files")
	ErrHidden      = errors.New("the document has content that can be shown or hidden later")
	ErrXFA         = errors.New("the document is a dynamic form")
	ErrLimits      = errors.New("the document asks for too much work")
)

// reasons pairs each error with its name, which crosses the pipe of a child process and outlives versions.
func reasons() map[string]error {
	return map[string]error{
		"doc_empty": ErrEmpty, "doc_too_big": ErrTooBig, "doc_not_pdf": ErrNotPDF, "doc_encrypted": ErrEncrypted,
		"doc_no_pages": ErrNoPages, "doc_damaged": ErrDamaged, "doc_active_content": ErrActive,
		"doc_attachments": ErrAttachments, "doc_hidden": ErrHidden, "doc_xfa": ErrXFA, "doc_limits": ErrLimits,
	}
}

// Name gives the name of an error of this package, or "": doc_empty, doc_too_big, doc_not_pdf, doc_encrypted,
// doc_no_pages, doc_damaged, doc_active_content, doc_attachments, doc_hidden, doc_xfa, doc_limits.
func Name(err error) string {
	for name, reason := range reasons() {
		if errors.Is(err, reason) {
			return name
		}
	}
	return ""
}

// named makes every error one of ours.
func named(err error) error {
	if Name(err) != "" {
		return err
	}
	for _, pair := range []struct{ theirs, ours error }{
		{read.ErrNotPDF, ErrNotPDF},
		{read.ErrEncrypted, ErrEncrypted},
		{read.ErrPassword, ErrEncrypted},
		{read.ErrCipher, ErrEncrypted},
		{read.ErrNoPages, ErrNoPages},
		{read.ErrLimits, ErrLimits},
		{glyph.ErrCost, ErrLimits},
	} {
		if errors.Is(err, pair.theirs) {
			return fmt.Errorf("%w: %w", pair.ours, err)
		}
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}
