package model

import (
	"bytes"
	"sort"

	"campus.example/sealdesk/seal/check/file"
)

// Removed counts the signatures that stand in the file and are no field's any more. A save can empty a signed field,
// and a signature after that covers what is left: each signature is whole then, and one is missing. A file cut back to
// before the signature itself bears no trace of it.
func (d *Document) Removed(sigs []*Signature) (int, error) {
	pdf, places := d.Bytes(), d.Places()
	borne := map[file.Version]bool{}
	for _, s := range sigs {
		v, _ := d.Lookup(s.Object, d.Last())
		borne[v.Of(s.Object)] = true
	}
	d.rights(borne)
	count := 0
	key := []byte("/ByteRange")
	for at := bytes.Index(pdf, key); at >= 0; {
		i := sort.Search(len(places), func(i int) bool { return places[i].Offset > at }) - 1
		if i >= 0 && !borne[places[i].Of(places[i].Num)] {
			p := places[i]
			borne[p.Of(p.Num)] = true
			is, err := d.isSigned(p.Num, p.Version)
			if err != nil {
				return 0, err
			}
			if is {
				count++
			}
		}
		next := bytes.Index(pdf[at+len(key):], key)
		if next < 0 {
			break
		}
		at += len(key) + next
	}
	return count, nil
}

// isSigned reports whether an object is a signature, not merely the place for one.
func (d *Document) isSigned(num int, v file.Version) (bool, error) {
	loaded, err := d.LoadVersion(num, v)
	if file.IsLimit(err) {
		return false, err
	}
	dictionary, _ := loaded.(*file.Dict)
	if inside, ok := dictionary.Get("V").(*file.Dict); ok {
		dictionary = inside
	}
	list, isRange := dictionary.Get("ByteRange").(file.Array)
	contents, isText := dictionary.Get("Contents").(file.String)
	return isRange && len(list) == 4 && isText && len(bytes.Trim(contents.Raw, "\x00")) > 0, nil
}

// rights adds the signatures that the catalog bears itself. Usage rights, which a form's maker grants to a reader, are
// no field's.
func (d *Document) rights(borne map[file.Version]bool) {
	perms := d.DictAt(d.Catalog(d.Last()).Get("Perms"), d.Last())
	if perms == nil {
		return
	}
	for _, v := range perms.Entries {
		if r, ok := v.(file.Ref); ok {
			if v, there := d.Lookup(r.Num, d.Last()); there {
				borne[v.Of(r.Num)] = true
			}
		}
	}
}
