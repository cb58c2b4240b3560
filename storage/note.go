package storage

import "campus.example/sealdesk/domain"

// Note reads a small fact by its name, "" when there is none.
func (t *Tx) Note(name string) (string, error) {
	value, err := one(t, name, func(s scan) (v string, err error) {
		err = s(&v)
		return v, err
	}, "select value from note where name = ?", name)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return "", nil
	}
	return value, err
}

// SetNote keeps a small fact.
func (t *Tx) SetNote(name, value string) error {
	_, err := t.exec("insert into note(name, value) values(?,?) on conflict(name) do update set value = excluded.value", name, value)
	return err
}
