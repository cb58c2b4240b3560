package docs_test

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// Every typeface that is built in has its licence beside it, and NOTICE names it.
func TestNoticeNamesTypefaces(t *testing.T) {
	notice := strings.Join(lines(t, filepath.Join(root, "NOTICE")), "\n")
	found := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".ttf", ".otf", ".ttc":
			found++
			licence, err := filepath.Rel(root, filepath.Join(filepath.Dir(path), "OFL.txt"))
			if err != nil {
				return err
			}
			if !strings.Contains(notice, filepath.ToSlash(licence)) {
				t.Errorf("NOTICE does not name the licence of %s", path)
			}
			lines(t, filepath.Join(root, licence))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found == 0 {
		t.Error("no typeface was found")
	}
}
