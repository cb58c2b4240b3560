package storage

import (
	"errors"
	"strings"

	"campus.example/sealdesk/domain"
)

// How far a search by the tail of a phone goes. Four digits are shared by ten signers of 100,000.
const (
	tailScan  = 100_000 // signers whose phone is opened, the newest first
	tailFound = 200     // signers that are found
)

// SignersByPhoneTail returns the ids of signers whose phone ends in the digits, the newest first. No index has the tails of
// phones, because four digits under a key are soon tried out: the phones are opened one by one, and none is kept.
func (t *Tx) SignersByPhoneTail(tail string) (ids []string, err error) {
	rows, err := t.sql.QueryContext(t.ctx, `select p.id, k.wrapped, p.phone from person p join subject_key k on k.subject = p.id
		where length(p.phone) > 0 and (exists(select 1 from contract where a_signer = p.id) or exists(select 1 from contract where b_signer = p.id))
		order by p.rowid desc limit ?`, tailScan)
	if err != nil {
		return nil, t.s.wrap(err)
	}
	defer func() { err = errors.Join(err, t.s.wrap(rows.Close())) }()
	for rows.Next() && len(ids) < tailFound {
		var w wrappedKey
		var sealed []byte
		if err := rows.Scan(&w.subject, bytesIn{&w.wrapped}, bytesIn{&sealed}); err != nil {
			return nil, t.s.wrap(err)
		}
		phone, err := t.phoneOnce(w, sealed)
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(phone.Clear(), tail) {
			ids = append(ids, w.subject)
		}
	}
	return ids, t.s.wrap(rows.Err())
}

// phoneOnce opens a phone without keeping the opened key, of which a long search would gather many.
func (t *Tx) phoneOnce(w wrappedKey, sealed []byte) (domain.Phone, error) {
	if err := t.unwrap(w); err != nil {
		return "", err
	}
	defer delete(t.keys, w.subject)
	phone, err := t.open(personPlace(w.subject, domain.SealedPersonPhone), sealed)
	return domain.Phone(phone), err
}
