package storage

import (
	"context"
	"crypto/hmac"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"campus.example/sealdesk/domain"
)

// openVault reads the master key, or makes it for a new folder, and proves that it is the one of this database. The
// caller holds the folder's lock.
func (s *Store) openVault(ctx context.Context, random io.Reader) error {
	known, err := s.vaultProof(ctx)
	if err != nil {
		return s.wrap(err)
	}
	path := filepath.Join(s.dir, secretsDir, vaultFile)
	master, err := readVaultKey(path)
	if errors.Is(err, fs.ErrNotExist) && known == nil {
		master, err = makeVaultKey(path, random)
	}
	if err != nil {
		return domain.Fail(domain.CodeConfig, path).Because(err)
	}
	if s.vault, err = newVault(master, random); err != nil {
		return err
	}
	clear(master)
	if known != nil {
		return s.compareProof(path, known)
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "insert into vault values(1, ?)", s.vault.proof)
		return err
	})
}

func (s *Store) vaultProof(ctx context.Context) (proof []byte, err error) {
	err = s.writer.QueryRowContext(ctx, "select proof from vault").Scan(&proof)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return proof, err
}

func (s *Store) compareProof(path string, known []byte) error {
	if !hmac.Equal(known, s.vault.proof) {
		return domain.Fail(domain.CodeConfig, path).Because(errors.New("not the key this folder was written under"))
	}
	return nil
}

// checkVault reads the key again, as the next start will.
func (s *Store) checkVault(ctx context.Context) error {
	path := filepath.Join(s.dir, secretsDir, vaultFile)
	master, err := readVaultKey(path)
	if err != nil {
		return domain.Fail(domain.CodeConfig, path).Because(err)
	}
	v, err := newVault(master, s.vault.random)
	if err != nil {
		return err
	}
	clear(master)
	known, err := s.vaultProof(ctx)
	if err != nil {
		return s.wrap(err)
	}
	if !hmac.Equal(known, v.proof) {
		return domain.Fail(domain.CodeConfig, path).Because(errors.New("not the key this folder was written under"))
	}
	return nil
}

func readVaultKey(path string) (master []byte, err error) {
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.Mode().Perm()&0o077 != 0:
		return nil, fmt.Errorf("readable by others: mode %o, want 600", info.Mode().Perm())
	case info.Size() != keyBytes:
		return nil, fmt.Errorf("%d bytes, want %d", info.Size(), keyBytes)
	}
	master = make([]byte, keyBytes)
	_, err = io.ReadFull(f, master)
	return master, err
}

func makeVaultKey(path string, random io.Reader) ([]byte, error) {
	master := make([]byte, keyBytes)
	if _, err := io.ReadFull(random, master); err != nil {
		return nil, err
	}
	return master, writeDurably(path, master)
}
