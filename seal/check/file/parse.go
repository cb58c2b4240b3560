package file

// parse reads one value. It accepts only what every reader understands the same way.
func (l *lexer) parse(depth int) (Value, error) {
	if depth > MaxDepth {
		return nil, ErrLimit
	}
	if err := l.budget.spend(&l.budget.values, 1); err != nil {
		return nil, err
	}
	l.skip()
	start := l.pos
	v, err := l.parseAny(depth)
	if depth == 0 && err == nil {
		err = l.budget.work(l.pos - start)
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

func (l *lexer) parseAny(depth int) (Value, error) {
	if l.pos >= len(l.src) {
		return nil, l.bad("end of file")
	}
	switch c := l.src[l.pos]; {
	case c == '/':
		return l.readName()
	case c == '(':
		return l.literal()
	case c == '<' && l.peek(1) == '<':
		return l.dictionary(depth)
	case c == '<':
		return l.hexString()
	case c == '[':
		return l.list(depth)
	case isDigit(c):
		if r, ok := l.reference(); ok {
			return r, nil
		}
		return l.number()
	case c == '+' || c == '-' || c == '.':
		return l.number()
	case l.keyword("true"):
		return true, nil
	case l.keyword("false"):
		return false, nil
	case l.keyword("null"):
		return nil, nil
	}
	return nil, l.bad("unexpected byte")
}

// reference reads "12 0 R" and leaves the position alone when it is something else.
func (l *lexer) reference() (Ref, bool) {
	start := l.pos
	num, ok := l.natural()
	if ok && l.pos < len(l.src) && !isRegular(l.src[l.pos]) {
		l.skip()
		gen, isGen := l.natural()
		if isGen && l.pos < len(l.src) && !isRegular(l.src[l.pos]) {
			l.skip()
			if l.keyword("R") {
				return Ref{num, gen}, true
			}
		}
	}
	l.pos = start
	return Ref{}, false
}

func (l *lexer) list(depth int) (Value, error) {
	l.pos++
	out := Array{}
	for {
		l.skip()
		if l.peek(0) == ']' {
			l.pos++
			return out, nil
		}
		v, err := l.parse(depth + 1)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
}

func (l *lexer) dictionary(depth int) (Value, error) {
	l.pos += 2
	out := NewDict()
	for {
		l.skip()
		if l.peek(0) == '>' && l.peek(1) == '>' {
			l.pos += 2
			return out, nil
		}
		if l.peek(0) != '/' {
			return nil, l.bad("key")
		}
		key, err := l.readName()
		if err != nil {
			return nil, err
		}
		v, err := l.parse(depth + 1)
		if err != nil {
			return nil, err
		}
		if before, again := out.Entries[key]; again && !same(l.budget, before, v) {
			out.Twice = true
		}
		out.Entries[key] = v
	}
}

// header reads "12 0 obj".
func (l *lexer) header() (Ref, error) {
	l.skip()
	num, ok := l.natural()
	if !ok || num > maxNumber {
		return Ref{}, l.bad("object number")
	}
	l.skip()
	gen, ok := l.natural()
	if !ok || gen > 65535 {
		return Ref{}, l.bad("generation")
	}
	l.skip()
	if !l.keyword("obj") {
		return Ref{}, l.bad("obj")
	}
	return Ref{num, gen}, nil
}
