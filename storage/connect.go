package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	_ "modernc.org/sqlite" // the driver
)

// oldestSQLite is the first release without the bug that could lose a write on a checkpoint of the write-ahead log.
const oldestSQLite = "3.51.3"

const readers = 4

func (s *Store) connect() (err error) {
	path := filepath.Join(s.dir, databaseFile)
	// SQLite gives its other files the rights of the first. This is the only time the file is touched past SQLite:
	// it is empty and nobody has it open, so no lock can be lost by closing it.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err == nil {
		err = f.Close()
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	write := dsn(path, "rwc", "immediate", "journal_mode(wal)", "synchronous(full)", "foreign_keys(1)", "secure_delete(1)")
	// A walk to the middle of a long list reads thousands of pages of one index; the readers keep them while nothing changes.
	read := dsn(path, "ro", "deferred", "query_only(1)", "cache_size(-32000)")
	if s.writer, err = pool(write, 1); err != nil {
		return err
	}
	if s.reader, err = pool(read, readers); err != nil {
		return err
	}
	s.probe, err = pool(read, 1)
	return err
}

// dsn names the database. Pragmas stand here and nowhere else, since a pool opens connections when it likes.
func dsn(path, mode, txlock string, pragmas ...string) string {
	q := url.Values{"mode": {mode}, "_txlock": {txlock}, "_defensive": {"1"}, "_dqs": {"0"}}
	for _, p := range append([]string{"busy_timeout(10000)", "trusted_schema(0)", "temp_store(memory)"}, pragmas...) {
		q.Add("_pragma", p)
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}).String()
}

func pool(dsn string, n int) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}

// assertSafe refuses to work where a commit would not be what it says.
func (s *Store) assertSafe(ctx context.Context) error {
	h, err := s.settings(ctx)
	switch {
	case err != nil:
		return err
	case before(h.SQLiteVersion, oldestSQLite):
		return fmt.Errorf("SQLite %s is older than %s", h.SQLiteVersion, oldestSQLite)
	case h.JournalMode != "wal" || h.Synchronous != 2:
		return fmt.Errorf("journal mode %s, synchronous %d: want wal and 2", h.JournalMode, h.Synchronous)
	}
	return nil
}

// before compares two versions of three numbers.
func before(a, b string) bool {
	var x, y [3]int
	for _, v := range []struct {
		s string
		n *[3]int
	}{{a, &x}, {b, &y}} {
		if _, err := fmt.Sscanf(strings.TrimSpace(v.s), "%d.%d.%d", &v.n[0], &v.n[1], &v.n[2]); err != nil {
			return true
		}
	}
	for i := range x {
		if x[i] != y[i] {
			return x[i] < y[i]
		}
	}
	return false
}

// lockFolder lets one process at a time open the folder. The lock is on a file of its own, never on the database.
func lockFolder(ctx context.Context, path string) (release func() error, err error) {
	f, err := os.OpenFile(filepath.Clean(path), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil {
			return f.Close, nil
		}
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			return nil, errors.Join(err, f.Close())
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), f.Close())
		case <-time.After(10 * time.Millisecond):
		}
	}
}
