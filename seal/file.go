package seal

import (
	"crypto/x509"
	"errors"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/keys"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/stamp"
)

// FileRequest is one seal on any document, outside the life of a contract.
type FileRequest struct {
	PDF      []byte
	Password string
	Key      keys.Key
	Look     stamp.Look
	// Field names an empty field of the document. Without it a new field is made at At.
	Field string
	// At is where a new field stands: page, middle of the seal, width and height, points of the page as shown.
	Page                int // from 1
	X, Y, Width, Height float64
	// Across puts the seal across the pages too. The strips for it cannot be made once a signature is there.
	Across bool
	Reason string
	// Stamp exchanges a TimeStampReq for a TimeStampResp; nil leaves the signature without a timestamp (B-B).
	Stamp    func(request []byte) (response []byte, err error)
	TSARoots *x509.CertPool // nil trusts any sound token
	Now      func() time.Time
	Zone     *time.Location // nil is China's
	// Begin writes the field and its hole by another engine; nil is ours. What comes into the hole is ours in any case.
	Begin func(own *pades.Engine, q pades.Request) (domain.Prepared, error)
	// Check is the second look at the result; nil leaves it to the caller.
	Check func(input, output []byte, field string, place domain.Place) error
}

// File seals one document. Errors are those of pades; nothing is returned with an error.
func File(r FileRequest) ([]byte, error) {
	artist, err := stamp.New()
	if err != nil {
		return nil, err
	}
	if r.Zone == nil {
		r.Zone = time.FixedZone("CST", 8*60*60)
	}
	e := &pades.Engine{Draw: artist.Draw, Now: r.Now, TSARoots: r.TSARoots, Password: r.Password}
	q := pades.Request{PDF: r.PDF, Field: r.Field, Appearance: r.Look, Signing: r.Now().In(r.Zone), Reason: r.Reason, Stamped: r.Stamp != nil}
	for _, c := range r.Key.Chain {
		q.Chain = append(q.Chain, c.Raw)
	}
	if len(q.Chain) == 0 {
		return nil, domain.Fail(domain.CodeCertificate).Because(errors.New("no certificate"))
	}
	if err := keys.Usable(r.Key.Chain[0], r.Now()); err != nil {
		return nil, err
	}
	q.Name = r.Key.Chain[0].Subject.CommonName
	across := pades.Across{Prefix: acrossPrefix, Size: min(r.Width, r.Height)}
	facts, err := e.Look(r.PDF, "Seal", across)
	if err != nil {
		return nil, err
	}
	if q.Field == "" {
		q.Field = facts.Free
		q.Place = domain.Place{Page: r.Page, X: r.X - r.Width/2, Y: r.Y - r.Height/2, W: r.Width, H: r.Height}
	}
	if r.Across && facts.Pages > 1 {
		if !facts.Strips {
			if facts.Signed {
				return nil, domain.Fail(domain.CodeAcrossLate)
			}
			if q.PDF, err = e.Prepare(r.PDF, nil, across); err != nil {
				return nil, err
			}
		}
		q.Across = across
	}
	out, err := carry(e, r, q)
	if err != nil {
		return nil, err
	}
	if r.Check != nil {
		if err := r.Check(r.PDF, out, q.Field, q.Place); domain.CodeOf(err) != "" {
			return nil, err
		} else if err != nil {
			return nil, domain.Fail(domain.CodeSealCheckFailed, err.Error()).Because(err)
		}
	}
	return out, nil
}

// carry takes a request from its beginning to its end.
func carry(e *pades.Engine, r FileRequest, q pades.Request) ([]byte, error) {
	begin := r.Begin
	if begin == nil {
		begin = (*pades.Engine).Begin
	}
	prepared, err := begin(e, q)
	if err != nil {
		return nil, err
	}
	signature, err := e.Sign(r.Key.Signer, prepared.Pending)
	if err != nil {
		return nil, err
	}
	var token []byte
	if r.Stamp != nil {
		request, err := e.TokenRequest(signature)
		if err != nil {
			return nil, err
		}
		response, err := r.Stamp(request)
		if err != nil {
			return nil, err
		}
		if token, err = e.Token(signature, response); err != nil {
			return nil, err
		}
	}
	return e.Fill(prepared.PDF, prepared.Pending, signature, token)
}
