package portal

import (
	"errors"
	"net/http"
	"runtime/debug"
)

// guard is around every page: the headers that hold for all of them, and the answer when a page breaks.
func (p *portal) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=()")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
		h.Set("Cache-Control", "no-store")
		if p.Secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		defer func() {
			if broken := recover(); broken != nil {
				if err, ok := broken.(error); ok && errors.Is(err, http.ErrAbortHandler) {
					panic(broken)
				}
				p.Log.Error("a page broke", "page", r.Pattern, "panic", broken, "stack", string(debug.Stack()))
				http.Error(w, p.Texts[0].Errors.ForSigner, http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// secure lets a page of ours use its own style, its own script and pictures, and nothing else.
func (v *visit) secure() {
	v.w.Header().Set("Content-Security-Policy",
		"default-src 'none'; style-src 'self'; script-src 'nonce-"+v.nonce+"'; img-src 'self' data:; connect-src 'self'; "+
			"form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
}
