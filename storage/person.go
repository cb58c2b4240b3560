package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"campus.example/sealdesk/domain"
)

const personColumns = "id, phone, name, kind, number, method, verified, valid_till, manual_opened"

// personRow is a person as stored.
type personRow struct {
	p                   domain.Person
	phone, name, number []byte
}

func readPerson(s scan) (r personRow, err error) {
	err = s(&r.p.ID, bytesIn{&r.phone}, bytesIn{&r.name}, &r.p.Identity.Kind, bytesIn{&r.number}, &r.p.Method,
		moment{&r.p.Verified}, moment{&r.p.ValidTill}, &r.p.ManualOpened)
	return r, err
}

func personPlace(id, what string) place { return place{what, id, id} }

func (t *Tx) openPerson(r personRow) (domain.Person, error) {
	p := r.p
	phone, err := t.open(personPlace(p.ID, domain.SealedPersonPhone), r.phone)
	if err != nil {
		return p, err
	}
	p.Phone = domain.Phone(phone)
	if p.Identity.Name, err = t.open(personPlace(p.ID, domain.SealedPersonName), r.name); err != nil {
		return p, err
	}
	p.Identity.Number, err = t.open(personPlace(p.ID, domain.SealedPersonNumber), r.number)
	return p, err
}

// sealPerson seals a person's words; the index is NULL for a person without a phone.
func (t *Tx) sealPerson(p domain.Person) (r personRow, index any, err error) {
	if r.phone, err = t.seal(personPlace(p.ID, domain.SealedPersonPhone), p.Phone.Clear()); err != nil {
		return r, nil, err
	}
	if p.Phone != "" {
		index = t.s.vault.blind(domain.LabelIndexPhone, p.Phone.Clear())
	}
	if r.name, err = t.seal(personPlace(p.ID, domain.SealedPersonName), p.Identity.Name); err != nil {
		return r, nil, err
	}
	r.number, err = t.seal(personPlace(p.ID, domain.SealedPersonNumber), p.Identity.Number)
	return r, index, err
}

// Person loads a person. Error: CodeNotFound.
func (t *Tx) Person(id string) (domain.Person, error) {
	r, err := one(t, id, readPerson, "select "+personColumns+" from person where id = ?", id)
	if err != nil {
		return domain.Person{}, err
	}
	return t.openPerson(r)
}

// PersonByPhone finds the person with a phone. Error: CodeNotFound.
func (t *Tx) PersonByPhone(phone domain.Phone) (domain.Person, error) {
	index := t.s.vault.blind(domain.LabelIndexPhone, phone.Clear())
	r, err := one(t, phone.Masked(), readPerson, "select "+personColumns+" from person where phone_index = ?", index)
	if err != nil {
		return domain.Person{}, err
	}
	return t.openPerson(r)
}

// InsertPerson adds a person, who has a data key from then on.
func (t *Tx) InsertPerson(p domain.Person) error {
	if err := t.newKey(p.ID); err != nil {
		return err
	}
	r, index, err := t.sealPerson(p)
	if err != nil {
		return err
	}
	_, err = t.exec("insert into person("+personColumns+", phone_index) values(?,?,?,?,?,?,?,?,?,?)",
		p.ID, r.phone, r.name, p.Identity.Kind, r.number, p.Method, micros(p.Verified), micros(p.ValidTill), p.ManualOpened, index)
	return err
}

// UpdatePerson writes a person. Error: CodeNotFound.
func (t *Tx) UpdatePerson(p domain.Person) error {
	r, index, err := t.sealPerson(p)
	if err != nil {
		return err
	}
	return t.must(domain.CodeNotFound, `update person set phone = ?, phone_index = ?, name = ?, kind = ?, number = ?, method = ?,
		verified = ?, valid_till = ?, manual_opened = ? where id = ?`,
		r.phone, index, r.name, p.Identity.Kind, r.number, p.Method, micros(p.Verified), micros(p.ValidTill), p.ManualOpened, p.ID)
}

// SigningKey loads a key. Error: CodeNotFound.
func (t *Tx) SigningKey(id string) (domain.SigningKey, error) {
	type row struct {
		k       domain.SigningKey
		private []byte
		chain   string
	}
	r, err := one(t, id, func(s scan) (r row, err error) {
		err = s(&r.k.ID, &r.k.Subject, bytesIn{&r.private}, &r.chain, moment{&r.k.Until})
		return r, err
	}, "select id, subject, private, chain, until from signing_key where id = ?", id)
	if err != nil {
		return r.k, err
	}
	if err := json.Unmarshal([]byte(r.chain), &r.k.Chain); err != nil {
		return r.k, domain.Fail(domain.CodeInternal).Because(err)
	}
	private, err := t.open(place{domain.SealedSigningKey, id, r.k.Subject}, r.private)
	if private != "" {
		r.k.Private = []byte(private)
	}
	return r.k, err
}

// InsertSigningKey keeps a key, sealed under its subject's.
func (t *Tx) InsertSigningKey(k domain.SigningKey) error {
	chain, err := json.Marshal(k.Chain)
	if err != nil {
		return err
	}
	private, err := t.seal(place{domain.SealedSigningKey, k.ID, k.Subject}, string(k.Private))
	if err != nil {
		return err
	}
	_, err = t.exec("insert into signing_key(id, subject, private, chain, until) values(?,?,?,?,?)",
		k.ID, k.Subject, private, string(chain), micros(k.Until))
	return err
}

// DestroySigningKey overwrites the private part of a key; its certificates stay. What was destroyed stays so.
func (t *Tx) DestroySigningKey(id string, at time.Time) error {
	_, err := t.exec("update signing_key set private = x'', destroyed = ? where id = ? and destroyed = 0", micros(at), id)
	return err
}

// KeysAlive counts the keys whose private part is still there.
func (t *Tx) KeysAlive() (n int, err error) {
	return one(t, "signing_key", func(s scan) (n int, err error) {
		err = s(&n)
		return n, err
	}, "select count(*) from signing_key where length(private) > 0")
}

// AddConsent keeps that a person agreed to a text, and the text itself once.
func (t *Tx) AddConsent(person, kind, words string, at time.Time) error {
	sum := sha256.Sum256([]byte(words))
	sha := hex.EncodeToString(sum[:])
	if _, err := t.exec("insert into consent_text(sha, text, first) values(?,?,?) on conflict do nothing", sha, words, micros(at)); err != nil {
		return err
	}
	_, err := t.exec("insert into consent(person, kind, text_sha, at) values(?,?,?,?)", person, kind, sha, micros(at))
	return err
}

// Agreements lists what a person agreed to, oldest first.
func (t *Tx) Agreements(person string) ([]domain.Agreement, error) {
	return all(t, func(s scan) (a domain.Agreement, err error) {
		err = s(&a.Kind, &a.SHA256, &a.Text, moment{&a.At})
		return a, err
	}, `select c.kind, c.text_sha, coalesce(x.text, ''), c.at from consent c left join consent_text x on x.sha = c.text_sha
		where c.person = ? order by c.rowid`, person)
}
