package read

import (
	"bytes"
	"fmt"
)

// Load reads the indirect object with the number; null when nothing is listed under it.
func (d *Document) Load(num int) (Object, error) {
	return d.load(Ref{Num: num, Gen: d.entries[num].Gen})
}

// maxLoading bounds how many objects may need another to be read first: a length, an object stream.
const maxLoading = 32

func (d *Document) load(r Ref) (Object, error) {
	e, ok := d.entries[r.Num]
	if !ok || e.Kind == Free || e.Gen != r.Gen {
		return nil, nil // 7.3.10: null
	}
	if o, ok := d.objects[r.Num]; ok {
		return o, nil
	}
	if d.loading[r.Num] {
		return nil, fmt.Errorf("%w: object %d needs itself", ErrDamaged, r.Num)
	}
	if len(d.loading) >= maxLoading {
		return nil, fmt.Errorf("%w: objects need each other in a long chain", ErrLimits)
	}
	d.loading[r.Num] = true
	defer delete(d.loading, r.Num)
	o, err := d.fetch(e)
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", r.Num, err)
	}
	d.objects[r.Num] = o
	return o, nil
}

func (d *Document) fetch(e Entry) (Object, error) {
	if e.Kind == Packed {
		return d.packed(e)
	}
	r, o, err := d.indirect(e.Offset, &e)
	if err != nil {
		return nil, err
	}
	return d.decrypt(o, r)
}

// indirect reads "N G obj ... endobj" at an offset. With an entry the numbers must be those of the entry.
func (d *Document) indirect(at int, e *Entry) (Ref, Object, error) {
	var r Ref
	if at < 0 || at >= len(d.data) {
		return r, nil, fmt.Errorf("%w: it lies outside the file", ErrDamaged)
	}
	p := d.parser(d.data, at)
	num, ok1 := p.natural()
	gen, ok2 := p.natural()
	if !ok1 || !ok2 || !p.keyword("obj") {
		return r, nil, fmt.Errorf("%w: no object at %d", ErrDamaged, at)
	}
	if e != nil && (num != e.Num || gen != e.Gen) {
		return r, nil, fmt.Errorf("%w: another object at %d", ErrDamaged, at)
	}
	r = Ref{num, gen}
	o, err := p.object()
	if err != nil {
		return r, nil, err
	}
	if dict, ok := o.(Dict); ok && p.keyword("stream") {
		o, err = d.stream(p, dict)
		if err != nil {
			return r, nil, err
		}
		o.(*Stream).ref = r
	}
	if !p.keyword("endobj") {
		d.odd("endobj is missing")
	}
	return r, o, nil
}

// stream takes the data of a stream; the word stream is passed (7.3.8).
func (d *Document) stream(p *parser, dict Dict) (*Stream, error) {
	switch {
	case bytes.HasPrefix(p.b[p.at:], []byte("\r\n")):
		p.at += 2
	case bytes.HasPrefix(p.b[p.at:], []byte("\n")):
		p.at++
	case bytes.HasPrefix(p.b[p.at:], []byte("\r")):
		p.at++
		d.odd("a carriage return alone after stream")
	default:
		d.odd("no end of line after stream")
	}
	from := p.at
	length, ok, err := d.Int(dict["Length"])
	if err == nil && ok && length >= 0 && length <= len(p.b)-from {
		p.at = from + length
		if p.keyword("endstream") {
			return &Stream{Dict: dict, Raw: p.b[from : from+length : from+length]}, nil
		}
	}
	if !d.options.Repair {
		return nil, fmt.Errorf("%w: the length of a stream is wrong", ErrDamaged)
	}
	end := bytes.Index(p.b[from:], []byte("endstream"))
	if end < 0 {
		return nil, fmt.Errorf("%w: a stream does not end", ErrDamaged)
	}
	d.odd("the length of a stream is wrong")
	p.at = from + end + len("endstream")
	raw := p.b[from : from+end]
	raw = bytes.TrimSuffix(bytes.TrimSuffix(raw, []byte("\n")), []byte("\r"))
	return &Stream{Dict: dict, Raw: raw, odd: true}, nil
}
