package check

import "bytes"

// Flags of fields (ISO 32000-2 12.7.4).
const (
	flagReadOnly   = 1
	flagPushbutton = 1 << 16
)

// filledIn judges a field that is no signature field. Two things may happen to it: a strip prepared for a seal across
// pages (read-only, with an empty picture) gets its picture from a signature made in the same step; an ordinary field
// is filled in by hand.
func (st *step) filledIn(then, now field) error {
	if then.flags&flagReadOnly != 0 {
		return st.strip(then, now)
	}
	may := func(k name) bool { return k == "V" || k == "M" || k == "AS" || k == "I" || k == "AP" }
	switch {
	case then.kind == "Btn" && then.flags&flagPushbutton == 0:
		may = func(k name) bool { return k == "V" || k == "M" || k == "AS" }
	case then.kind != "Tx" && then.kind != "Ch":
		return nil
	}
	// A picture that changes while the value stays shows something else than what was filled in.
	if st.d.same(then.value, now.value) && then.kind != "Btn" {
		return nil
	}
	parts := append([]ref{{num: now.num}}, now.widgets...)
	for _, r := range parts {
		if !st.open[r.num] {
			continue
		}
		v, _ := st.d.lookup(r.num, st.new)
		r.gen = v.gen
		if !st.onlyKeys(r, may) {
			return nil
		}
	}
	for _, r := range parts {
		if !st.open[r.num] {
			continue
		}
		st.claim(r.num)
		v, _ := st.d.lookup(r.num, st.new)
		r.gen = v.gen
		look := st.d.dictAt(r, st.new)
		if err := st.claimLook(look.get("AP")); err != nil {
			return err
		}
		if err := st.claimNew(look.get("V")); err != nil {
			return err
		}
	}
	st.filled = append(st.filled, fill{name: now.name, form: true, again: !blank(then.value)})
	return nil
}

// strip judges a read-only field: only its picture may come, once, and only with a signature.
func (st *step) strip(then, now field) error {
	if (then.kind != "Btn" && then.kind != "Tx") || len(now.widgets) > 0 || !st.anySignature() {
		return nil
	}
	for _, key := range st.d.changedKeys(then.dict, now.dict) {
		if key != "AP" && key != "M" && (key != "V" || !blank(then.value)) {
			return nil
		}
	}
	if !st.d.emptyLook(then.dict.get("AP"), st.old) {
		return nil
	}
	st.small(now.dict)
	st.filled = append(st.filled, fill{name: now.name})
	st.claim(now.num)
	if err := st.claimNew(now.dict.get("V")); err != nil {
		return err
	}
	return st.claimNew(now.dict.get("AP"))
}

// anySignature tells whether the step is signed.
func (st *step) anySignature() bool {
	for _, s := range st.signs {
		if s.rank == st.new && !s.timestamp {
			return true
		}
	}
	return false
}

// claimLook claims a new picture, or the old picture object written again for this field alone.
func (st *step) claimLook(v value) error {
	look := st.d.dictAt(v, st.new)
	for _, n := range []value{v, look.get("N")} {
		if r, ok := n.(ref); ok && st.open[r.num] && !st.isNew(r.num) {
			if err := st.claimOwned(r); err != nil {
				return err
			}
			loaded, err := st.d.load(r, st.new)
			if isLimit(err) {
				return err
			}
			if err := st.claimNew(loaded); err != nil {
				return err
			}
		}
	}
	return st.claimNew(v)
}

// emptyLook tells that an appearance paints nothing: there is none, or its stream is blank.
func (d *history) emptyLook(v value, rank int) bool {
	if v == nil {
		return true
	}
	look := d.dictAt(v, rank)
	if look == nil {
		return false
	}
	for key, n := range look.m {
		loaded, err := d.resolve(n, rank)
		s, ok := loaded.(*stream)
		if err != nil || !ok || key != "N" {
			return false
		}
		raw, err := d.decode(s)
		if err != nil || len(bytes.Trim(raw, " \t\r\n\f\x00qQ")) > 0 {
			return false
		}
	}
	return true
}

// blank tells that a field has no value yet.
func blank(v value) bool {
	switch v := v.(type) {
	case nil:
		return true
	case text:
		return len(v.raw) == 0
	case name:
		return v == "Off" || v == ""
	}
	return false
}
