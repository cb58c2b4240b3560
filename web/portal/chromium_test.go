package portal_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"campus.example/sealdesk/sandbox/cast"
)

// patience bounds a wait for the browser. It only says when a page has failed to come: machines differ widely.
const patience = time.Minute

// browser is a real browser of a phone's size in one person's hands.
type browser struct {
	t   *testing.T
	h   *house
	ctx context.Context
	who cast.Person
}

// chromium starts the browser, or skips the test where there is none.
func (h *house) chromium(who cast.Person, more ...chromedp.ExecAllocatorOption) *browser {
	h.t.Helper()
	if testing.Short() {
		h.t.Skip("a browser takes its time")
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("SEALDESK_ALL") == "1" {
			h.t.Fatal("chromium is not installed, and SEALDESK_ALL wants every test run")
		}
		h.t.Skip("chromium is not installed")
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck, chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(h.t.TempDir()), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("lang", "zh-CN"), chromedp.Flag("accept-lang", "zh-CN"),
		// The tool loses a page that comes back whole out of the browser's memory.
		chromedp.Flag("disable-features", "BackForwardCache"),
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	h.t.Cleanup(stop)
	ctx, stopTab := chromedp.NewContext(ctx)
	h.t.Cleanup(stopTab)
	// The browser lives as long as the first context it runs under.
	h.must(chromedp.Do(ctx))
	b := &browser{t: h.t, h: h, ctx: ctx, who: who}
	scale := 1.0
	if os.Getenv("SEALDESK_SHOTS") == "full" {
		scale = 2
	}
	b.run(chromedp.EmulateViewport(390, 844, chromedp.EmulateScale(scale), chromedp.EmulateMobile, chromedp.EmulateTouch))
	return b
}

// run does actions in the tab within a bounded time.
func (b *browser) run(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.t.Fatalf("%v at %s", err, b.look())
	}
}

// look tells what the tab shows.
func (b *browser) look() string {
	ctx, stop := context.WithTimeout(b.ctx, 5*time.Second)
	defer stop()
	where, err := chromedp.Run(ctx, chromedp.Location())
	if err != nil {
		return err.Error()
	}
	body, err := chromedp.Run(ctx, chromedp.Text(chromedp.CSS("body")))
	if err != nil {
		return where + ": " + err.Error()
	}
	return where + ":\n" + body
}

// eval runs a script and gives its value.
func eval[T any](b *browser, script string) T {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	b.h.must(err)
	return v
}

func (b *browser) open(path string) {
	b.t.Helper()
	if !strings.HasPrefix(path, "http") {
		path = b.h.server.URL + path
	}
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	err := chromedp.Do(ctx, chromedp.Navigate(path))
	if err != nil && strings.Contains(err.Error(), "net::ERR_ABORTED") { // the page before was still coming
		b.run(chromedp.Navigate(path))
		return
	}
	b.h.must(err)
}

// at waits for a page in a state.
func (b *browser) at(state string) {
	b.t.Helper()
	b.run(chromedp.WaitVisible(chromedp.CSS(`main[data-state="` + state + `"]`)))
}

func (b *browser) fill(act string, fields map[string]string) {
	b.t.Helper()
	for name, value := range fields {
		b.run(chromedp.SendKeys(chromedp.CSS(`form[data-act="`+act+`"] [name="`+name+`"]`), value))
	}
}

// tick presses a box or a choice of a form.
func (b *browser) tick(act, name, value string) {
	b.t.Helper()
	b.run(chromedp.Click(chromedp.CSS(`form[data-act="` + act + `"] [name="` + name + `"][value="` + value + `"]`)))
}

// press sends a form or follows a link.
func (b *browser) press(act string) {
	b.t.Helper()
	b.run(chromedp.Click(chromedp.CSS(`form[data-act="`+act+`"] button:not([type=button]), a[data-act="`+act+`"]`), chromedp.NodeVisible))
}

func (b *browser) code() string {
	b.t.Helper()
	for range 100 {
		b.h.work()
		if m := b.h.outside.newCode(b.who.Phone); m != "" {
			return m
		}
		time.Sleep(20 * time.Millisecond)
	}
	b.t.Fatal("no code came")
	return ""
}

// top scrolls to where the page begins.
func (b *browser) top() {
	b.t.Helper()
	eval[bool](b, `scrollTo(0, 0), true`)
}

// shot keeps a picture of the page for docs/screens when asked to.
func (b *browser) shot(name string) {
	b.t.Helper()
	b.axe(name)
	want := os.Getenv("SEALDESK_SHOTS")
	if want == "" {
		return
	}
	b.run(chromedp.Sleep(150 * time.Millisecond))
	take := chromedp.CaptureScreenshot()
	if want == "full" {
		take = chromedp.FullScreenshot(100)
	}
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	png, err := chromedp.Run(ctx, take)
	b.h.must(err)
	dir := filepath.Join("..", "..", "docs", "screens")
	if other := os.Getenv("SEALDESK_SHOTS_DIR"); other != "" {
		dir = other
	}
	b.h.must(os.MkdirAll(dir, 0o755))
	b.h.must(os.WriteFile(filepath.Join(dir, "portal-"+name+".png"), png, 0o644))
}
