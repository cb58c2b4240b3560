package pades

import "campus.example/sealdesk/pdf/read"

// limits are what the signatures of a document leave to those that follow.
type limits struct {
	level int    // of changes (ISO 32000-1, 12.8.2.2): 1 none, 2 forms and signing, 3 annotations too; 0 when none says a word
	held  []lock // fields
}

// locks tells whether a field must stay as it is.
func (l limits) locks(name string) bool {
	for _, k := range l.held {
		if k.holds(name) {
			return true
		}
	}
	return false
}

// narrow keeps the strictest level.
func (l *limits) narrow(level int) {
	if l.level == 0 || level < l.level {
		l.level = level
	}
}

// limits reads what the signatures of the form say, in their references and in the locks of their fields.
func (f *form) limits() (limits, error) {
	if f.limited != nil {
		return *f.limited, nil
	}
	var out limits
	level, err := certified(f.doc, f.root)
	if err != nil {
		return out, err
	}
	if level > 0 {
		out.narrow(level)
	}
	for _, l := range f.list {
		if l.kind != "Sig" || l.dict["V"] == nil {
			continue
		}
		if err := out.signature(f.doc, l.dict); err != nil {
			return out, err
		}
	}
	f.limited = &out
	return out, nil
}

// signature adds what the signature of one field says. A method that is not known may forbid anything.
func (l *limits) signature(doc *read.Document, field read.Dict) error {
	sig, err := doc.Dict(field["V"])
	if err != nil {
		return err
	}
	refs, err := doc.Array(sig["Reference"])
	if err != nil {
		return err
	}
	for _, o := range refs {
		method, params, err := transform(doc, o)
		if err != nil {
			return err
		}
		switch method {
		case "DocMDP":
			err = l.permission(doc, params["P"], 2)
		case "FieldMDP":
			err = l.hold(doc, params)
		case "Identity", "UR", "UR3", "":
		default:
			l.narrow(1)
		}
		if err != nil {
			return err
		}
	}
	own, err := doc.Dict(field["Lock"])
	if err != nil || own == nil {
		return err
	}
	if own["P"] != nil { // ISO 32000-2, table 236
		if err := l.permission(doc, own["P"], 1); err != nil {
			return err
		}
	}
	if own["Action"] == nil {
		return nil
	}
	return l.hold(doc, own)
}

func (l *limits) permission(doc *read.Document, o read.Object, absent int) error {
	p, ok, err := doc.Int(o)
	switch {
	case err != nil:
		return err
	case !ok:
		p = absent
	case p < 1 || p > 3:
		p = 1
	}
	l.narrow(p)
	return nil
}

// certified gives the level of a certification the catalog names; 0 when the document is not certified.
func certified(doc *read.Document, root read.Dict) (int, error) {
	perms, err := doc.Dict(root["Perms"])
	if err != nil {
		return 0, err
	}
	sig, err := doc.Dict(perms["DocMDP"])
	if err != nil || sig == nil {
		return 0, err
	}
	refs, err := doc.Array(sig["Reference"])
	if err != nil {
		return 0, err
	}
	var out limits
	for _, o := range refs {
		method, params, err := transform(doc, o)
		if err != nil {
			return 0, err
		}
		if method != "DocMDP" {
			continue
		}
		if err := out.permission(doc, params["P"], 2); err != nil {
			return 0, err
		}
	}
	if out.level == 0 {
		return 2, nil // what a certification allows that says nothing
	}
	return out.level, nil
}

// transform reads one reference of a signature: its method and the parameters of that.
func transform(doc *read.Document, o read.Object) (method read.Name, params read.Dict, err error) {
	r, err := doc.Dict(o)
	if err != nil {
		return "", nil, err
	}
	if method, err = doc.Name(r["TransformMethod"]); err != nil {
		return "", nil, err
	}
	params, err = doc.Dict(r["TransformParams"])
	return method, params, err
}
