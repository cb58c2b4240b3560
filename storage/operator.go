package storage

import (
	"encoding/json"

	"campus.example/sealdesk/domain"
)

const operatorColumns = "name, roles, os_user, person, duty, stand_in, disabled"

func readOperator(s scan) (op domain.Operator, err error) {
	var roles string
	if err := s(&op.Name, &roles, &op.OSUser, &op.Person, &op.Duty, &op.StandIn, &op.Disabled); err != nil {
		return op, err
	}
	err = json.Unmarshal([]byte(roles), &op.Roles)
	return op, err
}

// Operator loads someone of the office. Error: CodeNotFound.
func (t *Tx) Operator(name string) (domain.Operator, error) {
	return one(t, name, readOperator, "select "+operatorColumns+" from operator where name = ?", name)
}

// Operators lists the people of the office in the order they came.
func (t *Tx) Operators() ([]domain.Operator, error) {
	return all(t, readOperator, "select "+operatorColumns+" from operator order by rowid")
}

// PutOperator adds or changes someone of the office.
func (t *Tx) PutOperator(op domain.Operator) error {
	roles, err := json.Marshal(op.Roles)
	if err != nil {
		return err
	}
	_, err = t.exec("insert into operator("+operatorColumns+`) values(?,?,?,?,?,?,?) on conflict(name) do update set
		roles = excluded.roles, os_user = excluded.os_user, person = excluded.person, duty = excluded.duty,
		stand_in = excluded.stand_in, disabled = excluded.disabled`,
		op.Name, string(roles), op.OSUser, op.Person, op.Duty, op.StandIn, op.Disabled)
	return err
}
