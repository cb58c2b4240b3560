// Package check validates signed PDF documents. It shares no code with the signer: its parser, its CMS reader and its
// rules are its own, so that a fault there does not excuse itself here. It reads strictly: what two readers could
// understand differently is refused, never repaired.
//
// What a later revision may do to a signed one is a short list (see package diff); every object of a later revision must
// be explained by one entry of that list, anything else is a forbidden change. The layers below this package, each of
// which imports only those before it: reason, file and cms, model, diff.
//
// Sources: ISO 32000-2 7.5 and 12.8, ETSI EN 319 142-1 (PAdES), EN 319 102-1 (validation), RFC 5652 (CMS), RFC 3161
// (timestamps), RFC 5035 (signing certificate); the attacks are those of pdf-insecurity.org (universal signature
// forgery, incremental saving, signature wrapping, shadow, evil annotation, sneaky signature).
package check

import (
	"time"

	"campus.example/sealdesk/seal/check/cms"
)

// Verdict is the sum of a report.
type Verdict string

// The verdicts. Valid: every signature is intact and trusted and nothing forbidden came after it. Invalid: at least
// one is not intact, or something forbidden came after it. Indeterminate: intact, but trust or an algorithm could not
// be established.
const (
	Valid         Verdict = "valid"
	Invalid       Verdict = "invalid"
	Indeterminate Verdict = "indeterminate"
	Unsigned      Verdict = "unsigned"
)

// Kinds of signatures.
const (
	KindAct       = "act"
	KindTimestamp = "timestamp"
)

// Levels of EN 319 142-1. A document timestamp has none.
const (
	LevelB   = "B-B"
	LevelT   = "B-T"
	LevelLT  = "B-LT"
	LevelLTA = "B-LTA"
)

// What came after a signature.
const (
	ChangesNone      = "none"
	ChangesPermitted = "permitted"
	ChangesForbidden = "forbidden"
)

// Report is the result for a document, in the words of `sealdesk verify --json`.
type Report struct {
	Verdict    Verdict     `json:"verdict"`
	Certified  bool        `json:"certified"` // the author restricts what may follow (DocMDP)
	Locked     bool        `json:"locked"`    // a signature permits no further change at all
	Removed    int         `json:"removed"`   // signatures that stand in the file and are no field's any more
	Signatures []Signature `json:"signatures"`
}

// Signature is one signature of a document, oldest first. Field and Signer come from the file: clean them before a
// terminal sees them.
type Signature struct {
	Field               string     `json:"field"`
	Kind                string     `json:"kind"`
	Signer              string     `json:"signer"`
	SubFilter           string     `json:"subfilter"`
	Level               string     `json:"level"`
	Digest              string     `json:"digest"`
	Intact              bool       `json:"intact"`
	Trusted             bool       `json:"trusted"`
	CoversWholeRevision bool       `json:"covers_whole_revision"`
	ChangesAfter        string     `json:"changes_after"`
	SigningTime         *time.Time `json:"signing_time"`   // as the signer claims
	TimestampTime       *time.Time `json:"timestamp_time"` // as a timestamp authority states
	Reason              string     `json:"reason"`         // codes of package reason, joined by "; "
}

// report returns the entry of a signature in the report.
func (s *judged) report() Signature {
	out := Signature{
		Field: s.Field.Name, Kind: KindAct, SubFilter: s.SubFilter, Level: s.level, Digest: s.digest,
		Intact: s.Intact, Trusted: s.trusted, CoversWholeRevision: s.Covers, ChangesAfter: ChangesNone,
		SigningTime: s.SigningTime, Reason: s.Reasons.String(),
	}
	if s.Timestamp {
		out.Kind = KindTimestamp
	}
	switch {
	case s.Forbidden:
		out.ChangesAfter = ChangesForbidden
	case s.Changed:
		out.ChangesAfter = ChangesPermitted
	}
	if s.cert != nil {
		out.Signer = cms.SubjectName(s.cert)
	}
	if s.token != nil {
		out.TimestampTime = &s.token.Time
	}
	return out
}
