package storage

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"campus.example/sealdesk/domain"
)

func record(t *testing.T, s *Store, n int) {
	t.Helper()
	inTx(t, s, func(tx *Tx) error {
		for i := range n {
			err := tx.Append(domain.Event{
				At: t0(), Actor: domain.Actor{Kind: domain.ActorOperator, ID: "lin"}, Action: "contract.push",
				Object: fmt.Sprintf("contract:HT-%d", i%3), Before: "to_push", After: "b_signing", Detail: "sha256=<&>\xff 合同",
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func TestRecordIsListedAndVerified(t *testing.T) {
	s := newStore(t)
	read(t, s, func(tx *Tx) error {
		n, head, err := tx.VerifyChain()
		if n != 0 || head != "" || err != nil {
			t.Error(n, head, err)
		}
		return nil
	})
	record(t, s, 10)
	read(t, s, func(tx *Tx) error {
		list, err := tx.Events(domain.EventFilter{Object: "contract:HT-1", After: 2, Limit: 2})
		if err != nil || len(list) != 2 || list[0].Seq != 5 || list[1].Seq != 8 {
			t.Error(list, err)
		}
		n, head, err := tx.VerifyChain()
		if n != 10 || len(head) != 64 || err != nil {
			t.Error(n, head, err)
		}
		return nil
	})
}

// Nobody changes the record through the program's own connection.
func TestRecordIsAppendOnly(t *testing.T) {
	s := newStore(t)
	record(t, s, 3)
	for _, q := range []string{
		"update event set detail = 'x' where seq = 2",
		"delete from event where seq = 3",
		"insert or replace into event select seq, at, actor_kind, 'bo', action, object, before, after, code, detail, hash from event where seq = 2",
		"insert into event select 9, at, actor_kind, actor_id, action, object, before, after, code, detail, hash from event where seq = 2",
	} {
		if err := s.inTx(t.Context(), func(tx *Tx) error { _, err := tx.exec(q); return err }); err == nil {
			t.Errorf("done: %s", q)
		}
	}
}

// Somebody with the file and a SQL shell is found out, with the number of the first broken entry.
func TestTamperedRecordNamesTheEntry(t *testing.T) {
	for _, c := range []struct {
		name, sql string
		want      int64
	}{
		{"a word changed", "update event set actor_id = 'bo' where seq = 4", 4},
		{"a time changed", "update event set at = at + 1 where seq = 7", 7},
		{"an entry taken out", "delete from event where seq = 5", 5},
		{"the first taken out", "delete from event where seq = 1", 1},
		{"the end cut off", "delete from event where seq > 8", 9},
		{"all taken out", "delete from event", 1},
		{"one added", "insert into event select 11, at, actor_kind, actor_id, action, object, before, after, code, detail, hash, proof from event where seq = 10", 11},
		{"two swapped", "update event set detail = case seq when 2 then '3' else '2' end where seq in (2, 3)", 2},
		{"the end rewritten", "update event_head set hash = 'x'", 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			record(t, s, 10)
			raw, err := sql.Open("sqlite", filepath.Join(s.dir, databaseFile))
			if err != nil {
				t.Fatal(err)
			}
			for _, q := range []string{"drop trigger event_update", "drop trigger event_delete", "drop trigger event_gapless", c.sql} {
				if _, err := raw.Exec(q); err != nil {
					t.Fatal(err)
				}
			}
			if err := raw.Close(); err != nil {
				t.Fatal(err)
			}
			read(t, s, func(tx *Tx) error {
				_, _, err := tx.VerifyChain()
				var e *domain.Error
				if e = asError(err); e == nil || e.Code != domain.CodeChainBroken || fmt.Sprint(e.Args) != fmt.Sprint([]any{c.want}) {
					t.Errorf("%v, want entry %d", err, c.want)
				}
				return nil
			})
		})
	}
}
