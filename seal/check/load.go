package check

import "errors"

func isLimit(err error) bool { return errors.Is(err, errLimit) }

// Load reads an object as a reader of that rank sees it. An object that is not there is null.
func (d *document) Load(r ref, rank int) (value, error) {
	v, ok := d.Lookup(r.Num, rank)
	if !ok || (v.Kind == entryPlain && v.Gen != r.Gen) || (v.Kind == entryPacked && r.Gen != 0) {
		return nil, nil
	}
	return d.LoadVersion(r.Num, v)
}

func (d *document) LoadVersion(num int, v version) (value, error) {
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
func (v version) Of(num int) version {
	v.Gen |= num << 17
	return v
}

func (d *document) readPlain(num int, v version) (value, error) {
	o, err := d.readObject(v.Offset, func(r ref) (value, error) { return d.Load(r, v.Rank) })
	if err != nil {
		return nil, err
	}
	if o.ref != (ref{num, v.Gen}) {
		return nil, errDamaged
	}
	if d.crypt != nil {
		return d.crypt.open(o.ref, o.value)
	}
	return o.value, nil
}

// Resolve follows references until something else is found.
func (d *document) Resolve(v value, rank int) (value, error) {
	for range maxDeref {
		r, ok := v.(ref)
		if !ok {
			return v, d.budget.work(1)
		}
		var err error
		if v, err = d.Load(r, rank); err != nil {
			return nil, err
		}
	}
	return nil, errLimit
}

// DictAt resolves to a dictionary, nil when it is something else or cannot be read.
func (d *document) DictAt(v value, rank int) *dict {
	v, err := d.Resolve(v, rank)
	if err != nil {
		return nil
	}
	out, _ := v.(*dict)
	return out
}

// ArrayAt resolves to an array. A null counts as empty; ok is false for another type or an unreadable object.
func (d *document) ArrayAt(v value, rank int) (out array, ok bool) {
	v, err := d.Resolve(v, rank)
	if err != nil {
		return nil, false
	}
	if v == nil {
		return nil, true
	}
	out, ok = v.(array)
	return out, ok
}

func (d *document) Catalog(rank int) *dict { return d.DictAt(d.Root(rank), rank) }

// Root gives the catalog's reference, which is all the trailer may say about it.
func (d *document) Root(rank int) value {
	r, ok := d.Trailer(rank).Get("Root").(ref)
	if !ok {
		return nil
	}
	return r
}
