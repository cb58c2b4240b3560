// Package model reads what the checker judges of a document: its form with the fields, its signatures with the bytes they
// cover, and what they permit afterwards (ISO 32000-2 12.7 and 12.8). A signature is here what the file says; what its CMS
// proves is not looked at.
package model

import (
	"strings"

	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/reason"
)

// Document is a file with its forms.
type Document struct {
	*file.Document
	forms map[int]*Form
}

// New returns the model of a file.
func New(d *file.Document) *Document { return &Document{Document: d, forms: map[int]*Form{}} }

// Form is the interactive form as a reader of one rank sees it (ISO 32000-2 12.7).
type Form struct {
	Dict   *file.Dict
	Fields []Field
	ByNum  map[int]int // object number to place in fields
	Fault  string
}

// Field is a terminal field with its inherited entries.
type Field struct {
	Num     int
	Name    string
	Kind    file.Name // FT
	Flags   int       // Ff
	Dict    *file.Dict
	Value   file.Value // V as written, possibly inherited
	Widgets []file.Ref // widget annotations that are objects of their own; none when merged
	Nested  bool       // it stands below another node
}

// FieldCost is what keeping a field costs, in steps.
const FieldCost = 256

// Form returns the form of a rank. A form with a fault has no fields. It fails with ErrLimit.
func (d *Document) Form(rank int) (*Form, error) {
	if f, ok := d.forms[rank]; ok {
		return f, nil
	}
	f := &Form{ByNum: map[int]int{}}
	d.forms[rank] = f
	catalog := d.Catalog(rank)
	if catalog == nil || !catalog.Has("AcroForm") {
		return f, nil
	}
	if f.Dict = d.DictAt(catalog.Get("AcroForm"), rank); f.Dict == nil {
		f.Fault = reason.FormMalformed
		return f, nil
	}
	roots, ok := d.ArrayAt(f.Dict.Get("Fields"), rank)
	if !ok {
		f.Fault = reason.FormMalformed
		return f, nil
	}
	w := formWalk{d: d, rank: rank, form: f, seen: map[int]bool{}, names: map[string]file.Name{}}
	for _, r := range roots {
		if err := w.node(r, Field{}, 0); err != nil {
			return nil, err
		}
	}
	return f, nil
}

type formWalk struct {
	d     *Document
	rank  int
	form  *Form
	seen  map[int]bool
	names map[string]file.Name
}

// node walks one node of the field tree; up carries the inherited entries.
func (w *formWalk) node(v file.Value, up Field, depth int) error {
	r, ok := v.(file.Ref)
	if !ok || depth > file.MaxDepth || w.seen[r.Num] {
		w.form.Fault = reason.FormMalformed
		return nil
	}
	w.seen[r.Num] = true
	if len(w.seen) > maxFields {
		return file.ErrLimit
	}
	if err := w.d.Work(FieldCost); err != nil {
		return err // every save has its own form
	}
	loaded, err := w.d.Load(r, w.rank)
	if file.IsLimit(err) {
		return err
	}
	dictionary, ok := loaded.(*file.Dict)
	if !ok {
		return nil // a reference to nothing is no field
	}
	f := up
	f.Num, f.Dict = r.Num, dictionary
	if t, ok := dictionary.Get("T").(file.String); ok {
		f.Name = strings.TrimPrefix(up.Name+"."+file.DecodeText(t.Raw), ".")
	}
	if ft := dictionary.NameAt("FT"); ft != "" {
		f.Kind = ft
	}
	if dictionary.Has("Ff") {
		f.Flags = file.IntOr(dictionary.Get("Ff"), 0)
	}
	if dictionary.Has("V") {
		f.Value = dictionary.Get("V")
	}
	kids, ok := w.d.ArrayAt(dictionary.Get("Kids"), w.rank)
	if !ok {
		w.form.Fault = reason.FormMalformed
		return nil
	}
	if len(kids) == 0 || w.allWidgets(kids, &f) {
		w.add(f)
		return nil
	}
	f.Nested = true
	for _, kid := range kids {
		if err := w.node(kid, f, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// allWidgets reports whether the kids are the widgets of a terminal field, which have no name of their own.
func (w *formWalk) allWidgets(kids file.Array, f *Field) bool {
	var widgets []file.Ref
	for _, kid := range kids {
		r, ok := kid.(file.Ref)
		dictionary := w.d.DictAt(kid, w.rank)
		if !ok || dictionary == nil || dictionary.Has("T") || dictionary.Has("Kids") {
			return false
		}
		widgets = append(widgets, r)
	}
	f.Widgets = widgets
	return true
}

// add appends a terminal field to the form.
func (w *formWalk) add(f Field) {
	// Forms with twin fields exist; which of two is the signature must not be a question.
	if kind, twin := w.names[f.Name]; twin && (kind == "Sig" || f.Kind == "Sig") {
		w.form.Fault = reason.FieldNameTwice
	}
	w.names[f.Name] = f.Kind
	w.form.ByNum[f.Num] = len(w.form.Fields)
	w.form.Fields = append(w.form.Fields, f)
}
