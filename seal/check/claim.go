package check

// isNew tells that a number meant nothing before this step.
func (st *step) isNew(num int) bool {
	_, had := st.d.lookup(num, st.old)
	return !had
}

func (st *step) claim(num int) { delete(st.open, num) }

// claimNew claims all new objects a value leads to. Old ones it leads to are none of its business: they are unchanged,
// or open until a rule of their own claims them.
func (st *step) claimNew(v value) error {
	todo := []value{v}
	for len(todo) > 0 {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		var failed error
		refsIn(next, func(r ref) {
			if !st.open[r.num] || !st.isNew(r.num) {
				return
			}
			st.claim(r.num)
			loaded, err := st.d.load(r, st.new)
			if isLimit(err) {
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
