package check

// checkEntries compares the cross-reference of a save with the objects that stand in it: each knows the other, and
// nothing points back into older bytes. An old object that comes to life again by an entry alone is how the
// hide-and-replace shadow attack works.
func (d *document) checkEntries(s save) string {
	section := d.sections[s.rank]
	size := intOr(section.trailer.get("Size"), 0)
	for num := range section.entries {
		if num >= size {
			return faultEntry // readers leave out what is beyond the size
		}
	}
	for num, o := range s.objects {
		e, ok := section.entries[num]
		if !ok || e.kind != entryPlain || e.gen != o.ref.gen || d.skipSpace(e.offset) != o.start {
			return faultStray
		}
	}
	packs := map[int]bool{}
	for num, e := range section.entries {
		if e.kind == entryFree || num == section.stream || d.asBefore(num, e, s.rank) {
			continue
		}
		if e.kind == entryPlain {
			if o, ok := s.objects[num]; !ok || o.start != d.skipSpace(e.offset) {
				return faultEntry
			}
			continue
		}
		if _, ok := s.objects[e.offset]; !ok {
			return faultEntry
		}
		packs[e.offset] = true
	}
	for num, o := range s.objects {
		if stm, ok := o.value.(*stream); ok && stm.nameAt("Type") == "ObjStm" {
			if fault := d.checkPack(num, section, s.rank, packs[num]); fault != "" {
				return fault
			}
		}
	}
	return ""
}

// asBefore tells that an entry says nothing new; some writers repeat the whole table.
func (d *document) asBefore(num int, e entry, rank int) bool {
	before, ok := d.lookup(num, rank-1)
	return ok && before.entry == e
}

// checkPack refuses an object stream that is not used, or holds objects the cross-reference does not know.
func (d *document) checkPack(num int, section *section, rank int, used bool) string {
	if e := section.entries[num]; !used || e.kind != entryPlain {
		return faultContainer
	}
	p, err := d.packOf(num, rank)
	if err != nil {
		return faultContainer
	}
	for i, inside := range p.nums {
		if e := section.entries[inside]; e.kind != entryPacked || e.offset != num || e.index != i {
			return faultStray
		}
	}
	return ""
}
