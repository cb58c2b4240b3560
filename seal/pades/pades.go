// Package pades signs PDF documents: it appends one section to the file, whose earlier bytes stay as they are, and
// makes the CMS signature that goes into it (PAdES B-B and B-T).
//
// The steps are apart, so that each can be recorded before the next begins: Begin leaves a hole, Sign uses the key,
// Token checks what a timestamp authority answered, Finish fills the hole. None touches the network or the disk.
//
// Sources: ISO 32000-2:2020, 12.7 and 12.8; ETSI EN 319 142-1 V1.1.1; ETSI EN 319 122-1 V1.1.1; RFC 5652; RFC 5035;
// RFC 3161. Lengths are points (1/72 inch) of the page as shown unless said otherwise.
package pades

import (
	"crypto/x509"
	"time"

	"campus.example/sealdesk/seal/stamp"
)

// Engine signs. It may be used by many goroutines.
type Engine struct {
	// Draw makes the drawing for a field of a size. It may keep what it made.
	Draw func(look stamp.Look, width, height float64) (*stamp.Form, error)
	// Now tells the time certificates are judged at.
	Now func() time.Time
	// TSARoots are the anchors a timestamp authority must lead to; nil trusts any authority whose token is sound.
	TSARoots *x509.CertPool
	// Password opens encrypted documents.
	Password string

	memory memory
}
