package storage

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
)

// searchContract is a contract of invented parties.
func searchContract(no string) domain.Contract {
	c := contract(no)
	c.Title = "图书设备 GPU 采购"
	c.A.Name, c.A.Person, c.A.Signer = "测试大学", "曾样例", "P-a"
	c.B.Name, c.B.Person, c.B.Signer = "重庆样例有限公司", "郑试用", "P-b"
	c.Purchaser = domain.Contact{Name: "李示范", Person: "P-c"}
	return c
}

// searchStore returns a store with three people; the first two sign HT-1, the third only buys. A fourth signs nothing.
func searchStore(t *testing.T) *Store {
	t.Helper()
	s := newStore(t)
	inTx(t, s, func(tx *Tx) error {
		other := searchContract("HT-2")
		other.Title, other.A.Signer, other.B.Signer, other.A.Person, other.B.Person = "家具", "", "", "", ""
		other.B.Name = "样例二有限公司"
		return errors.Join(
			tx.InsertPerson(domain.Person{ID: "P-a", Phone: "15400000081"}), tx.InsertPerson(domain.Person{ID: "P-b", Phone: "15400000082"}),
			tx.InsertPerson(domain.Person{ID: "P-c", Phone: "15400000083"}), tx.InsertPerson(domain.Person{ID: "P-d", Phone: "15410000082"}),
			tx.InsertPerson(domain.Person{ID: "P-e"}),
			tx.InsertContract(searchContract("HT-1")), tx.InsertContract(other))
	})
	return s
}

func numbers(t *testing.T, s *Store, f domain.ContractFilter) (nos []string) {
	t.Helper()
	read(t, s, func(tx *Tx) error {
		list, err := tx.Contracts(f)
		for _, c := range list {
			nos = append(nos, c.No)
		}
		return err
	})
	return nos
}

func TestContractsAreFoundByPinyin(t *testing.T) {
	s := searchStore(t)
	for _, text := range []string{
		"tushu", "TuShu", "tu shu", "tssb", "tssbgpucg", "zengyangli", "zyl", "zhengshiyong", "cqyl", "chongqing", "chong'qing",
		"图书", "gpu", "甲方履约人曾样例", "曾样例",
	} {
		if got := numbers(t, s, domain.ContractFilter{Search: text}); !slices.Equal(got, []string{"HT-1"}) {
			t.Errorf("%s finds %v", text, got)
		}
	}
	for _, text := range []string{"lishifan", "csdx", "ceshi"} {
		if got := numbers(t, s, domain.ContractFilter{Search: text}); len(got) != 2 {
			t.Errorf("%s finds %v, want both", text, got)
		}
	}
	if got := numbers(t, s, domain.ContractFilter{Search: "zylcs"}); got != nil {
		t.Errorf("a match runs over two fields: %v", got)
	}
	inTx(t, s, func(tx *Tx) error {
		c, err := tx.Contract("HT-1")
		if err != nil {
			return err
		}
		c.B.Person = "孙举例"
		return tx.UpdateContract(c)
	})
	if old, now := numbers(t, s, domain.ContractFilter{Search: "zhengshiyong"}), numbers(t, s, domain.ContractFilter{Search: "sunjuli"}); old != nil || len(now) != 1 {
		t.Errorf("after a change the old name finds %v, the new one %v", old, now)
	}
}

func TestSignersAreFoundBesideWords(t *testing.T) {
	s := searchStore(t)
	for _, c := range []struct {
		name string
		f    domain.ContractFilter
		want []string
	}{
		{"words or signer", domain.ContractFilter{Search: "家具", Signers: []string{"P-a"}}, []string{"HT-2", "HT-1"}},
		{"either signer", domain.ContractFilter{Search: "0082", Signers: []string{"P-x", "P-b"}}, []string{"HT-1"}},
		{"signers alone", domain.ContractFilter{Signers: []string{"P-b"}}, []string{"HT-1"}},
		{"the stage still narrows", domain.ContractFilter{
			Search: "家具", Signers: []string{"P-a"}, Stages: []domain.Stage{domain.StageDone},
		}, nil},
	} {
		if got := numbers(t, s, c.f); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A person who signs nothing is not found, and the column of the search holds no digits of a phone.
func TestSignersAreFoundByTheTailOfTheirPhone(t *testing.T) {
	s := searchStore(t)
	read(t, s, func(tx *Tx) error {
		same(t, "four digits", []string{"P-b"})(tx.SignersByPhoneTail("0082"))
		same(t, "more digits", []string{"P-b"})(tx.SignersByPhoneTail("00000082"))
		same(t, "another phone", []string(nil))(tx.SignersByPhoneTail("10000082"))
		same(t, "a purchaser", []string(nil))(tx.SignersByPhoneTail("0083"))
		if len(tx.keys) != 0 {
			t.Errorf("%d keys are kept", len(tx.keys))
		}
		texts, err := all(tx, func(s scan) (text string, err error) {
			err = s(&text)
			return text, err
		}, "select search from contract")
		if strings.Contains(strings.Join(texts, "\n"), "008") {
			t.Errorf("a phone is searched in clear: %q", texts)
		}
		return err
	})
}

// A folder of an older program is filled once. Versions, revisions and the order of lists stay.
func TestOldFolderIsFilledOnce(t *testing.T) {
	s := searchStore(t)
	inTx(t, s, func(tx *Tx) error {
		for i := range refillBatch {
			c := searchContract(fmt.Sprint("HT-9-", i))
			c.A.Signer, c.B.Signer, c.Purchaser.Person = "", "", ""
			if err := tx.InsertContract(c); err != nil {
				return err
			}
		}
		_, err := tx.exec("update contract set search = no")
		_, errNote := tx.exec("delete from note where name = ?", domain.NoteSearch)
		return errors.Join(err, errNote)
	})
	state := func(s *Store) (list []string) {
		t.Helper()
		read(t, s, func(tx *Tx) (err error) {
			list, err = all(tx, func(s scan) (string, error) {
				var no string
				var version, revision, changed, flags int64
				err := s(&no, &version, &revision, &changed, &flags)
				return fmt.Sprint(no, version, revision, changed, flags), err
			}, "select no, version, revision, changed, flags from contract order by changed")
			return err
		})
		return list
	}
	before := state(s)
	again := reopen(t, s.dir)
	if got := numbers(t, again, domain.ContractFilter{Search: "tssb"}); len(got) != refillBatch+1 {
		t.Errorf("%d contracts are found after the filling, want %d", len(got), refillBatch+1)
	}
	if !slices.Equal(state(again), before) {
		t.Error("the filling changed a version, a revision or the order")
	}
	inTx(t, again, func(tx *Tx) error {
		_, err := tx.exec("update contract set search = 'left alone' where no = 'HT-1'")
		return err
	})
	if got := numbers(t, reopen(t, s.dir), domain.ContractFilter{Search: "left alone"}); len(got) != 1 {
		t.Error("a folder that is filled was filled again")
	}
}

// What contracts are found by may change only with the version, or folders that exist are never filled again.
func TestSearchTextHasAVersion(t *testing.T) {
	s := newStore(t)
	want := map[int]string{
		1: "HT-1\n图书设备 GPU 采购\n测试大学\n重庆样例有限公司\n李示范\n甲方履约代表曾样例\n乙方履约代表郑试用\n" +
			"tushushebeigpucaigou\ntssbgpucg\nceshidaxue\ncsdx\nchongqingyangliyouxiangongsi\ncqylyxgs\n" +
			"zengyangli\nzyl\nzhengshiyong\nzsy\nlishifan\nlsf",
	}[searchVersion]
	if got := s.searchText(searchContract("HT-1")); got != want {
		t.Errorf("version %d is\n%q, want\n%q", searchVersion, got, want)
	}
}
