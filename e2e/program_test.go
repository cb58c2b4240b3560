// Package e2e tries the whole program from outside: its commands, its folder, its death.
package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// exe is the program under test; TestMain builds it once.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "sealdesk-e2e-")
	if err != nil {
		panic(err)
	}
	exe := filepath.Join(dir, "sealdesk")
	build := exec.Command("go", "build", "-o", exe, "campus.example/sealdesk")
	if out, err := build.CombinedOutput(); err != nil {
		panic(fmt.Sprintf("%v\n%s", err, out))
	}
	if err := os.Setenv("SEALDESK_E2E", exe); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// program is the built program with an environment.
type program struct {
	t   testing.TB
	env []string
}

func newProgram(t testing.TB, env ...string) program {
	t.Helper()
	return program{t: t, env: append(os.Environ(), env...)}
}

func (p program) command(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Getenv("SEALDESK_E2E"), args...)
	cmd.Env = p.env
	return cmd
}

// run gives what the command printed and its exit code.
func (p program) run(args ...string) (stdout, stderr string, code int) {
	p.t.Helper()
	var out, bad bytes.Buffer
	cmd := p.command(args...)
	cmd.Stdout, cmd.Stderr = &out, &bad
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		p.t.Fatal(err)
	}
	return out.String(), bad.String(), cmd.ProcessState.ExitCode()
}

// must runs a command that has to succeed.
func (p program) must(args ...string) string {
	p.t.Helper()
	out, bad, code := p.run(args...)
	if code != 0 {
		p.t.Fatalf("%s: exit %d\n%s%s", strings.Join(args, " "), code, out, bad)
	}
	return out
}

// into reads the JSON output of a command that has to succeed.
func (p program) into(v any, args ...string) {
	p.t.Helper()
	out := p.must(args...)
	if err := json.Unmarshal([]byte(out), v); err != nil {
		p.t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// until waits for a state.
func until(t testing.TB, what string, limit time.Duration, state func() bool) {
	t.Helper()
	deadline := time.Now().Add(limit)
	for !state() {
		if time.Now().After(deadline) {
			t.Fatalf("%s did not come within %s", what, limit)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func freeAddress(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return l.Addr().String()
}

// outside finds a program that is not Go's; the test is skipped without it, unless everything was asked for.
func outside(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	lacking(t, name)
	return ""
}

// lacking ends a test that needs what this machine has not.
func lacking(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("SEALDESK_ALL") == "1" {
		t.Fatalf("this machine lacks %s", what)
	}
	t.Skipf("this machine lacks %s", what)
}
