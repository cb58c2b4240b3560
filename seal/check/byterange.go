package check

// byteRange checks what a signature covers: exactly the file up to an end-of-file mark, less its own /Contents with
// the delimiters. A range that leaves out more, or another string, is what wrapping attacks are made of.
func (d *document) byteRange(s *sig) {
	contents, ok := s.dict.get("Contents").(text)
	if !ok || !contents.hex || len(contents.raw) == 0 || len(contents.raw) > maxContents {
		s.broken(reasonDictionary)
		return
	}
	if contents.start < 0 {
		s.broken(reasonNotIndirect)
		return
	}
	s.contents, s.hole = contents.raw, [2]int{contents.start, contents.end}
	list, ok := s.dict.get("ByteRange").(array)
	if !ok || len(list) != 4 {
		s.broken(reasonByteRange)
		return
	}
	var r [4]int
	for i, v := range list {
		n, ok := v.(int64)
		if !ok || n < 0 || n > int64(len(d.pdf)) {
			s.broken(reasonByteRange)
			return
		}
		r[i] = int(n)
	}
	if r[0] != 0 || r[1] >= r[2] || r[2]+r[3] > len(d.pdf) {
		s.broken(reasonByteRange)
		return
	}
	if r[1] != contents.start || r[2] != contents.end || !onlyHex(d.pdf[r[1]+1:r[2]-1]) {
		s.broken(reasonGap)
		return
	}
	s.end = r[2] + r[3]
	rank, ok := d.revisionAt(s.end)
	if !ok || d.sections[rank].end > s.end {
		s.broken(reasonCoverage)
		return
	}
	// The dictionary and its field must have come with the revision they sign, not with a later one.
	v, ok := d.lookup(s.obj, d.last())
	if !ok || v.kind != entryPlain || v.rank > rank || v.offset >= s.hole[0] {
		s.broken(reasonCoverage)
		return
	}
	f, err := d.formAt(rank)
	if err != nil || f.fault != "" {
		s.broken(reasonCoverage)
		return
	}
	at, ok := f.byNum[s.field.num]
	if !ok || f.fields[at].name != s.field.name || f.fields[at].kind != "Sig" ||
		!same(d.budget, f.fields[at].dict.get("V"), s.field.dict.get("V")) {
		s.broken(reasonCoverage)
		return
	}
	s.rank = rank
	s.report.CoversWholeRevision = true
}

// onlyHex wants an even number of hexadecimal digits and nothing else.
func onlyHex(b []byte) bool {
	for _, c := range b {
		if hexDigit(c) < 0 {
			return false
		}
	}
	return len(b)%2 == 0
}
