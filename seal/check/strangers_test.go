package check

import (
	"crypto/x509"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
)

// TestStrangers judges the documents of a folder, made by other programs, and tells what each is called here and by
// pdfsig. Whoever came along as an authority is trusted, so that a verdict can be a yes. SEALDESK_STRANGERS names the
// folder; its files are nobody's to hand on, so there are none here.
func TestStrangers(t *testing.T) {
	dir := os.Getenv("SEALDESK_STRANGERS")
	if dir == "" {
		t.Skip("left out: documents of strangers (SEALDESK_STRANGERS names their folder)")
	}
	counts := map[string]int{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.EqualFold(filepath.Ext(path), ".pdf") {
			return err
		}
		pdf, err := os.ReadFile(path) //nolint:gosec // the folder the caller named
		if err != nil {
			return err
		}
		start := time.Now()
		report, sigs, err := verify(pdf, Options{})
		if err == nil && len(sigs) > 0 {
			report, _, err = verify(pdf, Options{Roots: brought(sigs), At: claimed(report)})
		}
		took := time.Since(start)
		said := string(report.Verdict)
		if err = fail(err); err != nil {
			said = "error " + string(domain.CodeOf(err))
		}
		counts[said]++
		name, _ := filepath.Rel(dir, path)
		if said != string(Unsigned) {
			good, bad := strangersSay(path)
			t.Logf("%-22s pdfsig %d good %d bad, %d removed, %v, %s: %s", said, good, bad, report.Removed, took.Round(time.Millisecond), name, brief(report))
			if report.Verdict == Valid && bad > 0 {
				t.Errorf("%s: valid here, not for pdfsig", name)
			}
		}
		if took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, said := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%-30s %d", said, counts[said])
	}
}

// brought are the certificates that came along and could be anchors.
func brought(sigs []*judged) []*x509.Certificate {
	var out []*x509.Certificate
	for _, s := range sigs {
		all := s.others
		if s.token != nil {
			all = append(all, s.token.Others...)
		}
		out = append(out, all...)
	}
	return out
}

// claimed is the latest time a signer claims.
func claimed(r Report) time.Time {
	var at time.Time
	for _, s := range r.Signatures {
		for _, t := range []*time.Time{s.SigningTime, s.TimestampTime} {
			if t != nil && t.After(at) {
				at = *t
			}
		}
	}
	return at
}

// strangersSay counts what pdfsig confirms and what it knows to be wrong. What it cannot judge, such as timestamps of
// documents, counts neither way.
func strangersSay(path string) (good, bad int) {
	out, _ := exec.Command("pdfsig", "-nocert", path).CombinedOutput() //nolint:gosec // the tool of the tests
	said := string(out)
	return strings.Count(said, "Signature is Valid."), strings.Count(said, "Digest Mismatch.") + strings.Count(said, "Signature is Invalid.")
}
