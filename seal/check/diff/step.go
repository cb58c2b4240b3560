// Package diff judges what the later revisions of a document change, and what a signature permits of it.
package diff

import (
	"sort"

	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/model"
	"campus.example/sealdesk/seal/check/reason"
)

// step is what one save did to the revision before it. Every object it brings must be claimed by a rule:
//
//   - the document security store, document information and metadata (steprest.go)
//   - the form: signature fields filled or added, prepared strips given their picture, form fields filled in (stepform.go,
//     stepfill.go)
//   - a page's list of annotations, grown by the widgets of those new fields (steppage.go)
//   - the catalog, for the entries that lead to the above (stepcatalog.go)
//   - an object written again as it was, and one that nothing refers to (steprest.go)
//
// What no rule claims is a fault, and so is everything a rule does not expect. The rules leave permissions aside;
// permit.go judges the facts they collect.
type step struct {
	d        *History
	save     file.Save
	old, new int // ranks
	open     map[int]bool
	faults   reason.List

	unused    bool       // it brings objects that nothing refers to
	filled    []fill     // fields given a value or picture
	added     []addition // signature fields that are new
	signs     map[int]*model.Signature
	widgets   map[int]bool
	newFields map[int]model.Field
}

// fill is a field that got a value or picture.
type fill struct {
	name  string
	form  bool // an ordinary form field: text, choice, check box
	again bool // it had a value before
}

// addition is a new signature field.
type addition struct {
	name      string
	visible   bool
	timestamp bool // signed by a document timestamp in this step
}

// stepOf compares a save with the revision before it. sigs are the signatures of the document, by the number of the
// object that holds them.
func (d *History) stepOf(s file.Save, sigs map[int]*model.Signature) (*step, error) {
	st := &step{
		d: d, save: s, old: s.Rank - 1, new: s.Rank, open: map[int]bool{}, signs: sigs,
		widgets: map[int]bool{}, newFields: map[int]model.Field{},
	}
	if s.Fault != "" {
		st.faults.Add(s.Fault)
		return st, nil
	}
	if err := st.collect(); err != nil {
		return nil, err
	}
	for _, rule := range []func() error{st.catalog, st.form, st.pages, st.information, st.dangling} {
		if err := rule(); err != nil {
			return nil, err
		}
	}
	if err := st.leftovers(); err != nil {
		return nil, err
	}
	left := make([]int, 0, len(st.open))
	for num := range st.open {
		left = append(left, num)
	}
	sort.Ints(left)
	for _, num := range left {
		st.faults.Add(st.describe(num))
	}
	return st, nil
}

// collect lists the objects that the step really changes.
func (st *step) collect() error {
	section := st.d.Section(st.new)
	st.trailers()
	for num, e := range section.Entries {
		before, had := st.d.Lookup(num, st.old)
		switch {
		case e.Kind == file.EntryFree:
			if had && num != 0 {
				st.faults.Add(reason.ObjectRemoved)
			}
			continue
		case num == section.Stream:
			if had {
				st.faults.Add(reason.ObjectChanged)
			}
			continue
		case had && before.Entry == e:
			continue
		}
		now, err := st.d.LoadVersion(num, file.Version{Rank: st.new, Entry: e})
		if file.IsLimit(err) {
			return err
		}
		if err != nil {
			st.faults.Add(reason.ObjectUnreadable)
			continue
		}
		if s, ok := now.(*file.Stream); ok && s.NameAt("Type") == "ObjStm" && !had {
			continue // a container; its objects are listed themselves
		}
		if had {
			then, err := st.d.LoadVersion(num, before)
			if file.IsLimit(err) {
				return err
			}
			if err == nil && before.Gen == e.Gen && st.d.Same(then, now) {
				continue
			}
		}
		if o := file.AsDict(now); o != nil && o.Twice {
			st.faults.Add(reason.DuplicateKey)
		}
		st.open[num] = true
	}
	return st.d.Work(len(section.Entries))
}

// trailers adds a fault unless the catalog, the encryption and the permanent identifier stay. The identifier means
// nothing for a document that is not encrypted, and some writers make it anew. Entries of a writer's own lead no reader
// anywhere.
func (st *step) trailers() {
	then, now := st.d.Trailer(st.old), st.d.Trailer(st.new)
	for _, key := range st.d.ChangedKeys(then, now) {
		switch key {
		case "Size", "Prev", "Info", "XRefStm", "Type", "W", "Index", "Filter", "DecodeParms", "Length", "DocChecksum":
		case "ID":
			x, _ := st.d.ArrayAt(then.Get("ID"), st.old)
			y, _ := st.d.ArrayAt(now.Get("ID"), st.new)
			if st.d.Encrypted() && then.Has("ID") && (len(x) != 2 || len(y) != 2 || !st.d.Same(x[0], y[0])) {
				st.faults.Add(reason.TrailerChanged)
			}
		case "Root", "Encrypt":
			st.faults.Add(reason.TrailerChanged)
		}
	}
	if _, ok := now.Get("Root").(file.Ref); !ok {
		st.faults.Add(reason.TrailerChanged)
	}
}
