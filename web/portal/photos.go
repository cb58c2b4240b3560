package portal

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/workflow/identity"
)

// photosPage is the manual review (S85–S89).
type photosPage struct {
	identity.PhotosWanted
	Limit   int // MiB a photo
	Consent consentText
}

func (p *portal) photosForm(v *visit) {
	if v.mayTry(domain.MethodManual) {
		p.photosPage(v, nil)
	}
}

func (p *portal) photosPage(v *visit, problem error) {
	wanted, err := p.Office.PhotosWanted(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return
	}
	page := photosPage{Limit: identity.MaxPhotoBytes >> 20, PhotosWanted: wanted, Consent: v.consent(i18n.ConsentPhotos)}
	s := sheet{name: "photos", title: v.t().Photos.Title, state: "photos", problem: problem, page: page}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

func (p *portal) photos(v *visit) {
	var photos identity.Photos
	var err error
	consent := v.agreed(i18n.ConsentPhotos)
	if !consent.Agreed {
		err = domain.Fail(domain.CodeConsentMissing)
	}
	if err == nil {
		photos.Front, err = v.upload("front", plainPhoto)
	}
	if err == nil {
		photos.Held, err = v.upload("held", plainPhoto)
	}
	if err == nil {
		err = p.Office.SubmitPhotos(v.ctx(), v.caller(), photos, consent)
	}
	v.started(err, func(err error) { p.photosPage(v, err) })
}
