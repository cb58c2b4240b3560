package read

// decrypt opens the strings of an object that stands in the file by itself.
func (d *Document) decrypt(o Object, r Ref) (Object, error) {
	if d.lock == nil || d.lock.strings == methodNone {
		return o, nil
	}
	return walkStrings(o, func(s String) (String, error) {
		out, err := d.lock.open(d.lock.strings, r, []byte(s))
		return String(out), err
	})
}

// Encrypt gives the object as it must stand in the file under the reference; a copy in an encrypted document.
func (d *Document) Encrypt(o Object, r Ref) Object {
	if d.lock == nil || d.lock.strings == methodNone {
		return o
	}
	out, err := walkStrings(o, func(s String) (String, error) {
		return String(d.lock.shut(d.lock.strings, r, []byte(s))), nil
	})
	if err != nil {
		return o // not reached: the function above does not fail
	}
	return out
}

// EncryptStream does so for the data of a stream.
func (d *Document) EncryptStream(data []byte, r Ref) []byte {
	if d.lock == nil {
		return data
	}
	return d.lock.shut(d.lock.streams, r, data)
}

// walkStrings copies an object with its strings changed. The Contents of a signature are never encrypted (7.6.2).
func walkStrings(o Object, change func(String) (String, error)) (Object, error) {
	switch v := o.(type) {
	case String:
		return change(v)
	case Array:
		out := make(Array, len(v))
		for i, e := range v {
			var err error
			if out[i], err = walkStrings(e, change); err != nil {
				return nil, err
			}
		}
		return out, nil
	case Dict:
		out := make(Dict, len(v))
		_, signature := v["ByteRange"]
		for key, e := range v {
			if signature && key == "Contents" {
				out[key] = e
				continue
			}
			var err error
			if out[key], err = walkStrings(e, change); err != nil {
				return nil, err
			}
		}
		return out, nil
	case *Stream:
		dict, err := walkStrings(v.Dict, change)
		if err != nil {
			return nil, err
		}
		return &Stream{Dict: dict.(Dict), Raw: v.Raw, ref: v.ref, odd: v.odd}, nil
	}
	return o, nil
}

// plain opens the data of a stream, which is packed still. Cross-reference streams never are encrypted; the metadata
// need not be, and a stream may be left out by a filter of its own (7.6.6).
func (d *Document) plain(s *Stream) ([]byte, error) {
	if d.lock == nil || s.ref == (Ref{}) || s.Dict["Type"] == Name("XRef") {
		return s.Raw, nil
	}
	if s.Dict["Type"] == Name("Metadata") && !d.lock.metadata {
		return s.Raw, nil
	}
	filters, params, err := d.filters(s.Dict)
	if err != nil {
		return nil, err
	}
	for i, f := range filters {
		if f != "Crypt" {
			continue
		}
		if name, _ := params[i]["Name"].(Name); name == "" || name == "Identity" {
			return s.Raw, nil
		}
	}
	return d.lock.open(d.lock.streams, s.ref, s.Raw)
}
