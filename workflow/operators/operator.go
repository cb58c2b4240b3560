package operators

import (
	"context"
	"regexp"
	"strings"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
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
func (o *Operators) FirstOperator(ctx context.Context, n NewOperator) error {
	return o.BySystem(ctx, func(w *action.Work) error {
		ops, err := w.Operators()
		if err != nil {
			return err
		}
		if len(ops) > 0 {
			return domain.Fail(domain.CodeFolderExists)
		}
		return o.putOperator(w, n)
	})
}

// AddOperator adds someone, or changes roles and phone of someone there.
func (o *Operators) AddOperator(ctx context.Context, by domain.Caller, n NewOperator) error {
	return o.Act(ctx, by, domain.ActionOperatorAdd, domain.ObjectOperator+n.Name, func(w *action.Work) error {
		return o.putOperator(w, n)
	})
}

// Check reports what is wrong with the name, the roles or the phone. Error: CodeBadInput.
func (n NewOperator) Check() error {
	if !operatorName().MatchString(n.Name) || len(n.Roles) == 0 {
		return domain.Fail(domain.CodeBadInput, n.Name)
	}
	if n.Phone == "" {
		return nil
	}
	_, err := domain.ParsePhone(n.Phone)
	return err
}

func (o *Operators) putOperator(w *action.Work, n NewOperator) error {
	if err := n.Check(); err != nil {
		return err
	}
	op, err := w.Operator(n.Name)
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
		p, err := o.Parties.PersonOf(w, phone)
		if err != nil {
			return err
		}
		op.Person = p.ID
	}
	if err := w.PutOperator(op); err != nil {
		return err
	}
	roles := make([]string, 0, len(n.Roles))
	for _, r := range n.Roles {
		roles = append(roles, string(r))
	}
	return w.Record(domain.ActionOperatorAdd, domain.ObjectOperator+n.Name, domain.Event{
		Detail: domain.Fields("roles", strings.Join(roles, ",")),
	})
}

// operatorName: what is safe in logs, events and commands.
func operatorName() *regexp.Regexp { return regexp.MustCompile(`^[\p{L}\p{N}_.-]{1,32}$`) }

// DisableOperator takes every right away; the name stays in the record.
func (o *Operators) DisableOperator(ctx context.Context, by domain.Caller, name string) error {
	return o.changeOperator(ctx, by, name, domain.ActionOperatorDisable, func(op *domain.Operator) {
		op.Disabled, op.Duty, op.StandIn = true, false, false
	})
}

func (o *Operators) changeOperator(ctx context.Context, by domain.Caller, name string, what domain.Action, change func(*domain.Operator)) error {
	return o.Act(ctx, by, what, domain.ObjectOperator+name, func(w *action.Work) error {
		op, err := w.Operator(name)
		if err != nil {
			return err
		}
		change(&op)
		if err := w.PutOperator(op); err != nil {
			return err
		}
		return w.Record(what, domain.ObjectOperator+name, domain.Event{})
	})
}

// Speaker returns the caller who speaks through an account of the machine: the operator of that name, who must belong to
// the account, or the account's first operator when name is "". A name that is refused is recorded. Error:
// CodeUnknownOperator.
func (o *Operators) Speaker(ctx context.Context, name, account string) (domain.Caller, error) {
	by := domain.Claimed(name).With(account)
	err := o.Snapshot(ctx, func(w *action.Work) (err error) {
		by.ID, err = speaker(w, name, account)
		return err
	})
	if err != nil {
		by.ID = name
		return domain.Caller{}, o.Refused(ctx, by, domain.ActionOfficeEnter, action.ObjectOffice, err)
	}
	return by, nil
}

// speaker returns the name of the enabled operator who belongs to the account.
func speaker(w *action.Work, name, account string) (string, error) {
	if account == "" {
		return "", domain.Fail(domain.CodeUnknownOperator, name)
	}
	if name != "" {
		op, err := w.Operator(name)
		if domain.CodeOf(err) == domain.CodeNotFound || err == nil && (op.Disabled || op.OSUser != account) {
			err = domain.Fail(domain.CodeUnknownOperator, name)
		}
		return op.Name, err
	}
	ops, err := w.Operators()
	if err != nil {
		return "", err
	}
	for _, op := range ops {
		if op.OSUser == account && !op.Disabled {
			return op.Name, nil
		}
	}
	return "", domain.Fail(domain.CodeUnknownOperator, account)
}
