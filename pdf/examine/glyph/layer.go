package glyph

import (
	"fmt"

	"campus.example/sealdesk/pdf/read"
)

// LayersOff lists the optional content groups that are off when the document opens (8.11.4.3). What stands on them is
// not shown, so it is not found.
func LayersOff(doc *read.Document) map[read.Ref]bool {
	out := map[read.Ref]bool{}
	refs := func(o read.Object) []read.Ref {
		a, err := doc.Array(o)
		if err != nil {
			return nil // damaged layers hide nothing
		}
		var list []read.Ref
		for _, e := range a {
			if r, ok := e.(read.Ref); ok {
				list = append(list, r)
			}
		}
		return list
	}
	root, err := doc.Catalog()
	if err != nil {
		return out
	}
	all, err := doc.Dict(root["OCProperties"])
	if err != nil {
		return out
	}
	config, err := doc.Dict(all["D"])
	if err != nil {
		return out
	}
	if base, err := doc.Name(config["BaseState"]); err == nil && base == "OFF" {
		for _, r := range refs(all["OCGs"]) {
			out[r] = true
		}
		for _, r := range refs(config["ON"]) {
			delete(out, r)
		}
	}
	for _, r := range refs(config["OFF"]) {
		out[r] = true
	}
	return out
}

// layerOff tells whether a group, or a membership of groups, is off. Of the rules of membership only the usual one is
// known: shown when any of its groups is on.
func (f *Finder) layerOff(o read.Object) bool {
	if len(f.hidden) == 0 || o == nil {
		return false
	}
	if r, ok := o.(read.Ref); ok && f.hidden[r] {
		return true
	}
	d, err := f.doc.Dict(o)
	if err != nil || d["OCGs"] == nil {
		return false
	}
	groups := read.Array{d["OCGs"]}
	if a, err := f.doc.Array(d["OCGs"]); err == nil && a != nil {
		groups = a
	}
	for _, g := range groups {
		if r, ok := g.(read.Ref); !ok || !f.hidden[r] {
			return false
		}
	}
	return len(groups) > 0
}

// mark opens a marked content; args are its tag and its properties.
func (r *run) mark(args []read.Object, resources read.Dict) error {
	off := false
	if len(args) >= 2 && args[len(args)-2] == read.Object(read.Name("OC")) {
		o, err := r.named(args, resources, "Properties")
		if err != nil {
			return err
		}
		off = r.layerOff(o)
	}
	if len(r.marks) >= maxSaved {
		return fmt.Errorf("%w: marked contents within each other", ErrCost)
	}
	r.marks = append(r.marks, off)
	if off {
		r.off++
	}
	return nil
}

func (r *run) endMark() {
	n := len(r.marks)
	if n == 0 {
		return
	}
	if r.marks[n-1] {
		r.off--
	}
	r.marks = r.marks[:n-1]
}
