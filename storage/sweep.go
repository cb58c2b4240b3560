package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"campus.example/sealdesk/domain"
)

// PhotosDecided lists tries that still name photos and were decided before the time, oldest first.
func (t *Tx) PhotosDecided(before time.Time, limit int) ([]domain.Verification, error) {
	return all(t, func(s scan) (v domain.Verification, err error) {
		err = s(&v.ID, &v.Person, &v.State, &v.Front, &v.Held)
		return v, err
	}, `select id, person, state, front, held from verification where front || held <> '' and decided > 0 and decided < ?
		order by decided, rowid limit ?`, micros(before), limited(limit))
}

// ForgetPhotos takes the references to its photos from a try.
func (t *Tx) ForgetPhotos(verification string) error {
	return t.must(domain.CodeNotFound, "update verification set front = '', held = '' where id = ?", verification)
}

// FilesRefused lists enrolments that were refused before the time and still name a file.
func (t *Tx) FilesRefused(before time.Time, limit int) ([]domain.Enrolment, error) {
	return all(t, func(s scan) (e domain.Enrolment, err error) {
		err = s(&e.ID, &e.Person, &e.Kind, &e.File)
		return e, err
	}, `select id, person, kind, file from enrolment where file <> '' and state = ? and decided < ? order by decided, rowid limit ?`,
		domain.ReviewRejected, micros(before), limited(limit))
}

// ForgetFile takes the reference to its file from an enrolment.
func (t *Tx) ForgetFile(enrolment string) error {
	return t.must(domain.CodeNotFound, "update enrolment set file = '' where id = ?", enrolment)
}

// KeysOver lists keys whose private part is there though their certificate is over.
func (t *Tx) KeysOver(at time.Time) ([]string, error) {
	return all(t, func(s scan) (id string, err error) {
		err = s(&id)
		return id, err
	}, "select id from signing_key where length(private) > 0 and until > 0 and until <= ? order by id", micros(at))
}

// DropPhotos destroys the files of photos that nothing names any more and that came before the time: those that were let
// go of, and those whose act never came to its end. One that came later may belong to an act under way.
func (s *Store) DropPhotos(ctx context.Context, before time.Time) (gone int, err error) {
	// The files are listed first: what is named afterwards came afterwards, or was named all the time.
	var files []string
	err = filepath.WalkDir(filepath.Join(s.dir, photosDir), func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil && info.ModTime().Before(before) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return 0, s.wrapFile(err)
	}
	named, err := s.namedPhotos(ctx)
	if err != nil {
		return 0, err
	}
	for _, path := range files {
		if named[filepath.Base(path)] {
			continue
		}
		if err := ignoreMissing(os.Remove(path)); err != nil {
			return gone, s.wrapFile(err)
		}
		if err := syncFolder(filepath.Dir(path)); err != nil {
			return gone, s.wrapFile(err)
		}
		gone++
	}
	return gone, nil
}

func (s *Store) namedPhotos(ctx context.Context) (map[string]bool, error) {
	named := map[string]bool{}
	err := s.read(ctx, func(t *Tx) error {
		refs, err := all(t, func(s scan) (ref string, err error) {
			err = s(&ref)
			return ref, err
		}, "select front from verification union select held from verification union select file from enrolment")
		for _, ref := range refs {
			named[ref] = true
		}
		return err
	})
	return named, err
}
