package pades

import (
	"fmt"
	"strings"
	"time"

	"campus.example/sealdesk/pdf/read"
)

// rangeRoom is the room for the last three numbers of ByteRange: up to 99,999,999,999 bytes each.
const rangeRoom = 3*11 + 2

// holeRoom is about what a signature dictionary takes besides its Contents, bytes.
const holeRoom = 512

// hole is a signature dictionary (ISO 32000-2, table 255) whose Contents are still zeros.
type hole struct {
	body    []byte
	rangeAt int // where in body the last three numbers of ByteRange stand
	open    int // where '<' of Contents stands
	shut    int // behind its '>'
}

// newHole writes the dictionary by hand: every offset in it matters. Contents and ByteRange are never encrypted
// (7.6.2).
func newHole(r Request, room int, lock read.Dict, encrypt func(read.Object) read.Object) *hole {
	h := &hole{}
	b := make([]byte, 0, 2*room+holeRoom)
	b = append(b, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 "...)
	h.rangeAt = len(b)
	b = append(b, strings.Repeat(" ", rangeRoom)...)
	b = append(b, "] /Contents "...)
	h.open = len(b)
	b = append(b, '<')
	b = b[:len(b)+2*room]
	for i := h.open + 1; i < len(b); i++ {
		b[i] = '0'
	}
	b = append(b, '>')
	h.shut = len(b)
	b = append(b, " /M "...)
	b = encode(b, encrypt(date(r.Signing)))
	if r.Name != "" {
		b = encode(append(b, " /Name "...), encrypt(textString(r.Name)))
	}
	if r.Reason != "" {
		b = encode(append(b, " /Reason "...), encrypt(textString(r.Reason)))
	}
	if lock != nil {
		b = append(b, " /Reference ["...)
		b = encode(b, encrypt(read.Dict{
			"Type": read.Name("SigRef"), "TransformMethod": read.Name("FieldMDP"), "TransformParams": lock,
		}))
		b = append(b, ']')
	}
	h.body = append(b, " >>"...)
	return h
}

// date writes a moment with its own zone (ISO 32000-1, 7.9.4).
func date(t time.Time) read.String {
	_, offset := t.Zone()
	sign := '+'
	if offset < 0 {
		sign, offset = '-', -offset
	}
	return read.String(fmt.Sprintf("D:%s%c%02d'%02d'", t.Format("20060102150405"), sign, offset/3600, offset/60%60))
}
