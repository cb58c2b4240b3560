package check

// form compares the interactive forms: the fields stay, each as it was or filled, and signature fields may come.
func (st *step) form() error {
	then, err := st.d.formAt(st.old)
	if err != nil {
		return err
	}
	now, err := st.d.formAt(st.new)
	if err != nil {
		return err
	}
	if now.fault != "" || then.fault != "" {
		st.faults.add(faultForm)
		return nil
	}
	if now.dict == nil {
		if then.dict != nil {
			st.faults.add(faultFormChanged)
		}
		return nil
	}
	if err := st.formDict(then.dict, now.dict); err != nil {
		return err
	}
	for _, f := range now.fields {
		if _, had := then.byNum[f.num]; had {
			continue
		}
		if err := st.fieldAdded(f); err != nil {
			return err
		}
	}
	for _, f := range then.fields {
		at, still := now.byNum[f.num]
		if !still || now.fields[at].name != f.name || now.fields[at].kind != f.kind || now.fields[at].flags != f.flags {
			st.faults.add(faultFieldRemoved)
			continue
		}
		if err := st.fieldChanged(f, now.fields[at]); err != nil {
			return err
		}
	}
	return nil
}

// formDict compares the dictionaries of the form.
func (st *step) formDict(then, now *dict) error {
	if then == nil {
		then = newDict()
	}
	r, isRef := st.d.catalog(st.new).get("AcroForm").(ref)
	if isRef {
		st.claim(r.num)
	}
	for _, key := range st.d.changedKeys(then, now) {
		switch key {
		case "Fields", "DR":
		case "SigFlags":
			x, y := intOr(then.get(key), 0), intOr(now.get(key), 0)
			if y < 0 || y > 3 || x&^y != 0 {
				st.faults.add(faultFormChanged)
			}
		case "DA":
			if then.has(key) {
				st.faults.add(faultFormChanged)
			}
		case "NeedAppearances":
			if v, _ := now.get(key).(bool); v {
				st.faults.add(faultFormChanged)
			}
		case "XFA":
			st.faults.add(faultXFA)
		default:
			st.faults.add(faultFormChanged)
		}
	}
	x, ok1 := st.d.arrayAt(then.get("Fields"), st.old)
	y, ok2 := st.d.arrayAt(now.get("Fields"), st.new)
	if !ok1 || !ok2 || len(y) < len(x) || !st.d.same(x, y[:len(x)]) {
		st.faults.add(faultFieldRemoved)
		return nil
	}
	if err := st.claimArray(now.get("Fields")); err != nil {
		return err
	}
	return st.resources(then.get("DR"), now.get("DR"), 0)
}

// claimArray claims an array object that was found to have grown only by what the rules judge one by one.
func (st *step) claimArray(v value) error {
	r, ok := v.(ref)
	switch {
	case !ok || !st.open[r.num]:
		return nil
	case st.isNew(r.num):
		st.claim(r.num)
		return nil
	}
	return st.claimOwned(r)
}

// resources compares the form's default resources: fonts and the like may come, none may change.
func (st *step) resources(then, now value, depth int) error {
	x, y := st.d.dictAt(then, st.old), st.d.dictAt(now, st.new)
	if y == nil || st.d.same(then, now) && !st.changedRef(now) {
		if y == nil && x != nil {
			st.faults.add(faultFormChanged)
		}
		return nil
	}
	if x == nil {
		return st.claimNew(now)
	}
	for k, v := range x.m {
		if depth == 0 && (k == "XObject" || k == "ProcSet") {
			continue // a field's text is set with fonts; some writers keep pictures of seals here
		}
		w := y.get(k)
		if depth == 0 && asDict(w) != nil || depth == 0 && st.changedRef(w) {
			if err := st.resources(v, w, 1); err != nil {
				return err
			}
			continue
		}
		if !st.d.same(v, w) {
			st.faults.add(faultFormChanged)
		}
	}
	return st.claimGrown(now)
}

func (st *step) changedRef(v value) bool {
	r, ok := v.(ref)
	return ok && st.open[r.num]
}
