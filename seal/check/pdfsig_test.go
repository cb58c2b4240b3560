package check

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// pdfsig finds poppler's tool. Without it the comparison is left out, unless everything was asked for.
func pdfsig(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("pdfsig")
	if err == nil {
		return path
	}
	if os.Getenv("SEALDESK_ALL") == "1" {
		t.Fatal("pdfsig is missing; it comes with poppler-utils")
	}
	t.Skip("left out: comparison with pdfsig (poppler-utils)")
	return ""
}

// ask runs pdfsig and counts the signatures it confirms and those it does not.
func ask(t *testing.T, tool string, pdf []byte) (good, bad int, said string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(name, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, _ := exec.Command(tool, "-nocert", name).CombinedOutput() //nolint:gosec // the tool of the tests
	for line := range strings.Lines(string(out)) {
		if strings.Contains(line, "Signature Validation:") {
			switch {
			case strings.Contains(line, "Signature is Valid"):
				good++
			case strings.Contains(line, "not yet been verified"):
				// a document timestamp, which poppler does not read
			default:
				bad++
			}
		}
	}
	return good, bad, string(out)
}

// TestAgreesOnValid asks poppler about the files that are valid: it must confirm every act too.
func TestAgreesOnValid(t *testing.T) {
	tool := pdfsig(t)
	for _, g := range goods() {
		if strings.HasSuffix(g.name, "widget of its own") {
			continue // poppler 22 looks for the value in the widget and calls the field unsigned
		}
		if strings.HasSuffix(g.name, "attributes signed in order") {
			continue // it takes them as they stand
		}
		d := g.make()
		acts := 0
		for _, s := range examine(t, d.data).Signatures {
			if s.Kind == KindAct {
				acts++
			}
		}
		if good, bad, said := ask(t, tool, d.data); good < acts || bad > 0 {
			t.Fatalf("%s: %d of %d confirmed, %d refused\n%s", g.name, good, acts, bad, said)
		}
	}
}

// TestAttacksFoolPoppler shows that the attacks are alive: poppler, which looks at the signed bytes alone, confirms
// the signature of many of them.
func TestAttacksFoolPoppler(t *testing.T) {
	tool := pdfsig(t)
	fooled, all := 0, 0
	for _, list := range [][]attack{savings(), wrappings(), shadows(), annotations(), sneaks(), restrictionsBroken()} {
		for _, a := range list {
			all++
			if good, bad, _ := ask(t, tool, a.make()); good > 0 && bad == 0 {
				fooled++
			}
		}
	}
	t.Logf("poppler confirms all signatures of %d of %d forged files", fooled, all)
	if fooled < all/2 {
		t.Errorf("only %d of %d attacks leave the signature itself whole", fooled, all)
	}
}
