package domain

import "time"

// SealState is a step of the seal operation. Every step is durable before the next begins, so the operation may be
// cut off anywhere and goes on from where it stood.
type SealState string

// The steps. The first recorded signature wins: after SealSigned nothing is ever signed again, the operation only
// rolls forward.
const (
	SealReserved     SealState = "reserved"
	SealPrepared     SealState = "prepared"
	SealKeyUse       SealState = "keyuse"
	SealSigned       SealState = "signed"
	SealStamped      SealState = "stamped"
	SealMaterialised SealState = "materialised"
	SealVerified     SealState = "verified"
	SealCommitted    SealState = "committed"
	SealQuarantined  SealState = "quarantined"
	SealAborted      SealState = "aborted"
)

// SealStates lists the steps in order.
func SealStates() []SealState {
	return []SealState{
		SealReserved, SealPrepared, SealKeyUse, SealSigned, SealStamped, SealMaterialised, SealVerified, SealCommitted,
	}
}

// SealFollows tells whether the operation may go from one step to the next. Key use may repeat after a crash; an
// abort is possible only before any key was used; a result the check refuses is quarantined.
func SealFollows(from, to SealState) bool {
	switch to {
	case SealAborted:
		return from == SealReserved || from == SealPrepared
	case SealQuarantined:
		return from == SealMaterialised
	case SealKeyUse:
		return from == SealPrepared || from == SealKeyUse
	}
	steps := SealStates()
	for i := 1; i < len(steps); i++ {
		if steps[i] == to {
			return steps[i-1] == from
		}
	}
	return false
}

// SealOp is one act of signing or sealing one contract: the four acts are all done by it.
type SealOp struct {
	ID       string
	Contract string
	Act      Act
	Round    int // Contract.Round when it was reserved
	State    SealState
	Person   string // who acted: Person.ID
	Operator string // the office's seal only: Operator.Name
	Reserved time.Time
	Signing  time.Time // fixed at the reservation, stands in the document

	InputSHA    string // the revision that is signed
	Appearance  []byte // JSON of what is drawn: strokes, or the words of the seal
	Place       Place  // the office's own field; the parties' fields stand in the document already
	KeyID       string // which key signs: see workflow.Sealer
	Certificate string // SHA-256 of the leaf certificate
	PreparedSHA string // document with a hole for the signature
	Pending     []byte // what the engine needs to go on from there
	Digest      string // SHA-256 of the signed attributes, in hexadecimal
	KeyUses     int
	Signature   []byte // first recorded one, immutable
	Token       []byte // RFC 3161 timestamp token
	OutputSHA   string
	Committed   time.Time
	Reason      string
}

// Place is a rectangle on a page, in points (1/72 inch) from the bottom left corner of the page as shown.
type Place struct {
	Page       int // from 1
	X, Y, W, H float64
}
