//go:build office

package cli

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// A program built for an office has no stand-ins: asked for them, it says so in one sentence and ends with exit code 3.
func TestOfficeBuildHasNoStandIns(t *testing.T) {
	for _, lang := range i18n.Languages() {
		want := i18n.For(lang).CLI.NoStandIns
		for _, args := range [][]string{
			{"demo"},
			{"demo", "--headless", "--contracts", "3"},
			{"sandbox", "--state", "town"},
		} {
			var out, bad bytes.Buffer
			code := apart().Command(t.Context(), domain.Caller{}, append([]string{"--lang", lang}, args...), nil, &out, &bad)
			if got := strings.TrimSpace(bad.String()); code != exitMissing || got != want || out.Len() > 0 {
				t.Errorf("%q: exit %d, %q, %q", args, code, got, out.String())
			}
		}
		if err := commandIn(lang).useStandIns(nil, ""); !errors.Is(err, errMissing) {
			t.Errorf("init --sandbox: %v", err)
		}
	}
}
