package portal

import (
	"net/http"

	"golang.org/x/text/language"

	"campus.example/sealdesk/i18n"
)

const yearSeconds = 365 * 24 * 60 * 60

// language chooses the words of a page: what the address asks for and is kept, what was kept, what the browser likes,
// the office's own.
func (p *portal) language(w http.ResponseWriter, r *http.Request) *i18n.Text {
	if want := r.URL.Query().Get("lang"); want != "" {
		for _, t := range p.Texts {
			if t.Lang == want {
				http.SetCookie(w, p.cookie(cookieLang, t.Lang, yearSeconds))
				return t
			}
		}
	}
	if c, err := r.Cookie(p.cookieName(cookieLang)); err == nil {
		for _, t := range p.Texts {
			if t.Lang == c.Value {
				return t
			}
		}
	}
	if header := r.Header.Get("Accept-Language"); header != "" && len(header) < 200 {
		tags := make([]language.Tag, len(p.Texts))
		for i, t := range p.Texts {
			tags[i] = language.Make(t.Lang)
		}
		// A header that cannot be read matches nothing, which is the office's own language.
		wanted, _, err := language.ParseAcceptLanguage(header)
		if _, i, sure := language.NewMatcher(tags).Match(wanted...); err == nil && sure != language.No {
			return p.Texts[i]
		}
	}
	return p.Texts[0]
}

// other is the language the switch leads to.
func (v *visit) other() string {
	for _, t := range v.Texts {
		if t.Lang != v.text.Lang {
			return t.Lang
		}
	}
	return v.text.Lang
}
