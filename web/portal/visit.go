package portal

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// visit is one request: who asks, in which language, and the page's own secrets.
type visit struct {
	*portal
	w      http.ResponseWriter
	r      *http.Request
	text   *i18n.Text
	nonce  string        // of the scripts of this answer
	form   string        // value of the form cookie
	sess   string        // token of the session, "" without one
	person domain.Person // of the session, the zero Person without one

	photoDays int // until photos of identity documents are destroyed, for the consent text (G19); 0 without a session
}

func (v *visit) t() *i18n.Portal      { return &v.text.Portal }
func (v *visit) ctx() context.Context { return v.r.Context() }

// to sends the browser on with GET, so that going back never sends a form again.
func (v *visit) to(path string) {
	http.Redirect(v.w, v.r, path, http.StatusSeeOther)
}

// back is where the language switch leads: this address in the other language.
func (v *visit) back(lang string) string {
	u := url.URL{Path: v.r.URL.Path}
	if v.r.Method != http.MethodGet && v.r.Method != http.MethodHead {
		u.Path = "/home"
	}
	q := url.Values{}
	q.Set("lang", lang)
	u.RawQuery = q.Encode()
	return u.String()
}

// open wraps a page anybody may see: the session is known when there is a good one.
func (p *portal) open(page func(*visit)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v := p.begin(w, r)
		if v == nil {
			return
		}
		page(v)
	}
}

// signed wraps a page that needs a session.
func (p *portal) signed(page func(*visit)) http.HandlerFunc {
	return p.open(func(v *visit) {
		if v.person.ID == "" {
			v.fail(domain.Fail(domain.CodeSessionGone))
			return
		}
		page(v)
	})
}

// begin settles what every page has: language, secrets, session, limits, and that a form is one of ours. It gives nil
// when it has answered already.
func (p *portal) begin(w http.ResponseWriter, r *http.Request) *visit {
	v := &visit{portal: p, w: w, r: r, text: p.language(w, r)}
	var err error
	if v.nonce, err = p.token(16); err == nil {
		v.form, err = p.formCookie(w, r)
	}
	if err != nil {
		v.fail(err)
		return nil
	}
	v.secure()
	v.sess = p.sessionCookie(r)
	if !p.limits.allow(r, v.sess) {
		v.w.Header().Set("Retry-After", "5")
		v.failure(http.StatusTooManyRequests, v.t().Errors.Busy)
		return nil
	}
	if v.sess != "" {
		v.person, err = p.Office.SessionPerson(r.Context(), v.sess)
		switch {
		case domain.CodeOf(err) == domain.CodeSessionGone:
			v.sess, v.person = "", domain.Person{}
		case err != nil:
			v.fail(err)
			return nil
		}
	}
	if v.person.ID != "" {
		if v.photoDays, err = p.Office.PhotoKeepDays(r.Context()); err != nil {
			v.fail(err)
			return nil
		}
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead && !v.ours() {
		return nil
	}
	return v
}

// now is the office's clock, for pages that tell how long something takes.
func (v *visit) now() time.Time { return v.Now() }
