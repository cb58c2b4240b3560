package pades

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"

	"campus.example/sealdesk/domain"
)

// Finish fills the hole. The same input gives the same bytes. A signature that does not fit is an error, never cut
// off; what is left of the hole stays zero. token is empty for a signature without timestamp (B-B).
func (e *Engine) Finish(prepared, pending, signature, token []byte) ([]byte, error) {
	return e.finish(prepared, pending, signature, token, bytes.Clone)
}

// Fill is Finish for who needs the prepared document no more: it is filled where it stands, which saves a copy of it.
func (e *Engine) Fill(prepared, pending, signature, token []byte) ([]byte, error) {
	return e.finish(prepared, pending, signature, token, func(b []byte) []byte { return b })
}

func (e *Engine) finish(prepared, pending, signature, token []byte, keep func([]byte) []byte) ([]byte, error) {
	p, err := e.memory.pending(pending)
	if err != nil {
		return nil, err
	}
	chain, err := e.parse(p.Chain)
	if err != nil {
		return nil, err
	}
	if err := e.matches(chain[0], p.Attributes, signature); err != nil {
		return nil, err
	}
	if len(token) == 0 {
		token = nil
	} else if err := stamps(token, signature); err != nil {
		return nil, err
	}
	if len(prepared) != p.Size || !empty(prepared[p.Open:p.Shut]) {
		return nil, domain.Fail(CodeSignature).Because(errors.New("the document is not the one that was prepared"))
	}
	cms, err := signedData(p.Attributes, chain, signature, token)
	if err != nil {
		return nil, domain.Fail(domain.CodeInternal).Because(err)
	}
	if room := (p.Shut - p.Open - 2) / 2; len(cms) > room {
		return nil, domain.Fail(CodeTooBig, len(cms), room).Because(fmt.Errorf("%d bytes, %d fit", len(cms), room))
	}
	out := keep(prepared)
	hex.Encode(out[p.Open+1:], cms)
	return out, nil
}

// empty tells whether the hole is one.
func empty(hole []byte) bool {
	n := len(hole)
	if hole[0] != '<' || hole[n-1] != '>' {
		return false
	}
	for _, c := range hole[1 : n-1] {
		if c != '0' {
			return false
		}
	}
	return true
}
