package check

// checkEntries compares the cross-reference of a save with the objects that stand in it: each knows the other, and
// nothing points back into older bytes. An old object that comes to life again by an entry alone is how the
// hide-and-replace shadow attack works.
func (d *document) checkEntries(s save) string {
	section := d.sections[s.Rank]
	size := intOr(section.trailer.Get("Size"), 0)
	for num := range section.Entries {
		if num >= size {
			return faultEntry // readers leave out what is beyond the size
		}
	}
	for num, o := range s.objects {
		e, ok := section.Entries[num]
		if !ok || e.Kind != entryPlain || e.Gen != o.ref.Gen || d.skipSpace(e.Offset) != o.start {
			return faultStray
		}
	}
	packs := map[int]bool{}
	for num, e := range section.Entries {
		if e.Kind == entryFree || num == section.Stream || d.Repeats(num, e, s.Rank) {
			continue
		}
		if e.Kind == entryPlain {
			if o, ok := s.objects[num]; !ok || o.start != d.skipSpace(e.Offset) {
				return faultEntry
			}
			continue
		}
		if _, ok := s.objects[e.Offset]; !ok {
			return faultEntry
		}
		packs[e.Offset] = true
	}
	for num, o := range s.objects {
		if stm, ok := o.value.(*stream); ok && stm.NameAt("Type") == "ObjStm" {
			if fault := d.checkPack(num, section, s.Rank, packs[num]); fault != "" {
				return fault
			}
		}
	}
	return ""
}

// Repeats tells that an entry says nothing new; some writers repeat the whole table.
func (d *document) Repeats(num int, e entry, rank int) bool {
	before, ok := d.Lookup(num, rank-1)
	return ok && before.entry == e
}

// checkPack refuses an object stream that is not used, or holds objects the cross-reference does not know.
func (d *document) checkPack(num int, section *section, rank int, used bool) string {
	if e := section.Entries[num]; !used || e.Kind != entryPlain {
		return faultContainer
	}
	p, err := d.packOf(num, rank)
	if err != nil {
		return faultContainer
	}
	for i, inside := range p.nums {
		if e := section.Entries[inside]; e.Kind != entryPacked || e.Offset != num || e.index != i {
			return faultStray
		}
	}
	return ""
}
