package e2e

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"campus.example/sealdesk/cli/output"
)

// day runs the headless demonstration and gives its folder and summary.
func day(t *testing.T, contracts int) (dir string, s output.Summary) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "office")
	newProgram(t).into(&s, "demo", "--headless", "--contracts", fmt.Sprint(contracts), "--json", "--dir", dir)
	return dir, s
}

// S1–S12, S32–S48: contracts go the whole path by themselves, wrong ones are turned away, and what stays is an
// ordinary data folder.
func TestS1WholePathUnattended(t *testing.T) {
	const contracts = 3
	dir, s := day(t, contracts)
	if s.Contracts != contracts || s.Done != contracts || s.Seals != contracts || s.TurnedAway != 8 || s.Refused != 0 {
		t.Errorf("summary %+v", s)
	}
	// Three calls a contract (S48), each to the one whose turn it is.
	if s.SMS.Link != 3*contracts || s.SMS.Unknown != 0 || s.Reviews < 1 || s.Verifications < 3 {
		t.Errorf("summary %+v", s)
	}
	p := newProgram(t)
	var list []struct{ No, Stage string }
	p.into(&list, "--dir", dir, "contracts", "--stage", "done", "--json")
	if len(list) != contracts {
		t.Errorf("%d contracts are done in the folder", len(list))
	}
	for _, c := range list {
		final := filepath.Join(dir, "final", c.No+".pdf")
		var r struct {
			Verdict    string
			Signatures []struct {
				Level   string
				Intact  bool
				Trusted bool
			}
		}
		p.into(&r, "verify", final, "--trust", filepath.Join(dir, "pki", "root.pem"), "--json")
		if r.Verdict != "valid" || len(r.Signatures) != 4 {
			t.Errorf("%s: %+v", c.No, r)
		}
	}
	if out := p.must("--dir", dir, "audit", "verify", "--json"); !strings.Contains(out, `"whole": true`) {
		t.Error(out)
	}
}

// Every final is a sound PDF with four signatures to other people's programs too.
func TestFinalsPassPdfsigAndQpdf(t *testing.T) {
	pdfsig, qpdf := outside(t, "pdfsig"), outside(t, "qpdf")
	dir, _ := day(t, 7) // every sample text
	nss := t.TempDir()
	finals, err := filepath.Glob(filepath.Join(dir, "final", "*.pdf"))
	if err != nil || len(finals) != 7 {
		t.Fatalf("%d finals: %v", len(finals), err)
	}
	trustRoot(t, nss, filepath.Join(dir, "pki", "root.pem"))
	for _, final := range finals {
		out, err := exec.Command(pdfsig, "-nssdir", nss, final).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", final, err, out)
		}
		if n := strings.Count(string(out), "Signature is Valid"); n != 4 {
			t.Errorf("%s: %d of 4 signatures are valid\n%s", final, n, out)
		}
		if n := strings.Count(string(out), "Certificate is Trusted"); n != 4 {
			t.Errorf("%s: %d of 4 certificates are trusted\n%s", final, n, out)
		}
		if out, err := exec.Command(qpdf, "--check", final).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", final, err, out)
		}
	}
}

// trustRoot puts the certificates of a PEM file into the store that pdfsig looks in.
func trustRoot(t *testing.T, store, root string) {
	t.Helper()
	certutil := outside(t, "certutil")
	for _, args := range [][]string{
		{"-N", "-d", "sql:" + store, "--empty-password"},
		{"-A", "-d", "sql:" + store, "-n", "root", "-t", "CT,CT,CT", "-a", "-i", root},
	} {
		if out, err := exec.Command(certutil, args...).CombinedOutput(); err != nil {
			t.Fatalf("certutil %v: %v\n%s", args, err, out)
		}
	}
}
