package portal

import (
	"encoding/json"
	"strings"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/workflow/signing"
)

const maxStrokesJSON = 600_000 // bytes; 20000 points need less

// signCode sends the code that a signature needs.
func (p *portal) signCode(v *visit) {
	no := v.r.PathValue("no")
	err := p.Office.SendSignCode(v.ctx(), v.caller(), no)
	switch {
	case err == nil:
		v.to(contractPath(no) + "?sent=1")
	case pause(err) > 0:
		v.to(contractPath(no) + waiting(err))
	default:
		v.contractProblem(err, signForm{})
	}
}

// sign takes the signature: what was drawn or typed, the code, the consent.
func (p *portal) sign(v *visit) {
	filled := signForm{Strokes: v.r.PostFormValue("strokes"), Typed: strings.TrimSpace(v.r.PostFormValue("typed"))}
	strokes, err := readStrokes(filled.Strokes)
	if err != nil {
		v.contractProblem(err, signForm{Typed: filled.Typed})
		return
	}
	err = p.Office.Sign(v.ctx(), v.caller(), v.r.PathValue("no"), signing.Signing{
		OTP: digits(v.r.PostFormValue("code")), Strokes: strokes, Typed: filled.Typed, Consent: v.agreed(i18n.ConsentSign),
	})
	v.acted(err, filled)
}

// seal takes Party B's seal: in what capacity, and the consent (S42, G3).
func (p *portal) seal(v *visit) {
	filled := signForm{Authority: v.r.PostFormValue("authority")}
	err := p.Office.SealForB(
		v.ctx(), v.caller(), v.r.PathValue("no"), domain.Authority(filled.Authority), v.agreed(i18n.ConsentAuthority),
	)
	v.acted(err, filled)
}

// acted answers a signature or a seal. The page of the contract shows what became of it; pressed twice, the second
// time shows the first one's progress.
func (v *visit) acted(err error, filled signForm) {
	if code := domain.CodeOf(err); err == nil || code == domain.CodeSealRunning || code == domain.CodeAuthorityWaiting {
		v.to(contractPath(v.r.PathValue("no")))
		return
	}
	v.contractProblem(err, filled)
}

// contractProblem shows the contract with what was wrong, unless it is not his at all.
func (v *visit) contractProblem(err error, filled signForm) {
	if code := domain.CodeOf(err); wrongInput(err) || code == domain.CodeOutOfTurn || code == domain.CodeWrongStage ||
		code == domain.CodeNotVerified || code == domain.CodeNameDiffers || code == domain.CodeStale ||
		code == domain.CodeSealWords || code == domain.CodeSealLength {
		v.contractPage(v, err, filled)
		return
	}
	v.fail(err)
}

// readStrokes reads [[[x,y],...],...]. The limits are the act's; here only the form is checked.
func readStrokes(s string) ([][][2]float64, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return nil, nil
	}
	var strokes [][][2]float64
	if len(s) > maxStrokesJSON {
		return nil, domain.Fail(domain.CodeSignatureEmpty)
	}
	if err := json.Unmarshal([]byte(s), &strokes); err != nil {
		return nil, domain.Fail(domain.CodeSignatureEmpty).Because(err)
	}
	return strokes, nil
}
