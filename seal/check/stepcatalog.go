package check

// catalog compares the document catalogs. Entries that lead to what other rules judge may change here; the rest of
// the catalog stays.
func (st *step) catalog() error {
	r, _ := st.d.root(st.new).(ref)
	then, now := st.d.catalog(st.old), st.d.catalog(st.new)
	if then == nil || now == nil || now.nameAt("Type") != "Catalog" {
		st.faults.add(faultCatalog)
		return nil
	}
	st.claim(r.num)
	for _, key := range st.d.changedKeys(then, now) {
		switch key {
		case "AcroForm", "DSS", "Metadata":
			// judged by their own rules
		case "Extensions":
			if err := st.extensions(then, now); err != nil {
				return err
			}
		case "Version":
			if now.nameAt("Version") < then.nameAt("Version") {
				st.faults.add(faultCatalog)
			}
		case "Perms":
			st.faults.add(faultPerms)
		case "Pages":
			st.faults.add(faultTree)
		case "OCProperties":
			st.faults.add(faultLayers)
		case "Names", "OpenAction", "AA", "Dests", "URI":
			st.faults.add(faultActions)
		default:
			st.faults.add(faultCatalog)
		}
	}
	return nil
}

// extensions may only grow: they name what later PDF features a writer used.
func (st *step) extensions(then, now *dict) error {
	x, y := st.d.dictAt(then.get("Extensions"), st.old), st.d.dictAt(now.get("Extensions"), st.new)
	if y == nil || !st.grown(x, y) {
		st.faults.add(faultCatalog)
		return nil
	}
	return st.claimGrown(now.get("Extensions"))
}

// grown tells that every entry of the old dictionary is in the new one as it was.
func (st *step) grown(then, now *dict) bool {
	if then == nil {
		return true
	}
	for k, v := range then.m {
		if !st.d.same(v, now.get(k)) {
			return false
		}
	}
	return true
}
