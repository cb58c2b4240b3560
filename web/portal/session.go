package portal

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"campus.example/sealdesk/domain"
)

// The cookies. None can be read by a script.
const (
	cookieSession = "sealdesk"
	cookieForm    = "sealdesk-form"
	cookieLang    = "sealdesk-lang"
	cookiePhone   = "sealdesk-phone"
	cookieFace    = "sealdesk-face"
)

// cookieName binds a cookie to this very host where TLS lets the browser do so.
func (p *portal) cookieName(name string) string {
	if p.Secure {
		return "__Host-" + name
	}
	return name
}

func (p *portal) cookie(name, value string, age int) *http.Cookie {
	return &http.Cookie{
		Name: p.cookieName(name), Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: p.Secure, SameSite: http.SameSiteLaxMode,
	}
}

func (p *portal) sessionCookie(r *http.Request) string {
	c, err := r.Cookie(p.cookieName(cookieSession))
	if err != nil || len(c.Value) > 200 {
		return ""
	}
	return c.Value
}

// admit ends whatever session there was and begins the new one.
func (v *visit) admit(token string) {
	if v.sess != "" {
		if err := v.Office.Leave(v.ctx(), v.sess); err != nil {
			v.Log.Warn("the session before could not be ended", "err", err)
		}
	}
	http.SetCookie(v.w, v.cookie(cookieSession, token, 0))
}

// leave signs out.
func (v *visit) signOut() error {
	if v.sess == "" {
		return nil
	}
	http.SetCookie(v.w, v.cookie(cookieSession, "", -1))
	return v.Office.Leave(v.ctx(), v.sess)
}

// caller returns the signer of the session, with the digest of the session's token as a reference.
func (v *visit) caller() domain.Caller {
	sum := sha256.Sum256([]byte(v.sess))
	return domain.InSession(v.person.ID).With(hex.EncodeToString(sum[:6]))
}

func (p *portal) leave(v *visit) {
	if err := v.signOut(); err != nil {
		v.fail(err)
		return
	}
	v.to("/?left=1")
}
