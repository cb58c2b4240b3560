package portal_test

import (
	"encoding/base64"
	"net/http"
	"strings"
	"testing"

	"rsc.io/qr"

	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/web/portal"

	"campus.example/sealdesk/domain"
)

// TestTheCodeToScanLeadsToTheOfficesAddress: what the settings name, not what the computer's browser asked for; without
// a name, that (S55).
func TestTheCodeToScanLeadsToTheOfficesAddress(t *testing.T) {
	const named = "https://sign.example.invalid"
	for _, base := range []string{named, ""} {
		h := newHouse(t, func(o *portal.Options) { o.BaseURL = base })
		h.offer("HT-1", cast.Companies()[1])
		p := h.phone(cast.Companies()[1].Representative)
		p.enter()
		p.get("/me").wants(http.StatusOK, "me")
		pass, err := h.office.Pass(t.Context(), domain.InSession(h.personOf(p.who)))
		h.must(err)
		at := base
		if at == "" {
			at = h.server.URL
		}
		code, err := qr.Encode(at+"/q/"+pass.Code, qr.M)
		h.must(err)
		code.Scale = 6
		shown := p.page.find("img", "class", "qr")
		if shown == nil || !strings.HasSuffix(attribute(shown, "src"), ","+base64.StdEncoding.EncodeToString(code.PNG())) {
			t.Errorf("%q: the code to scan is another one", base)
		}
	}
}
