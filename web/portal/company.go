package portal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/query"
)

// companyPage is what a company of Party B shows once (G3, G4).
type companyPage struct {
	query.Task
	Path    string
	Mandate identity.Mandate
	Legal   bool // the legal representative's declaration is ticked
	Limit   int  // MiB a file
	Consent consentText
}

func (p *portal) companyForm(v *visit) { p.companyPage(v, nil) }

func (p *portal) companyPage(v *visit, problem error) {
	no := v.r.PathValue("no")
	t, err := p.Office.SignerContract(v.ctx(), v.caller(), no)
	if err != nil {
		v.fail(err)
		return
	}
	if stateOf(t) != stateSeal {
		v.to(contractPath(no))
		return
	}
	page := companyPage{
		Task: t, Path: contractPath(no), Limit: identity.MaxPhotoBytes >> 20, Consent: v.consent(i18n.ConsentAuthority),
		Legal: v.r.PostFormValue("authority") == string(domain.AuthorityLegalRepresentative),
	}
	if page.Mandate, err = p.Office.MandateOf(v.ctx(), v.caller(), no); err != nil {
		v.fail(err)
		return
	}
	if len(page.Mandate.Waiting) > 0 {
		v.to(contractPath(no))
		return
	}
	s := sheet{name: "company", title: v.t().Seal.CompanyTitle, state: "company", problem: problem, page: page}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

// company takes the letter and the picture to the review desk.
func (p *portal) company(v *visit) {
	no := v.r.PathValue("no")
	shown := identity.Showing{As: domain.AuthorityAuthorised, Consent: v.agreed(i18n.ConsentAuthority)}
	if v.r.PostFormValue("authority") == string(domain.AuthorityLegalRepresentative) {
		shown.As = domain.AuthorityLegalRepresentative
	}
	var err error
	if shown.Letter, err = v.upload("letter", plainLetter); err == nil {
		shown.Picture, err = v.upload("picture", plainSeal)
	}
	if err == nil {
		err = p.Office.Enrol(v.ctx(), v.caller(), no, shown)
	}
	switch code := domain.CodeOf(err); {
	case err == nil, code == domain.CodeAuthorityWaiting, code == domain.CodeSealRunning, code == domain.CodeOutOfTurn:
		v.to(contractPath(no)) // pressed twice: the page shows what the first time did
	case wrongInput(err):
		p.companyPage(v, err)
	default:
		v.fail(err)
	}
}

// upload reads one file of a form and makes it a plain one; none is nil.
func (v *visit) upload(field string, plain func([]byte) ([]byte, error)) (out []byte, err error) {
	f, head, err := v.r.FormFile(field)
	if errors.Is(err, http.ErrMissingFile) || err == nil && head.Size == 0 {
		return nil, nil // the act knows whether one is still wanted
	}
	if err != nil {
		return nil, fmt.Errorf("upload %s: %w", field, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if head.Size > identity.MaxPhotoBytes {
		return nil, domain.Fail(domain.CodePhotoTooBig, identity.MaxPhotoBytes>>20)
	}
	raw, err := io.ReadAll(io.LimitReader(f, identity.MaxPhotoBytes+1))
	if err != nil {
		return nil, fmt.Errorf("upload %s: %w", field, err)
	}
	return plain(raw)
}

// plainLetter leaves a PDF as it is, which the act reads in a child process, and makes a photo a plain one.
func plainLetter(raw []byte) ([]byte, error) {
	if bytes.HasPrefix(raw, []byte("%PDF-")) {
		return raw, nil
	}
	return plainPhoto(raw)
}

// enrolledSeal shows the picture of the company's seal to whoever is to seal with it.
func (p *portal) enrolledSeal(v *visit) {
	picture, err := p.Office.SealPicture(v.ctx(), v.caller(), v.r.PathValue("no"))
	if err != nil {
		v.fail(err)
		return
	}
	v.w.Header().Set("Content-Type", "image/png")
	http.ServeContent(v.w, v.r, "", time.Time{}, bytes.NewReader(picture))
}
