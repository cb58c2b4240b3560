package ui_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/textinput"

	"campus.example/sealdesk/ui/internal/sample"
)

// again runs tests of this binary with another environment: libraries read theirs when they are loaded.
func again(t *testing.T, run string, env ...string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, "-test.run", run, "-test.count=1")
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// The screens are the same in a Chinese locale, which makes go-runewidth count "…" and curly quotes as two cells.
func TestTheLocaleChangesNoWidth(t *testing.T) {
	again(t, "^TestOtherScreens$/-zh-", "LC_ALL=zh_CN.UTF-8", "LANG=zh_CN.UTF-8", "RUNEWIDTH_EASTASIAN=1")
}

// No key of no field runs the program that the library would read a clipboard with: it is that of the machine the console
// runs on, which over SSH is another than the operator's.
func TestNoKeyReadsTheClipboard(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the library asks xclip on Linux")
	}
	trap := os.Getenv("SEALDESK_TRAP")
	if trap != "" {
		pasteEverywhere(t, trap)
		return
	}
	dir := t.TempDir()
	trap = filepath.Join(dir, "read")
	if err := os.WriteFile(filepath.Join(dir, "xclip"), []byte("#!/bin/sh\necho read >>\"$SEALDESK_TRAP\"\necho 42\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	again(t, "^TestNoKeyReadsTheClipboard$", "SEALDESK_TRAP="+trap, "PATH="+dir, "WAYLAND_DISPLAY=")
}

func pasteEverywhere(t *testing.T, trap string) {
	t.Helper()
	const paste = "\x16" // ctrl+v
	s := open(t, options(sample.New(noon).Fill(200), "zh"), 120, 36)
	s.see("HT-2026-0187")
	for _, keys := range [][]string{
		{"/", paste, "x", "esc"},
		{":", paste, "x", "esc"},
		{"?", paste, "x", "esc"},
		{"2", "wait:HT-2026-0190", "/", paste, "x", "esc", "1"},
		{"a", "6", paste, "x", "esc"},
		{"a", "2", paste, "tab", paste, "tab", paste, "x", "esc"},
		{"4", "wait:▀", "u", paste, "1", "esc", "1"},
		{paste},
	} {
		s.play(keys...)
	}
	s.press("/", "图", "书", "馆", "enter")
	s.see("/图书馆")
	if _, err := os.Stat(trap); !os.IsNotExist(err) {
		t.Errorf("a clipboard was read: %v", err)
	}
	textinput.Paste() // the trap itself works
	if b, err := os.ReadFile(trap); err != nil || strings.Count(string(b), "read") != 1 {
		t.Errorf("the trap is not in the way: %v %q", err, b)
	}
}
