package seal

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"errors"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/sight"
	"campus.example/sealdesk/seal/stamp"
)

// Drawable refuses what cannot be drawn in a field of that size, before anything is prepared for it. Errors: those of
// stamp.Artist.Draw.
func (e *Engine) Drawable(look domain.Appearance, width, height float64) error {
	_, err := e.draw(stamp.Look{Appearance: look}, width, height)
	return err
}

// Prepare adds empty signature fields, and the strips for the seal across the pages, in one incremental update.
func (e *Engine) Prepare(pdf []byte, fields []domain.Field) ([]byte, error) {
	if e.opt.Refuse != nil {
		if err := e.opt.Refuse(nil); err != nil {
			return nil, err
		}
	}
	return e.pades.Prepare(pdf, named(fields), e.across())
}

func named(fields []domain.Field) []domain.Field {
	out := make([]domain.Field, len(fields))
	for i, f := range fields {
		out[i] = domain.Field{Name: FieldName(f.Name), Place: f.Place}
	}
	return out
}

// CheckPrepared looks at a document whose empty fields were added. Errors: CodeFieldsUnsound; CodeSealUnseen when it
// could not be looked at, or the context's.
func (e *Engine) CheckPrepared(ctx context.Context, input, output []byte, fields []domain.Field) error {
	if e.opt.LookPrepared == nil {
		return domain.Fail(domain.CodeInternal, "check")
	}
	err := e.opt.LookPrepared(ctx, sight.Prepared{Input: input, Output: output, Fields: named(fields)})
	if _, bad := errors.AsType[*sight.Fault](err); bad {
		return domain.Fail(domain.CodeFieldsUnsound, err.Error()).Because(err)
	} else if err != nil && ctx.Err() == nil {
		return domain.Fail(domain.CodeSealUnseen).Because(err)
	}
	return err
}

// Begin draws the appearance and leaves a hole for the signature.
func (e *Engine) Begin(r domain.SealRequest) (domain.Prepared, error) {
	var look stamp.Look
	if err := json.Unmarshal(r.Appearance, &look); err != nil {
		return domain.Prepared{}, domain.Fail(domain.CodeBadInput, "appearance").Because(err)
	}
	if len(r.Key.Chain) == 0 {
		return domain.Prepared{}, domain.Fail(domain.CodeCertificate, r.Key.ID)
	}
	if e.opt.Refuse != nil {
		if err := e.opt.Refuse(r.Key.Chain); err != nil {
			return domain.Prepared{}, err
		}
	}
	leaf, err := x509.ParseCertificate(r.Key.Chain[0])
	if err != nil {
		return domain.Prepared{}, domain.Fail(domain.CodeCertificate, r.Key.ID).Because(err)
	}
	request := pades.Request{
		PDF: r.PDF, Field: FieldName(r.Field), Place: r.Place, Chain: r.Key.Chain, Appearance: look,
		Signing: r.Signing.In(e.opt.Zone), Name: leaf.Subject.CommonName, Reason: r.Reason, Stamped: true,
	}
	if r.Key.ID == domain.OfficeKey && look.Ring != "" {
		request.Across = e.across()
	}
	return e.pades.Begin(request)
}

// Sign signs the digest of what was prepared. Error: CodeSealKeyLocked.
func (e *Engine) Sign(key domain.SigningKey, pending []byte) ([]byte, error) {
	signer, err := e.signer(key)
	if err != nil {
		return nil, err
	}
	return e.pades.Sign(signer, pending)
}

// TokenRequest makes the DER TimeStampReq for a signature; it is the same for the same signature.
func (e *Engine) TokenRequest(signature []byte) ([]byte, error) {
	return e.pades.TokenRequest(signature)
}

// Token takes the checked token out of a TimeStampResp. Error: CodeProviderNonsense.
func (e *Engine) Token(signature, response []byte) ([]byte, error) {
	return e.pades.Token(signature, response)
}

// Finish fills the hole: the same input gives the same bytes.
func (e *Engine) Finish(prepared, pending, signature, token []byte) ([]byte, error) {
	return e.pades.Finish(prepared, pending, signature, token)
}

// Check lets other code read the finished document, and look at it. Place is where the seal was asked; the zero value is
// the field's own place. Errors: CodeSealQuarantined; CodeSealUnseen
// when it could not be looked at, or the context's.
func (e *Engine) Check(ctx context.Context, input, output []byte, field string, place domain.Place) error {
	if e.opt.Check == nil || e.opt.Look == nil {
		return domain.Fail(domain.CodeInternal, "check")
	}
	if err := e.opt.Check(input, output, FieldName(field), e.anchors, e.opt.Now()); err != nil {
		return domain.Fail(domain.CodeSealQuarantined).Because(err)
	}
	err := e.opt.Look(ctx, sight.Act{Input: input, Output: output, Field: FieldName(field), Place: place})
	if _, bad := errors.AsType[*sight.Fault](err); bad {
		return domain.Fail(domain.CodeSealQuarantined).Because(err)
	} else if err != nil && ctx.Err() == nil {
		return domain.Fail(domain.CodeSealUnseen).Because(err)
	}
	return err
}

// Outline returns the sizes of the pages as shown, in points, and the places of the acts that are still to come: the
// empty fields of the document, by act. It fails as reading a document does.
func (e *Engine) Outline(pdf []byte) (sizes [][2]float64, places map[domain.Act]domain.Place, err error) {
	out, err := e.pades.Outline(pdf)
	if err != nil {
		return nil, nil, err
	}
	places = map[domain.Act]domain.Place{}
	for _, act := range domain.Acts() {
		for _, field := range out.Empty {
			if field.Name == FieldName(act.Field()) {
				places[act] = field.Place
			}
		}
	}
	return out.Sizes, places, nil
}
