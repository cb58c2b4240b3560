package model

import "campus.example/sealdesk/seal/check/file"

// lock is what a signature says about form fields (ISO 32000-2 12.8.2.4 and table 236).
type lock struct {
	action file.Name // All, Include, Exclude
	fields map[string]bool
}

// holds reports whether a field of that name may not change.
func (l lock) holds(field string) bool {
	switch l.action {
	case "Include":
		return l.names(field)
	case "Exclude":
		return !l.names(field)
	}
	return true // All, and anything not understood
}

// names reports whether a field is listed, or a group it is in.
func (l lock) names(field string) bool {
	for i := range len(field) {
		if field[i] == '.' && l.fields[field[:i]] {
			return true
		}
	}
	return l.fields[field]
}

// Permissions of a DocMDP transform.
const (
	PermUnsaid      = 0
	PermNothing     = 1
	permForms       = 2
	permAnnotations = 3
)

// ReadRestrictions reads what a signature permits afterwards: its references to DocMDP and FieldMDP, and the lock of its
// field. Each is read as of the signed revision; what cannot be understood permits nothing.
func (d *Document) ReadRestrictions(s *Signature) {
	if s.dict == nil || s.Rank < 0 {
		return
	}
	refs, ok := d.ArrayAt(s.dict.Get("Reference"), s.Rank)
	if !ok {
		s.limit(PermNothing)
		return
	}
	for _, r := range refs {
		reference := d.DictAt(r, s.Rank)
		params := d.DictAt(reference.Get("TransformParams"), s.Rank)
		switch reference.NameAt("TransformMethod") {
		case "DocMDP":
			s.limit(permAt(params.Get("P"), permForms))
			s.Certifies = d.certifies(s)
		case "FieldMDP":
			s.locks = append(s.locks, d.lockAt(params, s.Rank))
		case "Identity", "UR", "UR3":
		default:
			s.limit(PermNothing)
		}
	}
	if own := d.DictAt(s.Field.Dict.Get("Lock"), s.Rank); own != nil {
		if own.Has("Action") {
			s.locks = append(s.locks, d.lockAt(own, s.Rank))
		}
		if own.Has("P") {
			s.limit(permAt(own.Get("P"), PermNothing))
		}
	}
}

// permAt returns a permission, or absent for a null. One that is not defined permits nothing.
func permAt(v file.Value, absent int) int {
	if p := file.IntOr(v, absent); p >= PermNothing && p <= permAnnotations {
		return p
	}
	return PermNothing
}

// lockAt reads a lock. One that cannot be read locks all fields.
func (d *Document) lockAt(params *file.Dict, rank int) lock {
	l := lock{action: params.NameAt("Action"), fields: map[string]bool{}}
	names, ok := d.ArrayAt(params.Get("Fields"), rank)
	if !ok || params == nil {
		return lock{action: "All"}
	}
	for _, n := range names {
		if t, ok := n.(file.String); ok {
			l.fields[file.DecodeText(t.Raw)] = true
		}
	}
	return l
}

// certifies reports whether the catalog of the signed revision names the signature as the certification.
func (d *Document) certifies(s *Signature) bool {
	perms := d.DictAt(d.Catalog(s.Rank).Get("Perms"), s.Rank)
	r, ok := perms.Get("DocMDP").(file.Ref)
	own, _ := s.Field.Dict.Get("V").(file.Ref)
	return ok && r == own
}
