package portal

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"net/url"

	"rsc.io/qr"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/access"
	"campus.example/sealdesk/workflow/query"
)

// mePage is 个人中心: who somebody is here, and the code that takes him from the computer to his phone (S53–S56).
type mePage struct {
	query.Home
	Number  string // of the document, masked
	Picture template.URL
	Minutes int
}

func (p *portal) me(v *visit) {
	h, err := p.Office.HomeOf(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return
	}
	pass, err := p.Office.Pass(v.ctx(), v.caller())
	if err != nil {
		v.fail(err)
		return
	}
	page := mePage{Home: h, Minutes: int(access.PassLife.Minutes())}
	if number := h.Person.Identity.Number; number != "" {
		page.Number = domain.MaskNumber(number)
	}
	if page.Picture, err = picture(v.address("/q/" + url.PathEscape(pass.Code))); err != nil {
		v.fail(err)
		return
	}
	v.show(sheet{name: "me", title: v.t().Home.Center, state: "me", page: page})
}

// address is a path as another device reaches it: under the office's own address, or the one this page was asked for.
func (v *visit) address(path string) string {
	if v.BaseURL != "" {
		return v.BaseURL + path
	}
	u := url.URL{Scheme: "http", Host: v.r.Host, Path: path}
	if v.Secure || v.r.TLS != nil {
		u.Scheme = "https"
	}
	return u.String()
}

// picture draws the QR code of an address into the page itself: it must not lie in anybody's cache.
func picture(address string) (template.URL, error) {
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return "", fmt.Errorf("qr code: %w", err)
	}
	code.Scale = 6
	return template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(code.PNG())), nil //nolint:gosec // a PNG made here
}
