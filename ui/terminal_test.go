package ui_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/muesli/termenv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/ui"
	"campus.example/sealdesk/ui/internal/sample"
)

// patience is how long a state may take to come; nothing waits longer than it must.
const patience = 30 * time.Second

var updateGoldens = flag.Bool("update", false, "write the golden files anew")

// noon is the time on every clock of these tests.
func noon() time.Time { return time.Date(2026, 11, 25, 2, 0, 0, 0, time.UTC) }

// terminal is a console on an emulated terminal.
type terminal struct {
	t       *testing.T
	mu      sync.Mutex
	emu     *vt.Emulator
	in      *io.PipeWriter
	program *tea.Program
	model   *counted
	sent    int64
	ended   chan error
}

// Write takes what the console paints. In process no line discipline turns a line feed into a new line.
func (s *terminal) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.emu.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

func renderer(depth termenv.Profile) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(depth)
	r.SetHasDarkBackground(true)
	return r
}

func options(office *sample.Office, lang string) ui.Options {
	return ui.Options{
		Office: office, Caller: domain.Claimed("张敏"), Text: i18n.For(lang), Now: noon, Changed: office.Changed, Pages: sample.Pages{},
		SealNow: office.SealNow, Unlock: office.Unlock, Renderer: renderer(termenv.TrueColor), Unit: "采购与招标管理办公室", Tour: true, ToastLife: time.Hour,
	}
}

func open(t *testing.T, o ui.Options, w, h int) *terminal {
	t.Helper()
	s := &terminal{t: t, emu: vt.NewEmulator(w, h), ended: make(chan error, 1)}
	drained := make(chan struct{})
	go func() { // else a query would block the emulator
		_, _ = io.Copy(io.Discard, s.emu)
		close(drained)
	}()
	ctx, stop := context.WithCancel(context.Background())
	in, keys := io.Pipe()
	s.in = keys
	s.model = &counted{Model: ui.New(o).Within(ctx)}
	s.program = tea.NewProgram(s.model, tea.WithInput(in), tea.WithOutput(s), tea.WithAltScreen(),
		tea.WithoutSignals(), tea.WithFPS(120))
	go func() {
		_, err := s.program.Run()
		s.ended <- err
	}()
	s.program.Send(tea.WindowSizeMsg{Width: w, Height: h})
	t.Cleanup(func() {
		stop()
		s.program.Quit()
		select {
		case err := <-s.ended:
			if err != nil && !errors.Is(err, tea.ErrProgramKilled) && !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		case <-time.After(patience):
			t.Error("the console did not end")
		}
		if err := keys.Close(); err != nil {
			t.Error(err)
		}
		if pipe, ok := s.emu.InputPipe().(io.Closer); ok {
			_ = pipe.Close() // the emulator's own Close races with its Read
		}
		<-drained
	})
	return s
}

func (s *terminal) screen() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	lines := strings.Split(s.emu.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \r")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n"
}

// until waits for a state of the screen.
func (s *terminal) until(what string, is func(string) bool) {
	s.t.Helper()
	deadline := time.Now().Add(patience)
	for !is(s.screen()) {
		if time.Now().After(deadline) {
			s.t.Fatalf("never came: %s\n%s", what, s.screen())
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// see waits until all of it stands on the screen.
func (s *terminal) see(all ...string) {
	s.t.Helper()
	for _, want := range all {
		s.until(want, func(screen string) bool { return strings.Contains(screen, want) })
	}
}

// gone waits until it no longer stands on the screen.
func (s *terminal) gone(what string) {
	s.t.Helper()
	s.until("without "+what, func(screen string) bool { return !strings.Contains(screen, what) })
}

// press sends one key at a time; after each the program has taken it before the next is sent.
func (s *terminal) press(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		if code, ok := map[string]string{
			"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "enter": "\r", "esc": "\x1b", "tab": "\t",
			"space": " ", "end": "\x1b[F", "pgdown": "\x1b[6~", "shift+right": "\x1b[1;2C", "shift+left": "\x1b[1;2D",
			"shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B", "ctrl+c": "\x03", "ctrl+r": "\x12",
		}[k]; ok {
			k = code
		}
		if _, err := io.WriteString(s.in, k); err != nil {
			s.t.Fatal(err)
		}
		// An escape that something follows at once is another key: the model must have taken it before.
		s.taken()
	}
}

// taken waits until the console has taken the key that was sent: its model counts them.
func (s *terminal) taken() {
	s.t.Helper()
	s.sent++
	deadline := time.Now().Add(patience)
	for s.model.keys.Load() < s.sent {
		if time.Now().After(deadline) {
			s.t.Fatalf("key %d was not taken", s.sent)
		}
		time.Sleep(time.Millisecond)
	}
}

// counted is a console that counts the keys it took.
type counted struct {
	*ui.Model
	keys atomic.Int64
}

func (c *counted) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := c.Model.Update(msg)
	if _, ok := msg.(tea.KeyMsg); ok {
		c.keys.Add(1)
	}
	return c, cmd
}

// golden compares the screen with a file; a state on its way there is given time.
func (s *terminal) golden(name string) {
	s.t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *updateGoldens {
		s.settle()
		if err := os.WriteFile(path, []byte(s.screen()), 0o600); err != nil {
			s.t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	want := strings.ReplaceAll(string(b), "\r\n", "\n")
	s.until(name, func(screen string) bool { return screen == want })
	s.fits()
}

// settle waits until the screen stays as it is; only -update needs it.
func (s *terminal) settle() {
	last, since := s.screen(), time.Now()
	for time.Since(since) < 250*time.Millisecond {
		time.Sleep(5 * time.Millisecond)
		if now := s.screen(); now != last {
			last, since = now, time.Now()
		}
	}
}

// fits checks that no line is longer than the terminal is wide.
func (s *terminal) fits() {
	s.t.Helper()
	for _, l := range strings.Split(s.screen(), "\n") {
		if w := ansi.StringWidth(l); w > s.emu.Width() {
			s.t.Errorf("%d cells of %d: %s", w, s.emu.Width(), l)
		}
	}
}

// play presses keys, and waits where one says wait:WORDS, with | between words of which one is enough.
func (s *terminal) play(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		words, wait := strings.CutPrefix(k, "wait:")
		if !wait {
			s.press(k)
			continue
		}
		s.until(words, func(screen string) bool {
			for _, w := range strings.Split(words, "|") {
				if strings.Contains(screen, w) {
					return true
				}
			}
			return false
		})
	}
}
