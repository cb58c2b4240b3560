package e2e

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"testing"
)

func write(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// body gives the page at an address.
func body(t *testing.T, address string) string {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(resp.Body)
	if errClose := resp.Body.Close(); err != nil || errClose != nil {
		t.Fatal(err, errClose)
	}
	return string(b)
}
