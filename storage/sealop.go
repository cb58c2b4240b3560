package storage

import (
	"campus.example/sealdesk/domain"
)

const sealOpColumns = `id, contract, act, state, person, operator, reserved, signing, input_sha, appearance,
	place_page, place_x, place_y, place_w, place_h, key_id, certificate, prepared_sha, pending, digest, key_uses,
	signature, token, output_sha, committed, reason, round`

type sealOpRow struct {
	op         domain.SealOp
	appearance []byte
}

func readSealOp(s scan) (r sealOpRow, err error) {
	o := &r.op
	err = s(&o.ID, &o.Contract, &o.Act, &o.State, &o.Person, &o.Operator, moment{&o.Reserved}, moment{&o.Signing}, &o.InputSHA,
		bytesIn{&r.appearance}, &o.Place.Page, &o.Place.X, &o.Place.Y, &o.Place.W, &o.Place.H, &o.KeyID, &o.Certificate,
		&o.PreparedSHA, bytesIn{&o.Pending}, &o.Digest, &o.KeyUses, bytesIn{&o.Signature}, bytesIn{&o.Token}, &o.OutputSHA,
		moment{&o.Committed}, &o.Reason, &o.Round)
	return r, err
}

// appearancePlace is where the drawn signature stands: a person's handwriting and name are the person's own.
func appearancePlace(op domain.SealOp) place {
	subject := op.Person
	if subject == "" {
		subject = domain.SubjectSealOp + op.ID
	}
	return place{domain.SealedAppearance, op.ID, subject}
}

func (t *Tx) openSealOp(r sealOpRow) (domain.SealOp, error) {
	look, err := t.open(appearancePlace(r.op), r.appearance)
	if look != "" {
		r.op.Appearance = []byte(look)
	}
	return r.op, err
}

// InsertSealOp reserves an act. Error: CodeSealRunning when the contract has it already.
func (t *Tx) InsertSealOp(op domain.SealOp) error {
	look, err := t.seal(appearancePlace(op), string(op.Appearance))
	if err != nil {
		return err
	}
	_, err = t.exec("insert into seal_op("+sealOpColumns+") values(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
		op.ID, op.Contract, op.Act, op.State, op.Person, op.Operator, micros(op.Reserved), micros(op.Signing), op.InputSHA, look,
		op.Place.Page, op.Place.X, op.Place.Y, op.Place.W, op.Place.H, op.KeyID, op.Certificate, op.PreparedSHA, blob(op.Pending),
		op.Digest, op.KeyUses, blob(op.Signature), blob(op.Token), op.OutputSHA, micros(op.Committed), op.Reason, op.Round)
	return err
}

// SealOp loads an operation. Error: CodeNotFound.
func (t *Tx) SealOp(id string) (domain.SealOp, error) {
	r, err := one(t, id, readSealOp, "select "+sealOpColumns+" from seal_op where id = ?", id)
	if err != nil {
		return r.op, err
	}
	return t.openSealOp(r)
}

// SealOpFor finds the operation of a contract's present round and act that is not aborted. Error: CodeNotFound.
func (t *Tx) SealOpFor(contract string, a domain.Act) (domain.SealOp, error) {
	r, err := one(t, contract, readSealOp,
		"select "+sealOpColumns+" from seal_op where contract = ? and act = ? and state <> 'aborted'"+
			" and round = (select round from contract where no = ?)", contract, a, contract)
	if err != nil {
		return r.op, err
	}
	return t.openSealOp(r)
}

// SealOpsOf lists the operations of a contract, oldest first.
func (t *Tx) SealOpsOf(contract string) ([]domain.SealOp, error) {
	rows, err := all(t, readSealOp, "select "+sealOpColumns+" from seal_op where contract = ? order by reserved, rowid", contract)
	if err != nil {
		return nil, err
	}
	list := make([]domain.SealOp, len(rows))
	for i, r := range rows {
		if list[i], err = t.openSealOp(r); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// SealCounts counts the committed operations of each act.
func (t *Tx) SealCounts() (map[domain.Act]int, error) { return counts[domain.Act](t, "seal") }

// UpdateSealOp writes a step of an operation that is still in the state. What was reserved stays as it was. Error:
// CodeStale.
func (t *Tx) UpdateSealOp(op domain.SealOp, from domain.SealState) error {
	return t.must(domain.CodeStale, `update seal_op set state = ?, key_id = ?, certificate = ?, prepared_sha = ?, pending = ?, digest = ?,
		key_uses = ?, signature = ?, token = ?, output_sha = ?, committed = ?, reason = ? where id = ? and state = ?`,
		op.State, op.KeyID, op.Certificate, op.PreparedSHA, blob(op.Pending), op.Digest, op.KeyUses, blob(op.Signature), blob(op.Token),
		op.OutputSHA, micros(op.Committed), op.Reason, op.ID, from)
}
