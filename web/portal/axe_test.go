package portal_test

import (
	"os"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// violation is one thing axe-core finds wrong.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML, FailureSummary string }
}

// axe lets axe-core look at the page, in light and in dark (SEALDESK_AXE names its axe.min.js, of npm's axe-core).
func (b *browser) axe(name string) {
	b.t.Helper()
	path := os.Getenv("SEALDESK_AXE")
	if path == "" {
		return
	}
	script, err := os.ReadFile(path)
	b.h.must(err)
	eval[bool](b, string(script)+"; true")
	for _, scheme := range []string{"dark", "light"} {
		_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		b.h.must(err)
		found := eval[[]violation](b, `axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => ({
			ID: v.id, Impact: v.impact, Help: v.help, Nodes: v.nodes.map(n => ({HTML: n.html, FailureSummary: n.failureSummary}))})))`)
		for _, v := range found {
			b.t.Errorf("%s, %s: %s (%s): %s\n%+v", name, scheme, v.ID, v.Impact, v.Help, v.Nodes)
		}
	}
}
