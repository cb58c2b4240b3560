package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sealdesk/sandbox/samples"
)

// shown is what scripts read of a contract.
type shown struct {
	Stage     string `json:"stage"`
	Reason    string `json:"reason"`
	ExpiresAt string `json:"expires_at"`
	Signers   []struct{ Side, Phone string }
	Messages  []struct{ Kind, To, State string }
}

func (p program) shown(no string) (c shown) {
	p.t.Helper()
	p.into(&c, "contract", no, "--json")
	return c
}

// pushed is an office with contracts that wait for Party B, and no provider.
func pushed(t *testing.T, nos ...string) program {
	t.Helper()
	p, _ := office(t)
	good, err := samples.Good(1)
	if err != nil {
		t.Fatal(err)
	}
	pdf := filepath.Join(t.TempDir(), "good.pdf")
	if err := os.WriteFile(pdf, good.PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, no := range nos {
		p.must(importArgs(pdf, no, "1280000.00")...)
	}
	p.must(append([]string{"push"}, nos...)...)
	return p
}

// refused is the sentence and exit code of a command that has to fail.
func (p program) refused(want int, args ...string) string {
	p.t.Helper()
	out, bad, code := p.run(append([]string{"--lang", "en"}, args...)...)
	if code != want || strings.Count(bad, "\n") != 1 {
		p.t.Errorf("%s: exit %d, want %d\n%s%s", strings.Join(args, " "), code, want, out, bad)
	}
	return bad
}

// G1: a wrong phone is changed from the command line, with a reason.
func TestContactIsChangedByCommand(t *testing.T) {
	p := pushed(t, "HT-1")
	p.refused(2, "contact", "HT-1", "--party", "b", "--phone", "15400000013")
	p.refused(2, "contact", "HT-1", "--party", "c", "--phone", "15400000013", "--reason", "x")
	p.refused(2, "contact", "HT-1", "--party", "b", "--phone", "15400000021", "--reason", "x") // Party A's
	p.refused(1, "contact", "HT-9", "--party", "b", "--phone", "15400000013", "--reason", "x")
	p.must("contact", "HT-1", "--party", "b", "--phone", "15400000013", "--reason", "号码登记有误")
	c := p.shown("HT-1")
	if len(c.Signers) != 2 || !strings.HasSuffix(c.Signers[0].Phone, "13") {
		t.Errorf("%+v", c.Signers)
	}
	if len(c.Messages) != 2 || !strings.HasSuffix(c.Messages[1].To, "13") {
		t.Errorf("%+v", c.Messages)
	}
	if out := p.must("audit", "export", "--json"); !strings.Contains(out, "contract.contact") || !strings.Contains(out, "号码登记有误") {
		t.Error("the reason is not in the record")
	}
}
