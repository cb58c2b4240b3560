package diff

import (
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/model"
	"campus.example/sealdesk/seal/check/reason"
)

// newWidgetKey reports whether a signature field that is added later may have an entry. Actions, layers and kids are
// not among them.
func newWidgetKey(k file.Name) bool {
	switch k {
	case "Type", "Subtype", "FT", "T", "TU", "TM", "Ff", "V", "F", "P", "Rect", "AP", "MK", "Lock", "SV", "DA", "DR", "Q",
		"Border", "BS", "H", "M", "NM", "StructParent":
		return true
	}
	return false
}

// newFieldKey reports whether an entry belongs to the field where the field is apart from its widget.
func newFieldKey(k file.Name) bool {
	switch k {
	case "FT", "T", "TU", "TM", "Ff", "V", "Lock", "SV", "DA", "DR", "Q":
		return true
	}
	return false
}

// signedKey reports whether signing an empty field may set an entry.
func signedKey(k file.Name) bool {
	switch k {
	case "V", "AP", "M", "F", "MK", "DA":
		return true
	}
	return false
}

// fieldAdded judges a field that was not there. Its widget is one with it, or its only kid.
func (st *step) fieldAdded(f model.Field) error {
	widget, num := f.Dict, f.Num
	if len(f.Widgets) == 1 {
		num = f.Widgets[0].Num
		widget = st.d.DictAt(f.Widgets[0], st.new)
	}
	if !st.isNew(f.Num) || !st.isNew(num) || f.Nested || len(f.Widgets) > 1 || f.Kind != "Sig" ||
		f.Dict.Has("Kids") != (len(f.Widgets) == 1) || widget.Has("Kids") {
		st.faults.Add(reason.FieldAdded)
		return nil
	}
	if num != f.Num {
		st.newKeys(f.Dict, func(k file.Name) bool { return newFieldKey(k) || k == "Kids" })
		st.newKeys(widget, func(k file.Name) bool { return newWidgetKey(k) && !newFieldKey(k) || k == "Parent" })
		if own, ok := widget.Get("Parent").(file.Ref); ok && own.Num != f.Num {
			st.faults.Add(reason.FieldAdded)
		}
	} else {
		st.newKeys(widget, newWidgetKey)
	}
	add := addition{name: f.Name, visible: visible(widget.Get("Rect"))}
	if f.Dict.Has("V") {
		s := st.signedHere(f)
		if s == nil {
			st.faults.Add(reason.SignatureNotOverRevision)
			return nil
		}
		add.timestamp = s.Timestamp
	} else if add.visible && (!st.d.emptyLook(widget.Get("AP"), st.new) || widget.Has("MK")) {
		st.faults.Add(reason.UnsignedPicture) // MK may give a background
	}
	st.small(widget)
	st.added = append(st.added, add)
	st.widgets[num] = true
	st.claim(f.Num)
	return st.claimNew(f.Dict)
}

// newKeys adds a fault for each entry of a new object that may not be there.
func (st *step) newKeys(d *file.Dict, may func(file.Name) bool) {
	for k := range d.Entries {
		if may(k) {
			continue
		}
		if k == "A" || k == "AA" {
			st.faults.Add(reason.FieldActionAdded)
		}
		st.faults.Add(reason.FieldAdded)
	}
}

// fieldChanged judges a field that was there.
func (st *step) fieldChanged(then, now model.Field) error {
	touched := st.open[now.Num]
	for _, w := range now.Widgets {
		touched = touched || st.open[w.Num]
	}
	if !touched {
		return nil
	}
	if then.Kind != "Sig" {
		return st.filledIn(then, now)
	}
	if then.Dict.Has("V") || !now.Dict.Has("V") || len(now.Widgets) > 1 {
		return nil // stays unexplained
	}
	for _, key := range st.d.ChangedKeys(then.Dict, now.Dict) {
		if !signedKey(key) {
			return nil
		}
	}
	s := st.signedHere(now)
	if s == nil {
		st.faults.Add(reason.SignatureNotOverRevision)
		return nil
	}
	st.small(now.Dict)
	for _, w := range now.Widgets {
		if !st.onlyKeys(w, signedKey) {
			return nil
		}
		st.small(st.d.DictAt(w, st.new))
		st.claim(w.Num)
		if err := st.claimNew(st.d.DictAt(w, st.new).Get("AP")); err != nil {
			return err
		}
	}
	st.filled = append(st.filled, fill{name: now.Name})
	st.claim(now.Num)
	return st.claimNew(now.Dict)
}

// signedHere returns the signature of a field when it signs this very step, nil otherwise.
func (st *step) signedHere(f model.Field) *model.Signature {
	num := f.Num
	if r, ok := f.Dict.Get("V").(file.Ref); ok {
		num = r.Num
		if !st.isNew(num) {
			return nil
		}
	}
	if s := st.signs[num]; s != nil && s.Rank == st.new && s.Field.Num == f.Num {
		return s
	}
	return nil
}

// onlyKeys reports whether an object changed in no other than the named entries.
func (st *step) onlyKeys(r file.Ref, may func(file.Name) bool) bool {
	then, now := st.d.DictAt(r, st.old), st.d.DictAt(r, st.new)
	if then == nil || now == nil {
		return false
	}
	for _, key := range st.d.ChangedKeys(then, now) {
		if !may(key) {
			return false
		}
	}
	return true
}

// rectOf returns width and height of a rectangle.
func rectOf(v file.Value) (w, h float64, ok bool) {
	list, ok := v.(file.Array)
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

// visible reports whether a rectangle has an area. One that cannot be read counts as visible.
func visible(v file.Value) bool {
	if v == nil {
		return false
	}
	w, h, ok := rectOf(v)
	return !ok || (w > 0 && h > 0)
}
