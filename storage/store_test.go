package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
)

var (
	_ port.Tx        = (*Tx)(nil)
	_ port.Documents = (*Store)(nil)
	_ port.Queue     = (*Store)(nil)
)

// t0 is a moment whose microseconds are kept.
func t0() time.Time { return time.Date(2026, 3, 2, 8, 30, 0, 123456000, time.UTC) }

func newStore(t *testing.T) *Store {
	t.Helper()
	return reopen(t, filepath.Join(t.TempDir(), "office"))
}

func reopen(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(t.Context(), Options{Dir: dir, Fatal: func(err error) { t.Errorf("fatal: %v", err) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func inTx(t *testing.T, s *Store, act func(*Tx) error) {
	t.Helper()
	if err := s.inTx(t.Context(), act); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, s *Store, view func(*Tx) error) {
	t.Helper()
	if err := s.read(t.Context(), view); err != nil {
		t.Fatal(err)
	}
}

func TestFolderIsClosedToOthers(t *testing.T) {
	s := newStore(t)
	inTx(t, s, func(tx *Tx) error { return tx.SetNote("a", "b") })
	err := filepath.Walk(s.dir, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %o", path, info.Mode().Perm())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestActIsUndoneByItsErrorAndByPanic(t *testing.T) {
	s := newStore(t)
	wrong := errors.New("wrong")
	err := s.inTx(t.Context(), func(tx *Tx) error { return errors.Join(tx.SetNote("a", "1"), wrong) })
	if !errors.Is(err, wrong) {
		t.Fatal(err)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_ = s.inTx(t.Context(), func(tx *Tx) error {
			if err := tx.SetNote("a", "2"); err != nil {
				t.Error(err)
			}
			panic("bug")
		})
	}()
	ctx, cancel := context.WithCancel(t.Context())
	err = s.inTx(ctx, func(tx *Tx) error {
		cancel()
		return tx.SetNote("a", "3")
	})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	read(t, s, func(tx *Tx) error {
		if v, err := tx.Note("a"); v != "" || err != nil {
			t.Errorf("note %q, %v", v, err)
		}
		return nil
	})
}

func TestViewCannotWrite(t *testing.T) {
	s := newStore(t)
	if err := s.read(t.Context(), func(tx *Tx) error { return tx.SetNote("a", "1") }); err == nil {
		t.Error("a view wrote")
	}
}

func TestDataVersionTellsOfOthersCommits(t *testing.T) {
	a := newStore(t)
	b := reopen(t, a.dir)
	ask := func() int64 {
		v, err := a.DataVersion(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	first := ask()
	if ask() != first {
		t.Error("it changed without a commit")
	}
	inTx(t, b, func(tx *Tx) error { return tx.SetNote("a", "1") })
	second := ask()
	if second == first {
		t.Error("a commit of another console is not seen")
	}
	inTx(t, a, func(tx *Tx) error { return tx.SetNote("a", "2") })
	if ask() == second {
		t.Error("a commit of its own is not seen")
	}
}

func TestCheckFindsASoundFolder(t *testing.T) {
	s := newStore(t)
	h, err := s.Check(t.Context())
	if err != nil || h.JournalMode != "wal" || h.Synchronous != 2 || h.SchemaVersion != 10 || h.FreeBytes <= 0 || before(h.SQLiteVersion, oldestSQLite) {
		t.Errorf("%+v, %v", h, err)
	}
}

func TestVaultKeyIsGuarded(t *testing.T) {
	s := newStore(t)
	path := filepath.Join(s.dir, secretsDir, vaultFile)
	good, err := os.ReadFile(path)
	if err != nil || len(good) != 32 {
		t.Fatal(len(good), err)
	}
	refuse := func(name string) {
		t.Helper()
		again, err := Open(t.Context(), Options{Dir: s.dir})
		if domain.CodeOf(err) != domain.CodeConfig {
			t.Errorf("%s: %v", name, err)
		}
		if again != nil {
			t.Errorf("%s: a store came with the error", name)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Chmod(path, 0o644))
	refuse("readable by others")
	must(os.Remove(path))
	refuse("missing")
	if _, err := os.Stat(path); err == nil {
		t.Error("a lost key was replaced by a new one")
	}
	must(os.WriteFile(path, make([]byte, 32), 0o600))
	refuse("another one")
	must(os.WriteFile(path, good, 0o600))
	reopen(t, s.dir)
}

func TestVersionsCompare(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"3.51.2", "3.51.3", true}, {"3.51.3", "3.51.3", false}, {"3.54.1", "3.51.3", false}, {"3.9.0", "3.51.3", true}, {"?", "3.51.3", true}} {
		if before(c.a, c.b) != c.want {
			t.Errorf("before(%s, %s)", c.a, c.b)
		}
	}
}
