package portal

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"mime"
	"net/http"
	"strings"
)

const (
	formBytes = 16
	maxForm   = 1 << 20  // bytes of an ordinary form; a drawn signature is the longest
	maxPhotos = 25 << 20 // bytes of two uploads together
)

// formCookie gives the browser a secret of its own, which binds every form to it, with or without a session.
func (p *portal) formCookie(w http.ResponseWriter, r *http.Request) (string, error) {
	if c, err := r.Cookie(p.cookieName(cookieForm)); err == nil && len(c.Value) == 2*formBytes {
		return c.Value, nil
	}
	value, err := p.token(formBytes)
	if err != nil {
		return "", err
	}
	http.SetCookie(w, p.cookie(cookieForm, value, 0))
	return value, nil
}

// csrf is the hidden field of every form. It needs no memory here, so it stays good over a restart: whoever can make
// it knows both cookies, which no other site can read, and a planted form cookie is no use without the session.
func (v *visit) csrf() string {
	mac := hmac.New(sha256.New, []byte(v.sess+"\n"+v.form))
	// hash.Hash never returns an error from Write.
	mac.Write([]byte("form of the signers' pages"))
	return hex.EncodeToString(mac.Sum(nil))
}

// ours tells whether a form came from a page of ours; it has answered when not.
func (v *visit) ours() bool {
	limit, memory := int64(maxForm), int64(maxForm)
	kind, _, err := mime.ParseMediaType(v.r.Header.Get("Content-Type"))
	multipart := err == nil && kind == "multipart/form-data"
	path := v.r.URL.Path
	photos := path == "/verify/photos" || strings.HasPrefix(path, "/c/") && strings.HasSuffix(path, "/company")
	if multipart && photos && v.person.ID != "" {
		limit, memory = maxPhotos, maxPhotos // photos never touch a temporary file
	}
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, limit)
	if multipart {
		err = v.r.ParseMultipartForm(memory)
	} else {
		err = v.r.ParseForm()
	}
	var big *http.MaxBytesError
	switch {
	case errors.As(err, &big):
		v.failure(http.StatusRequestEntityTooLarge, v.t().Errors.TooBig)
		return false
	case err != nil:
		v.failure(http.StatusBadRequest, v.t().Errors.MethodNotHere)
		return false
	}
	if v.foreign.Check(v.r) == nil && subtle.ConstantTimeCompare([]byte(v.r.PostFormValue("csrf")), []byte(v.csrf())) == 1 {
		return true
	}
	v.failure(http.StatusForbidden, v.t().Errors.Forged)
	return false
}
