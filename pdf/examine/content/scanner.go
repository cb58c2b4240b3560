// Package content cuts the programs inside PDF documents into operations: page contents, forms and character maps
// (ISO 32000-1, 7.8.2 and 9.7.5.4). It bends rather than breaks: viewers draw what they can of a content that is not
// quite right, and so what they show is what is found here.
package content

import "campus.example/sealdesk/pdf/read"

// Op is an operator with its operands before it. Args is valid until the next call of Next.
type Op struct {
	Name string
	Args []read.Object
}

// maxArgs bounds the operands that are kept; a character map of a careless producer has thousands.
const maxArgs = 1 << 16

// maxDepth bounds arrays and dictionaries within each other.
const maxDepth = 32

// Scanner gives the operations of a content one after another.
type Scanner struct {
	b    []byte
	at   int
	args []read.Object
}

// New makes a scanner. The content must not change while it is in use.
func New(b []byte) *Scanner { return &Scanner{b: b} }

// closer is an end of an array or dictionary that nothing opened, or that the innermost one waits for; or a start that
// stands too deep to be followed.
type closer string

// Next gives the next operation; ok is false at the end. Operands without an operator at the end are lost.
func (s *Scanner) Next() (op Op, ok bool) {
	s.args = s.args[:0]
	for {
		o, word, ok := s.token(0)
		if !ok {
			return Op{}, false
		}
		if word == "" {
			if _, stray := o.(closer); !stray && len(s.args) < maxArgs {
				s.args = append(s.args, o)
			}
			continue
		}
		if word == "ID" {
			s.skipImage()
			word = "BI"
		}
		return Op{Name: word, Args: s.args}, true
	}
}

// token gives an operand, or an operator as a word.
func (s *Scanner) token(deep int) (o read.Object, word string, ok bool) {
	s.at += read.Space(s.b[s.at:])
	if s.at >= len(s.b) {
		return nil, "", false
	}
	switch c := s.b[s.at]; c {
	case '/':
		name, n := read.NameToken(s.b[s.at:])
		s.at += n
		return name, "", true
	case '(':
		return s.text(read.LiteralString), "", true
	case '<':
		if s.at+1 < len(s.b) && s.b[s.at+1] == '<' {
			s.at += 2
			if deep >= maxDepth {
				return closer("<"), "", true
			}
			return s.dict(deep + 1), "", true
		}
		return s.text(read.HexString), "", true
	case '[':
		s.at++
		if deep >= maxDepth {
			return closer(c), "", true
		}
		return s.array(deep + 1), "", true
	case ']', '{', '}', ')':
		s.at++
		return closer(c), "", true
	case '>':
		s.at++
		if s.at < len(s.b) && s.b[s.at] == '>' {
			s.at++
		}
		return closer(c), "", true
	}
	return s.regular()
}

// text takes a string. Viewers show what there is of one that is damaged, so its fault does not count.
func (s *Scanner) text(decode func([]byte) (read.String, int, error)) read.String {
	out, n, _ := decode(s.b[s.at:])
	s.at += n
	return out
}

// regular takes a number, a word with a meaning of its own, or an operator.
func (s *Scanner) regular() (o read.Object, word string, ok bool) {
	from := s.at
	for s.at < len(s.b) && read.Regular(s.b[s.at]) {
		s.at++
	}
	w := s.b[from:s.at]
	if n, ok := number(w); ok {
		return n, "", true
	}
	switch string(w) {
	case "true":
		return true, "", true
	case "false":
		return false, "", true
	case "null":
		return nil, "", true
	}
	return nil, string(w[:min(len(w), 64)]), true
}

func (s *Scanner) array(deep int) read.Object {
	out := read.Array{}
	for {
		o, word, ok := s.token(deep)
		if !ok {
			return out
		}
		if c, closed := o.(closer); closed && c == "]" {
			return out
		} else if closed || word != "" {
			continue
		}
		out = append(out, o)
	}
}

func (s *Scanner) dict(deep int) read.Object {
	out := read.Dict{}
	var key read.Name
	have := false
	for {
		o, word, ok := s.token(deep)
		if !ok {
			return out
		}
		if c, closed := o.(closer); closed && c == ">" {
			return out
		} else if closed || word != "" {
			continue
		}
		if have {
			out[key], have = o, false
		} else if key, have = o.(read.Name); !have {
			continue
		}
	}
}
