package storage

import (
	"testing"

	"campus.example/sealdesk/domain"
)

// A folder of before keeps keys for people and companies. Opening it lets go of them, but for one that an act under way
// still needs.
func TestKeptKeysAreLetGoOf(t *testing.T) {
	s := newStore(t)
	people(t, s)
	inTx(t, s, func(tx *Tx) error {
		for _, id := range []string{"K-kept", "K-signed", "K-needed"} {
			k := domain.SigningKey{ID: id, Subject: "P-a", Private: []byte{1}, Chain: [][]byte{{2}}}
			if err := tx.InsertSigningKey(k); err != nil {
				return err
			}
		}
		if err := tx.InsertContract(domain.Contract{No: "HT-1", Stage: domain.StageBSigning}); err != nil {
			return err
		}
		for key, op := range map[string]domain.SealOp{
			"K-signed": {ID: "S-1", Act: domain.ActBSign, State: domain.SealSigned},
			"K-needed": {ID: "S-2", Act: domain.ActBSeal, State: domain.SealPrepared},
		} {
			op.Contract, op.KeyID, op.Person = "HT-1", key, "P-a"
			if err := tx.InsertSealOp(op); err != nil {
				return err
			}
		}
		for _, back := range []string{
			"alter table signing_key drop column until", "alter table signing_key drop column destroyed",
			"drop table enrolment", "drop table consent_text", "drop index seal_op_once", "drop index contract_voids", "drop index contract_received", "drop index contract_expires",
			"create unique index seal_op_once on seal_op(contract, act) where state <> 'aborted'", "alter table seal_op drop column round",
			"alter table contract drop column round", "alter table contract drop column voids", "alter table contract drop column warned",
			"alter table contract drop column confirmed", "alter table contract drop column revision", "alter table contract drop column flags",
			"alter table event drop column proof", "drop table refusal", "drop table stranger", "drop table pin_try", "drop table rule", "drop table rule_change", "drop table offer",
			"drop trigger contract_kept", "drop trigger revision_kept", "delete from goose_db_version where version_id >= 3",
		} {
			if _, err := tx.exec(back); err != nil {
				return err
			}
		}
		return nil
	})
	if err := s.migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	read(t, s, func(tx *Tx) error {
		for id, left := range map[string]int{"K-kept": 0, "K-signed": 0, "K-needed": 1} {
			if k, err := tx.SigningKey(id); err != nil || len(k.Private) != left || len(k.Chain) != 1 {
				t.Errorf("%s: %d bytes, %v", id, len(k.Private), err)
			}
		}
		return nil
	})
}
