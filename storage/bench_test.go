package storage

import (
	"fmt"
	"testing"

	"campus.example/sealdesk/domain"
)

// BenchmarkBigOffice asks what a console asks, of an office with 100,000 contracts.
func BenchmarkBigOffice(b *testing.B) {
	s, err := Open(b.Context(), Options{Dir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	}()
	stages := domain.Stages()
	err = s.inTx(b.Context(), func(tx *Tx) error {
		for i := range 100_000 {
			if i < 2_000 {
				p := domain.Person{ID: fmt.Sprint("P-", i), Phone: domain.Phone(fmt.Sprintf("139%08d", i))}
				if err := tx.InsertPerson(p); err != nil {
					return err
				}
			}
			c := contract(fmt.Sprintf("HT-%06d", i))
			c.Title, c.Stage, c.Problem = fmt.Sprint("设备采购 ", i), stages[i%len(stages)], domain.Problem{}
			c.A.Signer, c.B.Signer, c.Purchaser.Person = fmt.Sprint("P-", i%2000), fmt.Sprint("P-", i*7%2000), ""
			if err := tx.InsertContract(c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	ask := func(name string, view func(*Tx) error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := s.read(b.Context(), view); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	list := func(f domain.ContractFilter) func(*Tx) error {
		return func(tx *Tx) error {
			got, err := tx.Contracts(f)
			if err == nil && len(got) == 0 {
				err = fmt.Errorf("nothing found: %+v", f)
			}
			return err
		}
	}
	ask("counts", func(tx *Tx) error { _, err := tx.StageCounts(); return err })
	ask("newest", list(domain.ContractFilter{Limit: 100}))
	ask("window", list(domain.ContractFilter{Limit: 100, Offset: 50_000}))
	ask("stage", list(domain.ContractFilter{Limit: 100, Stages: []domain.Stage{domain.StageToPush}}))
	ask("other", list(domain.ContractFilter{Limit: 100, Stages: domain.OffPath()}))
	ask("search_common", list(domain.ContractFilter{Limit: 100, Search: "设备"}))
	ask("search_rare", list(domain.ContractFilter{Limit: 100, Search: "HT-000001"}))
	ask("search_pinyin", list(domain.ContractFilter{Limit: 100, Search: "sbcg99999"}))
	ask("search_signers", list(domain.ContractFilter{Limit: 100, Search: "13900000009", Signers: []string{"P-9"}}))
	ask("phone_tail", func(tx *Tx) error { _, err := tx.SignersByPhoneTail("0009"); return err })
	ask("signer", list(domain.ContractFilter{Signer: "P-9"}))
	b.Run("act", func(b *testing.B) {
		for b.Loop() {
			err := s.inTx(b.Context(), func(tx *Tx) error {
				c, err := tx.Contract("HT-050000")
				if err != nil {
					return err
				}
				if err := tx.UpdateContract(c); err != nil {
					return err
				}
				return tx.Append(domain.Event{At: t0(), Actor: domain.System().Actor, Action: "test"})
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}
