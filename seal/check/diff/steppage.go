package diff

import (
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/reason"
)

// pages claims the pages that list the widgets of new signature fields. Nothing else of a page may change.
func (st *step) pages() error {
	if len(st.widgets) == 0 {
		return nil
	}
	listed := map[int]int{}
	seen := map[int]bool{}
	visit := func(r file.Ref) error {
		if seen[r.Num] {
			return nil
		}
		seen[r.Num] = true
		return st.page(r, listed)
	}
	orphans := false
	for num := range st.widgets {
		v, _ := st.d.Lookup(num, st.new)
		widget := st.d.DictAt(file.Ref{Num: num, Gen: v.Gen}, st.new)
		r, ok := widget.Get("P").(file.Ref)
		if !ok {
			orphans = true
			continue
		}
		if err := visit(r); err != nil {
			return err
		}
	}
	if orphans {
		// /P is optional: then any page that changed may be the one.
		for num := range st.open {
			v, _ := st.d.Lookup(num, st.new)
			if err := visit(file.Ref{Num: num, Gen: v.Gen}); err != nil {
				return err
			}
		}
	}
	for _, times := range listed {
		if times > 1 {
			st.faults.Add(reason.AnnotationChanged)
		}
	}
	return nil
}

// page claims a page, or its list of annotations, that grew by new widgets only.
func (st *step) page(r file.Ref, listed map[int]int) error {
	then, now := st.d.DictAt(r, st.old), st.d.DictAt(r, st.new)
	if then == nil || now == nil || then.NameAt("Type") != "Page" || now.NameAt("Type") != "Page" {
		return nil
	}
	for _, key := range st.d.ChangedKeys(then, now) {
		if key != "Annots" {
			return nil
		}
	}
	x, ok1 := st.d.ArrayAt(then.Get("Annots"), st.old)
	y, ok2 := st.d.ArrayAt(now.Get("Annots"), st.new)
	if !ok1 || !ok2 || len(y) < len(x) || !st.d.Same(x, y[:len(x)]) {
		st.faults.Add(reason.AnnotationChanged)
		return nil
	}
	for _, v := range y[len(x):] {
		w, ok := v.(file.Ref)
		if !ok || !st.widgets[w.Num] {
			st.faults.Add(reason.AnnotationChanged)
			return nil
		}
		listed[w.Num]++
	}
	st.claim(r.Num)
	return st.claimArray(now.Get("Annots"))
}

// small adds a fault when the widget of a seal, a signature or a strip takes more than a third of its page. A larger
// field is there to hide what is below.
func (st *step) small(widget *file.Dict) {
	if visible(widget.Get("Rect")) && st.coversPage(widget) {
		st.faults.Add(reason.FieldCoversPage)
	}
}

// coversPage reports whether a widget takes more than a third of its page, or has no size that can be read.
func (st *step) coversPage(widget *file.Dict) bool {
	w, h, ok := rectOf(widget.Get("Rect"))
	if !ok {
		return true
	}
	page := st.d.DictAt(widget.Get("P"), st.new)
	area := 595.0 * 842.0
	for range file.MaxDeref {
		if page == nil {
			break
		}
		if pw, ph, ok := rectOf(page.Get("MediaBox")); ok {
			area = pw * ph
			break
		}
		page = st.d.DictAt(page.Get("Parent"), st.new)
	}
	return w*h > area/3
}
