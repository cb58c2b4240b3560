package model

import (
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/reason"
)

// byteRange checks what a signature covers: exactly the file up to an end-of-file mark, less its own /Contents with the
// delimiters. A range that leaves out more, or another string, is what wrapping attacks are made of.
func (d *Document) byteRange(s *Signature) {
	contents, ok := s.dict.Get("Contents").(file.String)
	if !ok || !contents.Hex || len(contents.Raw) == 0 || len(contents.Raw) > maxContents {
		s.Broken(reason.DictionaryMalformed)
		return
	}
	if contents.Start < 0 {
		s.Broken(reason.NotInFile)
		return
	}
	s.Contents, s.Hole = contents.Raw, [2]int{contents.Start, contents.End}
	list, ok := s.dict.Get("ByteRange").(file.Array)
	if !ok || len(list) != 4 {
		s.Broken(reason.ByteRangeMalformed)
		return
	}
	var r [4]int
	for i, v := range list {
		n, ok := v.(int64)
		if !ok || n < 0 || n > int64(len(d.Bytes())) {
			s.Broken(reason.ByteRangeMalformed)
			return
		}
		r[i] = int(n)
	}
	if r[0] != 0 || r[1] >= r[2] || r[2]+r[3] > len(d.Bytes()) {
		s.Broken(reason.ByteRangeMalformed)
		return
	}
	if r[1] != contents.Start || r[2] != contents.End || !file.OnlyHex(d.Bytes()[r[1]+1:r[2]-1]) {
		s.Broken(reason.GapNotContents)
		return
	}
	s.End = r[2] + r[3]
	rank, ok := d.RevisionAt(s.End)
	if !ok || d.Section(rank).End > s.End {
		s.Broken(reason.RevisionNotCovered)
		return
	}
	// The dictionary and its field must have come with the revision they sign, not with a later one.
	v, ok := d.Lookup(s.Object, d.Last())
	if !ok || v.Kind != file.EntryPlain || v.Rank > rank || v.Offset >= s.Hole[0] {
		s.Broken(reason.RevisionNotCovered)
		return
	}
	f, err := d.Form(rank)
	if err != nil || f.Fault != "" {
		s.Broken(reason.RevisionNotCovered)
		return
	}
	at, ok := f.ByNum[s.Field.Num]
	if !ok || f.Fields[at].Name != s.Field.Name || f.Fields[at].Kind != "Sig" ||
		!d.Same(f.Fields[at].Dict.Get("V"), s.Field.Dict.Get("V")) {
		s.Broken(reason.RevisionNotCovered)
		return
	}
	s.Rank = rank
	s.Covers = true
}
