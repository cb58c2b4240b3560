package portal_test

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// TestABrowserSignsAndSeals is the whole way of Party B's representative in a real browser: message, code, phone
// method, hand-drawn signature, seal.
func TestABrowserSignsAndSeals(t *testing.T) {
	h := newHouse(t, realPictures(t))
	company := cast.Companies()[1]
	h.offer("HT-2026-0187", company, titled)
	b := h.chromium(company.Representative)
	b.open("/s/" + h.outside.last(b.who.Phone, domain.MessageLinkB)["code"])
	b.at("entry")
	b.shot("entry")
	b.press("send-code")
	b.at("code")
	b.shot("code")
	b.fill("enter", map[string]string{"code": b.code()})
	b.press("enter")
	b.at("verify-first")
	b.shot("contract-verify-first")
	b.press("verify")
	b.at("identity")
	b.shot("identity")
	b.fill("identity", map[string]string{"name": b.who.Name, "number": b.who.DocNo})
	b.tick("identity", "consent", "yes")
	b.press("identity")
	b.at("method")
	b.shot("method")
	b.press("method-phone")
	b.at("phone")
	b.shot("phone")
	b.fill("phone-code", map[string]string{"code": b.code()})
	b.press("phone-code")
	b.at("waiting")
	b.shot("result-waiting")
	h.work()
	b.at("passed") // the page loads itself again
	b.shot("result-passed")
	b.press("go-on")
	b.at("sign")
	b.shot("sign")
	b.run(chromedp.ScrollIntoView(chromedp.CSS(".where")))
	b.shot("sign-where")
	b.press("sign-code")
	b.run(chromedp.WaitVisible(chromedp.CSS(`form[data-act="sign-code"] [role=status]`)))
	b.draw([][2]float64{{.2, .3}, {.35, .7}, {.5, .25}, {.65, .75}}, [][2]float64{{.3, .5}, {.75, .45}, {.8, .6}})
	b.fill("sign", map[string]string{"code": b.code()})
	b.tick("sign", "consent", "yes")
	b.run(chromedp.ScrollIntoView(chromedp.CSS("canvas")))
	b.shot("sign-drawn")
	b.press("sign")
	b.at("running")
	b.shot("running")
	h.work()
	b.at("seal")
	b.run(chromedp.ScrollIntoView(chromedp.CSS("#seal")))
	b.shot("seal")
	b.tick("seal", "authority", "legal_representative")
	b.tick("seal", "consent", "yes")
	b.press("seal")
	b.at("running")
	h.work()
	b.at("waiting")
	b.shot("contract-waiting")
	b.open("/home")
	b.at("nothing")
	b.shot("home-nothing")
	if got := h.stage("HT-2026-0187"); got != domain.StageASigning {
		t.Errorf("the contract is %s", got)
	}
}

// draw moves a finger over the pad: strokes in parts of its box.
func (b *browser) draw(strokes ...[][2]float64) {
	b.t.Helper()
	b.run(chromedp.ScrollIntoView(chromedp.CSS("canvas")))
	box := eval[[]float64](b, `(() => { const r = document.querySelector('canvas').getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; })()`)
	touch := func(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
		b.t.Helper()
		_, err := chromedp.Call(b.ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
		b.h.must(err)
	}
	at := func(x, y float64) *input.TouchPoint {
		return &input.TouchPoint{X: box[0] + x*box[2], Y: box[1] + y*box[3]}
	}
	for _, s := range strokes {
		touch(input.DispatchTouchEventTypeTouchStart, at(s[0][0], s[0][1]))
		for i := 1; i < len(s); i++ {
			for part := 1; part <= 8; part++ {
				f := float64(part) / 8
				touch(input.DispatchTouchEventTypeTouchMove, at(s[i-1][0]+(s[i][0]-s[i-1][0])*f, s[i-1][1]+(s[i][1]-s[i-1][1])*f))
			}
		}
		touch(input.DispatchTouchEventTypeTouchEnd)
	}
}
