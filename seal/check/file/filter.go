package file

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
)

// Decode undoes the filters that structures may use: none, or Flate with a predictor. It fails with ErrDamaged for any
// other filter. Pictures and page contents are compared as they stand and never decoded.
func (d *Document) Decode(s *Stream) ([]byte, error) {
	filter, parms := s.Get("Filter"), s.Get("DecodeParms")
	if list, ok := filter.(Array); ok {
		if len(list) > 1 {
			return nil, ErrDamaged
		}
		if filter = nil; len(list) == 1 {
			filter = list[0]
		}
		if p, ok := parms.(Array); ok {
			if parms = nil; len(p) == 1 {
				parms = p[0]
			}
		}
	}
	switch filter {
	case nil:
		return s.data, nil
	case Name("FlateDecode"), Name("Fl"):
	default:
		return nil, ErrDamaged
	}
	raw, err := d.inflate(s.data)
	if err != nil {
		return nil, err
	}
	p, _ := parms.(*Dict)
	return unpredict(raw, p)
}

func (d *Document) inflate(packed []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, ErrDamaged
	}
	limit := min(maxInflated, d.budget.inflated)
	raw, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if len(raw) > limit {
		return nil, ErrLimit
	}
	if spent := d.budget.spend(&d.budget.inflated, len(raw)); spent != nil {
		return nil, spent
	}
	// All readers take what came out of data without its end or with another checksum.
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, zlib.ErrChecksum) {
		return nil, ErrDamaged
	}
	return raw, nil
}

// unpredict undoes the PNG predictors (ISO 32000-2 7.4.4.4), the only ones cross-reference streams use.
func unpredict(raw []byte, p *Dict) ([]byte, error) {
	predictor := IntOr(p.Get("Predictor"), 1)
	if predictor == 1 {
		return raw, nil
	}
	if predictor < 10 || IntOr(p.Get("Colors"), 1) != 1 || IntOr(p.Get("BitsPerComponent"), 8) != 8 {
		return nil, ErrDamaged
	}
	width := IntOr(p.Get("Columns"), 1)
	if width < 1 || width > 1<<16 || len(raw)%(width+1) != 0 {
		return nil, ErrDamaged
	}
	out := make([]byte, 0, len(raw))
	above := make([]byte, width)
	for ; len(raw) > 0; raw = raw[width+1:] {
		row := append([]byte(nil), raw[1:width+1]...)
		for i := range row {
			var left, corner byte
			if i > 0 {
				left, corner = row[i-1], above[i-1]
			}
			switch raw[0] {
			case 0:
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(int(left), int(above[i]), int(corner))
			default:
				return nil, ErrDamaged
			}
		}
		out = append(out, row...)
		above = row
	}
	return out, nil
}

func paeth(a, b, c int) byte {
	p := a + b - c
	pa, pb, pc := abs(p-a), abs(p-b), abs(p-c)
	switch {
	case pa <= pb && pa <= pc:
		return byte(a)
	case pb <= pc:
		return byte(b)
	}
	return byte(c)
}

func abs(n int) int { return max(n, -n) }

// IntOr returns a whole number, or absent for a null. Another type or size gives -1.
func IntOr(v Value, absent int) int {
	switch v := v.(type) {
	case nil:
		return absent
	case int64:
		if v >= -1<<31 && v < 1<<40 {
			return int(v)
		}
	}
	return -1
}
