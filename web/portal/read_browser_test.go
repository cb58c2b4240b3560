package portal_test

import (
	"testing"

	"github.com/chromedp/chromedp"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/web/portal"
)

// TestABrowserReadsTheContract: pages come as they are scrolled to, sharp on a phone of three pixels to one, with the
// frame of the signature over its line; and as words.
func TestABrowserReadsTheContract(t *testing.T) {
	h := newHouse(t, realPictures(t))
	company := cast.Companies()[1]
	h.offer("HT-2026-0194", company, titled)
	b := h.chromium(company.Representative)
	b.open("/s/" + h.outside.last(b.who.Phone, domain.MessageLinkB)["code"])
	b.at("entry")
	b.press("send-code")
	b.at("code")
	b.fill("enter", map[string]string{"code": b.code()})
	b.press("enter")
	b.at("verify-first")
	b.press("read") // reading needs no verification
	b.at("read")
	b.seen("#page-1 img")
	b.shot("read")
	if density := eval[float64](b, `(() => { const i = document.querySelector('#page-1 img'); return i.naturalWidth / i.clientWidth; })()`); density < 2 {
		t.Errorf("%.1f pixels to one of the page", density)
	}
	b.run(chromedp.ScrollIntoView(chromedp.CSS("#page-4 rect.now")))
	b.seen("#page-4 img")
	b.shot("read-place")
	over := eval[bool](b, `(() => {
		const r = document.querySelector('#page-4 rect.now').getBoundingClientRect(), i = document.querySelector('#page-4 img').getBoundingClientRect();
		return r.left > i.left && r.right <= i.right + 1 && r.top > i.top && r.bottom < i.bottom && r.width > 30;
	})()`)
	if !over {
		t.Error("the frame is not on the page")
	}
	b.press("as-text")
	b.run(chromedp.WaitVisible(chromedp.CSS("#page-1.words")))
	b.shot("read-text")
}

// TestABrowserIsToldOfPagesThatDoNotCome: after some tries the page names the other ways.
func TestABrowserIsToldOfPagesThatDoNotCome(t *testing.T) {
	h := newHouse(t, func(o *portal.Options) { o.Pictures = sketch{broken: true} })
	company := cast.Companies()[1]
	h.offer("HT-2026-0195", company, titled)
	b := h.chromium(company.Representative)
	b.enter()
	b.at("verify-first")
	b.press("read")
	b.at("read")
	b.run(chromedp.WaitVisible(chromedp.CSS("[data-broken]")))
	b.shot("read-broken")
}

// seen waits until a picture has come.
func (b *browser) seen(sel string) {
	b.t.Helper()
	eval[bool](b, `new Promise((done) => { const ask = () => {
		const i = document.querySelector('`+sel+`');
		if (i && i.complete && i.naturalWidth) done(true); else setTimeout(ask, 50);
	}; ask(); })`)
}
