//go:build !office

package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"campus.example/sealdesk/cli"
)

// TestMain makes this test binary answer as the program when it is called sealdesk: scripts run it that way, and it runs
// itself so to read PDF files.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"sealdesk": func() {
		w := cli.World{Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, OSUser: account()}
		if exe, err := os.Executable(); err == nil {
			w.Exe = exe
		}
		os.Exit(cli.Run(context.Background(), w))
	}})
}

// account is the account that runs the tests, "" where it has no name.
func account() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.Username
}

// TestScripts runs every command of the command line in an office of its own (OPR-23, OPR-28, HSE-8). A script is a text
// file of testdata/script; each has these commands beside those of testscript:
//
//	office             copies the prepared office (office_test.go) and names its contracts and cases in variables
//	exit N CMD ARG...  runs a command, whose exit code must be N; no full phone may stand in what it prints
//	oneline            the last command's standard error is one line
//	onejson            the last command's standard output is one JSON document
//	until CMD ARG...   repeats a command until it exits with 0
//	term               sends SIGTERM to the commands in the background
func TestScripts(t *testing.T) {
	prepared := sync.OnceValues(func() (*office, error) {
		o, err := prepare(t.Context(), filepath.Join(t.TempDir(), "prepared"))
		if err == nil {
			t.Cleanup(func() {
				if err := o.town.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		return o, err
	})
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"), RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "xdg"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"office": func(ts *testscript.TestScript, _ bool, _ []string) {
				o, err := prepared()
				ts.Check(err)
				ts.Check(o.copyTo(ts.MkAbs(".")))
				for name, value := range o.vars {
					ts.Setenv(name, value)
				}
				ts.Setenv("SEALDESK_DIR", ts.MkAbs("office"))
			},
			"exit": exitWith, "oneline": oneLine, "onejson": oneJSON, "until": until, "term": terminate,
		},
	})
}

// fullPhone matches an invented phone in full.
var fullPhone = regexp.MustCompile(`1540000\d{4}`)

func exitWith(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: exit N CMD ARG...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := run(ts, args[1:])
	out, bad := ts.ReadFile("stdout"), ts.ReadFile("stderr")
	if got != want {
		ts.Fatalf("exit %d, want %d\n%s%s", got, want, out, bad)
	}
	if got != 0 && bad == "" && out == "" {
		ts.Fatalf("exit %d without a word", got)
	}
	if p := fullPhone.FindString(out + bad); p != "" {
		ts.Fatalf("a phone in full: %s\n%s%s", p, out, bad)
	}
}

// run runs a command and returns its exit code.
func run(ts *testscript.TestScript, args []string) int {
	err := ts.Exec(args[0], args[1:]...)
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		return ended.ExitCode()
	}
	ts.Check(err)
	return 0
}

func oneLine(ts *testscript.TestScript, _ bool, _ []string) {
	if bad := ts.ReadFile("stderr"); strings.Count(bad, "\n") != 1 || !strings.HasSuffix(bad, "\n") || len(bad) < 2 {
		ts.Fatalf("want one line on standard error:\n%s", bad)
	}
}

func oneJSON(ts *testscript.TestScript, _ bool, _ []string) {
	d := json.NewDecoder(bytes.NewBufferString(ts.ReadFile("stdout")))
	var v any
	ts.Check(d.Decode(&v))
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		ts.Fatalf("more than one JSON document:\n%s", ts.ReadFile("stdout"))
	}
}

func terminate(ts *testscript.TestScript, _ bool, _ []string) {
	running := ts.BackgroundCmds()
	if len(running) == 0 {
		ts.Fatalf("nothing runs in the background")
	}
	for _, cmd := range running {
		ts.Check(cmd.Process.Signal(syscall.SIGTERM))
	}
}
