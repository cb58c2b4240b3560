package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"campus.example/sealdesk/domain"
)

// put keeps bytes under their hash. It returns after they, their name and the folder of their name are on disk.
func (s *Store) put(area string, content []byte) (sha string, err error) {
	sha = hashOf(content)
	path := s.place(area, sha)
	if err := s.room(int64(len(content))); err != nil {
		return "", err
	}
	if err := s.folderFor(filepath.Dir(path)); err != nil {
		return "", s.wrapFile(err)
	}
	if old, err := os.ReadFile(path); err == nil && hashOf(old) == sha {
		// Whoever wrote it may have been cut off before its name was on disk.
		return sha, s.wrapFile(syncFolder(filepath.Dir(path)))
	}
	return sha, s.wrapFile(writeDurably(path, content))
}

// get reads bytes and makes sure that they are the ones that were kept. Errors: CodeNotFound, CodeDocumentMismatch.
func (s *Store) get(area, sha string) ([]byte, error) {
	if !isHash(sha) {
		return nil, domain.Fail(domain.CodeNotFound, sha)
	}
	content, err := os.ReadFile(s.place(area, sha))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, domain.Fail(domain.CodeNotFound, sha)
	case err != nil:
		return nil, err
	case hashOf(content) != sha:
		return nil, domain.Fail(domain.CodeDocumentMismatch, sha)
	}
	return content, nil
}

func (s *Store) place(area, sha string) string { return filepath.Join(s.dir, area, sha[:2], sha) }

func (s *Store) folderFor(dir string) error {
	err := os.Mkdir(dir, 0o700)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(dir))
}

// writeDurably writes a file that is there whole or not at all, also after a power cut.
func writeDurably(path string, content []byte) (err error) {
	dir := filepath.Dir(path)
	tmp, err := os.CreateTemp(dir, ".tmp-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreMissing(os.Remove(tmp.Name())))
		}
	}()
	_, err = tmp.Write(content)
	if err == nil {
		err = tmp.Sync()
	}
	if err = errors.Join(err, tmp.Close()); err != nil {
		return err
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return err
	}
	return syncFolder(dir)
}

func syncFolder(dir string) error {
	f, err := os.Open(filepath.Clean(dir))
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

func isHash(s string) bool {
	return len(s) == 2*sha256.Size && strings.Trim(s, "0123456789abcdef") == ""
}
