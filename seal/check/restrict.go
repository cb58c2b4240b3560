package check

// lock is what a signature says about form fields (ISO 32000-2 12.8.2.4 and table 236).
type lock struct {
	action name // All, Include, Exclude
	fields map[string]bool
}

// holds tells whether a field of that name may not change.
func (l lock) holds(field string) bool {
	switch l.action {
	case "Include":
		return l.names(field)
	case "Exclude":
		return !l.names(field)
	}
	return true // All, and anything not understood
}

// names tells whether a field is listed, or a group it is in.
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
	permUnsaid      = 0
	permNothing     = 1
	permForms       = 2
	permAnnotations = 3
)

// restrictions reads what a signature permits afterwards: its references to DocMDP and FieldMDP, and the lock of its
// field. Each is read as of the signed revision; what cannot be understood permits nothing.
func (d *modelled) restrictions(s *sig) {
	if s.dict == nil || s.rank < 0 {
		return
	}
	refs, ok := d.arrayAt(s.dict.get("Reference"), s.rank)
	if !ok {
		s.limit(permNothing)
		return
	}
	for _, r := range refs {
		reference := d.dictAt(r, s.rank)
		params := d.dictAt(reference.get("TransformParams"), s.rank)
		switch reference.nameAt("TransformMethod") {
		case "DocMDP":
			s.limit(permAt(params.get("P"), permForms))
			s.certify = d.certifies(s)
		case "FieldMDP":
			s.locks = append(s.locks, d.lockAt(params, s.rank))
		case "Identity", "UR", "UR3":
		default:
			s.limit(permNothing)
		}
	}
	if own := d.dictAt(s.field.dict.get("Lock"), s.rank); own != nil {
		if own.has("Action") {
			s.locks = append(s.locks, d.lockAt(own, s.rank))
		}
		if own.has("P") {
			s.limit(permAt(own.get("P"), permNothing))
		}
	}
}

func permAt(v value, absent int) int {
	if p := intOr(v, absent); p >= permNothing && p <= permAnnotations {
		return p
	}
	return permNothing
}

func (d *modelled) lockAt(params *dict, rank int) lock {
	l := lock{action: params.nameAt("Action"), fields: map[string]bool{}}
	names, ok := d.arrayAt(params.get("Fields"), rank)
	if !ok || params == nil {
		return lock{action: "All"}
	}
	for _, n := range names {
		if t, ok := n.(text); ok {
			l.fields[decodeText(t.raw)] = true
		}
	}
	return l
}

// certifies tells whether the catalog of the signed revision names the signature as the certification.
func (d *modelled) certifies(s *sig) bool {
	perms := d.dictAt(d.catalog(s.rank).get("Perms"), s.rank)
	r, ok := perms.get("DocMDP").(ref)
	own, _ := s.field.dict.get("V").(ref)
	return ok && r == own
}
