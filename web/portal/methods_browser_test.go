package portal_test

import (
	"testing"

	"github.com/chromedp/chromedp"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// TestABrowserGoesTheWholeWayByEachMethod: from the message to the company's seal, by face, by bank card, by manual
// review after a card that did not fit, and by manual review with a passport. TestABrowserSignsAndSeals goes by phone.
func TestABrowserGoesTheWholeWayByEachMethod(t *testing.T) {
	companies := cast.Companies()
	for _, c := range []struct {
		name    string
		company cast.Company
		way     func(*browser)
	}{
		{"face", companies[1], (*browser).byFace},
		{"bank", companies[2], (*browser).byCard},
		{"review", companies[1], (*browser).byReview},
		{"passport", companies[0], (*browser).byPassport},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHouse(t)
			h.offer("HT-2026-0198", c.company, titled)
			b := h.chromium(c.company.Representative,
				chromedp.Flag("use-fake-ui-for-media-stream", true), chromedp.Flag("use-fake-device-for-media-stream", true))
			b.enter()
			b.at("verify-first")
			b.press("verify")
			b.state()
			c.way(b)
			b.at("passed")
			if c.name != "passport" { // the same page as after any review
				b.shot("result-passed-" + c.name)
			}
			b.press("go-on")
			b.signs()
			b.seals()
			if got := h.stage("HT-2026-0198"); got != domain.StageASigning {
				t.Errorf("the contract is %s", got)
			}
		})
	}
}

func (b *browser) byFace() {
	b.t.Helper()
	b.press("method-face")
	b.at("face")
	b.tick("face-consent", "consent", "yes")
	b.press("face-consent")
	b.at("face-camera")
	b.press("face-next")
	b.at("face-action")
	b.press("face")
	b.at("waiting")
	b.h.work()
}

func (b *browser) byCard() {
	b.t.Helper()
	b.press("method-bank")
	b.at("bank")
	b.fill("bank", map[string]string{"card": b.who.Card, "phone": b.who.Phone})
	b.tick("bank", "consent", "yes")
	b.press("bank")
	b.at("waiting")
	b.h.work()
}

func (b *browser) byReview() {
	b.t.Helper()
	b.h.finds(domain.MethodBank, domain.OutcomeMismatch)
	b.byCard()
	b.at("failed")
	b.press("other-method")
	b.at("method")
	b.byPassport()
}

func (b *browser) byPassport() {
	b.t.Helper()
	b.press("method-manual")
	b.at("photos")
	b.choose(b.photos())
	b.press("photos")
	b.at("waiting")
	b.h.judge(domain.ReviewIdentity, func(id string) error { return b.h.office.ApproveReview(b.t.Context(), domain.Claimed("li"), id, "") })
	b.open("/verify/result")
}

// signs signs by hand the contract whose page is open.
func (b *browser) signs() {
	b.t.Helper()
	b.at("sign")
	b.press("sign-code")
	b.run(chromedp.WaitVisible(chromedp.CSS(`form[data-act="sign-code"] [role=status]`)))
	b.draw([][2]float64{{.2, .3}, {.35, .7}, {.5, .25}, {.65, .75}})
	b.fill("sign", map[string]string{"code": b.code()})
	b.tick("sign", "consent", "yes")
	b.press("sign")
	b.at("running")
	b.h.work()
}

// seals applies the company's seal.
func (b *browser) seals() {
	b.t.Helper()
	b.at("seal")
	b.tick("seal", "authority", "legal_representative")
	b.tick("seal", "consent", "yes")
	b.press("seal")
	b.at("running")
	b.h.work()
	b.at("waiting")
}
