package storage

import (
	"strings"

	"campus.example/sealdesk/domain"
)

const messageColumns = "id, kind, person, phone, contract, link, code, state, provider, detail, queued, sent"

type messageRow struct {
	m     domain.Message
	phone []byte
}

func readMessage(s scan) (r messageRow, err error) {
	m := &r.m
	err = s(&m.ID, &m.Kind, &m.Person, bytesIn{&r.phone}, &m.Contract, &m.Link, &m.Code, &m.State, &m.Provider, &m.Detail,
		moment{&m.Queued}, moment{&m.Sent})
	return r, err
}

// messagePlace is where the phone stands. A message to nobody in particular is a subject of its own.
func messagePlace(m domain.Message) place {
	subject := m.Person
	if subject == "" {
		subject = domain.SubjectMessage + m.ID
	}
	return place{domain.SealedMessagePhone, m.ID, subject}
}

func (t *Tx) openMessage(r messageRow) (domain.Message, error) {
	phone, err := t.open(messagePlace(r.m), r.phone)
	r.m.Phone = domain.Phone(phone)
	return r.m, err
}

// InsertMessage adds a message.
func (t *Tx) InsertMessage(m domain.Message) error {
	phone, err := t.seal(messagePlace(m), m.Phone.Clear())
	if err != nil {
		return err
	}
	_, err = t.exec("insert into message("+messageColumns+") values(?,?,?,?,?,?,?,?,?,?,?,?)", m.ID, m.Kind, m.Person, phone,
		m.Contract, m.Link, m.Code, m.State, m.Provider, m.Detail, micros(m.Queued), micros(m.Sent))
	return err
}

// UpdateMessage writes what became of a message; what it said and to whom stays. Error: CodeNotFound.
func (t *Tx) UpdateMessage(m domain.Message) error {
	return t.must(domain.CodeNotFound, "update message set state = ?, provider = ?, detail = ?, sent = ? where id = ?",
		m.State, m.Provider, m.Detail, micros(m.Sent), m.ID)
}

// Message loads a message. Error: CodeNotFound.
func (t *Tx) Message(id string) (domain.Message, error) {
	r, err := one(t, id, readMessage, "select "+messageColumns+" from message where id = ?", id)
	if err != nil {
		return r.m, err
	}
	return t.openMessage(r)
}

// MessagesOf lists the messages of a contract, oldest first.
func (t *Tx) MessagesOf(contract string) ([]domain.Message, error) {
	rows, err := all(t, readMessage, "select "+messageColumns+" from message where contract = ? order by queued, rowid", contract)
	if err != nil {
		return nil, err
	}
	subjects := make([]string, len(rows))
	for i, r := range rows {
		subjects[i] = messagePlace(r.m).subject
	}
	if err := t.loadKeys(subjects); err != nil {
		return nil, err
	}
	list := make([]domain.Message, len(rows))
	for i, r := range rows {
		if list[i], err = t.openMessage(r); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// MessageCounts counts the messages of each kind in each state.
func (t *Tx) MessageCounts() (map[domain.MessageKind]map[domain.MessageState]int, error) {
	flat, err := counts[string](t, "message")
	if err != nil {
		return nil, err
	}
	m := map[domain.MessageKind]map[domain.MessageState]int{}
	for key, n := range flat {
		kind, state, _ := strings.Cut(key, " ")
		k := domain.MessageKind(kind)
		if m[k] == nil {
			m[k] = map[domain.MessageState]int{}
		}
		m[k][domain.MessageState(state)] = n
	}
	return m, nil
}
