package file

import "bytes"

// object is one indirect object read from the file: [start, end) from its number to behind endobj.
type object struct {
	ref        Ref
	value      Value
	start, end int
}

// readObject reads the object at an offset of the file. length resolves an indirect /Length.
func (d *Document) readObject(offset int, length func(Ref) (Value, error)) (object, error) {
	if offset <= 0 || offset >= len(d.pdf) {
		return object{}, ErrDamaged
	}
	l := &lexer{src: d.pdf, pos: offset, inFile: true, budget: d.budget}
	l.skip()
	o := object{start: l.pos}
	var err error
	if o.ref, err = l.header(); err != nil {
		return o, err
	}
	if o.value, err = l.parse(0); err != nil {
		return o, err
	}
	l.skip()
	if dictionary, ok := o.value.(*Dict); ok && l.keyword("stream") {
		s, err := l.streamData(dictionary, length)
		if err != nil {
			return o, err
		}
		o.value = s
	}
	l.skip()
	if !l.keyword("endobj") {
		return o, l.bad("endobj")
	}
	o.end = l.pos
	return o, nil
}

// streamData reads the bytes of a stream. The length must be right: where it is not, readers guess, each its own way.
func (l *lexer) streamData(d *Dict, length func(Ref) (Value, error)) (*Stream, error) {
	if d.Has("F") {
		return nil, l.bad("external stream")
	}
	switch {
	case l.peek(0) == '\r' && l.peek(1) == '\n':
		l.pos += 2
	case l.peek(0) == '\n':
		l.pos++
	default:
		return nil, l.bad("end of line after stream")
	}
	v := d.Get("Length")
	if r, ok := v.(Ref); ok {
		if length == nil {
			return nil, l.bad("indirect length")
		}
		var err error
		if v, err = length(r); err != nil {
			return nil, err
		}
	}
	n, ok := v.(int64)
	if !ok || n < 0 || n > int64(len(l.src)-l.pos) {
		return nil, l.bad("length")
	}
	data := l.src[l.pos : l.pos+int(n)]
	rest := l.src[l.pos+int(n):]
	eol := 0
	switch {
	case bytes.HasPrefix(rest, []byte("\r\n")):
		eol = 2
	case bytes.HasPrefix(rest, []byte("\n")), bytes.HasPrefix(rest, []byte("\r")):
		eol = 1
	}
	l.pos += int(n) + eol
	if !l.keyword("endstream") {
		return nil, l.bad("endstream")
	}
	return &Stream{Dict: d, data: data}, nil
}
