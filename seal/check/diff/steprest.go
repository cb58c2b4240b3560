package diff

import (
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/reason"
)

// information claims the document information, the metadata and the security store, none of which shows on a page.
func (st *step) information() error {
	if err := st.info(); err != nil {
		return err
	}
	then, now := st.d.Catalog(st.old), st.d.Catalog(st.new)
	if then == nil || now == nil {
		return nil
	}
	if r, ok := now.Get("Metadata").(file.Ref); ok && st.open[r.Num] {
		loaded, err := st.d.Load(r, st.new)
		if file.IsLimit(err) {
			return err
		}
		if s, ok := loaded.(*file.Stream); ok && s.NameAt("Type") == "Metadata" && s.NameAt("Subtype") == "XML" {
			if err := st.claimArray(r); err != nil {
				return err
			}
		}
	}
	return st.store(then.Get("DSS"), now.Get("DSS"))
}

// info claims the document information when it is a flat dictionary.
func (st *step) info() error {
	v := st.d.Trailer(st.new).Get("Info")
	r, ok := v.(file.Ref)
	if !ok || !st.open[r.Num] {
		return nil
	}
	dictionary := st.d.DictAt(v, st.new)
	if dictionary == nil {
		return nil
	}
	for _, e := range dictionary.Entries {
		switch e.(type) {
		case file.String, file.Name, nil:
		default:
			return nil
		}
	}
	return st.claimArray(r)
}

// store compares the document security stores (ISO 32000-2 12.8.4.3). They may come, grow and be replaced, because
// trust is judged with those of all saves.
func (st *step) store(then, now file.Value) error {
	x, y := st.d.DictAt(then, st.old), st.d.DictAt(now, st.new)
	if y == nil {
		if x != nil || now != nil {
			st.faults.Add(reason.StoreChanged)
		}
		return nil
	}
	for key := range y.Entries {
		switch key {
		case "Type", "Certs", "CRLs", "OCSPs", "VRI":
		default:
			st.faults.Add(reason.StoreChanged)
		}
	}
	for _, key := range []file.Name{"Certs", "CRLs", "OCSPs"} {
		if list, ok := st.d.ArrayAt(y.Get(key), st.new); !ok || !allRefs(list) {
			st.faults.Add(reason.StoreChanged)
			return nil
		}
		if err := st.claimGrown(y.Get(key)); err != nil {
			return err
		}
	}
	if err := st.claimGrown(y.Get("VRI")); err != nil {
		return err
	}
	return st.claimGrown(now)
}

// allRefs reports whether a list holds nothing but references.
func allRefs(list file.Array) bool {
	for _, v := range list {
		if _, ok := v.(file.Ref); !ok {
			return false
		}
	}
	return true
}

// leftovers claims new objects that nothing refers to, in this save or before: they show nowhere. Writers leave such
// behind. An object that could stand for the document itself in a reader that mends files is not claimed.
func (st *step) leftovers() error {
	if len(st.faults) > 0 || len(st.open) == 0 {
		return nil
	}
	used := map[int]bool{}
	for num, e := range st.d.Section(st.new).Entries {
		if st.open[num] && st.isNew(num) || e.Kind == file.EntryFree {
			continue
		}
		loaded, err := st.d.LoadVersion(num, file.Version{Rank: st.new, Entry: e})
		if file.IsLimit(err) {
			return err
		}
		if file.IsCrossReference(loaded) {
			continue
		}
		file.RefsIn(loaded, func(r file.Ref) { used[r.Num] = true })
	}
	for num := range st.open {
		if !st.isNew(num) || used[num] {
			return nil
		}
		v, _ := st.d.Lookup(num, st.new)
		loaded, err := st.d.LoadVersion(num, v)
		if err != nil {
			return err
		}
		switch file.AsDict(loaded).NameAt("Type") {
		case "Catalog", "Pages", "Page":
			return nil
		}
	}
	clear(st.open)
	st.unused = true
	return nil
}

// describe returns a code for what an unexplained object is, so that a reader of the report has a place to look at.
func (st *step) describe(num int) string {
	then, had := st.d.Lookup(num, st.old)
	now, _ := st.d.Lookup(num, st.new)
	word := "added"
	at := now
	if had {
		word, at = "changed", then
	}
	v, err := st.d.LoadVersion(num, at)
	if err != nil {
		return reason.ObjectUnreadable
	}
	o := file.AsDict(v)
	_, isStream := v.(*file.Stream)
	switch kind := o.NameAt("Type"); {
	case kind == "Page":
		return "page_" + word
	case kind == "Pages":
		return reason.PageTreeChanged
	case o.NameAt("FT") == "Sig" && o.Has("V"):
		return "signed_field_" + word
	case o.Has("FT"):
		return "field_" + word
	case kind == "Annot" || o.Has("Rect") && o.Has("Subtype"):
		return "annotation_" + word
	case kind == "Font" || kind == "FontDescriptor":
		return "font_" + word
	case kind == "Sig" || kind == "DocTimeStamp" || o.Has("ByteRange"):
		return "signature_" + word
	case kind == "OCG" || kind == "OCMD":
		return reason.LayersChanged
	case o.Has("S") && (o.Has("JS") || o.Has("URI") || o.NameAt("S") == "Launch" || o.NameAt("S") == "GoToR"):
		return reason.ActionsChanged
	case isStream && o.NameAt("Subtype") != "":
		return "picture_" + word
	case isStream:
		return "content_" + word
	}
	return "object_" + word
}
