package ui

import (
	"context"
	"encoding/base64"
	"errors"
	"io"
	"os"
	"strings"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"golang.org/x/term"

	_ "campus.example/sealdesk/ui/internal/background" // before everything that might ask the terminal
)

// Run shows the console on a terminal until the operator leaves it or the context ends. It asks the terminal nothing:
// the colours come from the environment, so a terminal that never answers gets its first frame as fast as any other.
func Run(ctx context.Context, o Options, in io.Reader, out io.Writer) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	shared := &writer{out: out}
	if o.Renderer == nil {
		o.Renderer = Renderer(out, os.Getenv)
	}
	if o.Copy == nil {
		o.Copy = shared.copy
	}
	var changes <-chan os.Signal
	if f, ok := out.(*os.File); ok {
		changes = resized(ctx) // before the size is asked for
		if w, h, err := term.GetSize(int(f.Fd())); err == nil && o.Width == 0 {
			o.Width, o.Height = w, h
		}
	}
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithInput(in), tea.WithAltScreen(), tea.WithFPS(120)}
	if f, ok := out.(*os.File); ok {
		// The program must see the file itself to follow its size; whole frames and copied text are single writes.
		options = append(options, tea.WithOutput(f), tea.WithFilter(currentSize(f)))
	} else {
		options = append(options, tea.WithOutput(shared))
	}
	program := tea.NewProgram(New(o).Within(ctx), options...)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-changes:
				program.Send(tea.WindowSizeMsg{}) // the filter fills it in
			}
		}
	}()
	_, err := program.Run()
	if errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// currentSize makes every message about the size tell the size of now: of two that were asked for at once the older may
// come last.
func currentSize(f *os.File) func(tea.Model, tea.Msg) tea.Msg {
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		size, ok := msg.(tea.WindowSizeMsg)
		if !ok {
			return msg
		}
		if w, h, err := term.GetSize(int(f.Fd())); err == nil {
			return tea.WindowSizeMsg{Width: w, Height: h}
		}
		if size.Width == 0 {
			return nil
		}
		return msg
	}
}

// Renderer makes a renderer that knows its terminal by the environment alone. A light background is believed when
// COLORFGBG tells of one. (Bubbletea itself asks while the program starts, before any of our code runs; the program
// that links this package must see to that.)
func Renderer(out io.Writer, getenv func(string) string) *lipgloss.Renderer {
	// Unsafe only means that the output is believed to be a terminal; nothing is asked of it, since the background is
	// set below.
	r := lipgloss.NewRenderer(out, termenv.WithUnsafe())
	if getenv("NO_COLOR") != "" {
		r.SetColorProfile(termenv.Ascii)
	}
	fields := strings.Split(getenv("COLORFGBG"), ";")
	background := fields[len(fields)-1]
	r.SetHasDarkBackground(background != "7" && background != "15")
	return r
}

// writer lets frames and clipboard sequences through one at a time.
type writer struct {
	mu  sync.Mutex
	out io.Writer
}

func (w *writer) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.out.Write(p)
}

// copy asks the terminal to put text on its clipboard (OSC 52), which works over SSH too.
func (w *writer) copy(s string) error {
	_, err := io.WriteString(w, "\x1b]52;c;"+base64.StdEncoding.EncodeToString([]byte(s))+"\x07")
	return err
}
