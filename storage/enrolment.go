package storage

import "campus.example/sealdesk/domain"

const enrolmentColumns = "id, kind, company, name, person, authority, file, state, reason, made, decided"

type enrolmentRow struct {
	e    domain.Enrolment
	name []byte
}

func readEnrolment(s scan) (r enrolmentRow, err error) {
	e := &r.e
	err = s(&e.ID, &e.Kind, &e.Company, bytesIn{&r.name}, &e.Person, &e.As, &e.File, &e.State, &e.Reason, moment{&e.Made}, moment{&e.Decided})
	return r, err
}

func enrolmentName(e domain.Enrolment) place {
	return place{domain.SealedEnrolmentName, e.ID, e.Person}
}

func (t *Tx) openEnrolment(r enrolmentRow, err error) (domain.Enrolment, error) {
	if err == nil {
		r.e.Name, err = t.open(enrolmentName(r.e), r.name)
	}
	return r.e, err
}

// Enrolment loads what was enrolled. Error: CodeNotFound.
func (t *Tx) Enrolment(id string) (domain.Enrolment, error) {
	return t.openEnrolment(one(t, id, readEnrolment, "select "+enrolmentColumns+" from enrolment where id = ?", id))
}

// NewestEnrolment finds the newest of a kind for a company, of one person or of anybody, in one of the states; no states
// mean all. Error: CodeNotFound.
func (t *Tx) NewestEnrolment(k domain.EnrolmentKind, company, person string, states ...domain.ReviewState) (domain.Enrolment, error) {
	return t.openEnrolment(one(t, company, readEnrolment, "select "+enrolmentColumns+` from enrolment
		where kind = ? and company = ? and ? in (person, '') and (? = '[]' or state in (select value from json_each(?)))
		order by made desc, rowid desc limit 1`, k, company, person, listed(states), listed(states)))
}

// InsertEnrolment adds one.
func (t *Tx) InsertEnrolment(e domain.Enrolment) error {
	name, err := t.seal(enrolmentName(e), e.Name)
	if err != nil {
		return err
	}
	_, err = t.exec("insert into enrolment("+enrolmentColumns+") values(?,?,?,?,?,?,?,?,?,?,?)", e.ID, e.Kind, e.Company, name, e.Person,
		e.As, e.File, e.State, e.Reason, micros(e.Made), micros(e.Decided))
	return err
}

// DecideEnrolment writes what the review desk decided of one that is open. Error: CodeStale.
func (t *Tx) DecideEnrolment(e domain.Enrolment) error {
	return t.must(domain.CodeStale, "update enrolment set state = ?, reason = ?, decided = ? where id = ? and state = ?",
		e.State, e.Reason, micros(e.Decided), e.ID, domain.ReviewOpen)
}
