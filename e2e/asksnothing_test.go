package e2e

import (
	"bytes"
	"io"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"campus.example/sealdesk/sandbox/cast"
)

// queryTimeout is how long the terminal library waits for the answer to a query (termenv.OSCTimeout).
const queryTimeout = 5 * time.Second

// A terminal that answers nothing is asked nothing. The terminal library asks for the background colour while it is
// initialised, unless a package of ours whose import path sorts before its own has answered for it: a new module path can
// undo that, and each command would then start five seconds late.
func TestTerminalIsAskedNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "office")
	p := newProgram(t, "SEALDESK_DIR="+dir)
	p.must("init", "--name", cast.University, "--pin-file", write(t, "pin", "123456\n"), "--phone", cast.Duty().Phone)
	for _, c := range []struct {
		name, shows string
		args        []string
	}{
		{"a command", "sealdesk", []string{"version"}},
		{"the console", "待推送", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := p
			p.t = t
			var gaveUp atomic.Bool
			s := onScreen(t, p.command(c.args...), 120, 36)
			answer := time.AfterFunc(queryTimeout, func() {
				gaveUp.Store(true)
				if _, err := io.WriteString(s.file, "\x1b]11;rgb:0000/0000/0000\x1b\\"); err != nil {
					return // the program has ended
				}
			})
			defer answer.Stop()
			s.see(c.shows)
			if gaveUp.Load() {
				t.Error("the first output came only when the terminal library had given up waiting")
			}
			for name, query := range map[string]string{"background": "\x1b]11;?", "foreground": "\x1b]10;?", "cursor": "\x1b[6n"} {
				if bytes.Contains(s.bytes(), []byte(query)) {
					t.Errorf("the terminal is asked for its %s", name)
				}
			}
		})
	}
}
