package seal_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/seal/check"
)

// TestStrangersAreSealed puts a seal on the documents of a folder, made by other programs: each is signed so that the
// check and the objects are right, or refused in a word. SEALDESK_STRANGERS names the folder; its files are nobody's to
// hand on, so there are none here.
func TestStrangersAreSealed(t *testing.T) {
	dir := os.Getenv("SEALDESK_STRANGERS")
	if dir == "" {
		t.Skip("left out: documents of strangers (SEALDESK_STRANGERS names their folder)")
	}
	o, engine, key := signer(t)
	roots := o.roots(t)
	counts, taken := map[string]int{}, map[string]int{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.EqualFold(filepath.Ext(path), ".pdf") {
			return err
		}
		pdf := load(t, path)
		name, _ := filepath.Rel(dir, path)
		_, err = examine.Examine(pdf, examine.Options{Keywords: []string{"甲方（盖章）"}})
		word := examine.Name(err)
		taken[word]++
		if word == "doc_hidden" || word == "doc_damaged" && len(pdf) > 0 {
			t.Logf("not taken: %s: %v", name, err)
		}
		r := requestOf(key, pdf)
		r.Field, r.Place = "Sealdesk-Test", domain.Place{Page: 1, X: 5, Y: 5, W: 40, H: 40}
		out, err := o.carry(t, engine, key, r)
		if err != nil {
			counts["refused: "+string(domain.CodeOf(err))]++
			if code := domain.CodeOf(err); code == domain.CodeInternal || code == domain.CodeDocDamaged && len(pdf) > 0 {
				t.Logf("%s: %v", name, err)
			}
			return nil
		}
		report, err := check.Verify(out, check.Options{Roots: roots, At: now()})
		if err != nil {
			counts["signed, unreadable for the check"]++
			t.Logf("%s: signed, but the check says %v", name, err)
			return nil
		}
		last := report.Signatures[len(report.Signatures)-1]
		if !last.Intact || !last.CoversWholeRevision || last.Field != r.Field {
			t.Errorf("%s: %+v", name, last)
		}
		if _, _, err := check.Touched(pdf, out, ""); err != nil {
			counts["signed, would be set aside"]++
			t.Logf("%s: signed, but %v", name, err)
			return nil
		}
		counts["signed"]++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, said := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%-40s %d", said, counts[said])
	}
	for _, said := range slices.Sorted(maps.Keys(taken)) {
		t.Logf("taken in: %-30q %d", said, taken[said])
	}
}
