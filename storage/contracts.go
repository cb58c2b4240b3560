package storage

import (
	"strings"

	"campus.example/sealdesk/domain"
)

// Contracts lists contracts, newest change first.
func (t *Tx) Contracts(f domain.ContractFilter) ([]domain.Contract, error) {
	var where []string
	var args []any
	and := func(condition string, values ...any) {
		where, args = append(where, condition), append(args, values...)
	}
	switch len(f.Stages) {
	case 0:
	case 1:
		and("stage = ?", f.Stages[0])
	default:
		// The plus keeps SQLite on the index that gives the order and holds the stage: a list needs its first rows.
		and("+stage in (select value from json_each(?))", listed(f.Stages))
	}
	if condition, values := found(f); condition != "" {
		and("("+condition+")", values...)
	}
	if f.Signer != "" {
		and("(a_signer = ? or b_signer = ?)", f.Signer, f.Signer)
	}
	if f.Buyer != "" {
		and("purchaser = ?", f.Buyer)
	}
	if !f.ExpireBefore.IsZero() {
		and("expires_at > 0 and expires_at < ?", micros(f.ExpireBefore))
	}
	if !f.ReceivedBefore.IsZero() {
		and("received_at < ?", micros(f.ReceivedBefore))
	}
	if f.Problem {
		and("problem <> ''")
	}
	query := "select " + contractColumns + " from contract"
	if len(where) > 0 {
		query += " where " + strings.Join(where, " and ")
	}
	query += " order by changed desc limit ? offset ?"
	list, err := all(t, readContract, query, append(args, limited(f.Limit), f.Offset)...)
	if err != nil {
		return nil, err
	}
	return list, t.fillPhones(list)
}

// found is the condition of a search in words or among the signers. The signers' contracts are looked up by their rows, so
// that the search stays in the index that holds the words and the rows.
func found(f domain.ContractFilter) (condition string, values []any) {
	if f.Search != "" {
		condition, values = searched(f.Search)
	}
	if len(f.Signers) == 0 {
		return condition, values
	}
	if condition != "" {
		condition += " or "
	}
	ids := listed(f.Signers)
	return condition + `rowid in (
		select rowid from contract where a_signer in (select value from json_each(?))
		union all select rowid from contract where b_signer in (select value from json_each(?)))`, append(values, ids, ids)
}

// StageCounts counts the contracts in each stage.
func (t *Tx) StageCounts() (map[domain.Stage]int, error) { return counts[domain.Stage](t, "contract") }
