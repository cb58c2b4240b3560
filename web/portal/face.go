package portal

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// facePage is one page of the face method (S68, S69): consent, camera, action; the fourth waits for the result. The
// camera's picture stays in the browser, where it shows the person that he is seen: the provider takes its pictures
// itself.
type facePage struct {
	facePart
	Consent consentText
}

// facePart numbers the pages of the face method, from 1; 0 is none of them.
type facePart struct{ Step int }

const faceSteps = 4

// Of is how many pages there are.
func (facePart) Of() int { return faceSteps }

func (p *portal) faceForm(v *visit) {
	if v.mayTry(domain.MethodFace) {
		v.facePage(nil)
	}
}

func (v *visit) facePage(problem error) { v.faceStep("face", "face", 1, problem) }

func (v *visit) faceStep(name, state string, step int, problem error) {
	s := sheet{
		name: name, title: v.t().Face.Title, state: state, problem: problem,
		page: facePage{facePart{step}, v.consent(i18n.ConsentFace)},
	}
	if problem != nil {
		s.status = statusOf(domain.CodeOf(problem))
	}
	v.show(s)
}

// faceConsent takes the consent and leads to the camera. It is recorded with the try it belongs to.
func (p *portal) faceConsent(v *visit) {
	switch {
	case !v.mayTry(domain.MethodFace):
	case !v.agreed(i18n.ConsentFace).Agreed:
		v.facePage(domain.Fail(domain.CodeConsentMissing))
	default:
		http.SetCookie(v.w, v.cookie(cookieFace, v.faceMark(), faceMinutes*60))
		v.to("/verify/face/camera")
	}
}

// faceCamera shows the person himself, if there is a camera.
func (p *portal) faceCamera(v *visit) { v.afterConsent("face-camera", 2) }

// faceAction tells what to do before the camera, and has the button that starts.
func (p *portal) faceAction(v *visit) { v.afterConsent("face-action", 3) }

func (v *visit) afterConsent(state string, step int) {
	switch {
	case !v.mayTry(domain.MethodFace):
	case !v.faceAgreed():
		v.to("/verify/face")
	default:
		v.faceStep(state, state, step, nil)
	}
}

func (p *portal) face(v *visit) {
	consent := v.agreed(i18n.ConsentFace)
	consent.Agreed = v.faceAgreed()
	http.SetCookie(v.w, v.cookie(cookieFace, "", -1)) // another try asks again
	v.started(p.Office.StartFace(v.ctx(), v.caller(), consent), v.facePage)
}

// faceMinutes is how long the consent lets somebody look for his camera.
const faceMinutes = 15

// faceMark ties a consent to the session and to the very text that was agreed to: another language asks again.
func (v *visit) faceMark() string {
	mac := hmac.New(sha256.New, []byte(v.sess+"\n"+v.form))
	// hash.Hash never returns an error from Write.
	mac.Write([]byte("consent to the face\n" + v.consent(i18n.ConsentFace).SHA256()))
	return hex.EncodeToString(mac.Sum(nil))
}

func (v *visit) faceAgreed() bool {
	c, err := v.r.Cookie(v.cookieName(cookieFace))
	return err == nil && subtle.ConstantTimeCompare([]byte(c.Value), []byte(v.faceMark())) == 1
}
