package storage

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"campus.example/sealdesk/domain"
)

// childDir names the folder for a process started by a test; childName tells the processes apart.
const (
	childDir  = "SEALDESK_TEST_DIR"
	childName = "SEALDESK_TEST_NAME"
	childActs = 60
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		if err := child(dir, os.Getenv(childName)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child is a second console on the folder: every act reads and then writes, as acts do.
func child(dir, name string) error {
	ctx := context.Background()
	s, err := Open(ctx, Options{Dir: dir})
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	for i := range childActs {
		err := s.inTx(ctx, func(tx *Tx) error {
			v, err := tx.Note("count")
			if err != nil {
				return err
			}
			n, err := strconv.Atoi("0" + v)
			if err != nil {
				return err
			}
			if err := tx.SetNote("count", strconv.Itoa(n+1)); err != nil {
				return err
			}
			return tx.Append(domain.Event{At: t0(), Actor: domain.System().Actor, Action: "test.count", Object: name, Detail: domain.Fields("n", strconv.Itoa(i))})
		})
		if err != nil {
			return fmt.Errorf("act %d: %w", i, err)
		}
	}
	return s.Close()
}

// start runs this test binary again as a process of its own.
func start(t *testing.T, dir, name string) (wait func() error) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), childDir+"="+dir, childName+"="+name)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return func() error {
		if err := cmd.Wait(); err != nil {
			return fmt.Errorf("%w: %s", err, stderr.String())
		}
		return nil
	}
}

// Three processes make the folder at once and write to it at once: nothing is lost, nobody is told to come again.
func TestProcessesShareANewFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "office")
	var waits []func() error
	for i := range 3 {
		waits = append(waits, start(t, dir, fmt.Sprint("process ", i)))
	}
	for _, wait := range waits {
		if err := wait(); err != nil {
			t.Error(err)
		}
	}
	s := reopen(t, dir)
	read(t, s, func(tx *Tx) error {
		same(t, "count", strconv.Itoa(3*childActs))(tx.Note("count"))
		n, _, err := tx.VerifyChain()
		same(t, "chain", int64(3*childActs))(n, err)
		return nil
	})
}

// A process that is killed while it writes leaves a folder that opens, with an unbroken record.
func TestKilledProcessLeavesASoundFolder(t *testing.T) {
	s := newStore(t)
	for range 5 {
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		cmd.Env = append(os.Environ(), childDir+"="+s.dir, childName+"=killed")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		before, err := s.DataVersion(t.Context())
		for now := before; err == nil && now == before; {
			now, err = s.DataVersion(t.Context())
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed
	}
	if _, err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
	read(t, s, func(tx *Tx) error {
		count, err := tx.Note("count")
		n, _, errChain := tx.VerifyChain()
		same(t, "chain", count)(strconv.FormatInt(n, 10), errChain)
		return err
	})
}
