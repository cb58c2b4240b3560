package render

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"campus.example/sealdesk/pdf/examine/handmade"
)

func TestPDFiumSeesOneFile(t *testing.T) {
	if err := fstest.TestFS(oneFile{"usr/share/fonts/a.ttf", []byte("abc")}, "usr/share/fonts/a.ttf"); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"etc", "usr/bin", "usr/share/fonts/b.ttf", "usr/share/fonts/a.ttf/x", "../etc", ""} {
		if _, err := (oneFile{"usr/share/fonts/a.ttf", nil}).Open(name); err == nil {
			t.Errorf("%q is there", name)
		}
	}
}

func TestFolderOfOthersIsNotUsed(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o777); err != nil { //nolint:gosec // that is the case to be refused
		t.Fatal(err)
	}
	if err := New(Options{Cache: dir}).Warm(t.Context()); err == nil {
		t.Error("compiled into a folder of everybody")
	}
	file := filepath.Join(dir, "x")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := New(Options{Cache: file}).Warm(t.Context()); err == nil {
		t.Error("compiled into a file")
	}
}

func TestDamagedCacheIsMadeAnew(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles twice")
	}
	r := renderer(t)
	shared := r.compiled()
	r.options.Cache = filepath.Join(t.TempDir(), "cache")
	if err := private(r.options.Cache); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(r.compiled(), os.DirFS(shared)); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(r.compiled(), 0o700); err != nil { //nolint:gosec // a folder
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(r.options.Cache, "*", "wazero*", "*"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]func() error{
		"gone":  func() error { return os.Remove(files[0]) },
		"wrong": func() error { return os.WriteFile(files[0], make([]byte, len(whole)), 0o600) },
	} {
		if err := damage(); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Render(t.Context(), handmade.Page("", ""), 1, 100); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWaitingForTheCompilationEndsWithTheContext(t *testing.T) {
	r := New(Options{Cache: t.TempDir()})
	r.turn <- struct{}{}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := r.Render(ctx, handmade.Page("", ""), 1, 100); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

func BenchmarkPicture(b *testing.B) {
	r, pdf := renderer(b), handmade.Page("", "BT /F2 24 Tf 50 500 Td "+handmade.UCS2("甲方（盖章）")+" Tj ET")
	for b.Loop() {
		if _, err := r.Render(b.Context(), pdf, 1, 800); err != nil {
			b.Fatal(err)
		}
	}
}
