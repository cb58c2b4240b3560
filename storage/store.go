// Package storage keeps everything in one folder: a SQLite database, documents by their hash, photos and personal
// data sealed by the vault.
package storage

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/storage/pinyin"
	"campus.example/sealdesk/workflow/port"
)

// Options are what a Store needs.
type Options struct {
	Dir    string           // the data folder, made when it is not there
	Random io.Reader        // for keys and nonces; crypto/rand when nil
	Now    func() time.Time // for the note of the last exit; time.Now when nil
	// Fatal is called when nobody can know what is on disk: an error of a commit, of the disk, of the file itself. It
	// is not expected to return; the default writes the reason down and ends the process with code 70.
	Fatal func(error)
	// Committed is called after each act that committed, and may be nil. It wakes the runner of jobs in this process.
	Committed func()
}

var _ port.Store = (*Store)(nil)

// Store is an open data folder. It is safe for concurrent use, also with other processes on the same folder.
type Store struct {
	dir       string
	writer    *sql.DB // one connection: writers queue here and not in the lock of SQLite, which is unfair
	reader    *sql.DB
	probe     *sql.DB // one connection that never writes: data_version is only comparable on one
	vault     *vault
	pinyin    *pinyin.Converter
	fatal     func(error)
	committed func()
}

// The names in a data folder.
const (
	databaseFile = "sealdesk.db"
	lockFile     = "sealdesk.lock"
	lastExitFile = "last_exit"
	documentsDir = "documents"
	photosDir    = "photos"
	secretsDir   = "secrets"
	vaultFile    = "vault.key"
)

// Open opens the folder, makes it when it is new, and brings an older one up to date. Processes that open at once
// take turns. Errors: CodeConfig when the vault's key is missing, readable by others or not this folder's,
// CodeStorageFull, CodeStorageBusy.
func Open(ctx context.Context, o Options) (s *Store, err error) {
	o = o.withDefaults()
	if err := folder(o.Dir); err != nil {
		return nil, err
	}
	release, err := lockFolder(ctx, filepath.Join(o.Dir, lockFile))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, release()) }()

	s = &Store{dir: o.Dir, fatal: o.Fatal, committed: o.Committed, pinyin: pinyin.New()}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.Close())
			s = nil
		}
	}()
	if err := s.connect(); err != nil {
		return s, err
	}
	if err := s.assertSafe(ctx); err != nil {
		return s, s.wrap(err)
	}
	if err := s.migrate(ctx); err != nil {
		return s, s.wrap(err)
	}
	if err := s.openVault(ctx, o.Random); err != nil {
		return s, err
	}
	return s, s.wrap(s.refillSearch(ctx))
}

func (o Options) withDefaults() Options {
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Fatal == nil {
		o.Fatal = exit(o.Dir, o.Now)
	}
	return o
}

// Close lets go of the folder.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.probe, s.reader, s.writer} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// DataVersion gives a number that differs from the last one when any process has committed since. It costs no disk
// access, so a console may ask often.
func (s *Store) DataVersion(ctx context.Context) (version int64, err error) {
	err = s.probe.QueryRowContext(ctx, "pragma data_version").Scan(&version)
	return version, s.wrap(err)
}

// folder makes the data folder, open to nobody else.
func folder(dir string) error {
	for _, d := range []string{dir, filepath.Join(dir, documentsDir), filepath.Join(dir, photosDir), filepath.Join(dir, secretsDir)} {
		err := os.MkdirAll(d, 0o700)
		if err == nil {
			err = os.Chmod(d, 0o700)
		}
		if err != nil {
			return domain.Fail(domain.CodeConfig, d).Because(err)
		}
	}
	return nil
}
