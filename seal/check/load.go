package check

import "errors"

func isLimit(err error) bool { return errors.Is(err, errLimit) }

// load reads an object as a reader of that rank sees it. An object that is not there is null.
func (d *document) load(r ref, rank int) (value, error) {
	v, ok := d.lookup(r.num, rank)
	if !ok || (v.kind == entryPlain && v.gen != r.gen) || (v.kind == entryPacked && r.gen != 0) {
		return nil, nil
	}
	return d.loadVersion(r.num, v)
}

func (d *document) loadVersion(num int, v version) (value, error) {
	if c, ok := d.cache[v.of(num)]; ok {
		return c.value, c.err
	}
	if err := d.budget.enter(); err != nil {
		return nil, err
	}
	defer d.budget.leave()
	var c cached
	if v.kind == entryPacked {
		c.value, c.err = d.readPacked(num, v)
	} else {
		c.value, c.err = d.readPlain(num, v)
	}
	d.cache[v.of(num)] = c
	return c.value, c.err
}

// of returns a key for the version of one object. Objects may share an offset by mistake or by malice; their keys differ.
func (v version) of(num int) version {
	v.gen |= num << 17
	return v
}

func (d *document) readPlain(num int, v version) (value, error) {
	o, err := d.readObject(v.offset, func(r ref) (value, error) { return d.load(r, v.rank) })
	if err != nil {
		return nil, err
	}
	if o.ref != (ref{num, v.gen}) {
		return nil, errDamaged
	}
	if d.crypt != nil {
		return d.crypt.open(o.ref, o.value)
	}
	return o.value, nil
}

// resolve follows references until something else is found.
func (d *document) resolve(v value, rank int) (value, error) {
	for range maxDeref {
		r, ok := v.(ref)
		if !ok {
			return v, d.budget.work(1)
		}
		var err error
		if v, err = d.load(r, rank); err != nil {
			return nil, err
		}
	}
	return nil, errLimit
}

// dictAt resolves to a dictionary, nil when it is something else or cannot be read.
func (d *document) dictAt(v value, rank int) *dict {
	v, err := d.resolve(v, rank)
	if err != nil {
		return nil
	}
	out, _ := v.(*dict)
	return out
}

// arrayAt resolves to an array. A null counts as empty; ok is false for another type or an unreadable object.
func (d *document) arrayAt(v value, rank int) (out array, ok bool) {
	v, err := d.resolve(v, rank)
	if err != nil {
		return nil, false
	}
	if v == nil {
		return nil, true
	}
	out, ok = v.(array)
	return out, ok
}

func (d *document) catalog(rank int) *dict { return d.dictAt(d.root(rank), rank) }

// root gives the catalog's reference, which is all the trailer may say about it.
func (d *document) root(rank int) value {
	r, ok := d.trailer(rank).get("Root").(ref)
	if !ok {
		return nil
	}
	return r
}
