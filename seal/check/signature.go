package check

import "time"

// Limits for the signatures of one document. They are far above what an office sees.
const (
	maxSignatures = 100
	maxFields     = 50_000
	maxContents   = 8 << 20 // bytes of one signature
)

// sig is one signature of the document.
type sig struct {
	field     field
	subFilter string
	timestamp bool // a document timestamp, not an act
	intact    bool
	covers    bool // it signs a whole revision
	changed   bool // a later save changed something
	forbidden bool // a later save changed what it may not
	signing   *time.Time
	reasons   reasons

	dict     *dict
	obj      int    // number of the object that holds the dictionary
	hole     [2]int // of /Contents in the file, delimiters included
	end      int    // of what is signed
	rank     int    // of the revision it signs, -1 when there is none
	contents []byte // the CMS with its padding
	perm     int    // what it permits to change: 0 no word, 1 nothing, 2 forms, 3 forms and annotations
	certify  bool   // it is the certification signature
	locks    []lock // fields it locks
}

func (s *sig) broken(code string) {
	s.intact = false
	s.reasons.add(code)
}

func (s *sig) forbid(code string) {
	s.forbidden = true
	s.reasons.add(code)
}

func (s *sig) locked(field string) bool {
	for _, l := range s.locks {
		if l.holds(field) {
			return true
		}
	}
	return false
}

// locksAll tells whether a signature permits nothing but long-term data after it.
func (s *sig) locksAll() bool {
	for _, l := range s.locks {
		if l.action != "Include" && l.action != "Exclude" || l.action == "Exclude" && len(l.fields) == 0 {
			return true
		}
	}
	return s.perm == permNothing
}

// limit keeps the strictest permission.
func (s *sig) limit(p int) {
	if s.perm == permUnsaid || p < s.perm {
		s.perm = p
	}
}
