package file

import "bytes"

// References counts how often the watched objects are referred to, by every object a reader of that rank can reach or
// not. Two questions need it: whether a number that a later revision defines was already waited for (a shadow prepared
// before the signature), and whether an object that a later revision rewrites has one user only.
//
// It reads tokens without building values, because it must pass over the whole signed document.
func (d *Document) References(rank int, watched map[Ref]bool) (map[Ref]int, error) {
	count := map[Ref]int{}
	seen := map[int]bool{}
	packs := map[int]bool{}
	own := map[int]bool{} // cross-reference streams: what they say as trailers is counted below
	for _, s := range d.sections {
		own[s.Stream] = true
	}
	for num := range d.index {
		v, ok := d.Lookup(num, rank)
		if !ok || own[num] {
			continue
		}
		if v.Kind == EntryPlain {
			if !seen[v.Offset] && v.Offset > 0 && v.Offset < len(d.pdf) {
				seen[v.Offset] = true
				n, err := d.scanObject(num, v, watched, count)
				if err != nil {
					return nil, err
				}
				if err := d.budget.work(n); err != nil {
					return nil, err
				}
			}
			continue
		}
		if packs[v.Offset] {
			continue
		}
		packs[v.Offset] = true
		p, err := d.packOf(v.Offset, v.Rank)
		if IsLimit(err) {
			return nil, err
		}
		if err == nil {
			if err := d.budget.work(scanRefs(p.raw, watched, count)); err != nil {
				return nil, err
			}
		}
	}
	for _, key := range []Name{"Root", "Info", "Encrypt"} {
		if r, ok := d.Trailer(rank).Get(key).(Ref); ok && watched[r] {
			count[r]++
		}
	}
	return count, nil
}

// scanObject counts what one object refers to. A cross-reference stream that no section is, which some writers leave
// behind, shows nothing and refers to nothing.
func (d *Document) scanObject(num int, v Version, watched map[Ref]bool, count map[Ref]int) (int, error) {
	own := map[Ref]int{}
	n := scanRefs(d.pdf[v.Offset:], watched, own)
	if len(own) > 0 && bytes.Contains(d.pdf[v.Offset:v.Offset+n], []byte("/XRef")) {
		loaded, err := d.LoadVersion(num, v)
		if IsLimit(err) {
			return n, err
		}
		if IsCrossReference(loaded) {
			return n, nil
		}
	}
	for r, times := range own {
		count[r] += times
	}
	return n, nil
}

// IsCrossReference reports whether an object is a cross-reference stream and nothing else besides.
func IsCrossReference(v Value) bool {
	s, ok := v.(*Stream)
	return ok && s.NameAt("Type") == "XRef" && s.Has("W") && s.Has("Size") && !s.Has("Subtype") && !s.Has("Resources")
}

// scanRefs counts the references up to the end of the object or the start of its data, and returns how far it went.
func scanRefs(src []byte, watched map[Ref]bool, count map[Ref]int) int {
	a, b := -1, -1 // the last two whole numbers
	i := 0
	for i < len(src) {
		c := src[i]
		switch {
		case isSpace(c):
			i++
			continue
		case isDigit(c):
			n, start := 0, i
			for i < len(src) && isDigit(src[i]) && i-start < 12 {
				n = n*10 + int(src[i]-'0')
				i++
			}
			a, b = b, n
			continue
		case c == '%':
			for i < len(src) && src[i] != '\n' && src[i] != '\r' {
				i++
			}
			continue
		case c == '(':
			n := closing(src[i:])
			if n < 0 {
				return len(src)
			}
			i += n
		case c == '<' && i+1 < len(src) && src[i+1] == '<':
			i += 2
		case c == '<':
			for i < len(src) && src[i] != '>' {
				i++
			}
			i = min(i+1, len(src))
		case !isRegular(c) && c != '/':
			i++
		default:
			start := i
			for i++; i < len(src) && isRegular(src[i]); i++ {
			}
			switch word := src[start:i]; {
			case len(word) == 1 && c == 'R' && a >= 0 && b >= 0:
				if r := (Ref{a, b}); watched[r] {
					count[r]++
				}
			case c == 's' && string(word) == "stream", c == 'e' && string(word) == "endobj":
				return i
			}
		}
		a, b = -1, -1
	}
	return i
}
