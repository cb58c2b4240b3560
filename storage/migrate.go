package storage

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"campus.example/sealdesk/domain"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema up to date. The caller holds the folder's lock.
func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, s.writer, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	have, err := provider.GetDBVersion(ctx)
	if err != nil {
		return err
	}
	sources := provider.ListSources()
	if newest := sources[len(sources)-1].Version; have > newest {
		return fmt.Errorf("the folder was written by a newer program: schema %d, known %d", have, newest)
	}
	if _, err := provider.Up(ctx); err != nil {
		return err
	}
	return s.fillTransitions(ctx)
}

// transitions are the rows the triggers look at.
func transitions() map[[3]string]bool {
	rows := map[[3]string]bool{}
	for _, pair := range domain.Transitions() {
		rows[[3]string{"contract", string(pair[0]), string(pair[1])}] = true
	}
	states := append(domain.SealStates(), domain.SealQuarantined, domain.SealAborted)
	for _, from := range states {
		for _, to := range states {
			if domain.SealFollows(from, to) {
				rows[[3]string{"seal", string(from), string(to)}] = true
			}
		}
	}
	return rows
}

// fillTransitions makes the table the triggers look at the same as the one in domain. Most openings change nothing
// and write nothing.
func (s *Store) fillTransitions(ctx context.Context) (err error) {
	have, err := s.storedTransitions(ctx)
	if err != nil {
		return err
	}
	want := transitions()
	same := len(have) == len(want)
	for row := range want {
		same = same && have[row]
	}
	if same {
		return nil
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "delete from transition"); err != nil {
			return err
		}
		for row := range want {
			if _, err := tx.ExecContext(ctx, "insert into transition values(?, ?, ?)", row[0], row[1], row[2]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Store) storedTransitions(ctx context.Context) (have map[[3]string]bool, err error) {
	rows, err := s.writer.QueryContext(ctx, "select what, before, after from transition")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	have = map[[3]string]bool{}
	for rows.Next() {
		var row [3]string
		if err := rows.Scan(&row[0], &row[1], &row[2]); err != nil {
			return nil, err
		}
		have[row] = true
	}
	return have, rows.Err()
}
