package pades

import (
	"fmt"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/read"
)

// mayChange refuses documents that cannot honestly be signed at all.
func mayChange(doc *read.Document) error {
	if doc.Base() != 0 {
		// Readers disagree on where offsets count from, so on what is signed.
		return fmt.Errorf("%w: bytes before the header", read.ErrDamaged)
	}
	root, err := doc.Catalog()
	if err != nil {
		return err
	}
	level, err := certified(doc, root)
	if err != nil {
		return err
	}
	if level == 1 {
		return domain.Fail(CodeCertified)
	}
	acro, err := doc.Dict(root["AcroForm"])
	if err != nil {
		return err
	}
	if acro["XFA"] != nil {
		return domain.Fail(domain.CodeDocXFA)
	}
	return nil
}

// mayAdd refuses a new field where the author has certified what may come, or the encryption forbids it: bits 4 and 6 of
// P (table 22). Readers that look closely take a new field that shows something on a certified document for a way to
// cover its text.
func mayAdd(doc *read.Document, f *form) error {
	limits, err := f.limits()
	if err != nil {
		return err
	}
	switch {
	case limits.level == 1:
		return domain.Fail(CodeCertified)
	case limits.level > 1:
		return domain.Fail(CodeFieldsOnly)
	}
	if doc.Encrypted() && !doc.Owner() && (doc.Permissions()&(1<<3) == 0 || doc.Permissions()&(1<<5) == 0) {
		return domain.Fail(CodePermissions)
	}
	return nil
}

// mayFill refuses to fill a field that is locked, or where the encryption forbids it: bit 9, or bit 6.
func mayFill(doc *read.Document, f *form, name string) error {
	limits, err := f.limits()
	switch {
	case err != nil:
		return err
	case limits.level == 1:
		return domain.Fail(CodeCertified)
	case limits.locks(name):
		return domain.Fail(CodeLocked)
	case doc.Encrypted() && !doc.Owner() && doc.Permissions()&(1<<5|1<<8) == 0:
		return domain.Fail(CodePermissions)
	}
	return nil
}
