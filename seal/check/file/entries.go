package file

import "campus.example/sealdesk/seal/check/reason"

// checkEntries compares the cross-reference of a save with the objects that stand in it, and returns "" or a code. Each
// must name the other, and nothing may point back into older bytes: an old object that comes to life again by an entry
// alone is how the hide-and-replace shadow attack works.
func (d *Document) checkEntries(s Save) string {
	section := d.sections[s.Rank]
	size := IntOr(section.trailer.Get("Size"), 0)
	for num := range section.Entries {
		if num >= size {
			return reason.EntryOutsideSave // readers leave out what is beyond the size
		}
	}
	for num, o := range s.objects {
		e, ok := section.Entries[num]
		if !ok || e.Kind != EntryPlain || e.Gen != o.ref.Gen || d.skipSpace(e.Offset) != o.start {
			return reason.ObjectStray
		}
	}
	packs := map[int]bool{}
	for num, e := range section.Entries {
		if e.Kind == EntryFree || num == section.Stream || d.Repeats(num, e, s.Rank) {
			continue
		}
		if e.Kind == EntryPlain {
			if o, ok := s.objects[num]; !ok || o.start != d.skipSpace(e.Offset) {
				return reason.EntryOutsideSave
			}
			continue
		}
		if _, ok := s.objects[e.Offset]; !ok {
			return reason.EntryOutsideSave
		}
		packs[e.Offset] = true
	}
	for num, o := range s.objects {
		if stm, ok := o.value.(*Stream); ok && stm.NameAt("Type") == "ObjStm" {
			if fault := d.checkPack(num, section, s.Rank, packs[num]); fault != "" {
				return fault
			}
		}
	}
	return ""
}

// Repeats reports whether an entry is the one that held before. Some writers repeat the whole table.
func (d *Document) Repeats(num int, e Entry, rank int) bool {
	before, ok := d.Lookup(num, rank-1)
	return ok && before.Entry == e
}

// checkPack returns a code for an object stream that is not used, or holds objects that the cross-reference does not
// list.
func (d *Document) checkPack(num int, section *Section, rank int, used bool) string {
	if e := section.Entries[num]; !used || e.Kind != EntryPlain {
		return reason.ObjectStreamMalformed
	}
	p, err := d.packOf(num, rank)
	if err != nil {
		return reason.ObjectStreamMalformed
	}
	for i, inside := range p.nums {
		if e := section.Entries[inside]; e.Kind != entryPacked || e.Offset != num || e.index != i {
			return reason.ObjectStray
		}
	}
	return ""
}
