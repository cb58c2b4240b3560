package docs_test

import (
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every page the signers have is shown, of a phone's size, and no picture lies about unused.
func TestSignersPagesAreShown(t *testing.T) {
	doc := strings.Join(lines(t, "signers.md"), "\n")
	templates, err := filepath.Glob(filepath.Join(root, "web", "portal", "pages", "*.html"))
	if err != nil || len(templates) < 15 {
		t.Fatalf("%d pages, %v", len(templates), err)
	}
	want, got := map[string]bool{}, map[string]bool{}
	for _, path := range templates {
		want[strings.TrimSuffix(filepath.Base(path), ".html")] = true
	}
	delete(want, "frame") // what is around each of them
	for _, m := range regexp.MustCompile("(?m)^## `([a-z-]+)`: .+\n\n<img src=").FindAllStringSubmatch(doc, -1) {
		got[m[1]] = true
	}
	if !maps.Equal(got, want) {
		t.Errorf("shown are %v, there are %v", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
	}
	pictures, err := filepath.Glob("screens/portal-*.png")
	if err != nil || len(pictures) < len(want) {
		t.Fatalf("%d pictures, %v", len(pictures), err)
	}
	for _, path := range pictures {
		if !strings.Contains(doc, `src="`+path+`"`) {
			t.Errorf("%s is shown nowhere", path)
		}
		if w, h := sizeOf(t, path); (w != 390 || h != 844) && !strings.Contains(path, "-desk-") {
			t.Errorf("%s is %d by %d", path, w, h)
		}
	}
}

func sizeOf(t *testing.T, path string) (w, h int) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	head, err := png.DecodeConfig(f)
	if errClose := f.Close(); err != nil || errClose != nil {
		t.Fatalf("%s: %v, %v", path, err, errClose)
	}
	return head.Width, head.Height
}
