package file

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// hexString reads <...>.
func (l *lexer) hexString() (String, error) {
	start := l.pos
	l.pos++
	out := []byte{}
	high := -1
	for ; l.pos < len(l.src); l.pos++ {
		c := l.src[l.pos]
		if c == '>' {
			if high >= 0 {
				out = append(out, byte(high<<4))
			}
			l.pos++
			return l.placed(String{Raw: out, Start: start, End: l.pos, Hex: true}), nil
		}
		d := hexDigit(c)
		switch {
		case isSpace(c):
		case d < 0:
			return String{}, l.bad("hexadecimal string")
		case high < 0:
			high = d
		default:
			out = append(out, byte(high<<4|d))
			high = -1
		}
	}
	return String{}, l.bad("hexadecimal string")
}

// literal reads (...) with its escapes (ISO 32000-2 7.3.4.2).
func (l *lexer) literal() (String, error) {
	start, open := l.pos, 1
	l.pos++
	out := []byte{}
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		l.pos++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return l.placed(String{Raw: out, Start: start, End: l.pos}), nil
			}
		case '\r':
			if l.peek(0) == '\n' {
				l.pos++
			}
			c = '\n'
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return String{}, l.bad("string")
}

// escape reads what follows a backslash.
func (l *lexer) escape(out []byte) []byte {
	if l.pos >= len(l.src) {
		return out
	}
	c := l.src[l.pos]
	l.pos++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.peek(0) == '\n' {
			l.pos++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	n := int(c - '0')
	for i := 0; i < 2 && l.peek(0) >= '0' && l.peek(0) <= '7'; i++ {
		n = n<<3 | int(l.src[l.pos]-'0')
		l.pos++
	}
	return append(out, byte(n))
}

func (l *lexer) placed(t String) String {
	if !l.inFile {
		t.Start, t.End = -1, -1
	}
	return t
}

// OnlyHex wants an even number of hexadecimal digits and nothing else.
func OnlyHex(b []byte) bool {
	for _, c := range b {
		if hexDigit(c) < 0 {
			return false
		}
	}
	return len(b)%2 == 0
}
