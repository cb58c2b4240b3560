package pades

import (
	"fmt"

	"sealdesk/domain"
	"sealdesk/pdf/read"
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

// certified gives the level of changes a certification allows (ISO 32000-1, 12.8.2.2): 1 none, 2 forms and signing,
// 3 annotations too; 0 when the document is not certified.
func certified(doc *read.Document, root read.Dict) (int, error) {
	perms, err := doc.Dict(root["Perms"])
	if err != nil {
		return 0, err
	}
	sig, err := doc.Dict(perms["DocMDP"])
	if err != nil || sig == nil {
		return 0, err
	}
	params, err := transform(doc, sig, "DocMDP")
	if err != nil {
		return 0, err
	}
	level, ok, err := doc.Int(params["P"])
	if err != nil {
		return 0, err
	}
	if !ok || level < 1 || level > 3 {
		level = 2
	}
	return level, nil
}

// transform finds the parameters of a method a signature names.
func transform(doc *read.Document, sig read.Dict, method read.Name) (read.Dict, error) {
	refs, err := doc.Array(sig["Reference"])
	if err != nil {
		return nil, err
	}
	for _, o := range refs {
		r, err := doc.Dict(o)
		if err != nil {
			return nil, err
		}
		if n, err := doc.Name(r["TransformMethod"]); err != nil {
			return nil, err
		} else if n == method {
			params, err := doc.Dict(r["TransformParams"])
			if params == nil && err == nil {
				params = read.Dict{}
			}
			return params, err
		}
	}
	return nil, nil
}

// locks lists what earlier signatures lock: the parameters of their FieldMDP (12.8.2.4).
func locks(f *form) ([]read.Dict, error) {
	var out []read.Dict
	for _, l := range f.list {
		if l.kind != "Sig" || l.dict["V"] == nil {
			continue
		}
		sig, err := f.doc.Dict(l.dict["V"])
		if err != nil {
			return nil, err
		}
		params, err := transform(f.doc, sig, "FieldMDP")
		if err != nil {
			return nil, err
		}
		if params != nil {
			out = append(out, params)
		}
	}
	return out, nil
}

// locked tells whether an earlier signature locks the field.
func locked(f *form, name string) (bool, error) {
	all, err := locks(f)
	if err != nil {
		return false, err
	}
	for _, params := range all {
		action, err := f.doc.Name(params["Action"])
		if err != nil {
			return false, err
		}
		names, err := f.doc.Array(params["Fields"])
		if err != nil {
			return false, err
		}
		listed := false
		for _, o := range names {
			n, err := f.doc.Text(o)
			if err != nil {
				return false, err
			}
			listed = listed || plainText(n) == name
		}
		switch {
		case action == "All", action == "Include" && listed, action == "Exclude" && !listed:
			return true, nil
		case action != "Include" && action != "Exclude":
			return false, fmt.Errorf("%w: a lock with action %q", read.ErrDamaged, string(action))
		}
	}
	return false, nil
}

// mayAdd refuses a new field where an earlier signature locks all fields, or the encryption forbids it: bits 4 and 6
// of P (table 22).
func mayAdd(doc *read.Document, f *form) error {
	all, err := locks(f)
	if err != nil {
		return err
	}
	for _, params := range all {
		if params["Action"] == read.Name("All") || params["Action"] == read.Name("Exclude") {
			return domain.Fail(CodeLocked)
		}
	}
	if doc.Encrypted() && !doc.Owner() && (doc.Permissions()&(1<<3) == 0 || doc.Permissions()&(1<<5) == 0) {
		return domain.Fail(CodePermissions)
	}
	return nil
}

// mayFill refuses to fill a field that is locked, or where the encryption forbids it: bit 9, or bit 6.
func mayFill(doc *read.Document, f *form, name string) error {
	is, err := locked(f, name)
	if err != nil {
		return err
	}
	if is {
		return domain.Fail(CodeLocked)
	}
	if doc.Encrypted() && !doc.Owner() && doc.Permissions()&(1<<5|1<<8) == 0 {
		return domain.Fail(CodePermissions)
	}
	return nil
}
