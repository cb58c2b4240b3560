package content

import "sealdesk/pdf/read"

// hex takes a hexadecimal string; the angle bracket is next. What is no digit is passed over.
func (s *Scanner) hex() read.String {
	s.at++
	var out []byte
	half := -1
	for s.at < len(s.b) {
		c := s.b[s.at]
		s.at++
		if c == '>' {
			break
		}
		v := unhex(c)
		switch {
		case v < 0:
		case half < 0:
			half = v
		default:
			out = append(out, byte(half<<4|v))
			half = -1
		}
	}
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return read.String(out)
}

// literal takes a string in round brackets; the bracket is next.
func (s *Scanner) literal() read.String {
	s.at++
	var out []byte
	for deep := 1; s.at < len(s.b); {
		c := s.b[s.at]
		s.at++
		switch c {
		case '(':
			deep++
		case ')':
			deep--
			if deep == 0 {
				return read.String(out)
			}
		case '\r':
			if s.at < len(s.b) && s.b[s.at] == '\n' {
				s.at++
			}
			c = '\n'
		case '\\':
			out = s.escape(out)
			continue
		}
		out = append(out, c)
	}
	return read.String(out)
}

// escape reads what follows a backslash.
func (s *Scanner) escape(out []byte) []byte {
	if s.at >= len(s.b) {
		return out
	}
	c := s.b[s.at]
	s.at++
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
		if s.at < len(s.b) && s.b[s.at] == '\n' {
			s.at++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for i := 0; i < 2 && s.at < len(s.b) && s.b[s.at] >= '0' && s.b[s.at] <= '7'; i++ {
		v = v<<3 | int(s.b[s.at]-'0')
		s.at++
	}
	return append(out, byte(v))
}

// skipImage passes over the data of a picture inside the content; the word ID is passed. Nothing says how long the data
// is: it ends at an EI between white space after which the content looks like text again.
func (s *Scanner) skipImage() {
	for i := s.at; i+1 < len(s.b); i++ {
		if s.b[i] != 'E' || s.b[i+1] != 'I' || !white(s.b[i-1]) {
			continue
		}
		if after := i + 2; after >= len(s.b) || white(s.b[after]) && plain(s.b[after:min(after+16, len(s.b))]) {
			s.at = i + 2
			return
		}
	}
	s.at = len(s.b)
}

func plain(b []byte) bool {
	for _, c := range b {
		if c >= 0x7f || c < ' ' && !white(c) {
			return false
		}
	}
	return true
}
