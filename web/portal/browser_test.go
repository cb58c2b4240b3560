package portal_test

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// enter comes in by the newest link.
func (b *browser) enter() {
	b.t.Helper()
	b.open("/s/" + b.h.outside.last(b.who.Phone, domain.MessageLinkB, domain.MessageLinkA)["code"])
	b.at("entry")
	b.press("send-code")
	b.at("code")
	b.fill("enter", map[string]string{"code": b.code()})
	b.press("enter")
}

// login comes in by the phone alone.
func (b *browser) login() {
	b.t.Helper()
	b.open("/")
	b.at("no-link")
	b.press("login")
	b.at("login")
	b.fill("login", map[string]string{"phone": b.who.Phone})
	b.press("login")
	b.at("code")
	b.fill("enter", map[string]string{"code": b.code()})
	b.press("enter")
}

// kind chooses a kind of document, as a tap on the list does.
func (b *browser) kind(kind string) {
	b.t.Helper()
	eval[bool](b, `(() => { const k = document.querySelector('[name=kind]'); k.value = '`+kind+`'; return k.dispatchEvent(new Event('change', {bubbles: true})); })()`)
}

func (b *browser) state() {
	b.t.Helper()
	b.at("identity")
	b.kind(b.who.DocKind)
	b.fill("identity", map[string]string{"name": b.who.Name, "number": b.who.DocNo})
	b.tick("identity", "consent", "yes")
	b.press("identity")
	b.at("method")
}

// photos writes two pictures where the browser can take them from.
func (b *browser) photos() (front, held string) {
	b.t.Helper()
	dir := b.t.TempDir()
	front, held = filepath.Join(dir, "front.jpg"), filepath.Join(dir, "held.jpg")
	for _, path := range []string{front, held} {
		b.h.must(os.WriteFile(path, picture(b.t), 0o600))
	}
	return front, held
}

func (b *browser) choose(front, held string) {
	b.t.Helper()
	if front != "" {
		b.run(chromedp.SetUploadFiles(chromedp.CSS("#front"), []string{front}))
	}
	if held != "" {
		b.run(chromedp.SetUploadFiles(chromedp.CSS("#held"), []string{held}))
	}
	b.tick("photos", "consent", "yes")
}

// TestABrowserUploadsPhotos is the passport holder's way, with a line that breaks in the middle of the upload, a
// refusal, and a refused contract in the end.
func TestABrowserUploadsPhotos(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[0]
	h.offer("HT-2026-0190", company, titled)
	b := h.chromium(company.Representative)
	b.enter()
	b.at("verify-first")
	b.press("verify")
	b.at("identity")
	hint := func() string {
		return eval[string](b, `document.querySelector('#number-hint').textContent + (document.querySelector('[data-others]').hidden ? '' : ' manual')`)
	}
	before := hint()
	b.kind(b.who.DocKind)
	if after := hint(); before == after || !strings.HasSuffix(after, "manual") || strings.HasSuffix(before, "manual") {
		t.Errorf("the form does not follow the kind: %q, then %q", before, after)
	}
	b.shot("identity-passport")
	b.state()
	b.shot("method-passport")
	b.press("method-manual")
	b.at("photos")
	front, held := b.photos()
	b.choose(front, held)
	b.run(chromedp.WaitVisible(chromedp.CSS(".photo img")))
	b.top()
	b.shot("photos")
	h.cut.Store(true)
	b.press("photos")
	for range 100 {
		if !h.cut.Load() {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	b.open("/verify")
	b.at("method") // nothing arrived, and nothing is half done
	b.press("method-manual")
	b.at("photos")
	b.choose(front, held)
	b.press("photos")
	b.at("waiting")
	b.shot("result-review")
	h.decide(domain.ReasonFrontUnreadable)
	b.open("/verify/result")
	b.at("refused")
	b.shot("result-refused")
	b.press("resubmit")
	b.at("photos")
	b.shot("photos-again")
	b.choose(front, "")
	b.press("photos")
	b.at("waiting")
	open, err := h.office.Reviews(t.Context(), domain.Claimed("li"), []domain.ReviewState{domain.ReviewOpen}, 0)
	h.must(err)
	h.must(h.office.ClaimReview(t.Context(), domain.Claimed("li"), open[0].ID))
	h.must(h.office.ApproveReview(t.Context(), domain.Claimed("li"), open[0].ID, ""))
	b.open("/verify/result")
	b.at("passed")
	b.press("go-on")
	b.at("sign")
	b.press("to-refuse")
	b.at("refuse")
	b.run(chromedp.Click(chromedp.CSS(`[name=choice][value="0"]`)))
	b.fill("refuse", map[string]string{"reason": "交货地点应为实验楼"})
	b.shot("refuse")
	b.press("refuse")
	b.at("rejected")
	b.shot("contract-rejected")
	if got := h.stage("HT-2026-0190"); got != domain.StageRejected {
		t.Errorf("the contract is %s", got)
	}
	b.press("leave")
	b.at("no-link")
	b.open("/s/" + h.outside.last(b.who.Phone, domain.MessageLinkB)["code"])
	b.at("error")
	b.shot("link-dead")
}

// TestABrowserTriesEveryMethod shows the pages of the face and the bank card, and every failure.
func TestABrowserTriesEveryMethod(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[2]
	h.offer("HT-2026-0191", company, titled)
	h.outside.set([]domain.Outcome{domain.OutcomeMismatch}, false)
	b := h.chromium(company.Representative, chromedp.Flag("use-fake-ui-for-media-stream", true), chromedp.Flag("use-fake-device-for-media-stream", true))
	b.enter()
	b.at("verify-first")
	b.press("verify")
	b.state()
	b.byFace()
	b.at("failed")
	b.shot("result-failed-face")
	b.press("again")
	b.state()
	b.press("method-phone")
	b.at("phone")
	b.fill("phone-code", map[string]string{"code": "12"})
	b.press("phone-code")
	b.run(chromedp.WaitVisible(chromedp.CSS(`[data-error="code_wrong"]`)))
	b.shot("phone-wrong")
	b.fill("phone-code", map[string]string{"code": b.code()})
	b.press("phone-code")
	b.at("waiting")
	h.work()
	b.at("failed")
	b.shot("result-failed-phone")
	b.press("other-method")
	b.at("method")
	b.shot("method-manual-open")
	b.press("method-bank")
	b.at("bank")
	b.fill("bank", map[string]string{"card": b.who.Card, "phone": b.who.Phone})
	b.tick("bank", "consent", "yes")
	b.shot("bank")
	b.press("bank")
	b.at("waiting")
	h.work()
	b.at("failed")
	b.shot("result-failed-bank")
}

// TestABrowserGoesBackAndTapsTwice: the back button, a double tap, and a second tab.
func TestABrowserGoesBackAndTapsTwice(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-2026-0192", company, titled)
	b := h.chromium(company.Representative)
	b.open("/s/" + h.outside.last(b.who.Phone, domain.MessageLinkB)["code"])
	b.at("entry")
	b.run(chromedp.DoubleClick(chromedp.CSS(`form[data-act="send-code"] button`)))
	b.at("code")
	h.work()
	if n := h.outside.count(b.who.Phone, domain.MessageCode); n != 1 {
		t.Errorf("%d codes for a double tap", n)
	}
	b.back()
	b.at("entry")
	b.press("send-code") // too early for another code: led on to the first one
	b.at("code")
	b.shot("code-wait")
	b.fill("enter", map[string]string{"code": b.code()})
	b.run(chromedp.DoubleClick(chromedp.CSS(`form[data-act="enter"] button`)))
	b.at("verify-first")
	b.back()
	b.open("/home")
	b.at("verify-first")
	b.shot("home-verify-first")
	b.open("/verify")
	b.state()
	b.press("method-phone")
	b.at("phone")
	b.fill("phone-code", map[string]string{"code": b.code()})
	b.press("phone-code")
	b.at("waiting")
	h.work()
	b.at("passed")
	b.open("/home")
	b.at("todo")
	b.shot("home-todo")
	b.press("contract")
	b.at("sign")
	h.later(2 * time.Minute)

	ctx, stop := chromedp.NewContext(b.ctx)
	t.Cleanup(stop)
	h.must(chromedp.Do(ctx))
	second := &browser{t: t, h: h, ctx: ctx, who: b.who}
	second.open("/c/HT-2026-0192")
	second.at("sign")

	b.run(chromedp.Click(chromedp.CSS(`form[data-act="sign-code"] button`)), chromedp.WaitVisible(chromedp.CSS(`form[data-act="sign-code"] [role=status]`)))
	b.draw([][2]float64{{.2, .3}, {.35, .7}, {.5, .25}, {.65, .75}})
	b.press2("[data-undo]")
	if strokes := eval[string](b, `document.querySelector('[name=strokes]').value`); strokes != "" {
		t.Errorf("an undone stroke is kept: %s", strokes)
	}
	b.draw([][2]float64{{.2, .3}, {.35, .7}, {.5, .25}, {.65, .75}})
	b.fill("sign", map[string]string{"code": "1"})
	b.tick("sign", "consent", "yes")
	b.press("sign")
	b.run(chromedp.WaitVisible(chromedp.CSS(`[data-error="code_wrong"]`)))
	if strokes := eval[string](b, `document.querySelector('[name=strokes]').value`); !strings.HasPrefix(strokes, "[[[") {
		t.Error("a wrong code loses the drawing")
	}
	b.fill("sign", map[string]string{"code": b.code()})
	b.tick("sign", "consent", "yes")
	b.run(chromedp.DoubleClick(chromedp.CSS(`form[data-act="sign"] button.main`)))
	b.at("running")
	h.work()
	b.at("seal")
	second.fill("sign", map[string]string{"code": "123456"})
	second.tick("sign", "consent", "yes")
	second.run(chromedp.Click(chromedp.CSS("[data-typed] summary")))
	second.fill("sign", map[string]string{"typed": b.who.Name})
	second.press("sign")
	second.at("seal") // the other tab learns where the contract stands
	b.back()
	b.open("/c/HT-2026-0192")
	b.at("seal")
	d, err := h.office.Contract(t.Context(), domain.Claimed("li"), "HT-2026-0192")
	h.must(err)
	if len(d.Ops) != 1 {
		t.Errorf("%d operations", len(d.Ops))
	}
}

// back presses the browser's own button.
func (b *browser) back() {
	b.t.Helper()
	eval[bool](b, `setTimeout(() => history.back(), 0), true`)
	time.Sleep(300 * time.Millisecond)
}

func (b *browser) press2(sel string) {
	b.t.Helper()
	b.run(chromedp.Click(chromedp.CSS(sel)))
}

// TestABrowserOnADesk: the purchaser logs in on a computer, sees his contracts, and his account with the code to scan.
func TestABrowserOnADesk(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-2026-0193", cast.Companies()[1], titled)
	b := h.chromium(cast.Departments()[0].Purchaser)
	b.login()
	b.at("nothing")
	b.shot("purchaser")
	b.run(chromedp.EmulateViewport(1100, 760))
	b.shot("desk-purchaser")
	b.press("contract")
	b.at("waiting")
	b.open("/me")
	b.at("me")
	b.run(chromedp.WaitVisible(chromedp.CSS(".qr")))
	b.shot("desk-me")
	src := eval[string](b, `document.querySelector('.qr').src`)
	if _, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(src, "data:image/png;base64,")); err != nil {
		t.Error(err)
	}
	if !eval[bool](b, `document.querySelector('.qr').naturalWidth > 100`) {
		t.Error("the code is not shown")
	}
}
