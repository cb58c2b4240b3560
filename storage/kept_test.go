package storage

import (
	"errors"
	"testing"

	"campus.example/sealdesk/domain"
)

// G19: whoever wants a contract gone, with its documents, its record or what was agreed to, is refused by the database
// itself.
func TestG19NothingIsDeletedSilently(t *testing.T) {
	s := newStore(t)
	people(t, s)
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(
			tx.InsertContract(contract("HT-1")), tx.AddRevision("HT-1", 0, "aa", "original", t0()), tx.AddConsent("P-a", "sign", "我同意", t0()),
			tx.Append(domain.Event{At: t0(), Actor: domain.System().Actor, Action: "contract.intake", Object: "contract:HT-1"}),
		)
	})
	for _, table := range []string{"contract", "revision", "consent_text", "event"} {
		err := s.inTx(t.Context(), func(tx *Tx) error {
			_, err := tx.exec("delete from " + table)
			return err
		})
		if err == nil {
			t.Errorf("%s was emptied", table)
		}
	}
	read(t, s, func(tx *Tx) error {
		_, err := tx.Contract("HT-1")
		return err
	})
}
