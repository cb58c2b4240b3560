package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"campus.example/sealdesk/cli/demo"
	"campus.example/sealdesk/sandbox"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/samples"
)

// living is an office with stand-ins and people in a process of their own, and a service on its folder.
type living struct {
	program
	state, dir, address string
	town                *exec.Cmd
}

func alive(t *testing.T, contracts string) living {
	t.Helper()
	l := living{state: filepath.Join(t.TempDir(), "town"), dir: filepath.Join(t.TempDir(), "office"), address: freeAddress(t)}
	l.program = newProgram(t, "SEALDESK_DIR="+l.dir, "SEALDESK_PORTAL_LISTEN="+l.address, "SEALDESK_PROCUREMENT_POLL=200ms",
		"SEALDESK_ENGINE_LEASE=2s")
	l.town = l.start("sandbox", "--state", l.state, "--people", "--contracts", contracts)
	t.Cleanup(func() { stop(t, l.town) })
	until(t, "the town", patience, func() bool {
		at, _, err := sandbox.Look(l.state)
		return err == nil && statsOf(t, at) != nil
	})
	pin := write(t, "pin", demo.PIN+"\n")
	l.must("init", "--name", cast.University, "--pin-file", pin, "--phone", cast.Duty().Phone, "--sandbox", l.state)
	return l
}

// Two consoles and a service on one folder: what one does the other shows within two seconds, a contract sealed in one
// cannot be sealed again in the other, and when the service is killed a console carries the work on.
func TestTwoConsolesOnOneFolder(t *testing.T) {
	l := alive(t, "2")
	office := l.start("serve")
	until(t, "the pages", patience, func() bool { return healthy(l.address) })
	a, b := onScreen(t, l.command(), 120, 36), onScreen(t, l.command(), 120, 36)
	for _, s := range []*screen{a, b} {
		s.see("待推送 2")
	}
	a.press("p")
	a.see("待推送 1")
	begun := time.Now()
	b.see("待推送 1")
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("the other console learned of it after %s", took)
	}
	a.again("p", "待推送 0")
	approveAll(t, l)
	for _, s := range []*screen{a, b} {
		s.press("4")
		s.see("待盖合同章 2")
		s.press("u")
		s.see("解锁印章")
		s.press(demo.PIN, "enter")
		s.see("印章已解锁")
	}
	// Both ask to seal the same contract, then both say yes.
	for _, s := range []*screen{a, b} {
		s.again("s", "盖章后不能撤销")
	}
	a.press("y")
	b.press("y")
	for _, s := range []*screen{a, b} {
		s.see("待盖合同章 1")
	}
	sealed := func() int {
		var list []struct{ No string }
		l.into(&list, "contracts", "--stage", "done", "--json")
		return len(list)
	}
	until(t, "one delivered final", patience, func() bool { return sealed() == 1 })

	// The service dies; nobody else serves pages, but the work in the outbox goes on in a console.
	if err := syscall.Kill(office.Process.Pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	wait(office)
	begun = time.Now()
	a.again("s", "盖章后不能撤销")
	a.press("y")
	until(t, "the second delivered final", patience, func() bool { return sealed() == 2 })
	if took := time.Since(begun); took > 15*time.Second {
		t.Errorf("another process took over after %s", took)
	}
	at, _, err := sandbox.Look(l.state)
	if err != nil {
		t.Fatal(err)
	}
	check(t, l.program, statsOf(t, at), 2)
	for _, s := range []*screen{a, b} {
		s.press("ctrl+c")
		s.ended()
	}
}

// approveAll reviews until both contracts wait for the seal.
func approveAll(t *testing.T, l living) {
	t.Helper()
	desk := &desk{program: l.program, pin: filepath.Join(t.TempDir(), "none")}
	until(t, "two contracts to seal", time.Minute, func() bool {
		desk.reviews()
		var list []any
		l.into(&list, "contracts", "--stage", "to_seal", "--json")
		return len(list) == 2
	})
	until(t, "the sealer's own verification", time.Minute, func() bool {
		var list []struct{ Name, State string }
		l.into(&list, "verifications", "--json")
		for _, v := range list {
			if v.Name == cast.Duty().Name && v.State == "passed" {
				return true
			}
		}
		return false
	})
}

// Whatever ends a console in the middle of a seal - ctrl+c, a closed terminal, a hang-up - the contract has one seal in
// the end, and the folder is sound.
func TestConsoleEndsInTheMiddleOfASeal(t *testing.T) {
	for name, end := range map[string]func(s *screen) error{
		"ctrl+c":  func(s *screen) error { s.press("ctrl+c"); return nil },
		"hang-up": func(s *screen) error { return s.cmd.Process.Signal(syscall.SIGHUP) },
		"closed":  func(s *screen) error { return s.file.Close() },
		"kill":    func(s *screen) error { return s.cmd.Process.Kill() },
	} {
		t.Run(name, func(t *testing.T) {
			l := alive(t, "2")
			office := l.start("serve")
			t.Cleanup(func() { stop(t, office) })
			until(t, "the pages", patience, func() bool { return healthy(l.address) })
			var list []struct{ No string }
			until(t, "two contracts", patience, func() bool {
				l.into(&list, "contracts", "--stage", "to_push", "--json")
				return len(list) == 2
			})
			for _, c := range list {
				l.must("push", c.No)
			}
			approveAll(t, l)
			s := onScreen(t, l.command(), 120, 36)
			s.see("待推送 0")
			s.press("4")
			s.see("待盖合同章 2")
			s.press("u")
			s.see("解锁印章")
			s.press(demo.PIN, "enter")
			s.see("印章已解锁")
			s.again("s", "盖章后不能撤销")
			s.press("y")
			if err := end(s); err != nil {
				t.Fatal(err)
			}
			pin := write(t, "pin", demo.PIN+"\n")
			for _, c := range list {
				// Done already, or taken up where it stopped.
				if _, complaint, code := l.run("seal", c.No, "--pin-file", pin); code > 1 {
					t.Errorf("%s: exit %d: %s", c.No, code, complaint)
				}
			}
			until(t, "both finals", patience, func() bool { return doneContracts(l.program) == 2 })
			at, _, err := sandbox.Look(l.state)
			if err != nil {
				t.Fatal(err)
			}
			check(t, l.program, statsOf(t, at), 2)
		})
	}
}

// A title full of escape codes, direction marks and invisible characters reaches no terminal as such.
func TestHostileTitleOnTheWire(t *testing.T) {
	p, _ := office(t)
	good := sample(t, 1)
	args := importArgs(good, "HT-1", "1.00")
	for i, a := range args {
		if a == "--title" {
			args[i+1] = "合同\x1b]52;c;aGk=\x07\x1b[2J\u202e甲\u200b乙\u009b31m\r\n丙"
		}
	}
	p.must(args...)
	s := onScreen(t, p.command(), 120, 36)
	s.see("HT-1")
	s.press("enter")
	s.see("概况")
	s.press("ctrl+c")
	s.ended()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, bad := range []string{"\x1b]52", "\u202e", "\u200b", "\u009b", "\x07"} {
		if strings.Contains(string(s.raw), bad) {
			t.Errorf("%q reached the terminal", bad)
		}
	}
}

func sample(t *testing.T, n int) string {
	t.Helper()
	c, err := samples.Good(n)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "contract.pdf")
	if err := os.WriteFile(path, c.PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
