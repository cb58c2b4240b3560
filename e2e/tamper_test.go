package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// One changed byte, or a tail cut off, and the file is not valid any more.
func TestTamperedFinalIsRefused(t *testing.T) {
	dir, _ := day(t, 1)
	p := newProgram(t)
	finals, err := filepath.Glob(filepath.Join(dir, "final", "*.pdf"))
	if err != nil || len(finals) != 1 {
		t.Fatalf("%v %v", finals, err)
	}
	final, err := os.ReadFile(finals[0])
	if err != nil {
		t.Fatal(err)
	}
	root := filepath.Join(dir, "pki", "root.pem")
	for name, change := range map[string]func([]byte) []byte{
		"first revision": func(b []byte) []byte { b[len(b)/8] ^= 1; return b },
		"middle":         func(b []byte) []byte { b[len(b)/2] ^= 1; return b },
		"last revision":  func(b []byte) []byte { b[len(b)-len(b)/50] ^= 1; return b },
		"cut tail":       func(b []byte) []byte { return b[:len(b)-700] },
		"appended":       func(b []byte) []byte { return append(b, "\n1 0 obj\n<<>>\nendobj\n"...) },
	} {
		path := filepath.Join(t.TempDir(), "changed.pdf")
		if err := os.WriteFile(path, change(append([]byte(nil), final...)), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, _, code := p.run("verify", path, "--trust", root, "--json"); code == 0 {
			t.Errorf("%s: accepted\n%s", name, out)
		}
	}
	if _, _, code := p.run("verify", finals[0]); code != 1 {
		t.Errorf("without an anchor: exit %d", code)
	}
}
