package pades

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/read"
	"campus.example/sealdesk/seal/stamp"
)

// tokenRoom is what the hole keeps free for a timestamp token, bytes; one has about 3,000, revocation data inside it
// some thousands more.
const tokenRoom = 8 << 10

// Request is what one signature looks like in the document.
type Request struct {
	PDF        []byte
	Field      string       // an empty field of the document, or the name of a new one
	Place      domain.Place // of a new one
	Chain      [][]byte     // certificates, DER, leaf first
	Appearance stamp.Look
	Signing    time.Time // stands in the document (M)
	Name       string    // stands in the document; empty leaves it out
	Reason     string
	Stamped    bool   // a timestamp will be added
	Across     Across // the strips that show the seal too; the zero value leaves them
}

// Begin puts the field, its drawing and a signature with a hole into the document. The whole document is hashed once.
func (e *Engine) Begin(r Request) (domain.Prepared, error) {
	out, err := e.begin(r)
	return out, fail(err)
}

func (e *Engine) begin(r Request) (domain.Prepared, error) {
	chain, err := e.chain(r.Chain)
	if err != nil {
		return domain.Prepared{}, err
	}
	doc, err := e.open(r.PDF)
	if err != nil {
		return domain.Prepared{}, err
	}
	f, err := openForm(doc)
	if err != nil {
		return domain.Prepared{}, err
	}
	s, err := openSheet(doc)
	if err != nil {
		return domain.Prepared{}, err
	}
	u := newUpdate(doc)
	sig := u.reserve()
	t, err := e.target(u, f, s, r, sig)
	if err != nil {
		return domain.Prepared{}, err
	}
	if r.Across != (Across{}) {
		if err := e.across(u, f, s, r); err != nil {
			return domain.Prepared{}, err
		}
	}
	if err := s.write(u); err != nil {
		return domain.Prepared{}, err
	}
	h := newHole(r, chain.room(r.Stamped), t.lock, func(o read.Object) read.Object { return doc.Encrypt(o, sig) })
	u.put(sig, h.body)
	out, at, err := u.bytes()
	if err != nil {
		return domain.Prepared{}, err
	}
	return h.close(e, out, at[sig.Num], chain)
}

// close writes the byte range.
func (h *hole) close(e *Engine, out []byte, at int, chain certificates) (domain.Prepared, error) {
	open, shut := at+h.open, at+h.shut
	values := fmt.Sprintf("%d %d %d", open, shut, len(out)-shut)
	if len(values) > rangeRoom {
		return domain.Prepared{}, fmt.Errorf("%w: too long for a byte range", read.ErrLimits)
	}
	copy(out[at+h.rangeAt:], values+strings.Repeat(" ", rangeRoom-len(values)))
	return e.prepared(out, open, shut, chain)
}

// Pending is what the steps after Begin need, kept as JSON.
type Pending struct {
	Attributes []byte   `json:"attributes"` // the signed attributes, DER, as a SET
	Chain      [][]byte `json:"chain"`      // certificates, DER, leaf first
	Open       int      `json:"open"`       // offset of '<' of the hole
	Shut       int      `json:"shut"`       // offset behind its '>'
	Size       int      `json:"size"`       // of the document
}

func readPending(in []byte) (Pending, error) {
	var p Pending
	if err := json.Unmarshal(in, &p); err != nil {
		return p, domain.Fail(domain.CodeInternal).Because(fmt.Errorf("what was prepared cannot be read: %w", err))
	}
	if len(p.Chain) == 0 || len(p.Attributes) == 0 || p.Open <= 0 || p.Shut <= p.Open+2 || p.Size < p.Shut {
		return p, domain.Fail(domain.CodeInternal).Because(fmt.Errorf("what was prepared is not whole"))
	}
	return p, nil
}
