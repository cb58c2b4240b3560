package file

// readXrefStream reads a cross-reference stream (ISO 32000-2 7.5.8) into a section.
func (d *Document) readXrefStream(offset int, s *Section) error {
	o, err := d.readObject(offset, nil)
	if err != nil {
		return err
	}
	stm, ok := o.value.(*Stream)
	if !ok || stm.NameAt("Type") != "XRef" {
		return ErrDamaged
	}
	raw, err := d.Decode(stm)
	if err != nil {
		return err
	}
	s.start, s.End, s.Stream, s.trailer = o.start, o.end, o.ref.Num, stm.Dict
	w, ok := stm.Get("W").(Array)
	if !ok || len(w) != 3 {
		return ErrDamaged
	}
	var width [3]int
	for i := range w {
		if width[i] = IntOr(w[i], -1); width[i] < 0 || width[i] > 8 {
			return ErrDamaged
		}
	}
	row := width[0] + width[1] + width[2]
	size := IntOr(stm.Get("Size"), -1)
	if row == 0 || size < 0 || size > maxNumber {
		return ErrDamaged
	}
	index, ok := stm.Get("Index").(Array)
	if !ok {
		index = Array{int64(0), int64(size)}
	}
	if len(index)%2 != 0 {
		return ErrDamaged
	}
	for i := 0; i < len(index); i += 2 {
		first, count := IntOr(index[i], -1), IntOr(index[i+1], -1)
		if first < 0 || count < 0 || first > maxNumber || count > maxNumber || first+count > maxNumber || len(raw) < count*row {
			return ErrDamaged
		}
		if err := d.budget.spend(&d.budget.entries, count); err != nil {
			return err
		}
		for n := first; n < first+count; n++ {
			e, ok := streamEntry(raw[:row], width)
			if _, again := s.Entries[n]; again || !ok {
				return ErrDamaged
			}
			s.Entries[n] = e
			raw = raw[row:]
		}
	}
	return nil
}

func streamEntry(row []byte, width [3]int) (Entry, bool) {
	var field [3]int
	for i, w := range width {
		for _, c := range row[:w] {
			if field[i] > 1<<40 {
				return Entry{}, false
			}
			field[i] = field[i]<<8 | int(c)
		}
		row = row[w:]
	}
	if width[0] == 0 {
		field[0] = EntryPlain
	}
	switch field[0] {
	case EntryFree:
		return Entry{Kind: EntryFree, Gen: field[2]}, true
	case EntryPlain:
		return Entry{Kind: EntryPlain, Offset: field[1], Gen: field[2]}, field[2] <= 65535
	case entryPacked:
		return Entry{Kind: entryPacked, Offset: field[1], index: field[2]}, field[1] <= maxNumber
	}
	return Entry{Kind: EntryFree}, true // unknown types are references to null
}
