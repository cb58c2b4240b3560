package e2e

import (
	"encoding/json"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"campus.example/sealdesk/sandbox"
	"campus.example/sealdesk/sandbox/cast"
)

// kills is how often the office dies: a few times in the ordinary test run, fifty in the whole one.
func kills() int {
	if os.Getenv("SEALDESK_ALL") == "1" {
		return 50
	}
	return 5
}

// The office dies at random moments, again and again, while contracts, messages, verifications and seals are under
// way. The stand-ins, which go on living, do the counting: nothing is lost, and nothing is done twice.
func TestKilledOfficeLosesNothingAndRepeatsNothing(t *testing.T) {
	const contracts = 12
	state, dir := filepath.Join(t.TempDir(), "town"), filepath.Join(t.TempDir(), "office")
	p := newProgram(t,
		"SEALDESK_PORTAL_LISTEN="+freeAddress(t), "SEALDESK_PROCUREMENT_PUSH=auto", "SEALDESK_PROCUREMENT_POLL=200ms",
		"SEALDESK_ENGINE_LEASE=1s", "SEALDESK_DIR="+dir)
	town := p.start("sandbox", "--state", state, "--people", "--contracts", strconv.Itoa(contracts), "--pause", "40ms")
	t.Cleanup(func() { stop(t, town) })
	var at sandbox.Addresses
	until(t, "the town", 30*time.Second, func() bool {
		var err error
		at, _, err = sandbox.Look(state)
		return err == nil && statsOf(t, at) != nil
	})
	pin := filepath.Join(t.TempDir(), "pin")
	if err := os.WriteFile(pin, []byte("kill-test\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.must("init", "--name", cast.University, "--pin-file", pin, "--phone", cast.Duty().Phone, "--sandbox", state)

	desk := &desk{program: p, pin: pin}
	for n := range kills() {
		office := p.start("serve")
		desk.work(time.Duration(150+rand.IntN(900)) * time.Millisecond)
		if err := syscall.Kill(office.Process.Pid, syscall.SIGKILL); err != nil {
			t.Fatalf("kill %d: %v", n, err)
		}
		wait(office)
	}
	office := p.start("serve")
	deadline := time.Now().Add(3 * time.Minute)
	for statsOf(t, at).Procurement.Finals < contracts {
		if time.Now().After(deadline) {
			t.Fatalf("not everything came to its end: %+v\n%s", statsOf(t, at), p.must("contracts"))
		}
		desk.work(500 * time.Millisecond)
	}
	until(t, "the last messages", time.Minute, func() bool { return len(unknown(p)) == 0 && doneContracts(p) == contracts })
	check(t, p, statsOf(t, at), contracts)
	stop(t, office)
	if code := office.ProcessState.ExitCode(); code != 0 {
		t.Errorf("a service that was asked to stop ended with %d", code)
	}
}

func check(t *testing.T, p program, s *sandbox.Stats, contracts int) {
	t.Helper()
	if s.SMS.Duplicates != 0 || s.Identity.DoubleCharged != 0 || s.Procurement.ConflictingFinals != 0 || s.Procurement.Rewritten != 0 {
		t.Errorf("done twice: %+v", s)
	}
	if s.Procurement.Finals != contracts || s.Procurement.Unanswered != 0 {
		t.Errorf("lost: %+v", s.Procurement)
	}
	var list []struct{ No string }
	p.into(&list, "contracts", "--stage", "done", "--json")
	for _, c := range list {
		var one struct {
			Signatures []struct {
				Act, State string
				KeyUses    int `json:"key_uses"`
			}
		}
		p.into(&one, "contract", c.No, "--json")
		acts := map[string]int{}
		for _, sig := range one.Signatures {
			if sig.State == "committed" {
				acts[sig.Act]++
			}
		}
		if len(acts) != 4 || acts["office_seal"] != 1 || acts["b_sign"] != 1 || acts["b_seal"] != 1 || acts["a_sign"] != 1 {
			t.Errorf("%s: %v", c.No, acts)
		}
	}
	p.must("audit", "verify")
}

// desk is the office's people at their own commands: they push nothing, since the office pushes by itself, but
// review and seal.
type desk struct {
	program
	pin string
}

func (d *desk) work(span time.Duration) {
	end := time.Now().Add(span)
	for time.Now().Before(end) {
		d.reviews()
		var waiting []struct{ No string }
		if out, _, code := d.run("contracts", "--stage", "to_seal", "--json"); code == 0 && json.Unmarshal([]byte(out), &waiting) == nil {
			for _, c := range waiting {
				d.run("seal", c.No, "--pin-file", d.pin)
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// reviews approves whatever waits at the review desk.
func (d *desk) reviews() {
	var reviews []struct{ ID string }
	if out, _, code := d.run("reviews", "--json"); code == 0 && json.Unmarshal([]byte(out), &reviews) == nil {
		for _, r := range reviews {
			d.run("review", r.ID, "--claim", "--approve")
		}
	}
}

func unknown(p program) []any {
	var jobs []any
	p.into(&jobs, "jobs", "--failed", "--json")
	return jobs
}

func doneContracts(p program) int {
	var list []any
	p.into(&list, "contracts", "--stage", "done", "--json")
	return len(list)
}

func statsOf(t testing.TB, at sandbox.Addresses) *sandbox.Stats {
	t.Helper()
	resp, err := http.Get(at.Index + "/stats")
	if err != nil {
		return nil
	}
	var s sandbox.Stats
	err = json.NewDecoder(resp.Body).Decode(&s)
	if errClose := resp.Body.Close(); err != nil || errClose != nil {
		t.Fatal(err, errClose)
	}
	return &s
}

// start leaves a command running.
func (p program) start(args ...string) *exec.Cmd {
	p.t.Helper()
	cmd := p.command(args...)
	cmd.Stderr = &logger{t: p.t, name: args[0]}
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	return cmd
}

func stop(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	if cmd.ProcessState != nil {
		return
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	wait(cmd)
}

// wait collects a process; how it ended stands in its state.
func wait(cmd *exec.Cmd) {
	if err := cmd.Wait(); err != nil && cmd.ProcessState == nil {
		panic(err)
	}
}

// logger shows what a process says when the test fails.
type logger struct {
	t    testing.TB
	name string
}

func (l *logger) Write(b []byte) (int, error) {
	l.t.Logf("%s: %s", l.name, b)
	return len(b), nil
}
