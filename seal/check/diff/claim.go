package diff

import (
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/reason"
)

// isNew reports whether a number meant nothing before this step.
func (st *step) isNew(num int) bool {
	_, had := st.d.Lookup(num, st.old)
	return !had
}

// claim marks an object as explained.
func (st *step) claim(num int) { delete(st.open, num) }

// claimNew claims all new objects that a value leads to. Old ones are unchanged, or open until a rule of their own
// claims them.
func (st *step) claimNew(v file.Value) error {
	todo := []file.Value{v}
	for len(todo) > 0 {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		var failed error
		file.RefsIn(next, func(r file.Ref) {
			if !st.open[r.Num] || !st.isNew(r.Num) {
				return
			}
			st.claim(r.Num)
			loaded, err := st.d.Load(r, st.new)
			if file.IsLimit(err) {
				failed = err
			}
			todo = append(todo, loaded)
		})
		if failed != nil {
			return failed
		}
	}
	return nil
}

// claimGrown claims an object that grew: a new one, or an old one that nothing else refers to.
func (st *step) claimGrown(v file.Value) error {
	if r, ok := v.(file.Ref); ok && st.open[r.Num] && !st.isNew(r.Num) {
		if err := st.claimOwned(r); err != nil {
			return err
		}
		loaded, err := st.d.Load(r, st.new)
		if err != nil {
			return err
		}
		return st.claimNew(loaded)
	}
	return st.claimNew(v)
}

// claimOwned claims an old object that was written again, if only the one place that the rule looks at refers to it. An
// object with two roles could change the page under cover of the other.
func (st *step) claimOwned(r file.Ref) error {
	count, err := st.d.refsBefore(st.new)
	if err != nil {
		return err
	}
	if count[r] <= 1 {
		st.claim(r.Num)
	}
	return nil
}

// dangling adds a fault for each number that this step defines and an older revision already referred to.
func (st *step) dangling() error {
	count, err := st.d.refsBefore(st.new)
	if err != nil {
		return err
	}
	for num, e := range st.d.Section(st.new).Entries {
		if e.Kind != file.EntryFree && st.isNew(num) && count[file.Ref{Num: num, Gen: e.Gen}] > 0 {
			st.faults.Add(reason.AwaitedObject)
		}
	}
	return nil
}
