package pades

import (
	"fmt"
	"maps"
	"strings"

	"campus.example/sealdesk/pdf/read"
)

// form is the interactive form of a document (ISO 32000-1, 12.7), which may not be there yet.
type form struct {
	doc      *read.Document
	root     read.Dict // catalog
	acro     read.Dict // nil when there is none
	acroRef  read.Ref  // zero when it stands in the catalog
	fields   read.Array
	fieldRef read.Ref // zero when the list stands in the form
	list     []field
	byName   map[string]int
	limited  *limits // once it was asked for
}

// field is a field without fields below it.
type field struct {
	name    string // fully qualified: the partial names with periods between
	ref     read.Ref
	dict    read.Dict
	kind    read.Name // FT, inherited or its own
	widgets int       // kids that are widgets only; 0 when field and widget are one object
}

// mostFields bounds how many fields are looked at.
const mostFields = 20000

func openForm(doc *read.Document) (*form, error) {
	f := &form{doc: doc, byName: map[string]int{}}
	var err error
	if f.root, err = doc.Catalog(); err != nil {
		return nil, err
	}
	f.acroRef, _ = f.root["AcroForm"].(read.Ref)
	if f.acro, err = doc.Dict(f.root["AcroForm"]); err != nil || f.acro == nil {
		return f, err
	}
	f.fieldRef, _ = f.acro["Fields"].(read.Ref)
	if f.fields, err = doc.Array(f.acro["Fields"]); err != nil {
		return nil, err
	}
	seen := map[read.Ref]bool{}
	for _, o := range f.fields {
		if err := f.walk(o, "", "", seen, 0); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *form) walk(o read.Object, above string, kind read.Name, seen map[read.Ref]bool, deep int) error {
	ref, ok := o.(read.Ref)
	if !ok || seen[ref] || deep > 32 {
		return fmt.Errorf("%w: the tree of fields", read.ErrDamaged)
	}
	seen[ref] = true
	if len(seen) > mostFields {
		return fmt.Errorf("%w: too many fields", read.ErrLimits)
	}
	dict, err := f.doc.Dict(o)
	if err != nil || dict == nil {
		return err // a field that is not there is null
	}
	part, err := f.doc.Text(dict["T"])
	if err != nil {
		return err
	}
	full := above
	if part != "" {
		full = strings.TrimPrefix(above+"."+plainText(part), ".")
	}
	if own, err := f.doc.Name(dict["FT"]); err != nil {
		return err
	} else if own != "" {
		kind = own
	}
	kids, err := f.doc.Array(dict["Kids"])
	if err != nil {
		return err
	}
	widgets := 0
	for _, kid := range kids {
		k, err := f.doc.Dict(kid)
		if err != nil {
			return err
		}
		if _, named := k["T"]; !named {
			widgets++
			continue
		}
		if err := f.walk(kid, full, kind, seen, deep+1); err != nil {
			return err
		}
	}
	if len(kids) == 0 || widgets > 0 {
		f.byName[full] = len(f.list)
		f.list = append(f.list, field{name: full, ref: ref, dict: dict, kind: kind, widgets: widgets})
	}
	return nil
}

func (f *form) find(name string) (field, bool) {
	i, ok := f.byName[name]
	if !ok {
		return field{}, false
	}
	return f.list[i], true
}

// signed tells whether any field bears a signature.
func (f *form) signed() bool {
	for _, l := range f.list {
		if l.kind == "Sig" && l.dict["V"] != nil {
			return true
		}
	}
	return false
}

// append adds fields to the form and says that signatures are there and must be kept (SigFlags 3, table 219). Only
// what changes is written: the list alone when it is an object of its own.
func (f *form) append(u *update, refs []read.Ref) {
	fields := append(read.Array(nil), f.fields...)
	for _, r := range refs {
		fields = append(fields, r)
	}
	acro := maps.Clone(f.acro)
	if acro == nil {
		acro = read.Dict{}
	}
	changed := f.acro == nil
	if flags, _ := acro["SigFlags"].(int); flags&3 != 3 {
		acro["SigFlags"] = flags | 3
		changed = true
	}
	// Readers that redo appearances would draw over the seals; in a signed file the entry must stay as it is.
	if acro["NeedAppearances"] == true && !f.signed() {
		delete(acro, "NeedAppearances")
		changed = true
	}
	if len(refs) > 0 {
		if f.fieldRef != (read.Ref{}) && f.fields != nil {
			u.set(f.fieldRef, fields)
		} else {
			acro["Fields"] = fields
			changed = true
		}
	}
	if !changed {
		return
	}
	if f.acroRef != (read.Ref{}) && f.acro != nil {
		u.set(f.acroRef, acro)
		return
	}
	root := maps.Clone(f.root)
	if f.acro == nil {
		root["AcroForm"] = u.add(acro)
	} else {
		root["AcroForm"] = acro
	}
	u.set(f.doc.Trailer()["Root"].(read.Ref), root)
}
