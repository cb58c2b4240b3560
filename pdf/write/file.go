package write

import (
	"bytes"
	"compress/zlib"
	"fmt"
)

// ref is the number of an object; all are generation 0.
type ref int

func (r ref) String() string { return fmt.Sprintf("%d 0 R", int(r)) }

// object is what stands between "obj" and "endobj".
type object struct {
	body   []byte
	stream bool // cannot go into an object stream
}

// file collects objects and writes them in the manner of a habit.
type file struct {
	habit   Habit
	objects []object // object n is objects[n-1]
}

// reserve takes a number for an object that is set later.
func (f *file) reserve() ref {
	f.objects = append(f.objects, object{})
	return ref(len(f.objects))
}

func (f *file) set(r ref, format string, args ...any) {
	f.objects[r-1] = object{body: fmt.Appendf(nil, format, args...)}
}

func (f *file) add(format string, args ...any) ref {
	r := f.reserve()
	f.set(r, format, args...)
	return r
}

// addStream adds a stream; dict is the inside of its dictionary without /Length and /Filter.
func (f *file) addStream(dict string, data []byte, compress bool) (ref, error) {
	body, err := streamBody(dict, data, compress)
	if err != nil {
		return 0, err
	}
	r := f.reserve()
	f.objects[r-1] = object{body: body, stream: true}
	return r, nil
}

func streamBody(dict string, data []byte, compress bool) ([]byte, error) {
	if compress {
		var packed bytes.Buffer
		w := zlib.NewWriter(&packed)
		if _, err := w.Write(data); err != nil {
			return nil, fmt.Errorf("compress stream: %w", err)
		}
		if err := w.Close(); err != nil {
			return nil, fmt.Errorf("compress stream: %w", err)
		}
		data = packed.Bytes()
		dict += " /Filter /FlateDecode"
	}
	body := fmt.Appendf(nil, "<< %s /Length %d >>\nstream\n", dict, len(data))
	body = append(body, data...)
	return append(body, "\nendstream"...), nil
}
