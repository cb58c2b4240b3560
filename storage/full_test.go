//go:build linux

package storage

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"campus.example/sealdesk/domain"
)

// A disk that fills up refuses acts with a reason and loses nothing that was acknowledged; with room again, work
// goes on in the same process.
func TestFullDiskRefusesAndLosesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=24m"); err != nil {
		t.Skipf("no small disk can be made here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	s, err := Open(t.Context(), Options{Dir: filepath.Join(dir, "office"), Fatal: func(err error) { t.Errorf("fatal: %v", err) }})
	if err != nil {
		t.Fatal(err)
	}
	ballast := filepath.Join(dir, "ballast")
	acknowledged := 0
	put := func() error {
		return s.inTx(t.Context(), func(tx *Tx) error {
			if err := tx.SetNote("note", strings.Repeat("x", 200<<10)+strconv.Itoa(acknowledged)); err != nil {
				return err
			}
			return tx.Append(domain.Event{At: t0(), Actor: domain.System().Actor, Action: "test"})
		})
	}
	for ; acknowledged < 1000; acknowledged++ {
		if err = put(); err != nil {
			break
		}
		if err := os.WriteFile(ballast, make([]byte, acknowledged*300<<10), 0o600); err != nil && !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
	}
	if domain.CodeOf(err) != domain.CodeStorageFull || acknowledged == 0 {
		t.Fatalf("after %d acts: %v", acknowledged, err)
	}
	big := make([]byte, 30<<20)
	if _, err := rand.Read(big); err != nil {
		t.Fatal(err)
	}
	if _, err := s.PutDocument(t.Context(), big); domain.CodeOf(err) != domain.CodeStorageFull {
		t.Errorf("a document: %v", err)
	}
	read(t, s, func(tx *Tx) error { // what is there can still be read
		n, _, err := tx.VerifyChain()
		same(t, "chain", int64(acknowledged))(n, err)
		return nil
	})
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if err := put(); err != nil {
		t.Errorf("with room again: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// A commit that fails is not taken for a rollback: the process is to end.
func TestFailedCommitIsAnUnknown(t *testing.T) {
	var fatal error
	s, err := Open(t.Context(), Options{Dir: filepath.Join(t.TempDir(), "office"), Fatal: func(err error) { fatal = err }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	err = s.inTx(t.Context(), func(tx *Tx) error {
		if _, err := tx.exec("pragma defer_foreign_keys = 1"); err != nil { // looked at only by the commit
			return err
		}
		return tx.AddConsent("nobody", "sign", "", t0())
	})
	if fatal == nil || domain.CodeOf(err) != domain.CodeInternal {
		t.Errorf("fatal: %v; the act: %v", fatal, err)
	}
}

func TestEndOfTheProcessSaysWhy(t *testing.T) {
	if dir := os.Getenv("SEALDESK_TEST_EXIT"); dir != "" {
		exit(dir, t0)(errors.New("commit: disk I/O error"))
	}
	dir := t.TempDir()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestEndOfTheProcessSaysWhy$")
	cmd.Env = append(os.Environ(), "SEALDESK_TEST_EXIT="+dir)
	out, err := cmd.CombinedOutput()
	var ended *exec.ExitError
	if !errors.As(err, &ended) || ended.ExitCode() != 70 || !bytes.Contains(out, []byte("commit: disk I/O error")) {
		t.Errorf("%v: %s", err, out)
	}
	note, err := os.ReadFile(filepath.Join(dir, lastExitFile))
	if err != nil || string(note) != "2026-03-02T08:30:00Z commit: disk I/O error\n" {
		t.Errorf("%q, %v", note, err)
	}
}
