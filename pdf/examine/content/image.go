package content

import "campus.example/sealdesk/pdf/read"

// skipImage passes over the data of a picture inside the content; the word ID is passed. Nothing says how long the data
// is: it ends at an EI between white space after which the content looks like text again.
func (s *Scanner) skipImage() {
	for i := s.at; i+1 < len(s.b); i++ {
		if s.b[i] != 'E' || s.b[i+1] != 'I' || !read.White(s.b[i-1]) {
			continue
		}
		if after := i + 2; after >= len(s.b) || read.White(s.b[after]) && plain(s.b[after:min(after+16, len(s.b))]) {
			s.at = i + 2
			return
		}
	}
	s.at = len(s.b)
}

func plain(b []byte) bool {
	for _, c := range b {
		if c >= 0x7f || c < ' ' && !read.White(c) {
			return false
		}
	}
	return true
}
