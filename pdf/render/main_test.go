package render

import (
	"context"
	"os"
	"testing"
	"time"

	"campus.example/sealdesk/pdf/child"
)

const hidden = "pdf-child"

// The test binary is its own child, as the program is. The renderer is compiled once for all tests.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == hidden {
		os.Exit(child.Main(context.Background(), os.Args[2:], os.Stdin, os.Stdout, os.Stderr, Handlers()))
	}
	dir, err := os.MkdirTemp("", "sealdesk-render-")
	if err != nil {
		panic(err)
	}
	if err := os.Setenv("SEALDESK_TEST_CACHE", dir); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}

func renderer(t testing.TB) *Renderer {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := New(Options{Exe: exe, Args: []string{hidden}, Cache: os.Getenv("SEALDESK_TEST_CACHE"), Time: 20 * time.Second})
	if err := r.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	return r
}
