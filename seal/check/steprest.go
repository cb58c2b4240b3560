package check

// information lets the document information, the metadata and the security store change: none of them shows on a page.
func (st *step) information() error {
	if err := st.info(); err != nil {
		return err
	}
	then, now := st.d.catalog(st.old), st.d.catalog(st.new)
	if then == nil || now == nil {
		return nil
	}
	if r, ok := now.get("Metadata").(ref); ok && st.open[r.num] {
		loaded, err := st.d.load(r, st.new)
		if isLimit(err) {
			return err
		}
		if s, ok := loaded.(*stream); ok && s.nameAt("Type") == "Metadata" && s.nameAt("Subtype") == "XML" {
			if err := st.claimArray(r); err != nil {
				return err
			}
		}
	}
	return st.store(then.get("DSS"), now.get("DSS"))
}

// info claims the document information when it is a flat dictionary.
func (st *step) info() error {
	v := st.d.trailer(st.new).get("Info")
	r, ok := v.(ref)
	if !ok || !st.open[r.num] {
		return nil
	}
	dictionary := st.d.dictAt(v, st.new)
	if dictionary == nil {
		return nil
	}
	for _, e := range dictionary.m {
		switch e.(type) {
		case text, name, nil:
		default:
			return nil
		}
	}
	return st.claimArray(r)
}

// store compares the document security stores (ISO 32000-2 12.8.4.3): they may come, grow and be replaced, for whoever
// judges reads those of all saves.
func (st *step) store(then, now value) error {
	x, y := st.d.dictAt(then, st.old), st.d.dictAt(now, st.new)
	if y == nil {
		if x != nil || now != nil {
			st.faults.add(faultStore)
		}
		return nil
	}
	for key := range y.m {
		switch key {
		case "Type", "Certs", "CRLs", "OCSPs", "VRI":
		default:
			st.faults.add(faultStore)
		}
	}
	for _, key := range []name{"Certs", "CRLs", "OCSPs"} {
		if list, ok := st.d.arrayAt(y.get(key), st.new); !ok || !allRefs(list) {
			st.faults.add(faultStore)
			return nil
		}
		if err := st.claimGrown(y.get(key)); err != nil {
			return err
		}
	}
	if err := st.claimGrown(y.get("VRI")); err != nil {
		return err
	}
	return st.claimGrown(now)
}

func allRefs(list array) bool {
	for _, v := range list {
		if _, ok := v.(ref); !ok {
			return false
		}
	}
	return true
}

// leftovers claims new objects that nothing refers to, in this save or before: they show nowhere. Writers leave such
// behind. What could stand for the document itself in a reader that mends files is not among them.
func (st *step) leftovers() error {
	if len(st.faults) > 0 || len(st.open) == 0 {
		return nil
	}
	used := map[int]bool{}
	for num, e := range st.d.section(st.new).entries {
		if st.open[num] && st.isNew(num) || e.kind == entryFree {
			continue
		}
		loaded, err := st.d.loadVersion(num, version{rank: st.new, entry: e})
		if isLimit(err) {
			return err
		}
		if isCrossReference(loaded) {
			continue
		}
		refsIn(loaded, func(r ref) { used[r.num] = true })
	}
	for num := range st.open {
		if !st.isNew(num) || used[num] {
			return nil
		}
		v, _ := st.d.lookup(num, st.new)
		loaded, err := st.d.loadVersion(num, v)
		if err != nil {
			return err
		}
		switch asDict(loaded).nameAt("Type") {
		case "Catalog", "Pages", "Page":
			return nil
		}
	}
	clear(st.open)
	st.unused = true
	return nil
}

// describe names what an unexplained object is, so that a reader of the report knows where to look.
func (st *step) describe(num int) string {
	then, had := st.d.lookup(num, st.old)
	now, _ := st.d.lookup(num, st.new)
	word := "added"
	at := now
	if had {
		word, at = "changed", then
	}
	v, err := st.d.loadVersion(num, at)
	if err != nil {
		return faultUnread
	}
	o := asDict(v)
	_, isStream := v.(*stream)
	switch kind := o.nameAt("Type"); {
	case kind == "Page":
		return "page_" + word
	case kind == "Pages":
		return faultTree
	case o.nameAt("FT") == "Sig" && o.has("V"):
		return "signed_field_" + word
	case o.has("FT"):
		return "field_" + word
	case kind == "Annot" || o.has("Rect") && o.has("Subtype"):
		return "annotation_" + word
	case kind == "Font" || kind == "FontDescriptor":
		return "font_" + word
	case kind == "Sig" || kind == "DocTimeStamp" || o.has("ByteRange"):
		return "signature_" + word
	case kind == "OCG" || kind == "OCMD":
		return faultLayers
	case o.has("S") && (o.has("JS") || o.has("URI") || o.nameAt("S") == "Launch" || o.nameAt("S") == "GoToR"):
		return faultActions
	case isStream && o.nameAt("Subtype") != "":
		return "picture_" + word
	case isStream:
		return "content_" + word
	}
	return "object_" + word
}
