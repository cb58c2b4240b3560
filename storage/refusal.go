package storage

import (
	"time"

	"campus.example/sealdesk/domain"
)

const refusalColumns = "actor_kind, actor_id, proof, action, object, code, since, repeats"

// sameRefusal finds a refusal by what makes it the same one.
const sameRefusal = " where actor_kind = ? and actor_id = ? and action = ? and object = ? and code = ?"

func refusalKey(r domain.Refusal) []any {
	return []any{r.Actor.Kind, r.Actor.ID, r.Action, r.Object, r.Code}
}

func readRefusal(s scan) (r domain.Refusal, err error) {
	err = s(&r.Actor.Kind, &r.Actor.ID, &r.Proof, &r.Action, &r.Object, &r.Code, moment{&r.Since}, &r.Repeats)
	return r, err
}

// Refusal returns the counted refusal of the same actor, action, object and code. Error: CodeNotFound.
func (t *Tx) Refusal(r domain.Refusal) (domain.Refusal, error) {
	return one(t, "refusal", readRefusal, "select "+refusalColumns+" from refusal"+sameRefusal, refusalKey(r)...)
}

// PutRefusal stores a refusal and its repeats.
func (t *Tx) PutRefusal(r domain.Refusal) error {
	_, err := t.exec("insert or replace into refusal("+refusalColumns+") values(?,?,?,?,?,?,?,?)",
		r.Actor.Kind, r.Actor.ID, r.Proof, r.Action, r.Object, r.Code, micros(r.Since), r.Repeats)
	return err
}

// DropRefusal removes a refusal whose repeats are recorded.
func (t *Tx) DropRefusal(r domain.Refusal) error {
	_, err := t.exec("delete from refusal"+sameRefusal, refusalKey(r)...)
	return err
}

// RefusalsBefore lists refusals that were recorded at the time or before, oldest first.
func (t *Tx) RefusalsBefore(at time.Time, limit int) ([]domain.Refusal, error) {
	return all(t, readRefusal, "select "+refusalColumns+" from refusal where since <= ? order by since limit ?", micros(at), limited(limit))
}

// CountStrangers adds to the counts of strangers' refusals.
func (t *Tx) CountStrangers(counts map[domain.StrangerKey]int, at time.Time) error {
	for key, n := range counts {
		_, err := t.exec(`insert into stranger(action, code, n, last) values(?,?,?,?)
			on conflict(action, code) do update set n = n + excluded.n, last = excluded.last`, key.Action, key.Code, n, micros(at))
		if err != nil {
			return err
		}
	}
	return nil
}

// StrangerCounts lists the counts of strangers' refusals.
func (t *Tx) StrangerCounts() ([]domain.StrangerCount, error) {
	return all(t, func(s scan) (c domain.StrangerCount, err error) {
		err = s(&c.Action, &c.Code, &c.Count, moment{&c.Last})
		return c, err
	}, "select action, code, n, last from stranger order by action, code")
}

// PINTry returns how often an operator was wrong in a row; the zero count when never.
func (t *Tx) PINTry(operator string) (domain.PINTry, error) {
	try, err := one(t, operator, func(s scan) (p domain.PINTry, err error) {
		err = s(&p.Operator, &p.Wrong, moment{&p.Until})
		return p, err
	}, "select operator, wrong, until from pin_try where operator = ?", operator)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return domain.PINTry{Operator: operator}, nil
	}
	return try, err
}

// PutPINTry stores the count of an operator's wrong PINs.
func (t *Tx) PutPINTry(p domain.PINTry) error {
	_, err := t.exec("insert or replace into pin_try(operator, wrong, until) values(?,?,?)", p.Operator, p.Wrong, micros(p.Until))
	return err
}
