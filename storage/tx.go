package storage

import (
	"context"
	"crypto/cipher"
	"database/sql"
	"errors"
	"fmt"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
)

// Tx is one open transaction, or one snapshot. It lives only as long as the function it was given to, and is for one
// goroutine.
type Tx struct {
	ctx  context.Context
	s    *Store
	sql  *sql.Tx
	keys map[string]cipher.AEAD // opened data keys: they live no longer than the transaction that may have made them
}

// InTx runs one act in one immediate write transaction. What the act returns as an error undoes it. Options.Committed is
// called after an act that committed. Errors: CodeStorageFull, CodeStorageBusy.
func (s *Store) InTx(ctx context.Context, act func(port.Tx) error) error {
	err := s.inTx(ctx, func(t *Tx) error { return act(t) })
	if err == nil && s.committed != nil {
		s.committed()
	}
	return err
}

// Read runs a view on one consistent snapshot; writes fail.
func (s *Store) Read(ctx context.Context, view func(port.Tx) error) error {
	return s.read(ctx, func(t *Tx) error { return view(t) })
}

// inTx is InTx for the adapter itself, which knows its own transactions.
func (s *Store) inTx(ctx context.Context, act func(*Tx) error) error {
	return s.write(ctx, func(raw *sql.Tx) error {
		return act(&Tx{ctx: context.WithoutCancel(ctx), s: s, sql: raw, keys: map[string]cipher.AEAD{}})
	})
}

// write begins, runs and commits. A context that ends undoes the transaction before the commit and never in it.
func (s *Store) write(ctx context.Context, act func(*sql.Tx) error) (err error) {
	if err := s.room(0); err != nil {
		return err
	}
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return s.wrap(err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	tx, err := conn.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return s.wrap(err)
	}
	defer func() {
		// Also on a panic. After a commit, or where SQLite has undone it already, there is nothing to undo.
		if errUndo := tx.Rollback(); errUndo != nil && !errors.Is(errUndo, sql.ErrTxDone) && err == nil {
			err = s.wrap(errUndo)
		}
	}()
	if err := act(tx); err != nil {
		return s.wrap(err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		err = fmt.Errorf("commit: %w", err)
		s.fatal(err)
		return domain.Fail(domain.CodeInternal).Because(err)
	}
	return nil
}

// read is Read for the adapter itself.
func (s *Store) read(ctx context.Context, view func(*Tx) error) (err error) {
	tx, err := s.reader.BeginTx(ctx, nil)
	if err != nil {
		return s.wrap(err)
	}
	defer func() {
		if errEnd := tx.Rollback(); errEnd != nil && !errors.Is(errEnd, sql.ErrTxDone) && err == nil {
			err = s.wrap(errEnd)
		}
	}()
	return s.wrap(view(&Tx{ctx: ctx, s: s, sql: tx, keys: map[string]cipher.AEAD{}}))
}

// exec runs a statement and tells how many rows it changed.
func (t *Tx) exec(query string, args ...any) (int64, error) {
	result, err := t.sql.ExecContext(t.ctx, query, args...)
	if err != nil {
		return 0, t.s.wrap(err)
	}
	n, err := result.RowsAffected()
	return n, t.s.wrap(err)
}

// must runs a statement that has to change a row; otherwise it fails with the code.
func (t *Tx) must(code domain.Code, query string, args ...any) error {
	n, err := t.exec(query, args...)
	if err == nil && n == 0 {
		err = domain.Fail(code)
	}
	return err
}

// scan reads the columns of a row.
type scan func(dest ...any) error

// one reads a row. Error: CodeNotFound with what was looked for.
func one[T any](t *Tx, what string, read func(scan) (T, error), query string, args ...any) (T, error) {
	row, err := read(t.sql.QueryRowContext(t.ctx, query, args...).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return row, domain.Fail(domain.CodeNotFound, what)
	}
	return row, t.s.wrap(err)
}

// all reads rows.
func all[T any](t *Tx, read func(scan) (T, error), query string, args ...any) (list []T, err error) {
	rows, err := t.sql.QueryContext(t.ctx, query, args...)
	if err != nil {
		return nil, t.s.wrap(err)
	}
	defer func() { err = errors.Join(err, t.s.wrap(rows.Close())) }()
	for rows.Next() {
		row, err := read(rows.Scan)
		if err != nil {
			return nil, t.s.wrap(err)
		}
		list = append(list, row)
	}
	return list, t.s.wrap(rows.Err())
}

// counts reads how many rows stand in which state.
func counts[K ~string](t *Tx, what string) (map[K]int, error) {
	type count struct {
		key K
		n   int
	}
	rows, err := all(t, func(s scan) (c count, err error) {
		err = s(&c.key, &c.n)
		return c, err
	}, "select key, n from tally where what = ? and n > 0", what)
	if err != nil {
		return nil, err
	}
	m := make(map[K]int, len(rows))
	for _, c := range rows {
		m[c.key] = c.n
	}
	return m, nil
}
