package storage

import (
	"crypto/cipher"
	"fmt"

	"campus.example/sealdesk/domain"
)

// place says where a sealed value belongs; it opens nowhere else. What is one of domain's Sealed words.
type place struct{ what, row, subject string }

func (p place) String() string { return p.what + "|" + p.row + "|" + p.subject }

// seal seals a value under its subject's key, which is made when there is none. The empty value stays empty.
func (t *Tx) seal(p place, clear string) ([]byte, error) {
	if clear == "" {
		return []byte{}, nil
	}
	key, err := t.key(p.subject)
	if domain.CodeOf(err) == domain.CodeNotFound {
		if err = t.newKey(p.subject); err == nil {
			key, err = t.key(p.subject)
		}
	}
	if err != nil {
		return nil, err
	}
	return t.s.vault.seal(key, p.String(), []byte(clear))
}

// open opens what seal sealed.
func (t *Tx) open(p place, sealed []byte) (string, error) {
	if len(sealed) == 0 {
		return "", nil
	}
	key, err := t.key(p.subject)
	if err != nil {
		return "", domain.Fail(domain.CodeInternal).Because(err)
	}
	clear, err := open(key, p.String(), sealed)
	if err != nil {
		return "", domain.Fail(domain.CodeInternal).Because(fmt.Errorf("%s of %s: %w", p.what, p.row, err))
	}
	return string(clear), nil
}

// key gives a subject's data key. Error: CodeNotFound.
func (t *Tx) key(subject string) (cipher.AEAD, error) {
	if key := t.keys[subject]; key != nil {
		return key, nil
	}
	w, err := one(t, subject, readWrapped, "select subject, wrapped from subject_key where subject = ?", subject)
	if err != nil {
		return nil, err
	}
	err = t.unwrap(w)
	return t.keys[subject], err
}

func (t *Tx) newKey(subject string) error {
	fresh, err := t.s.vault.fresh(keyBytes)
	if err != nil {
		return err
	}
	wrapped, err := t.s.vault.seal(t.s.vault.wrapping, wrappedFor(subject), fresh)
	if err != nil {
		return err
	}
	clear(fresh)
	_, err = t.exec("insert into subject_key(subject, kek, wrapped) values(?, ?, ?)", subject, wrappingNumber, wrapped)
	return err
}

func wrappedFor(subject string) string { return domain.SealedSubjectKey + "|" + subject }

type wrappedKey struct {
	subject string
	wrapped []byte
}

func readWrapped(s scan) (w wrappedKey, err error) {
	err = s(&w.subject, bytesIn{&w.wrapped})
	return w, err
}

// loadKeys opens the keys of many subjects in one query, before a list is opened value by value.
func (t *Tx) loadKeys(subjects []string) error {
	list, err := all(t, readWrapped,
		"select subject, wrapped from subject_key where subject in (select value from json_each(?))", listed(subjects))
	if err != nil {
		return err
	}
	for _, w := range list {
		if err := t.unwrap(w); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) unwrap(w wrappedKey) error {
	if t.keys[w.subject] != nil {
		return nil
	}
	raw, err := open(t.s.vault.wrapping, wrappedFor(w.subject), w.wrapped)
	if err != nil {
		return domain.Fail(domain.CodeInternal).Because(fmt.Errorf("key of %s: %w", w.subject, err))
	}
	t.keys[w.subject], err = gcm(raw)
	clear(raw)
	return err
}

// dropKey destroys a subject's data key: what was sealed under it is gone.
func (t *Tx) dropKey(subject string) error {
	delete(t.keys, subject)
	_, err := t.exec("delete from subject_key where subject = ?", subject)
	return err
}
