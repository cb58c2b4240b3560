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
	dict   *dict
	fields []field
	byNum  map[int]int // object number to place in fields
	fault  string
}

// field is a terminal field with its inherited entries.
type field struct {
	num     int
	name    string
	kind    name // FT
	flags   int  // Ff
	dict    *dict
	value   value      // V as written, possibly inherited
	widgets []ref      // widget annotations that are objects of their own; none when merged
	path    []nodeInfo // non-terminal ancestors
}

type nodeInfo struct {
	num  int
	dict *dict
}

// fieldCost is what keeping a field costs, in steps.
const fieldCost = 256

// formAt reads the form. A form with a fault has no fields.
func (d *modelled) formAt(rank int) (*form, error) {
	if f, ok := d.forms[rank]; ok {
		return f, nil
	}
	f := &form{byNum: map[int]int{}}
	d.forms[rank] = f
	catalog := d.catalog(rank)
	if catalog == nil || !catalog.has("AcroForm") {
		return f, nil
	}
	if f.dict = d.dictAt(catalog.get("AcroForm"), rank); f.dict == nil {
		f.fault = faultForm
		return f, nil
	}
	roots, ok := d.arrayAt(f.dict.get("Fields"), rank)
	if !ok {
		f.fault = faultForm
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
	if !ok || depth > maxDepth || w.seen[r.num] {
		w.form.fault = faultForm
		return nil
	}
	w.seen[r.num] = true
	if len(w.seen) > maxFields {
		return errLimit
	}
	if err := w.d.work(fieldCost); err != nil {
		return err // every save has its own form
	}
	loaded, err := w.d.load(r, w.rank)
	if isLimit(err) {
		return err
	}
	dictionary, ok := loaded.(*dict)
	if !ok {
		return nil // a reference to nothing is no field
	}
	f := up
	f.num, f.dict = r.num, dictionary
	if t, ok := dictionary.get("T").(text); ok {
		f.name = strings.TrimPrefix(up.name+"."+decodeText(t.raw), ".")
	}
	if ft := dictionary.nameAt("FT"); ft != "" {
		f.kind = ft
	}
	if dictionary.has("Ff") {
		f.flags = intOr(dictionary.get("Ff"), 0)
	}
	if dictionary.has("V") {
		f.value = dictionary.get("V")
	}
	kids, ok := w.d.arrayAt(dictionary.get("Kids"), w.rank)
	if !ok {
		w.form.fault = faultForm
		return nil
	}
	if len(kids) == 0 || w.allWidgets(kids, &f) {
		w.add(f)
		return nil
	}
	f.path = append(append([]nodeInfo(nil), up.path...), nodeInfo{r.num, dictionary})
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
		dictionary := w.d.dictAt(kid, w.rank)
		if !ok || dictionary == nil || dictionary.has("T") || dictionary.has("Kids") {
			return false
		}
		widgets = append(widgets, r)
	}
	f.widgets = widgets
	return true
}

func (w *formWalk) add(f field) {
	// Forms with twin fields exist; which of two is the signature must not be a question.
	if kind, twin := w.names[f.name]; twin && (kind == "Sig" || f.kind == "Sig") {
		w.form.fault = faultFieldName
	}
	w.names[f.name] = f.kind
	w.form.byNum[f.num] = len(w.form.fields)
	w.form.fields = append(w.form.fields, f)
}
