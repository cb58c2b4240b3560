//go:build office

package cli

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"sealdesk/i18n"
)

// A program built for an office has no stand-ins: asked for them, it says so in one sentence and ends with exit code 3.
func TestOfficeBuildHasNoStandIns(t *testing.T) {
	dir := t.TempDir()
	for _, lang := range []string{i18n.Chinese, i18n.English} {
		for _, args := range [][]string{
			{"demo"},
			{"demo", "--headless", "--contracts", "3"},
			{"sandbox", "--state", dir},
		} {
			var out, complaint bytes.Buffer
			code := Run(t.Context(), World{
				Args: append([]string{"--lang", lang}, args...), In: strings.NewReader(""), Out: &out, Err: &complaint,
				Getenv: func(string) string { return "" },
			})
			if got := strings.TrimSpace(complaint.String()); code != exitMissing || got != i18n.For(lang).CLI.NoStandIns || out.Len() > 0 {
				t.Errorf("%q: exit %d, %q, %q", args, code, got, out.String())
			}
		}
		c := &command{World: World{Err: &bytes.Buffer{}}, text: i18n.For(lang)}
		if err := c.useStandIns(nil, dir); !errors.Is(err, errMissing) {
			t.Errorf("init --sandbox: %v", err)
		}
	}
}
