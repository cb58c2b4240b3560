package pades

import (
	"fmt"
	"strings"

	"campus.example/sealdesk/pdf/read"
)

// lock is a set of fields that must stay as they are (12.8.2.4).
type lock struct {
	action read.Name // All, Include, Exclude
	fields []string
}

// holds tells whether the lock is on a field, or on a group it is in.
func (k lock) holds(name string) bool {
	listed := false
	for _, n := range k.fields {
		listed = listed || n == name || strings.HasPrefix(name, n+".")
	}
	return k.action == "All" || (k.action == "Include") == listed
}

// hold adds a lock; one without parameters holds all.
func (l *limits) hold(doc *read.Document, params read.Dict) error {
	k := lock{action: "All"}
	var err error
	if params != nil {
		k, err = readLock(doc, params)
	}
	l.held = append(l.held, k)
	return err
}

func readLock(doc *read.Document, params read.Dict) (lock, error) {
	var k lock
	var err error
	if k.action, err = doc.Name(params["Action"]); err != nil {
		return k, err
	}
	if k.action != "All" && k.action != "Include" && k.action != "Exclude" {
		return k, fmt.Errorf("%w: a lock with action %q", read.ErrDamaged, string(k.action))
	}
	names, err := doc.Array(params["Fields"])
	if err != nil {
		return k, err
	}
	for _, o := range names {
		n, err := doc.Text(o)
		if err != nil {
			return k, err
		}
		k.fields = append(k.fields, plainText(n))
	}
	return k, nil
}

// lockOf gives the parameters of FieldMDP for a field that asks to lock fields when it is signed (12.8.2.4).
func lockOf(doc *read.Document, field read.Dict) (read.Dict, error) {
	wanted, err := doc.Dict(field["Lock"])
	if err != nil || wanted == nil {
		return nil, err
	}
	k, err := readLock(doc, wanted)
	if err != nil {
		return nil, err
	}
	out := read.Dict{"Type": read.Name("TransformParams"), "V": read.Name("1.2"), "Action": k.action}
	if k.action != "All" {
		out["Fields"], err = doc.Array(wanted["Fields"])
	}
	return out, err
}
