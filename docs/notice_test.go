package docs_test

import (
	"io/fs"
	"path/filepath"
	"regexp"
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

// Every module under a commercial licence is named in NOTICE, which also names the file with the licences of the others.
func TestNoticeNamesCommercialModules(t *testing.T) {
	notice := strings.Join(lines(t, filepath.Join(root, "NOTICE")), "\n")
	if !strings.Contains(notice, "THIRD_PARTY_LICENSES") {
		t.Error("NOTICE does not name THIRD_PARTY_LICENSES")
	}
	found := 0
	for _, line := range lines(t, filepath.Join(root, "THIRD_PARTY_LICENSES")) {
		if !strings.HasSuffix(line, "(commercial)") {
			continue
		}
		found++
		path, _, _ := strings.Cut(line, " ")
		if name := regexp.MustCompile(`/v[0-9]+$`).ReplaceAllString(path, ""); !strings.Contains(notice, name) {
			t.Errorf("NOTICE does not name %s", name)
		}
	}
	if found == 0 {
		t.Error("no commercial module was found")
	}
}
