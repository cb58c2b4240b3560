package check

// readXrefStream reads a cross-reference stream (ISO 32000-2 7.5.8) into a section.
func (d *document) readXrefStream(offset int, s *section) error {
	o, err := d.readObject(offset, nil)
	if err != nil {
		return err
	}
	stm, ok := o.value.(*stream)
	if !ok || stm.NameAt("Type") != "XRef" {
		return errDamaged
	}
	raw, err := d.Decode(stm)
	if err != nil {
		return err
	}
	s.start, s.End, s.Stream, s.trailer = o.start, o.end, o.ref.Num, stm.dict
	w, ok := stm.Get("W").(array)
	if !ok || len(w) != 3 {
		return errDamaged
	}
	var width [3]int
	for i := range w {
		if width[i] = intOr(w[i], -1); width[i] < 0 || width[i] > 8 {
			return errDamaged
		}
	}
	row := width[0] + width[1] + width[2]
	size := intOr(stm.Get("Size"), -1)
	if row == 0 || size < 0 || size > maxNumber {
		return errDamaged
	}
	index, ok := stm.Get("Index").(array)
	if !ok {
		index = array{int64(0), int64(size)}
	}
	if len(index)%2 != 0 {
		return errDamaged
	}
	for i := 0; i < len(index); i += 2 {
		first, count := intOr(index[i], -1), intOr(index[i+1], -1)
		if first < 0 || count < 0 || first > maxNumber || count > maxNumber || first+count > maxNumber || len(raw) < count*row {
			return errDamaged
		}
		if err := d.budget.spend(&d.budget.entries, count); err != nil {
			return err
		}
		for n := first; n < first+count; n++ {
			e, ok := streamEntry(raw[:row], width)
			if _, again := s.Entries[n]; again || !ok {
				return errDamaged
			}
			s.Entries[n] = e
			raw = raw[row:]
		}
	}
	return nil
}

func streamEntry(row []byte, width [3]int) (entry, bool) {
	var field [3]int
	for i, w := range width {
		for _, c := range row[:w] {
			if field[i] > 1<<40 {
				return entry{}, false
			}
			field[i] = field[i]<<8 | int(c)
		}
		row = row[w:]
	}
	if width[0] == 0 {
		field[0] = entryPlain
	}
	switch field[0] {
	case entryFree:
		return entry{Kind: entryFree, Gen: field[2]}, true
	case entryPlain:
		return entry{Kind: entryPlain, Offset: field[1], Gen: field[2]}, field[2] <= 65535
	case entryPacked:
		return entry{Kind: entryPacked, Offset: field[1], index: field[2]}, field[1] <= maxNumber
	}
	return entry{Kind: entryFree}, true // unknown types are references to null
}
