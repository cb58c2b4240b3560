package portal_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// lookIn goes from the consent to the start of the comparison.
func (p *handset) lookIn() *handset {
	p.t.Helper()
	p.submit("face-consent", map[string]string{"consent": "yes"}).wants(http.StatusOK, "face-camera")
	return p.follow("face-next").wants(http.StatusOK, "face-action").submit("face", nil)
}

// TestS69TheFaceHasFourPages: consent, camera, action, waiting, in this order and none left out; whoever has no camera
// or no scripts finds another method on each (S69, G23).
func TestS69TheFaceHasFourPages(t *testing.T) {
	h, p := verifying(t, cast.Companies()[1])
	p.state().wants(http.StatusOK, "method")
	for _, path := range []string{"/verify/face/camera", "/verify/face/action"} {
		p.get(path).wants(http.StatusOK, "face")
	}
	p.submit("face-consent", nil).wants(http.StatusUnprocessableEntity, "face")
	if got := p.page.problem(); got != string(domain.CodeConsentMissing) {
		t.Errorf("without consent: %s", got)
	}
	p.submit("face-consent", map[string]string{"consent": "yes"}).wants(http.StatusOK, "face-camera")
	if !strings.Contains(p.page.body, "不会上传或保存") || !strings.Contains(p.page.body, "浏览器未启用脚本，不能打开摄像头。") {
		t.Error("the camera's page does not say what becomes of the picture, or what to do without scripts")
	}
	p.get("/verify/face/camera?lang=en").wants(http.StatusOK, "face") // another text has to be agreed to
	p.get("/verify/face/camera?lang=zh-CN").wants(http.StatusOK, "face-camera")
	for _, act := range []string{"a other-method", "a face-next"} {
		if !strings.Contains(strings.Join(p.offers(), ","), act) {
			t.Errorf("the camera's page lacks %s: %v", act, p.offers())
		}
	}
	p.follow("face-next").wants(http.StatusOK, "face-action")
	token := attribute(p.page.find("input", "name", "csrf"), "value")
	p.submit("face", nil).wants(http.StatusOK, "waiting").says("第 4 步，共 4 步")
	h.work()
	p.get("/verify/result").wants(http.StatusOK, "passed")
	if len(h.outside.asked) != 1 || h.outside.asked[0].Method != domain.MethodFace {
		t.Errorf("the provider was asked %v", h.outside.asked)
	}
	p.post("/verify/face", url.Values{"csrf": {token}}).wants(http.StatusOK, "passed")
}

// TestAFaceWithoutConsentIsNotCompared: the last page cannot be reached past the first one.
func TestAFaceWithoutConsentIsNotCompared(t *testing.T) {
	h, p := verifying(t, cast.Companies()[1])
	p.state().wants(http.StatusOK, "method")
	token := attribute(p.page.find("input", "name", "csrf"), "value")
	p.post("/verify/face", url.Values{"csrf": {token}, "consent": {"yes"}}).wants(http.StatusUnprocessableEntity, "face")
	if h.work(); len(h.outside.asked) != 0 {
		t.Error("the provider was asked")
	}
}

// TestABrowserShowsAFace goes through the four pages with a camera, and stops at the second without one.
func TestABrowserShowsAFace(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-2026-0196", company, titled)
	video := filepath.Join(t.TempDir(), "camera.mjpeg")
	h.must(os.WriteFile(video, bytes.Repeat(drawnFace(t), 3), 0o600))
	b := h.chromium(company.Representative,
		chromedp.Flag("use-fake-ui-for-media-stream", true), chromedp.Flag("use-fake-device-for-media-stream", true),
		chromedp.Flag("use-file-for-fake-video-capture", video))
	b.enter()
	b.at("verify-first")
	b.press("verify")
	b.state()
	b.press("method-face")
	b.at("face")
	b.shot("face")
	b.tick("face-consent", "consent", "yes")
	b.press("face-consent")
	b.at("face-camera")
	b.run(chromedp.WaitVisible(chromedp.CSS("video")), chromedp.WaitVisible(chromedp.CSS(`[data-act="face-next"]`)))
	b.shot("face-camera")
	b.press("face-next")
	b.at("face-action")
	b.run(chromedp.WaitVisible(chromedp.CSS("video")))
	b.shot("face-action")
	b.press("face")
	b.at("waiting")
	b.shot("face-waiting")
	h.work()
	b.at("passed")
	b.shot("result-passed-face")
}

func TestABrowserWithoutACameraHasAnotherMethod(t *testing.T) {
	h := newHouse(t)
	company := cast.Companies()[1]
	h.offer("HT-2026-0197", company, titled)
	b := h.chromium(company.Representative)
	b.enter()
	b.at("verify-first")
	b.press("verify")
	b.state()
	b.press("method-face")
	b.at("face")
	b.tick("face-consent", "consent", "yes")
	b.press("face-consent")
	b.at("face-camera")
	b.run(chromedp.WaitVisible(chromedp.CSS("[data-no-camera]")))
	b.shot("face-no-camera")
	b.press("other-method")
	b.at("method")
	b.press("method-phone")
	b.at("phone")
}

// drawnFace is a JPEG of a face nobody has.
func drawnFace(t *testing.T) []byte {
	t.Helper()
	const w, h = 640, 480
	im := image.NewRGBA(image.Rect(0, 0, w, h))
	inside := func(x, y, cx, cy, rx, ry float64) bool { return math.Hypot((x-cx)/rx, (y-cy)/ry) < 1 }
	for py := range h {
		for px := range w {
			x, y := float64(px), float64(py)
			c := color.RGBA{206, 216, 220, 255}
			switch {
			case inside(x, y, 280, 225, 14, 9), inside(x, y, 360, 225, 14, 9), inside(x, y, 320, 310, 34, 7):
				c = color.RGBA{70, 62, 60, 255}
			case inside(x, y, 320, 150, 112, 84) && y < 175:
				c = color.RGBA{60, 54, 52, 255}
			case inside(x, y, 320, 240, 105, 135):
				c = color.RGBA{236, 203, 178, 255}
			case inside(x, y, 320, 480, 210, 120):
				c = color.RGBA{92, 122, 140, 255}
			}
			im.SetRGBA(px, py, c)
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, im, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
