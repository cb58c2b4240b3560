package model

import (
	"time"

	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/reason"
)

// Limits for the signatures of one document. They are far above what an office sees.
const (
	maxSignatures = 100
	maxFields     = 50_000
	maxContents   = 8 << 20 // bytes of one signature
)

// Signature is one signature of the document.
type Signature struct {
	Field       Field
	SubFilter   string
	Timestamp   bool // a document timestamp, not an act
	Intact      bool
	Covers      bool // it signs a whole revision
	Changed     bool // a later save changed something
	Forbidden   bool // a later save changed what it may not
	SigningTime *time.Time
	Reasons     reason.List

	dict      *file.Dict
	Object    int    // number of the object that holds the dictionary
	Hole      [2]int // of /Contents in the file, delimiters included
	End       int    // of what is signed
	Rank      int    // of the revision it signs, -1 when there is none
	Contents  []byte // the CMS with its padding
	Permits   int    // what it permits to change: 0 no word, 1 nothing, 2 forms, 3 forms and annotations
	Certifies bool   // it is the certification signature
	locks     []lock // fields it locks
}

// Broken notes why a signature is not intact.
func (s *Signature) Broken(code string) {
	s.Intact = false
	s.Reasons.Add(code)
}

// Forbid notes a change after the signature that it does not permit.
func (s *Signature) Forbid(code string) {
	s.Forbidden = true
	s.Reasons.Add(code)
}

// Locked reports whether a field may not change after the signature.
func (s *Signature) Locked(field string) bool {
	for _, l := range s.locks {
		if l.holds(field) {
			return true
		}
	}
	return false
}

// LocksAll reports whether a signature permits nothing but long-term data after it.
func (s *Signature) LocksAll() bool {
	for _, l := range s.locks {
		if l.action != "Include" && l.action != "Exclude" || l.action == "Exclude" && len(l.fields) == 0 {
			return true
		}
	}
	return s.Permits == PermNothing
}

// limit keeps the strictest permission.
func (s *Signature) limit(p int) {
	if s.Permits == PermUnsaid || p < s.Permits {
		s.Permits = p
	}
}
