package app_test

import (
	"context"
	"os"
	"testing"

	"campus.example/sealdesk/app"
)

// cacheVariable names the folder of the renderer's compiled program, which is compiled once for all tests.
const cacheVariable = "SEALDESK_TEST_CACHE"

// The test binary is its own child, as the program is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == app.ChildCommand {
		os.Exit(app.Child(context.Background(), os.Args[2:], os.Stdin, os.Stdout, os.Stderr))
	}
	dir, err := os.MkdirTemp("", "sealdesk-app-")
	if err != nil {
		panic(err)
	}
	if err := os.Setenv(cacheVariable, dir); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}
