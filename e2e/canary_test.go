package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"campus.example/sealdesk/sandbox/cast"
)

// After a day nothing of what identifies the people stands in clear in the folder or the temporary files: no document
// number, no card, no whole phone, no byte of a photo.
func TestCanaryNothingPersonalInClear(t *testing.T) {
	tmp := t.TempDir()
	dir := filepath.Join(t.TempDir(), "office")
	newProgram(t, "TMPDIR="+tmp).must("demo", "--headless", "--contracts", "7", "--json", "--dir", dir)
	var wanted [][]byte
	for _, p := range cast.People() {
		for _, secret := range []string{p.Phone, p.DocNo, p.Card} {
			if secret != "" {
				wanted = append(wanted, spellings(secret)...)
			}
		}
	}
	// What every photo of the town begins with would also be found in an encrypted one that is not.
	wanted = append(wanted, []byte("\xff\xd8\xff"), []byte("\x89PNG\r\n\x1a\n"))
	searched := 0
	for _, root := range []string{dir, tmp} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			// The stand-ins are other people's systems: they keep what was sent to them. The contracts' texts
			// name the parties, as contracts do, and hold no numbers of persons.
			if d.IsDir() && d.Name() == "sandbox" {
				return fs.SkipDir
			}
			if !d.Type().IsRegular() {
				return nil
			}
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			searched++
			for _, w := range wanted {
				if i := bytes.Index(b, w); i >= 0 {
					t.Errorf("%s holds %q at %d", path, w, i)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if searched < 20 {
		t.Errorf("only %d files were searched", searched)
	}
	// The positive control: what the stand-ins keep must be found, or the search finds nothing at all.
	if !holds(t, filepath.Join(dir, "sandbox"), cast.PassportHolder().Phone) {
		t.Error("the search does not find what is there")
	}
}

// spellings are the ways a number may stand in a file.
func spellings(s string) [][]byte {
	wide := make([]byte, 0, 2*len(s))
	for _, u := range utf16.Encode([]rune(s)) {
		wide = append(wide, byte(u>>8), byte(u))
	}
	out := [][]byte{[]byte(s), wide, []byte(hex.EncodeToString([]byte(s))), []byte(strings.ToUpper(hex.EncodeToString([]byte(s))))}
	for shift := range 3 {
		// In base64 a text looks different by where it begins; the edges depend on the neighbours.
		enc := base64.StdEncoding.EncodeToString(append(make([]byte, shift), s...))
		out = append(out, []byte(enc[(shift*8+5)/6:len(enc)-4]))
	}
	return out
}

func holds(t *testing.T, root, s string) bool {
	t.Helper()
	found := false
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		found = found || bytes.Contains(b, []byte(s))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
