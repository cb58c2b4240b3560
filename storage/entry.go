package storage

import "campus.example/sealdesk/domain"

const linkColumns = "id, code, person, contract, dead, expires"

type linkRow struct {
	l    domain.Link
	code []byte
}

func readLink(s scan) (r linkRow, err error) {
	err = s(&r.l.ID, bytesIn{&r.code}, &r.l.Person, &r.l.Contract, &r.l.Dead, moment{&r.l.Expires})
	return r, err
}

func (t *Tx) openLink(r linkRow, err error) (domain.Link, error) {
	if err == nil {
		r.l.Code, err = t.open(place{domain.SealedLinkCode, r.l.ID, r.l.Person}, r.code)
	}
	return r.l, err
}

// InsertLink adds a link. Its code is kept sealed and found by a keyed hash.
func (t *Tx) InsertLink(l domain.Link) error {
	code, err := t.seal(place{domain.SealedLinkCode, l.ID, l.Person}, l.Code)
	if err != nil {
		return err
	}
	_, err = t.exec("insert into link("+linkColumns+", code_index) values(?,?,?,?,?,?,?)",
		l.ID, code, l.Person, l.Contract, l.Dead, micros(l.Expires), t.s.vault.blind(domain.LabelIndexLink, l.Code))
	return err
}

// Link loads a link. Error: CodeNotFound.
func (t *Tx) Link(id string) (domain.Link, error) {
	return t.openLink(one(t, id, readLink, "select "+linkColumns+" from link where id = ?", id))
}

// LinkByCode finds a link by the code of its message. Error: CodeNotFound, without the code.
func (t *Tx) LinkByCode(code string) (domain.Link, error) {
	index := t.s.vault.blind(domain.LabelIndexLink, code)
	return t.openLink(one(t, "link", readLink, "select "+linkColumns+" from link where code_index = ?", index))
}

// KillLinks ends a person's links to a contract; without a person, everybody's.
func (t *Tx) KillLinks(contract, person string) error {
	_, err := t.exec("update link set dead = 1 where contract = ? and (person = ? or ? = '')", contract, person, person)
	return err
}

// InsertSession adds a session. Its token is kept as a keyed hash only.
func (t *Tx) InsertSession(s domain.Session) error {
	_, err := t.exec("insert into session(token_index, person, expires) values(?,?,?)",
		t.s.vault.blind(domain.LabelIndexSession, s.Token), s.Person, micros(s.Expires))
	return err
}

// Session finds a session by its token. Error: CodeNotFound, without the token.
func (t *Tx) Session(token string) (domain.Session, error) {
	return one(t, "session", func(s scan) (domain.Session, error) {
		session := domain.Session{Token: token}
		err := s(&session.Person, moment{&session.Expires})
		return session, err
	}, "select person, expires from session where token_index = ?", t.s.vault.blind(domain.LabelIndexSession, token))
}

// DeleteSession ends a session; one that is not there is ended already.
func (t *Tx) DeleteSession(token string) error {
	_, err := t.exec("delete from session where token_index = ?", t.s.vault.blind(domain.LabelIndexSession, token))
	return err
}

const codeColumns = "id, person, purpose, subject, code, sent, expires, guesses, used"

type codeRow struct {
	c    domain.OneTimeCode
	code []byte
}

func readCode(s scan) (r codeRow, err error) {
	c := &r.c
	err = s(&c.ID, &c.Person, &c.Purpose, &c.Subject, bytesIn{&r.code}, moment{&c.Sent}, moment{&c.Expires}, &c.Guesses, &c.Used)
	return r, err
}

func (t *Tx) openCode(r codeRow, err error) (domain.OneTimeCode, error) {
	if err == nil {
		r.c.Code, err = t.open(place{domain.SealedCode, r.c.ID, r.c.Person}, r.code)
	}
	return r.c, err
}

// InsertCode adds a one-time code, sealed.
func (t *Tx) InsertCode(c domain.OneTimeCode) error {
	code, err := t.seal(place{domain.SealedCode, c.ID, c.Person}, c.Code)
	if err != nil {
		return err
	}
	_, err = t.exec("insert into code("+codeColumns+") values(?,?,?,?,?,?,?,?,?)",
		c.ID, c.Person, c.Purpose, c.Subject, code, micros(c.Sent), micros(c.Expires), c.Guesses, c.Used)
	return err
}

// Code loads a one-time code. Error: CodeNotFound.
func (t *Tx) Code(id string) (domain.OneTimeCode, error) {
	return t.openCode(one(t, id, readCode, "select "+codeColumns+" from code where id = ?", id))
}

// LatestCode finds the code sent last to a person for a purpose. Error: CodeNotFound.
func (t *Tx) LatestCode(person string, p domain.Purpose, subject string) (domain.OneTimeCode, error) {
	return t.openCode(one(t, person, readCode, "select "+codeColumns+
		" from code where person = ? and purpose = ? and subject = ? order by sent desc, rowid desc limit 1", person, p, subject))
}

// UpdateCode writes what changes in a code: guesses and use. Error: CodeNotFound.
func (t *Tx) UpdateCode(c domain.OneTimeCode) error {
	return t.must(domain.CodeNotFound, "update code set guesses = ?, used = ?, expires = ? where id = ?",
		c.Guesses, c.Used, micros(c.Expires), c.ID)
}
