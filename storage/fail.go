package storage

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"campus.example/sealdesk/domain"
)

// exitUnknown is the exit code of a process that cannot know what is on disk.
const exitUnknown = 70

// exit is the default of Options.Fatal.
func exit(dir string, now func() time.Time) func(error) {
	return func(reason error) {
		line := now().UTC().Format(time.RFC3339) + " " + reason.Error() + "\n"
		fmt.Fprint(os.Stderr, "sealdesk: ", line)
		if err := os.WriteFile(filepath.Join(dir, lastExitFile), []byte(line), 0o600); err != nil {
			fmt.Fprintln(os.Stderr, "sealdesk:", err)
		}
		os.Exit(exitUnknown)
	}
}

// wrap gives an error of SQLite its code. A disk or file that fails ends the process: what was read or written by
// then cannot be trusted.
func (s *Store) wrap(err error) error {
	if err == nil || domain.CodeOf(err) != "" || errors.Is(err, sql.ErrNoRows) {
		return err
	}
	var lite *sqlite.Error
	if !errors.As(err, &lite) {
		return err
	}
	switch lite.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return domain.Fail(domain.CodeStorageBusy).Because(err)
	case sqlite3.SQLITE_FULL:
		return domain.Fail(domain.CodeStorageFull).Because(err)
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		s.fatal(err)
	case sqlite3.SQLITE_CONSTRAINT:
		return refused(err)
	}
	return domain.Fail(domain.CodeInternal).Because(err)
}

// refused names what a trigger or a uniqueness refused; the acts check all of it before, so it is rarely seen.
func refused(err error) error {
	switch text := err.Error(); {
	case strings.Contains(text, "stage_transition"):
		return domain.Fail(domain.CodeWrongStage, "", "", "").Because(err)
	case strings.Contains(text, "seal_op.contract"):
		return domain.Fail(domain.CodeSealRunning, "").Because(err)
	}
	return domain.Fail(domain.CodeInternal).Because(err)
}

// wrapFile gives an error of a file its code.
func (s *Store) wrapFile(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return domain.Fail(domain.CodeStorageFull).Because(err)
	}
	return err
}

// reserve is what stays free on the disk, in bytes: a commit that meets a full disk has an unknown outcome, so an act
// is refused before it comes to that.
const reserve = 16 << 20

func (s *Store) room(more int64) error {
	free, err := s.freeBytes()
	if err == nil && free < reserve+more {
		err = domain.Fail(domain.CodeStorageFull)
	}
	return err
}

func (s *Store) freeBytes() (int64, error) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(s.dir, &st); err != nil {
		return 0, err
	}
	return int64(min(st.Bavail, 1<<50)) * int64(st.Bsize), nil //nolint:gosec // bounded
}
