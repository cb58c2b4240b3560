package check

// newWidgetKey names the entries a signature field added later may have. Actions, layers and kids are not among them.
func newWidgetKey(k name) bool {
	switch k {
	case "Type", "Subtype", "FT", "T", "TU", "TM", "Ff", "V", "F", "P", "Rect", "AP", "MK", "Lock", "SV", "DA", "DR", "Q",
		"Border", "BS", "H", "M", "NM", "StructParent":
		return true
	}
	return false
}

// newFieldKey names those of them that belong to the field where it is apart from its widget.
func newFieldKey(k name) bool {
	switch k {
	case "FT", "T", "TU", "TM", "Ff", "V", "Lock", "SV", "DA", "DR", "Q":
		return true
	}
	return false
}

// signedKey names the entries that signing an empty field may set.
func signedKey(k name) bool {
	switch k {
	case "V", "AP", "M", "F", "MK", "DA":
		return true
	}
	return false
}

// fieldAdded judges a field that was not there. Its widget is one with it, or its only kid.
func (st *step) fieldAdded(f field) error {
	widget, num := f.dict, f.num
	if len(f.widgets) == 1 {
		num = f.widgets[0].num
		widget = st.d.dictAt(f.widgets[0], st.new)
	}
	if !st.isNew(f.num) || !st.isNew(num) || len(f.path) > 0 || len(f.widgets) > 1 || f.kind != "Sig" ||
		f.dict.has("Kids") != (len(f.widgets) == 1) || widget.has("Kids") {
		st.faults.add(faultFieldAdded)
		return nil
	}
	if num != f.num {
		st.newKeys(f.dict, func(k name) bool { return newFieldKey(k) || k == "Kids" })
		st.newKeys(widget, func(k name) bool { return newWidgetKey(k) && !newFieldKey(k) || k == "Parent" })
		if own, ok := widget.get("Parent").(ref); ok && own.num != f.num {
			st.faults.add(faultFieldAdded)
		}
	} else {
		st.newKeys(widget, newWidgetKey)
	}
	add := addition{name: f.name, visible: visible(widget.get("Rect"))}
	if f.dict.has("V") {
		s := st.signedHere(f)
		if s == nil {
			st.faults.add(faultUnder)
			return nil
		}
		add.timestamp = s.timestamp
	} else if add.visible && (!st.d.emptyLook(widget.get("AP"), st.new) || widget.has("MK")) {
		st.faults.add(faultPicture) // MK may give a background
	}
	st.small(widget)
	st.added = append(st.added, add)
	st.widgets[num] = true
	st.claim(f.num)
	return st.claimNew(f.dict)
}

// newKeys wants a new object to have no other entries than may be.
func (st *step) newKeys(d *dict, may func(name) bool) {
	for k := range d.m {
		if may(k) {
			continue
		}
		if k == "A" || k == "AA" {
			st.faults.add(faultActive)
		}
		st.faults.add(faultFieldAdded)
	}
}

// fieldChanged judges a field that was there.
func (st *step) fieldChanged(then, now field) error {
	touched := st.open[now.num]
	for _, w := range now.widgets {
		touched = touched || st.open[w.num]
	}
	if !touched {
		return nil
	}
	if then.kind != "Sig" {
		return st.filledIn(then, now)
	}
	if then.dict.has("V") || !now.dict.has("V") || len(now.widgets) > 1 {
		return nil // stays unexplained
	}
	for _, key := range st.d.changedKeys(then.dict, now.dict) {
		if !signedKey(key) {
			return nil
		}
	}
	s := st.signedHere(now)
	if s == nil {
		st.faults.add(faultUnder)
		return nil
	}
	st.small(now.dict)
	for _, w := range now.widgets {
		if !st.onlyKeys(w, signedKey) {
			return nil
		}
		st.small(st.d.dictAt(w, st.new))
		st.claim(w.num)
		if err := st.claimNew(st.d.dictAt(w, st.new).get("AP")); err != nil {
			return err
		}
	}
	st.filled = append(st.filled, fill{name: now.name})
	st.claim(now.num)
	return st.claimNew(now.dict)
}

// signedHere gives the signature of a field when it signs this very step.
func (st *step) signedHere(f field) *sig {
	num := f.num
	if r, ok := f.dict.get("V").(ref); ok {
		num = r.num
		if !st.isNew(num) {
			return nil
		}
	}
	if s := st.signs[num]; s != nil && s.rank == st.new && s.field.num == f.num {
		return s
	}
	return nil
}

// onlyKeys tells that an object changed in no other than the named entries.
func (st *step) onlyKeys(r ref, may func(name) bool) bool {
	then, now := st.d.dictAt(r, st.old), st.d.dictAt(r, st.new)
	if then == nil || now == nil {
		return false
	}
	for _, key := range st.d.changedKeys(then, now) {
		if !may(key) {
			return false
		}
	}
	return true
}

// rectOf gives width and height of a rectangle.
func rectOf(v value) (w, h float64, ok bool) {
	list, ok := v.(array)
	if !ok || len(list) != 4 {
		return 0, 0, false
	}
	var n [4]float64
	for i, e := range list {
		switch e := e.(type) {
		case int64:
			n[i] = float64(e)
		case float64:
			n[i] = e
		default:
			return 0, 0, false
		}
	}
	w, h = n[2]-n[0], n[3]-n[1]
	return max(w, -w), max(h, -h), true
}

// visible tells whether a rectangle has an area; one that cannot be read counts as visible.
func visible(v value) bool {
	if v == nil {
		return false
	}
	w, h, ok := rectOf(v)
	return !ok || (w > 0 && h > 0)
}
