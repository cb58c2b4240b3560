package check

// pages lets the widgets of new signature fields be listed by their pages. Nothing else of a page may change.
func (st *step) pages() error {
	if len(st.widgets) == 0 {
		return nil
	}
	listed := map[int]int{}
	seen := map[int]bool{}
	visit := func(r ref) error {
		if seen[r.num] {
			return nil
		}
		seen[r.num] = true
		return st.page(r, listed)
	}
	orphans := false
	for num := range st.widgets {
		v, _ := st.d.lookup(num, st.new)
		widget := st.d.dictAt(ref{num: num, gen: v.gen}, st.new)
		r, ok := widget.get("P").(ref)
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
			v, _ := st.d.lookup(num, st.new)
			if err := visit(ref{num: num, gen: v.gen}); err != nil {
				return err
			}
		}
	}
	for _, times := range listed {
		if times > 1 {
			st.faults.add(faultAnnots)
		}
	}
	return nil
}

// page claims a page, or its list of annotations, that grew by new widgets only.
func (st *step) page(r ref, listed map[int]int) error {
	then, now := st.d.dictAt(r, st.old), st.d.dictAt(r, st.new)
	if then == nil || now == nil || then.nameAt("Type") != "Page" || now.nameAt("Type") != "Page" {
		return nil
	}
	for _, key := range st.d.changedKeys(then, now) {
		if key != "Annots" {
			return nil
		}
	}
	x, ok1 := st.d.arrayAt(then.get("Annots"), st.old)
	y, ok2 := st.d.arrayAt(now.get("Annots"), st.new)
	if !ok1 || !ok2 || len(y) < len(x) || !st.d.same(x, y[:len(x)]) {
		st.faults.add(faultAnnots)
		return nil
	}
	for _, v := range y[len(x):] {
		w, ok := v.(ref)
		if !ok || !st.widgets[w.num] {
			st.faults.add(faultAnnots)
			return nil
		}
		listed[w.num]++
	}
	st.claim(r.num)
	return st.claimArray(now.get("Annots"))
}

// small wants the widget of a seal, a signature or a strip to take no more than a third of its page. A field larger
// than that is there to hide what is below.
func (st *step) small(widget *dict) {
	if visible(widget.get("Rect")) && st.coversPage(widget) {
		st.faults.add(faultCovers)
	}
}

func (st *step) coversPage(widget *dict) bool {
	w, h, ok := rectOf(widget.get("Rect"))
	if !ok {
		return true
	}
	page := st.d.dictAt(widget.get("P"), st.new)
	area := 595.0 * 842.0
	for range maxDeref {
		if page == nil {
			break
		}
		if pw, ph, ok := rectOf(page.get("MediaBox")); ok {
			area = pw * ph
			break
		}
		page = st.d.dictAt(page.get("Parent"), st.new)
	}
	return w*h > area/3
}
