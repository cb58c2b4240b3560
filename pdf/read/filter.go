package read

import (
	"bytes"
	stdlzw "compress/lzw"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// Decode unpacks a stream (7.4), and decrypts it first in an encrypted document. Pictures packed as JPEG, JPEG 2000,
// JBIG2 or CCITT fax are ErrFilter.
func (d *Document) Decode(s *Stream) ([]byte, error) {
	data, err := d.plain(s)
	if err != nil {
		return nil, err
	}
	filters, params, err := d.filters(s.Dict)
	if err != nil {
		return nil, err
	}
	for i, f := range filters {
		if data, err = d.unpack(f, params[i], data); err != nil {
			return nil, err
		}
	}
	return data, nil
}

// maxFilters is more than any honest stream has.
const maxFilters = 8

// filters gives the names of the filters in order, with the parameters of each.
func (d *Document) filters(dict Dict) ([]Name, []Dict, error) {
	one := func(o Object) (Array, error) {
		o, err := d.Get(o)
		if a, ok := o.(Array); ok || err != nil {
			return a, err
		}
		if o == nil {
			return nil, nil
		}
		return Array{o}, nil
	}
	short := func(long, short Name) Object {
		if o, ok := dict[long]; ok {
			return o
		}
		return dict[short]
	}
	names, err := one(short("Filter", "F"))
	if err != nil {
		return nil, nil, err
	}
	params, err := one(short("DecodeParms", "DP"))
	if err != nil {
		return nil, nil, err
	}
	if len(names) > maxFilters {
		return nil, nil, fmt.Errorf("%w: a stream with %d filters", ErrLimits, len(names))
	}
	out, with := make([]Name, len(names)), make([]Dict, len(names))
	for i, o := range names {
		if out[i], err = d.Name(o); err != nil {
			return nil, nil, err
		}
		if i < len(params) {
			if with[i], err = d.Dict(params[i]); err != nil {
				return nil, nil, err
			}
		}
	}
	return out, with, nil
}

func (d *Document) unpack(f Name, params Dict, data []byte) ([]byte, error) {
	limit := d.options.Limits.Stream
	var out []byte
	var err error
	switch f {
	case "FlateDecode", "Fl":
		out, err = flate(data, limit)
	case "LZWDecode", "LZW":
		early, ok, err2 := d.Int(params["EarlyChange"])
		if err2 != nil {
			return nil, err2
		}
		r := lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)
		if ok && early == 0 {
			r = stdlzw.NewReader(bytes.NewReader(data), stdlzw.MSB, 8)
		}
		out, err = all(r, limit)
	case "ASCIIHexDecode", "AHx":
		return asciiHex(data)
	case "ASCII85Decode", "A85":
		return ascii85(data)
	case "RunLengthDecode", "RL":
		return runLength(data, limit)
	case "Crypt":
		return data, nil // seen to by decryption
	default:
		return nil, fmt.Errorf("%w: %q", ErrFilter, string(f))
	}
	if err != nil {
		return nil, err
	}
	return d.predict(params, out)
}

// flate takes what comes out until the data ends; a stream whose checksum is missing still has its content.
func flate(data []byte, limit int) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return all(r, limit)
}

func all(r io.ReadCloser, limit int) ([]byte, error) {
	out, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if len(out) > limit {
		return nil, fmt.Errorf("%w: a stream unpacks to more than %d bytes", ErrLimits, limit)
	}
	if err != nil && (len(out) == 0 || !errors.Is(err, io.ErrUnexpectedEOF)) {
		return nil, fmt.Errorf("%w: a stream does not unpack: %w", ErrDamaged, err)
	}
	return out, nil
}
