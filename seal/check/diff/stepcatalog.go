package diff

import (
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/reason"
)

// catalog compares the document catalogs. Entries that lead to what other rules judge may change here; the rest of the
// catalog stays.
func (st *step) catalog() error {
	r, _ := st.d.Root(st.new).(file.Ref)
	then, now := st.d.Catalog(st.old), st.d.Catalog(st.new)
	if then == nil || now == nil || now.NameAt("Type") != "Catalog" {
		st.faults.Add(reason.CatalogChanged)
		return nil
	}
	st.claim(r.Num)
	for _, key := range st.d.ChangedKeys(then, now) {
		switch key {
		case "AcroForm", "DSS", "Metadata":
			// judged by their own rules
		case "Extensions":
			if err := st.extensions(then, now); err != nil {
				return err
			}
		case "Version":
			if now.NameAt("Version") < then.NameAt("Version") {
				st.faults.Add(reason.CatalogChanged)
			}
		case "Perms":
			st.faults.Add(reason.CertificationChanged)
		case "Pages":
			st.faults.Add(reason.PageTreeChanged)
		case "OCProperties":
			st.faults.Add(reason.LayersChanged)
		case "Names", "OpenAction", "AA", "Dests", "URI":
			st.faults.Add(reason.ActionsChanged)
		default:
			st.faults.Add(reason.CatalogChanged)
		}
	}
	return nil
}

// extensions adds a fault unless the extensions only grow: they name the later PDF features that a writer used.
func (st *step) extensions(then, now *file.Dict) error {
	x, y := st.d.DictAt(then.Get("Extensions"), st.old), st.d.DictAt(now.Get("Extensions"), st.new)
	if y == nil || !st.grown(x, y) {
		st.faults.Add(reason.CatalogChanged)
		return nil
	}
	return st.claimGrown(now.Get("Extensions"))
}

// grown reports whether every entry of the old dictionary is in the new one as it was.
func (st *step) grown(then, now *file.Dict) bool {
	if then == nil {
		return true
	}
	for k, v := range then.Entries {
		if !st.d.Same(v, now.Get(k)) {
			return false
		}
	}
	return true
}
