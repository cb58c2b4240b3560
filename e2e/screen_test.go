package e2e

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// screen is a program on a real pseudo-terminal, whose output an emulator reads. It answers no query, like many
// terminals behind SSH.
type screen struct {
	t    testing.TB
	cmd  *exec.Cmd
	file *os.File

	mu   sync.Mutex
	emu  *vt.Emulator
	raw  []byte
	over chan struct{}
	came atomic.Int64 // bytes, counted before the emulator has read them
	shut sync.Once
}

// patience is how long a state of the screen may take on a loaded machine.
const patience = 30 * time.Second

// onScreen starts a command on a terminal of this size.
func onScreen(t testing.TB, cmd *exec.Cmd, cols, rows int) *screen {
	t.Helper()
	cmd.Env = append(without(cmd.Env, "LANG", "LC_ALL", "LC_CTYPE", "TMUX", "CI", "NO_COLOR"), "TERM=xterm-256color")
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(rows), Cols: uint16(cols)})
	if err != nil {
		t.Fatal(err)
	}
	s := &screen{t: t, cmd: cmd, file: f, emu: vt.NewEmulator(cols, rows), over: make(chan struct{})}
	go func() { // else a query would block the emulator
		if _, err := io.Copy(io.Discard, s.emu); err != nil {
			return
		}
	}()
	go s.read()
	t.Cleanup(s.close)
	return s
}

func (s *screen) read() {
	defer close(s.over)
	b := make([]byte, 64<<10)
	for {
		n, err := s.file.Read(b)
		s.came.Add(int64(n))
		s.mu.Lock()
		s.raw = append(s.raw, b[:n]...)
		if _, errEmu := s.emu.Write(b[:n]); errEmu != nil {
			err = errEmu
		}
		s.mu.Unlock()
		if err != nil {
			return // a pseudo-terminal whose program ended gives an error, not an end
		}
	}
}

func (s *screen) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emu.String()
}

// bytes returns everything the program has written to the terminal so far.
func (s *screen) bytes() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Clone(s.raw)
}

// see waits until one of the words stands on the screen, and tells which.
func (s *screen) see(words ...string) string {
	s.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		shown := s.text()
		for _, w := range words {
			if strings.Contains(shown, w) {
				return w
			}
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("never came: %q\n%s", words, shown)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// gone waits until the words stand there no longer.
func (s *screen) gone(words string) {
	s.t.Helper()
	until(s.t, "without "+words, patience, func() bool { return !strings.Contains(s.text(), words) })
}

// press types, and gives a lone escape the time it needs to be one.
func (s *screen) press(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		if code, ok := map[string]string{"enter": "\r", "esc": "\x1b", "down": "\x1b[B", "tab": "\t", "ctrl+c": "\x03"}[k]; ok {
			k = code
		}
		if _, err := io.WriteString(s.file, k); err != nil {
			s.t.Fatal(err)
		}
		time.Sleep(60 * time.Millisecond)
	}
}

// again presses a key until the words come: what the key acts on may be on its way.
func (s *screen) again(key, words string) {
	s.t.Helper()
	until(s.t, words, patience, func() bool {
		if strings.Contains(s.text(), words) {
			return true
		}
		s.press(key)
		time.Sleep(200 * time.Millisecond)
		return strings.Contains(s.text(), words)
	})
}

func (s *screen) resize(cols, rows int) {
	s.t.Helper()
	s.mu.Lock()
	s.emu.Resize(cols, rows)
	s.mu.Unlock()
	if err := pty.Setsize(s.file, &pty.Winsize{Rows: uint16(rows), Cols: uint16(cols)}); err != nil {
		s.t.Fatal(err)
	}
}

// ended waits for the program's end and gives its exit code.
func (s *screen) ended() int {
	s.t.Helper()
	select {
	case <-s.over:
	case <-time.After(patience):
		s.t.Fatalf("the program does not end\n%s", s.text())
	}
	wait(s.cmd)
	return s.cmd.ProcessState.ExitCode()
}

// close ends the program and its terminal, once.
func (s *screen) close() {
	s.shut.Do(func() {
		if s.cmd.ProcessState == nil {
			if err := s.cmd.Process.Signal(syscall.SIGKILL); err == nil {
				wait(s.cmd)
			}
		}
		if err := s.file.Close(); err != nil {
			s.t.Log(err)
		}
	})
}

func without(env []string, names ...string) []string {
	var out []string
next:
	for _, e := range env {
		for _, name := range names {
			if strings.HasPrefix(e, name+"=") {
				continue next
			}
		}
		out = append(out, e)
	}
	return out
}

// containsColour tells whether anything sets a colour (ECMA-48, SGR 38 or 48).
func containsColour(raw []byte) bool {
	return bytes.Contains(raw, []byte("\x1b[38;")) || bytes.Contains(raw, []byte(";38;")) || bytes.Contains(raw, []byte("\x1b[48;"))
}
