package diff

import (
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/reason"
)

// form compares the interactive forms: the fields stay, each as it was or filled, and signature fields may come.
func (st *step) form() error {
	then, err := st.d.Form(st.old)
	if err != nil {
		return err
	}
	now, err := st.d.Form(st.new)
	if err != nil {
		return err
	}
	if now.Fault != "" || then.Fault != "" {
		st.faults.Add(reason.FormMalformed)
		return nil
	}
	if now.Dict == nil {
		if then.Dict != nil {
			st.faults.Add(reason.FormChanged)
		}
		return nil
	}
	if err := st.formDict(then.Dict, now.Dict); err != nil {
		return err
	}
	for _, f := range now.Fields {
		if _, had := then.ByNum[f.Num]; had {
			continue
		}
		if err := st.fieldAdded(f); err != nil {
			return err
		}
	}
	for _, f := range then.Fields {
		at, still := now.ByNum[f.Num]
		if !still || now.Fields[at].Name != f.Name || now.Fields[at].Kind != f.Kind || now.Fields[at].Flags != f.Flags {
			st.faults.Add(reason.FieldRemoved)
			continue
		}
		if err := st.fieldChanged(f, now.Fields[at]); err != nil {
			return err
		}
	}
	return nil
}

// formDict compares the dictionaries of the form.
func (st *step) formDict(then, now *file.Dict) error {
	if then == nil {
		then = file.NewDict()
	}
	r, isRef := st.d.Catalog(st.new).Get("AcroForm").(file.Ref)
	if isRef {
		st.claim(r.Num)
	}
	for _, key := range st.d.ChangedKeys(then, now) {
		switch key {
		case "Fields", "DR":
		case "SigFlags":
			x, y := file.IntOr(then.Get(key), 0), file.IntOr(now.Get(key), 0)
			if y < 0 || y > 3 || x&^y != 0 {
				st.faults.Add(reason.FormChanged)
			}
		case "DA":
			if then.Has(key) {
				st.faults.Add(reason.FormChanged)
			}
		case "NeedAppearances":
			if v, _ := now.Get(key).(bool); v {
				st.faults.Add(reason.FormChanged)
			}
		case "XFA":
			st.faults.Add(reason.XFAChanged)
		default:
			st.faults.Add(reason.FormChanged)
		}
	}
	x, ok1 := st.d.ArrayAt(then.Get("Fields"), st.old)
	y, ok2 := st.d.ArrayAt(now.Get("Fields"), st.new)
	if !ok1 || !ok2 || len(y) < len(x) || !st.d.Same(x, y[:len(x)]) {
		st.faults.Add(reason.FieldRemoved)
		return nil
	}
	if err := st.claimArray(now.Get("Fields")); err != nil {
		return err
	}
	return st.resources(then.Get("DR"), now.Get("DR"), 0)
}

// claimArray claims an array object that grew only by what the rules judge one by one.
func (st *step) claimArray(v file.Value) error {
	r, ok := v.(file.Ref)
	switch {
	case !ok || !st.open[r.Num]:
		return nil
	case st.isNew(r.Num):
		st.claim(r.Num)
		return nil
	}
	return st.claimOwned(r)
}

// resources compares the form's default resources: fonts and the like may come, none may change.
func (st *step) resources(then, now file.Value, depth int) error {
	x, y := st.d.DictAt(then, st.old), st.d.DictAt(now, st.new)
	if y == nil || st.d.Same(then, now) && !st.changedRef(now) {
		if y == nil && x != nil {
			st.faults.Add(reason.FormChanged)
		}
		return nil
	}
	if x == nil {
		return st.claimNew(now)
	}
	for k, v := range x.Entries {
		if depth == 0 && (k == "XObject" || k == "ProcSet") {
			continue // a field's text is set with fonts; some writers keep pictures of seals here
		}
		w := y.Get(k)
		if depth == 0 && file.AsDict(w) != nil || depth == 0 && st.changedRef(w) {
			if err := st.resources(v, w, 1); err != nil {
				return err
			}
			continue
		}
		if !st.d.Same(v, w) {
			st.faults.Add(reason.FormChanged)
		}
	}
	return st.claimGrown(now)
}

// changedRef reports whether a value refers to an object that is not explained yet.
func (st *step) changedRef(v file.Value) bool {
	r, ok := v.(file.Ref)
	return ok && st.open[r.Num]
}
