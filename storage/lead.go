package storage

import (
	"context"
	"time"

	"campus.example/sealdesk/domain"
)

// LeadRunner makes owner the runner of the folder until then, unless another is. The holder's name comes back either
// way. A time that is over already asks only, and changes nothing.
func (s *Store) LeadRunner(ctx context.Context, owner string, now, until time.Time) (holder string, led bool, err error) {
	act := s.inTx
	if !until.After(now) {
		act = s.read
	}
	err = act(ctx, func(t *Tx) error {
		if holder, err = t.leader(now); err != nil {
			return err
		}
		led = holder == "" || holder == owner
		if !led || !until.After(now) {
			return nil
		}
		holder = owner
		_, err := t.exec("insert into engine(id, owner, until) values(1, ?, ?) on conflict(id) do update set owner = excluded.owner, until = excluded.until",
			owner, micros(until))
		return err
	})
	return holder, led && err == nil, err
}

// leader is who leads now, "" when nobody does.
func (t *Tx) leader(now time.Time) (string, error) {
	owner, err := one(t, "engine", func(s scan) (owner string, err error) {
		err = s(&owner)
		return owner, err
	}, "select owner from engine where until > ? and until <= ?", micros(now), micros(now.Add(absurd)))
	if domain.CodeOf(err) == domain.CodeNotFound {
		return "", nil
	}
	return owner, err
}

// LeaveEngine gives the lead up, if owner has it.
func (s *Store) LeaveEngine(ctx context.Context, owner string) error {
	return s.inTx(ctx, func(t *Tx) error {
		_, err := t.exec("delete from engine where owner = ?", owner)
		return err
	})
}
