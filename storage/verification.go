package storage

import (
	"strings"

	"campus.example/sealdesk/domain"
)

const verificationColumns = "id, person, method, state, name, kind, number, card, order_no, detail, started, decided, front, held"

type verificationRow struct {
	v                  domain.Verification
	name, number, card []byte
}

func readVerification(s scan) (r verificationRow, err error) {
	v := &r.v
	err = s(&v.ID, &v.Person, &v.Method, &v.State, bytesIn{&r.name}, &v.Identity.Kind, bytesIn{&r.number}, bytesIn{&r.card},
		&v.OrderNo, &v.Detail, moment{&v.Started}, moment{&v.Decided}, &v.Front, &v.Held)
	return r, err
}

// words are the sealed words of a verification and where they stand.
func (r *verificationRow) words() []struct {
	what   string
	sealed *[]byte
	clear  *string
} {
	return []struct {
		what   string
		sealed *[]byte
		clear  *string
	}{
		{domain.SealedVerificationName, &r.name, &r.v.Identity.Name},
		{domain.SealedVerificationNumber, &r.number, &r.v.Identity.Number},
		{domain.SealedVerificationCard, &r.card, &r.v.Card},
	}
}

func (t *Tx) openVerification(r verificationRow) (domain.Verification, error) {
	for _, w := range r.words() {
		clear, err := t.open(place{w.what, r.v.ID, r.v.Person}, *w.sealed)
		if err != nil {
			return r.v, err
		}
		*w.clear = clear
	}
	return r.v, nil
}

func (t *Tx) sealVerification(v domain.Verification) (r verificationRow, err error) {
	r.v = v
	for _, w := range r.words() {
		if *w.sealed, err = t.seal(place{w.what, v.ID, v.Person}, *w.clear); err != nil {
			return r, err
		}
	}
	return r, nil
}

// Verification loads a try. Error: CodeNotFound.
func (t *Tx) Verification(id string) (domain.Verification, error) {
	r, err := one(t, id, readVerification, "select "+verificationColumns+" from verification where id = ?", id)
	if err != nil {
		return r.v, err
	}
	return t.openVerification(r)
}

// Verifications lists tries, newest first.
func (t *Tx) Verifications(f domain.VerificationFilter) ([]domain.Verification, error) {
	where, args := []string{"true"}, []any{}
	if f.Person != "" {
		where, args = append(where, "person = ?"), append(args, f.Person)
	}
	if len(f.States) > 0 {
		where, args = append(where, "state in (select value from json_each(?))"), append(args, listed(f.States))
	}
	if !f.Since.IsZero() {
		where, args = append(where, "started >= ?"), append(args, micros(f.Since))
	}
	rows, err := all(t, readVerification, "select "+verificationColumns+" from verification where "+strings.Join(where, " and ")+
		" order by started desc, rowid desc limit ?", append(args, limited(f.Limit))...)
	if err != nil {
		return nil, err
	}
	subjects := make([]string, len(rows))
	for i, r := range rows {
		subjects[i] = r.v.Person
	}
	if err := t.loadKeys(subjects); err != nil {
		return nil, err
	}
	list := make([]domain.Verification, len(rows))
	for i, r := range rows {
		if list[i], err = t.openVerification(r); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// InsertVerification adds a try.
func (t *Tx) InsertVerification(v domain.Verification) error {
	r, err := t.sealVerification(v)
	if err != nil {
		return err
	}
	_, err = t.exec("insert into verification("+verificationColumns+") values(?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
		v.ID, v.Person, v.Method, v.State, r.name, v.Identity.Kind, r.number, r.card, v.OrderNo, v.Detail,
		micros(v.Started), micros(v.Decided), v.Front, v.Held)
	return err
}

// UpdateVerification writes a try that is still in the state. Error: CodeStale.
func (t *Tx) UpdateVerification(v domain.Verification, from domain.VerificationState) error {
	r, err := t.sealVerification(v)
	if err != nil {
		return err
	}
	return t.must(domain.CodeStale, `update verification set method = ?, state = ?, name = ?, kind = ?, number = ?, card = ?,
		order_no = ?, detail = ?, started = ?, decided = ?, front = ?, held = ? where id = ? and person = ? and state = ?`,
		v.Method, v.State, r.name, v.Identity.Kind, r.number, r.card, v.OrderNo, v.Detail,
		micros(v.Started), micros(v.Decided), v.Front, v.Held, v.ID, v.Person, from)
}

// VerificationCounts counts the tries in each state.
func (t *Tx) VerificationCounts() (map[domain.VerificationState]int, error) {
	return counts[domain.VerificationState](t, "verification")
}
