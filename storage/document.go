package storage

import (
	"context"

	"campus.example/sealdesk/domain"
)

// PutDocument keeps a document by its SHA-256. It returns after the bytes are on disk. Error: CodeStorageFull.
func (s *Store) PutDocument(ctx context.Context, pdf []byte) (sha string, err error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	return s.put(documentsDir, pdf)
}

// Document reads a document and compares its hash. Errors: CodeNotFound, CodeDocumentMismatch.
func (s *Store) Document(ctx context.Context, sha string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return s.get(documentsDir, sha)
}

// PutPhoto seals a photo under the person's key; the reference is the hash of the sealed bytes, so equal photos have
// different references. Errors: CodeNotFound for an unknown person, CodeStorageFull.
func (s *Store) PutPhoto(ctx context.Context, person string, photo []byte) (ref string, err error) {
	var sealed []byte
	err = s.read(ctx, func(t *Tx) error {
		key, err := t.key(person)
		if err != nil {
			return err
		}
		sealed, err = s.vault.seal(key, photoOf(person), photo)
		return err
	})
	if err != nil {
		return "", err
	}
	return s.put(photosDir, sealed)
}

// Photo opens a photo of a person. Errors: CodeNotFound, CodeDocumentMismatch.
func (s *Store) Photo(ctx context.Context, person, ref string) (photo []byte, err error) {
	sealed, err := s.get(photosDir, ref)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, func(t *Tx) error {
		key, err := t.key(person)
		if err != nil {
			return err
		}
		if photo, err = open(key, photoOf(person), sealed); err != nil {
			return domain.Fail(domain.CodeDocumentMismatch, ref).Because(err)
		}
		return nil
	})
	return photo, err
}

func photoOf(person string) string { return domain.SealedPhoto + "|" + person }
