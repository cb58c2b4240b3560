package file

import "errors"

// IsLimit reports whether reading exceeded a limit.
func IsLimit(err error) bool { return errors.Is(err, ErrLimit) }

// Load returns an object as a reader of that rank sees it. An object that is not there is null.
func (d *Document) Load(r Ref, rank int) (Value, error) {
	v, ok := d.Lookup(r.Num, rank)
	if !ok || (v.Kind == EntryPlain && v.Gen != r.Gen) || (v.Kind == entryPacked && r.Gen != 0) {
		return nil, nil
	}
	return d.LoadVersion(r.Num, v)
}

// LoadVersion returns one version of an object.
func (d *Document) LoadVersion(num int, v Version) (Value, error) {
	if c, ok := d.cache[v.Of(num)]; ok {
		return c.value, c.err
	}
	if err := d.budget.enter(); err != nil {
		return nil, err
	}
	defer d.budget.leave()
	var c cached
	if v.Kind == entryPacked {
		c.value, c.err = d.readPacked(num, v)
	} else {
		c.value, c.err = d.readPlain(num, v)
	}
	d.cache[v.Of(num)] = c
	return c.value, c.err
}

// Of returns a key for the version of one object. Objects may share an offset by mistake or by malice; their keys differ.
func (v Version) Of(num int) Version {
	v.Gen |= num << 17
	return v
}

func (d *Document) readPlain(num int, v Version) (Value, error) {
	o, err := d.readObject(v.Offset, func(r Ref) (Value, error) { return d.Load(r, v.Rank) })
	if err != nil {
		return nil, err
	}
	if o.ref != (Ref{num, v.Gen}) {
		return nil, ErrDamaged
	}
	if d.crypt != nil {
		return d.crypt.open(o.ref, o.value)
	}
	return o.value, nil
}

// Resolve follows references until something else is found.
func (d *Document) Resolve(v Value, rank int) (Value, error) {
	for range MaxDeref {
		r, ok := v.(Ref)
		if !ok {
			return v, d.budget.work(1)
		}
		var err error
		if v, err = d.Load(r, rank); err != nil {
			return nil, err
		}
	}
	return nil, ErrLimit
}

// DictAt resolves to a dictionary. It returns nil when the value is something else or cannot be read.
func (d *Document) DictAt(v Value, rank int) *Dict {
	v, err := d.Resolve(v, rank)
	if err != nil {
		return nil
	}
	out, _ := v.(*Dict)
	return out
}

// ArrayAt resolves to an array. A null counts as empty; ok is false for another type or an unreadable object.
func (d *Document) ArrayAt(v Value, rank int) (out Array, ok bool) {
	v, err := d.Resolve(v, rank)
	if err != nil {
		return nil, false
	}
	if v == nil {
		return nil, true
	}
	out, ok = v.(Array)
	return out, ok
}

// Catalog returns the catalog of a rank, nil when it cannot be read.
func (d *Document) Catalog(rank int) *Dict { return d.DictAt(d.Root(rank), rank) }

// Root returns the catalog's reference, which is all that the trailer may say about it.
func (d *Document) Root(rank int) Value {
	r, ok := d.Trailer(rank).Get("Root").(Ref)
	if !ok {
		return nil
	}
	return r
}
