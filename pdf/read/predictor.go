package read

import "fmt"

// predict undoes the predictor of Flate and LZW (7.4.4.4).
func (d *Document) predict(params Dict, data []byte) ([]byte, error) {
	get := func(key Name, absent, least, most int) (int, error) {
		v, ok, err := d.Int(params[key])
		if err != nil || !ok {
			return absent, err
		}
		if v < least || v > most {
			return 0, fmt.Errorf("%w: %s is %d", ErrDamaged, string(key), v)
		}
		return v, nil
	}
	kind, err := get("Predictor", 1, 1, 15)
	if err != nil || kind == 1 {
		return data, err
	}
	colors, err1 := get("Colors", 1, 1, 64)
	bits, err2 := get("BitsPerComponent", 8, 1, 16)
	columns, err3 := get("Columns", 1, 1, 1<<20)
	for _, err := range []error{err1, err2, err3} {
		if err != nil {
			return nil, err
		}
	}
	step := max(1, colors*bits/8)
	row := (colors*bits*columns + 7) / 8
	if kind == 2 {
		return tiff(data, row, step, bits)
	}
	return png(data, row, step)
}

// tiff adds to each sample the one to its left; only samples of a byte, which is all that is met.
func tiff(data []byte, row, step, bits int) ([]byte, error) {
	if bits != 8 {
		return nil, fmt.Errorf("%w: TIFF predictor with %d bits", ErrFilter, bits)
	}
	out := append([]byte(nil), data...)
	for from := 0; from < len(out); from += row {
		line := out[from:min(from+row, len(out))]
		for i := step; i < len(line); i++ {
			line[i] += line[i-step]
		}
	}
	return out, nil
}

// png undoes the five filters of PNG, each row saying which it has (W3C PNG, section 9).
func png(data []byte, row, step int) ([]byte, error) {
	out := make([]byte, 0, len(data))
	last := make([]byte, row)
	for len(data) > 0 {
		kind := data[0]
		n := min(row, len(data)-1)
		line := make([]byte, row)
		copy(line, data[1:1+n])
		data = data[1+n:]
		if kind > 4 {
			return nil, fmt.Errorf("%w: PNG filter %d", ErrDamaged, kind)
		}
		for i := range n {
			var left, up, corner byte
			up = last[i]
			if i >= step {
				left, corner = line[i-step], last[i-step]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += up
			case 3:
				line[i] += byte((int(left) + int(up)) / 2)
			case 4:
				line[i] += paeth(left, up, corner)
			}
		}
		out = append(out, line[:n]...)
		last = line
	}
	return out, nil
}

func paeth(a, b, c byte) byte {
	abs := func(v int) int { return max(v, -v) }
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}
