package portal

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"sealdesk/domain"
	"sealdesk/i18n"
	"sealdesk/workflow"
)

// photosPage is the manual review (S85–S89).
type photosPage struct {
	workflow.PhotosWanted
	Limit   int // MiB a photo
	Consent consentText
}

func (p *portal) photosForm(v *visit) {
	if v.mayTry(domain.MethodManual) {
		p.photosPage(v, nil)
	}
}

func (p *portal) photosPage(v *visit, problem error) {
	wanted, err := p.Office.PhotosWanted(v.ctx(), v.person.ID)
	if err != nil {
		v.fail(err)
		return
	}
	page := photosPage{Limit: workflow.MaxPhotoBytes >> 20, PhotosWanted: wanted, Consent: v.consent(i18n.ConsentPhotos)}
	s := sheet{name: "photos", title: v.t().Photos.Title, state: "photos", problem: problem, page: page}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

func (p *portal) photos(v *visit) {
	var photos workflow.Photos
	var err error
	consent := v.agreed(i18n.ConsentPhotos)
	if !consent.Agreed {
		err = domain.Fail(domain.CodeConsentMissing)
	}
	if err == nil {
		photos.Front, err = v.photo("front")
	}
	if err == nil {
		photos.Held, err = v.photo("held")
	}
	if err == nil {
		err = p.Office.SubmitPhotos(v.ctx(), v.person.ID, photos, consent)
	}
	v.started(err, func(err error) { p.photosPage(v, err) })
}

// photo reads one uploaded picture and makes it a plain one.
func (v *visit) photo(field string) (out []byte, err error) {
	f, head, err := v.r.FormFile(field)
	if errors.Is(err, http.ErrMissingFile) || err == nil && head.Size == 0 {
		return nil, nil // the act knows whether one is still wanted
	}
	if err != nil {
		return nil, fmt.Errorf("photo %s: %w", field, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if head.Size > workflow.MaxPhotoBytes {
		return nil, domain.Fail(domain.CodePhotoTooBig, workflow.MaxPhotoBytes>>20)
	}
	raw, err := io.ReadAll(io.LimitReader(f, workflow.MaxPhotoBytes+1))
	if err != nil {
		return nil, fmt.Errorf("photo %s: %w", field, err)
	}
	return plainPhoto(raw)
}
