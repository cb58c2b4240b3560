package check

import "strings"

// modelled is a document with its forms and signatures.
type modelled struct {
	*document
	forms map[int]*form
}

func newModel(d *document) *modelled { return &modelled{document: d, forms: map[int]*form{}} }

// form is the interactive form as a reader of one rank sees it (ISO 32000-2 12.7).
type form struct {
	Dict   *dict
	Fields []field
	ByNum  map[int]int // object number to place in fields
	Fault  string
}

// field is a terminal field with its inherited entries.
type field struct {
	Num     int
	Name    string
	Kind    name // FT
	Flags   int  // Ff
	Dict    *dict
	Value   value      // V as written, possibly inherited
	Widgets []ref      // widget annotations that are objects of their own; none when merged
	Path    []nodeInfo // non-terminal ancestors
}

type nodeInfo struct {
	num  int
	dict *dict
}

// fieldCost is what keeping a field costs, in steps.
const fieldCost = 256

// Form reads the form. A form with a fault has no fields.
func (d *modelled) Form(rank int) (*form, error) {
	if f, ok := d.forms[rank]; ok {
		return f, nil
	}
	f := &form{ByNum: map[int]int{}}
	d.forms[rank] = f
	catalog := d.Catalog(rank)
	if catalog == nil || !catalog.Has("AcroForm") {
		return f, nil
	}
	if f.Dict = d.DictAt(catalog.Get("AcroForm"), rank); f.Dict == nil {
		f.Fault = faultForm
		return f, nil
	}
	roots, ok := d.ArrayAt(f.Dict.Get("Fields"), rank)
	if !ok {
		f.Fault = faultForm
		return f, nil
	}
	w := formWalk{d: d, rank: rank, form: f, seen: map[int]bool{}, names: map[string]name{}}
	for _, r := range roots {
		if err := w.node(r, field{}, 0); err != nil {
			return nil, err
		}
	}
	return f, nil
}

type formWalk struct {
	d     *modelled
	rank  int
	form  *form
	seen  map[int]bool
	names map[string]name
}

// node walks one node of the field tree; up carries what is inherited.
func (w *formWalk) node(v value, up field, depth int) error {
	r, ok := v.(ref)
	if !ok || depth > maxDepth || w.seen[r.Num] {
		w.form.Fault = faultForm
		return nil
	}
	w.seen[r.Num] = true
	if len(w.seen) > maxFields {
		return errLimit
	}
	if err := w.d.Work(fieldCost); err != nil {
		return err // every save has its own form
	}
	loaded, err := w.d.Load(r, w.rank)
	if isLimit(err) {
		return err
	}
	dictionary, ok := loaded.(*dict)
	if !ok {
		return nil // a reference to nothing is no field
	}
	f := up
	f.Num, f.Dict = r.Num, dictionary
	if t, ok := dictionary.Get("T").(text); ok {
		f.Name = strings.TrimPrefix(up.Name+"."+decodeText(t.Raw), ".")
	}
	if ft := dictionary.NameAt("FT"); ft != "" {
		f.Kind = ft
	}
	if dictionary.Has("Ff") {
		f.Flags = intOr(dictionary.Get("Ff"), 0)
	}
	if dictionary.Has("V") {
		f.Value = dictionary.Get("V")
	}
	kids, ok := w.d.ArrayAt(dictionary.Get("Kids"), w.rank)
	if !ok {
		w.form.Fault = faultForm
		return nil
	}
	if len(kids) == 0 || w.allWidgets(kids, &f) {
		w.add(f)
		return nil
	}
	f.Path = append(append([]nodeInfo(nil), up.Path...), nodeInfo{r.Num, dictionary})
	for _, kid := range kids {
		if err := w.node(kid, f, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// allWidgets tells whether the kids are the widgets of a terminal field, which have no name of their own.
func (w *formWalk) allWidgets(kids array, f *field) bool {
	var widgets []ref
	for _, kid := range kids {
		r, ok := kid.(ref)
		dictionary := w.d.DictAt(kid, w.rank)
		if !ok || dictionary == nil || dictionary.Has("T") || dictionary.Has("Kids") {
			return false
		}
		widgets = append(widgets, r)
	}
	f.Widgets = widgets
	return true
}

func (w *formWalk) add(f field) {
	// Forms with twin fields exist; which of two is the signature must not be a question.
	if kind, twin := w.names[f.Name]; twin && (kind == "Sig" || f.Kind == "Sig") {
		w.form.Fault = faultFieldName
	}
	w.names[f.Name] = f.Kind
	w.form.ByNum[f.Num] = len(w.form.Fields)
	w.form.Fields = append(w.form.Fields, f)
}
