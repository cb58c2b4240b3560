package child_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/pdf/child"
)

const hidden = "pdf-child"

// The test binary is its own child, as the program is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == hidden {
		os.Exit(child.Main(context.Background(), os.Args[2:], os.Stdin, os.Stdout, os.Stderr, handlers()))
	}
	os.Exit(m.Run())
}

func handlers() map[string]child.Handler {
	do := func(f func(request json.RawMessage, body []byte) (any, []byte, error)) child.Handler {
		return child.Handler{Do: func(_ context.Context, r json.RawMessage, b []byte) (any, []byte, error) { return f(r, b) }}
	}
	return map[string]child.Handler{
		"echo": do(func(r json.RawMessage, b []byte) (any, []byte, error) { return r, b, nil }),
		"world": do(func(json.RawMessage, []byte) (any, []byte, error) {
			dir, err := os.Getwd()
			return []any{os.Environ(), dir}, nil, err
		}),
		"refuse": do(func(json.RawMessage, []byte) (any, []byte, error) {
			return nil, nil, child.Fail("odd", errors.New("that is odd"))
		}),
		"fail":  do(func(json.RawMessage, []byte) (any, []byte, error) { return nil, nil, errors.New("so it goes") }),
		"panic": do(func(json.RawMessage, []byte) (any, []byte, error) { panic("oh") }),
		"exit": do(func(json.RawMessage, []byte) (any, []byte, error) {
			fmt.Fprintln(os.Stderr, "bye")
			os.Exit(7)
			return nil, nil, nil
		}),
		"sleep": do(func(json.RawMessage, []byte) (any, []byte, error) { time.Sleep(time.Minute); return nil, nil, nil }),
		"spin":  do(spin),
		"spinlimited": {
			Do:     func(_ context.Context, r json.RawMessage, b []byte) (any, []byte, error) { return spin(r, b) },
			Limits: &child.Limits{CPU: time.Second},
		},
		"eat": do(func(json.RawMessage, []byte) (any, []byte, error) {
			var all [][]byte
			for range 64 {
				all = append(all, bytes.Repeat([]byte{1}, 32<<20))
			}
			return len(all), nil, nil
		}),
		"recurse": do(func(json.RawMessage, []byte) (any, []byte, error) { return deep(0), nil, nil }),
		"talk":    do(func(json.RawMessage, []byte) (any, []byte, error) { return nil, make([]byte, 3<<20), nil }),
		"file": do(func(r json.RawMessage, _ []byte) (any, []byte, error) {
			var path string
			if err := json.Unmarshal(r, &path); err != nil {
				return nil, nil, err
			}
			return nil, nil, os.WriteFile(path, []byte("x"), 0o600)
		}),
		"back": do(func(json.RawMessage, []byte) (any, []byte, error) { return standsBack(), nil, nil }),
		"junk": do(func(json.RawMessage, []byte) (any, []byte, error) {
			fmt.Print("junk!")
			os.Exit(0)
			return nil, nil, nil
		}),
	}
}

func spin(json.RawMessage, []byte) (any, []byte, error) {
	for n := 1; n != 0; n += 2 {
	}
	return nil, nil, nil
}

func deep(n int) int {
	var pad [1024]int
	pad[n%1024] = n
	return deep(n+1) + pad[(n+1)%1024] //nolint:staticcheck // the stack is to overflow
}

func options(t *testing.T, name string) child.Options {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return child.Options{Exe: exe, Args: []string{hidden, name}, Time: 20 * time.Second}
}

func TestAnswerComesBack(t *testing.T) {
	body := bytes.Repeat([]byte("%PDF 甲方 \x00"), 200_000)
	var data map[string]int
	out, err := child.Run(t.Context(), options(t, "echo"), map[string]int{"n": 5}, body, &data)
	if err != nil || !bytes.Equal(out, body) || data["n"] != 5 {
		t.Errorf("%v, %d bytes, %v", err, len(out), data)
	}
}

func TestChildSeesNothingOfTheParent(t *testing.T) {
	t.Setenv("SEALDESK_SECRET", "42")
	var world []any
	if _, err := child.Run(t.Context(), options(t, "world"), nil, nil, &world); err != nil {
		t.Fatal(err)
	}
	if env := fmt.Sprint(world[0]); env != "[]" {
		t.Errorf("environment %s", env)
	}
}

func TestEveryEndIsTold(t *testing.T) {
	tests := []struct {
		name string
		want error
		text string
	}{
		{"exit", child.ErrCrashed, "bye"},
		{"junk", child.ErrCrashed, ""},
		{"nobody", child.ErrCrashed, "nothing is called"},
		{"talk", child.ErrCost, "answer has more"},
	}
	if runtime.GOOS == "linux" {
		tests = append(tests, []struct {
			name string
			want error
			text string
		}{{"eat", child.ErrCost, ""}, {"recurse", child.ErrCost, ""}, {"spinlimited", child.ErrCost, "killed"}}...)
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			o := options(t, c.name)
			o.Output = 2 << 20
			_, err := child.Run(t.Context(), o, nil, nil, nil)
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
				t.Errorf("got %v, want %v with %q", err, c.want, c.text)
			}
		})
	}
}

func TestFailuresKeepTheirName(t *testing.T) {
	for name, want := range map[string]child.Failure{
		"refuse": {Name: "odd", Text: "that is odd"},
		"fail":   {Name: child.FailureOther, Text: "so it goes"},
		"panic":  {Name: child.FailurePanic, Text: "oh"},
	} {
		_, err := child.Run(t.Context(), options(t, name), nil, nil, nil)
		if f, ok := errors.AsType[*child.Failure](err); !ok || *f != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSlowChildIsKilled(t *testing.T) {
	for name, want := range map[string]error{"sleep": child.ErrBusy, "spin": child.ErrCost} {
		o := options(t, name)
		o.Time = 1500 * time.Millisecond
		start := time.Now()
		_, err := child.Run(t.Context(), o, nil, nil, nil)
		if took := time.Since(start); !errors.Is(err, want) || took > 10*time.Second {
			t.Errorf("%s: %v after %v", name, err, took)
		}
	}
}

func TestContextEndsTheChild(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if _, err := child.Run(ctx, options(t, "sleep"), nil, nil, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

// standsBack waits until every thread of this process stands back from others (the 19th word of what Linux tells of it).
func standsBack() bool {
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		threads, err := filepath.Glob("/proc/self/task/*/stat")
		back := err == nil && len(threads) > 1
		for _, path := range threads {
			stat, err := os.ReadFile(path)
			_, rest, _ := bytes.Cut(stat, []byte(") "))
			words := bytes.Fields(rest)
			if err != nil || len(words) < 17 {
				return false
			}
			nice, err := strconv.Atoi(string(words[16]))
			back = back && err == nil && nice >= 5
		}
		if back {
			return true
		}
	}
	return false
}

// Whoever asks for a page of the office is answered before a document is drawn for somebody.
func TestChildStandsBack(t *testing.T) {
	if _, err := os.Stat("/proc/self/task"); err != nil {
		t.Skip("no figures of threads here")
	}
	var back bool
	if _, err := child.Run(t.Context(), options(t, "back"), nil, nil, &back); err != nil || !back {
		t.Errorf("the child does not stand back: %v", err)
	}
}

func TestMissingProgram(t *testing.T) {
	o := child.Options{Exe: filepath.Join(t.TempDir(), "none")}
	if _, err := child.Run(t.Context(), o, nil, nil, nil); !errors.Is(err, child.ErrStart) {
		t.Error(err)
	}
}

func TestChildWritesNoFile(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("no such limit here")
	}
	path := filepath.Join(t.TempDir(), "x")
	if _, err := child.Run(t.Context(), options(t, "file"), path, nil, nil); err == nil {
		t.Error("written")
	}
	if b, _ := os.ReadFile(path); len(b) > 0 {
		t.Errorf("%q", b)
	}
}

// The parent of the sleeping child is a process of ours that dies; the child must not live on.
func TestChildDiesWithItsParent(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the kernel does that on Linux")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	parent := exec.Command(exe, "-test.run=^TestStartsASleeper$")
	parent.Env = append(os.Environ(), "SEALDESK_SLEEPER=1")
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	var kid int
	for range 500 {
		b, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", parent.Process.Pid, parent.Process.Pid))
		all, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", parent.Process.Pid))
		for _, f := range all {
			more, _ := os.ReadFile(f)
			b = append(b, more...)
		}
		if n, _ := fmt.Sscan(string(b), &kid); n == 1 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait() // it was killed: the error says so
	if kid == 0 {
		t.Skip("this system does not list the children of a process")
	}
	for range 250 {
		if zombie(kid) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("process %d lives on", kid)
}

func zombie(pid int) bool {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err != nil || strings.Contains(string(b), ") Z ")
}

func TestStartsASleeper(t *testing.T) {
	if os.Getenv("SEALDESK_SLEEPER") == "" {
		t.Skip("run by TestChildDiesWithItsParent")
	}
	o := options(t, "sleep")
	o.Time = time.Minute
	_, err := child.Run(t.Context(), o, nil, nil, nil)
	t.Log(err)
}

func BenchmarkChild(b *testing.B) {
	exe, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := child.Run(b.Context(), child.Options{Exe: exe, Args: []string{hidden, "echo"}}, nil, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
