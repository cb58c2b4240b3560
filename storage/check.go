package storage

import (
	"context"
	"fmt"

	"campus.example/sealdesk/domain"
)

// Health is what a look at the folder found.
type Health struct {
	SQLiteVersion string
	SchemaVersion int64
	JournalMode   string
	Synchronous   int
	FreeBytes     int64
}

// Check looks whether the folder is sound: settings of the database, its structure, the vault's key, free space. Error:
// CodeInternal with what is wrong.
func (s *Store) Check(ctx context.Context) (Health, error) {
	h, err := s.settings(ctx)
	if err != nil {
		return h, s.wrap(err)
	}
	if err := s.assertSafe(ctx); err != nil {
		return h, domain.Fail(domain.CodeInternal).Because(err)
	}
	row := s.reader.QueryRowContext(ctx, "select max(version_id) from goose_db_version where is_applied")
	if err := row.Scan(&h.SchemaVersion); err != nil {
		return h, s.wrap(err)
	}
	var sound string
	if err := s.reader.QueryRowContext(ctx, "pragma quick_check(1)").Scan(&sound); err != nil {
		return h, s.wrap(err)
	}
	if sound != "ok" {
		return h, domain.Fail(domain.CodeInternal).Because(fmt.Errorf("quick_check: %s", sound))
	}
	if err := s.checkVault(ctx); err != nil {
		return h, err
	}
	h.FreeBytes, err = s.freeBytes()
	return h, err
}

// settings reads what the writing connection really runs under.
func (s *Store) settings(ctx context.Context) (h Health, err error) {
	for _, q := range []struct {
		query string
		dest  any
	}{
		{"select sqlite_version()", &h.SQLiteVersion},
		{"pragma journal_mode", &h.JournalMode},
		{"pragma synchronous", &h.Synchronous},
	} {
		if err := s.writer.QueryRowContext(ctx, q.query).Scan(q.dest); err != nil {
			return h, err
		}
	}
	return h, nil
}
