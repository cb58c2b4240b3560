package diff

import (
	"bytes"

	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/model"
)

// Flags of fields (ISO 32000-2 12.7.4).
const (
	flagReadOnly   = 1
	flagPushbutton = 1 << 16
)

// filledIn judges a field that is no signature field. Two things may happen to it: a strip prepared for a seal across
// pages (read-only, with an empty picture) gets its picture from a signature made in the same step; an ordinary field
// is filled in by hand.
func (st *step) filledIn(then, now model.Field) error {
	if then.Flags&flagReadOnly != 0 {
		return st.strip(then, now)
	}
	may := func(k file.Name) bool { return k == "V" || k == "M" || k == "AS" || k == "I" || k == "AP" }
	switch {
	case then.Kind == "Btn" && then.Flags&flagPushbutton == 0:
		may = func(k file.Name) bool { return k == "V" || k == "M" || k == "AS" }
	case then.Kind != "Tx" && then.Kind != "Ch":
		return nil
	}
	// A picture that changes while the value stays shows something else than what was filled in.
	if st.d.Same(then.Value, now.Value) && then.Kind != "Btn" {
		return nil
	}
	parts := append([]file.Ref{{Num: now.Num}}, now.Widgets...)
	for _, r := range parts {
		if !st.open[r.Num] {
			continue
		}
		v, _ := st.d.Lookup(r.Num, st.new)
		r.Gen = v.Gen
		if !st.onlyKeys(r, may) {
			return nil
		}
	}
	for _, r := range parts {
		if !st.open[r.Num] {
			continue
		}
		st.claim(r.Num)
		v, _ := st.d.Lookup(r.Num, st.new)
		r.Gen = v.Gen
		look := st.d.DictAt(r, st.new)
		if err := st.claimLook(look.Get("AP")); err != nil {
			return err
		}
		if err := st.claimNew(look.Get("V")); err != nil {
			return err
		}
	}
	st.filled = append(st.filled, fill{name: now.Name, form: true, again: !blank(then.Value)})
	return nil
}

// strip judges a read-only field: only its picture may come, once, and only with a signature.
func (st *step) strip(then, now model.Field) error {
	if (then.Kind != "Btn" && then.Kind != "Tx") || len(now.Widgets) > 0 || !st.anySignature() {
		return nil
	}
	for _, key := range st.d.ChangedKeys(then.Dict, now.Dict) {
		if key != "AP" && key != "M" && (key != "V" || !blank(then.Value)) {
			return nil
		}
	}
	if !st.d.emptyLook(then.Dict.Get("AP"), st.old) {
		return nil
	}
	st.small(now.Dict)
	st.filled = append(st.filled, fill{name: now.Name})
	st.claim(now.Num)
	if err := st.claimNew(now.Dict.Get("V")); err != nil {
		return err
	}
	return st.claimNew(now.Dict.Get("AP"))
}

// anySignature reports whether an act signs the step.
func (st *step) anySignature() bool {
	for _, s := range st.signs {
		if s.Rank == st.new && !s.Timestamp {
			return true
		}
	}
	return false
}

// claimLook claims a new picture, or the old picture object written again for this field alone.
func (st *step) claimLook(v file.Value) error {
	look := st.d.DictAt(v, st.new)
	for _, n := range []file.Value{v, look.Get("N")} {
		if r, ok := n.(file.Ref); ok && st.open[r.Num] && !st.isNew(r.Num) {
			if err := st.claimOwned(r); err != nil {
				return err
			}
			loaded, err := st.d.Load(r, st.new)
			if file.IsLimit(err) {
				return err
			}
			if err := st.claimNew(loaded); err != nil {
				return err
			}
		}
	}
	return st.claimNew(v)
}

// emptyLook reports whether an appearance paints nothing: there is none, or its stream is blank.
func (d *History) emptyLook(v file.Value, rank int) bool {
	if v == nil {
		return true
	}
	look := d.DictAt(v, rank)
	if look == nil {
		return false
	}
	for key, n := range look.Entries {
		loaded, err := d.Resolve(n, rank)
		s, ok := loaded.(*file.Stream)
		if err != nil || !ok || key != "N" {
			return false
		}
		raw, err := d.Decode(s)
		if err != nil || len(bytes.Trim(raw, " \t\r\n\f\x00qQ")) > 0 {
			return false
		}
	}
	return true
}

// blank reports whether a field has no value yet.
func blank(v file.Value) bool {
	switch v := v.(type) {
	case nil:
		return true
	case file.String:
		return len(v.Raw) == 0
	case file.Name:
		return v == "Off" || v == ""
	}
	return false
}
