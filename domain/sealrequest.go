package domain

import "time"

// Field is an empty signature field to prepare.
type Field struct {
	Name  string
	Place Place
}

// SealRequest says what one act looks like in the document.
type SealRequest struct {
	PDF        []byte
	Field      string
	Place      Place // zero when the field stands in the document already
	Key        SigningKey
	Appearance []byte // JSON of Appearance
	Signing    time.Time
	Reason     string
}

// Appearance is what is drawn in a field: a hand-drawn or typed signature, or a round seal.
type Appearance struct {
	Strokes [][][2]float64 `json:"strokes,omitempty"` // 0..1000 each way, origin top left
	Typed   string         `json:"typed,omitempty"`
	Caption string         `json:"caption,omitempty"` // small line below a signature
	Ring    string         `json:"ring,omitempty"`    // words around the round seal
	Line    string         `json:"line,omitempty"`    // words below the star: 合同专用章
	Picture []byte         `json:"picture,omitempty"` // PNG or JPEG of a seal, instead of words
}

// Prepared is a document with a hole, and what is needed to fill it.
type Prepared struct {
	PDF     []byte
	Pending []byte
	Digest  string // SHA-256 of the signed attributes, hexadecimal
}
