package diff

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/model"
	"campus.example/sealdesk/seal/check/reason"
)

// Mark is a place on a page that may show something else than before.
type Mark struct {
	Field string
	Page  int        // from 1
	Rect  [4]float64 // left, bottom, right, top; user space of the page
	New   bool       // the field was not there before
}

// Touch is what the saves behind a rank may show differently.
type Touch struct {
	Marks   []Mark
	Unseen  []string // names of fields without an area
	Changed []int    // numbers of objects that differ without a reason
}

// Touched compares the newest revision with the one of an older rank. It fails when a change that has a reason
// goes too far.
//
// Pages without a mark need not be looked at. What they show follows from their objects and from those these refer to.
// An object that existed is the same, byte by byte, unless it is one of five kinds, whose changes are bounded here: the
// catalog in its form and the extensions it names, the form in its list of fields, a page or its list of annotations
// grown by new widgets, and the fields and widgets themselves, whose places stay. An object that is new has a number
// that nothing older referred to. So a page can change through widgets alone, and those are the marks.
func Touched(d *History, old int) (Touch, error) {
	t := &touched{d: d, old: old, new: d.Last(), fresh: map[int]bool{}, changed: map[int]bool{}}
	for _, rule := range []func() error{t.collect, t.dangling, t.catalog, t.marks, t.pages} {
		if err := rule(); err != nil {
			return Touch{}, err
		}
	}
	return Touch{Marks: t.found, Unseen: t.unseen, Changed: slices.Sorted(maps.Keys(t.changed))}, nil
}

// touched compares two ranks of one document.
type touched struct {
	d        *History
	old, new int
	fresh    map[int]bool // objects that are new
	changed  map[int]bool // older objects that differ and are not explained yet
	widgets  map[int]Mark // by object number
	found    []Mark
	unseen   []string // names of fields without an area
}

var (
	errRemoved  = errors.New(reason.ObjectRemoved)
	errDangling = errors.New(reason.AwaitedObject)
	errCatalog  = errors.New("catalog_changed")
	errForm     = errors.New(reason.FormChanged)
	errMoved    = errors.New("field_moved")
	errPage     = errors.New("page_changed")
	errHomeless = errors.New("field_on_no_page")
)

// collect lists what is new and what differs.
func (t *touched) collect() error {
	for rank := t.old + 1; rank <= t.new; rank++ {
		for num, e := range t.d.Section(rank).Entries {
			before, had := t.d.Lookup(num, t.old)
			if e.Kind == file.EntryFree {
				if had {
					return errRemoved
				}
				continue
			}
			if !had {
				t.fresh[num] = true
				continue
			}
			then, err := t.d.LoadVersion(num, before)
			if err != nil {
				return err
			}
			v, _ := t.d.Lookup(num, t.new)
			now, err := t.d.LoadVersion(num, v)
			if err != nil {
				return err
			}
			if before.Gen != v.Gen || !t.d.Same(then, now) {
				t.changed[num] = true
			}
		}
	}
	return nil
}

// dangling fails when a new object has a number that an older revision already referred to.
func (t *touched) dangling() error {
	count, err := t.d.refsBefore(t.old + 1)
	if err != nil {
		return err
	}
	for r, n := range count {
		if n > 0 && t.fresh[r.Num] {
			return errDangling
		}
	}
	return nil
}

// catalog fails unless the catalog and the form lead to the same as before, besides the fields. Another catalog object
// with the same entries shows the same.
func (t *touched) catalog() error {
	root, ok := t.d.Root(t.new).(file.Ref)
	if !ok || !t.d.Same(t.d.Trailer(t.old).Get("Encrypt"), t.d.Trailer(t.new).Get("Encrypt")) {
		return errCatalog
	}
	then, now := t.d.Catalog(t.old), t.d.Catalog(t.new)
	if then == nil || now == nil {
		return errCatalog
	}
	for _, key := range t.d.ChangedKeys(then, now) {
		// Extensions name what a file may hold and show nothing (ISO 32000-2, 7.12).
		if key != "AcroForm" && key != "Extensions" {
			return errCatalog
		}
	}
	delete(t.changed, root.Num)
	x, y := t.d.DictAt(then.Get("AcroForm"), t.old), t.d.DictAt(now.Get("AcroForm"), t.new)
	if y == nil {
		return nil
	}
	if x == nil {
		x = file.NewDict()
	}
	for _, key := range t.d.ChangedKeys(x, y) {
		asked, _ := y.Get(key).(bool)
		if key != "Fields" && key != "SigFlags" && (key != "NeedAppearances" || asked) {
			return errForm
		}
	}
	for _, v := range []file.Value{now.Get("AcroForm"), y.Get("Fields")} {
		if r, ok := v.(file.Ref); ok {
			delete(t.changed, r.Num)
		}
	}
	return nil
}

// marks finds the widgets that are new or differ.
func (t *touched) marks() error {
	then, err := t.d.Form(t.old)
	if err != nil {
		return err
	}
	now, err := t.d.Form(t.new)
	if err != nil {
		return err
	}
	if now.Fault != "" {
		return errForm
	}
	t.widgets = map[int]Mark{}
	for _, f := range now.Fields {
		parts := []int{f.Num}
		for _, w := range f.Widgets {
			parts = append(parts, w.Num)
		}
		touches := false
		for _, num := range parts {
			touches = touches || t.fresh[num] || t.changed[num]
		}
		if !touches {
			continue
		}
		_, had := then.ByNum[f.Num]
		for _, num := range parts {
			if err := t.widget(num, f, had); err != nil {
				return err
			}
		}
	}
	return nil
}

// widget adds one widget to the marks, or the field itself when it has no widget of its own.
func (t *touched) widget(num int, f model.Field, had bool) error {
	v, _ := t.d.Lookup(num, t.new)
	now := t.d.DictAt(file.Ref{Num: num, Gen: v.Gen}, t.new)
	if had {
		before, _ := t.d.Lookup(num, t.old)
		for _, key := range t.d.ChangedKeys(t.d.DictAt(file.Ref{Num: num, Gen: before.Gen}, t.old), now) {
			if !signedKey(key) {
				return fmt.Errorf("%w: %s", errMoved, key)
			}
		}
	}
	delete(t.changed, num)
	if !visible(now.Get("Rect")) {
		t.unseen = append(t.unseen, f.Name)
		return nil
	}
	m := Mark{Field: f.Name, New: !had}
	rect, _ := t.d.ArrayAt(now.Get("Rect"), t.new)
	if len(rect) != 4 {
		return errMoved
	}
	for i, n := range rect {
		switch n := n.(type) {
		case int64:
			m.Rect[i] = float64(n)
		case float64:
			m.Rect[i] = n
		default:
			return errMoved
		}
	}
	m.Rect = [4]float64{min(m.Rect[0], m.Rect[2]), min(m.Rect[1], m.Rect[3]), max(m.Rect[0], m.Rect[2]), max(m.Rect[1], m.Rect[3])}
	t.widgets[num] = m
	return nil
}

// pages walks both trees of pages, which must be the same, and finds the page that lists each widget. The list counts,
// not the page that the widget names.
func (t *touched) pages() error {
	list, err := t.d.pageList(t.new)
	if err != nil {
		return err
	}
	for i, r := range list {
		then, now := t.d.DictAt(r, t.old), t.d.DictAt(r, t.new)
		if then == nil || now == nil {
			return errPage
		}
		for _, key := range t.d.ChangedKeys(then, now) {
			if key != "Annots" {
				return errPage
			}
		}
		x, ok1 := t.d.ArrayAt(then.Get("Annots"), t.old)
		y, ok2 := t.d.ArrayAt(now.Get("Annots"), t.new)
		if !ok1 || !ok2 || len(y) < len(x) || !t.d.Same(x, y[:len(x)]) {
			return errPage
		}
		for at, v := range y {
			w, _ := v.(file.Ref)
			m, ok := t.widgets[w.Num]
			if ok {
				m.Page = i + 1
				t.found = append(t.found, m)
				delete(t.widgets, w.Num)
			} else if at >= len(x) {
				return errPage // brought twice, or no field
			}
		}
		delete(t.changed, r.Num)
		if a, ok := now.Get("Annots").(file.Ref); ok {
			delete(t.changed, a.Num)
		}
	}
	if len(t.widgets) > 0 {
		return errHomeless
	}
	slices.SortStableFunc(t.found, func(a, b Mark) int { return a.Page - b.Page })
	return nil
}

// pageList returns the pages in their order (ISO 32000-2 7.7.3).
func (d *History) pageList(rank int) ([]file.Ref, error) {
	var out []file.Ref
	seen := map[int]bool{}
	var walk func(v file.Value, depth int) error
	walk = func(v file.Value, depth int) error {
		r, ok := v.(file.Ref)
		if !ok || seen[r.Num] || depth > file.MaxDepth {
			return file.ErrDamaged
		}
		seen[r.Num] = true
		node := d.DictAt(r, rank)
		kids, isList := d.ArrayAt(node.Get("Kids"), rank)
		if !isList {
			return file.ErrDamaged
		}
		if node.NameAt("Type") == "Page" || !node.Has("Kids") {
			out = append(out, r)
			return d.Work(model.FieldCost)
		}
		for _, kid := range kids {
			if err := walk(kid, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return out, walk(d.Catalog(rank).Get("Pages"), 0)
}
