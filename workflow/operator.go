package workflow

import (
	"context"
	"regexp"

	"sealdesk/domain"
)

// NewOperator says who joins the office.
type NewOperator struct {
	Name   string // short login name
	OSUser string
	Roles  []domain.Role
	Phone  string // may be empty; needed to seal and to be on duty
	Duty   bool
}

// FirstOperator makes the operator of a new folder, who is there before anyone could have the right to add him.
// Error: CodeFolderExists when there is an operator already.
func (o *Office) FirstOperator(ctx context.Context, n NewOperator) error {
	return o.Store.InTx(ctx, func(tx Tx) error {
		ops, err := tx.Operators()
		if err != nil {
			return err
		}
		if len(ops) > 0 {
			return domain.Fail(domain.CodeFolderExists)
		}
		return o.putOperator(tx, domain.System(), n)
	})
}

// AddOperator adds someone, or changes roles and phone of someone there.
func (o *Office) AddOperator(ctx context.Context, by string, n NewOperator) error {
	return o.act(ctx, byOperator(by), "operator.add", "operator:"+n.Name, func(tx Tx) error {
		if _, err := o.operator(tx, by, domain.RightOperators); err != nil {
			return err
		}
		return o.putOperator(tx, byOperator(by), n)
	})
}

func (o *Office) putOperator(tx Tx, who domain.Actor, n NewOperator) error {
	if !operatorName().MatchString(n.Name) || len(n.Roles) == 0 {
		return domain.Fail(domain.CodeBadInput, n.Name)
	}
	op, err := tx.Operator(n.Name)
	if err != nil && domain.CodeOf(err) != domain.CodeNotFound {
		return err
	}
	// What is not given stays as it was: a new role takes nobody off duty.
	op.Name, op.Roles, op.Duty, op.Disabled = n.Name, n.Roles, op.Duty || n.Duty, false
	if n.OSUser != "" {
		op.OSUser = n.OSUser
	}
	if n.Phone != "" {
		phone, err := domain.ParsePhone(n.Phone)
		if err != nil {
			return err
		}
		p, err := o.personOf(tx, phone)
		if err != nil {
			return err
		}
		op.Person = p.ID
	}
	if err := tx.PutOperator(op); err != nil {
		return err
	}
	detail := "roles="
	for i, r := range n.Roles {
		if i > 0 {
			detail += ","
		}
		detail += string(r)
	}
	return tx.Append(domain.Event{At: o.Now(), Actor: who, Action: "operator.add", Object: "operator:" + n.Name, Detail: detail})
}

// operatorName: what is safe in logs, events and commands.
func operatorName() *regexp.Regexp { return regexp.MustCompile(`^[\p{L}\p{N}_.-]{1,32}$`) }

// DisableOperator takes every right away; the name stays in the record.
func (o *Office) DisableOperator(ctx context.Context, by, name string) error {
	return o.changeOperator(ctx, by, name, "operator.disable", func(op *domain.Operator) {
		op.Disabled, op.Duty, op.StandIn = true, false, false
	})
}

func (o *Office) changeOperator(ctx context.Context, by, name, action string, change func(*domain.Operator)) error {
	return o.act(ctx, byOperator(by), action, "operator:"+name, func(tx Tx) error {
		if _, err := o.operator(tx, by, domain.RightOperators); err != nil {
			return err
		}
		op, err := tx.Operator(name)
		if err != nil {
			return err
		}
		change(&op)
		if err := tx.PutOperator(op); err != nil {
			return err
		}
		return tx.Append(domain.Event{At: o.Now(), Actor: byOperator(by), Action: action, Object: "operator:" + name})
	})
}

// Who finds the operator who speaks through an account of the machine. Error: CodeUnknownOperator.
func (o *Office) Who(ctx context.Context, osUser string) (found domain.Operator, err error) {
	err = o.Store.Read(ctx, func(tx Tx) error {
		ops, err := tx.Operators()
		if err != nil {
			return err
		}
		for _, op := range ops {
			if op.OSUser == osUser && osUser != "" && !op.Disabled {
				found = op
				return nil
			}
		}
		return domain.Fail(domain.CodeUnknownOperator, osUser)
	})
	return found, err
}

// WhoNamed finds the operator who speaks through an account of the machine. One account may stand for several
// operators; then the one is named. Without a name the account's first one speaks. Error: CodeUnknownOperator.
func (o *Office) WhoNamed(ctx context.Context, name, osUser string) (domain.Operator, error) {
	if name == "" {
		return o.Who(ctx, osUser)
	}
	var found domain.Operator
	err := o.Store.Read(ctx, func(tx Tx) error {
		op, err := tx.Operator(name)
		if domain.CodeOf(err) == domain.CodeNotFound || (err == nil && (op.Disabled || op.OSUser != osUser)) {
			return domain.Fail(domain.CodeUnknownOperator, name)
		}
		found = op
		return err
	})
	return found, err
}
