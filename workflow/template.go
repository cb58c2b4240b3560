package workflow

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"sealdesk/domain"
)

const templatesNote = "templates"

// maxTemplates bounds how many templates an office keeps.
const maxTemplates = 500

// Templates lists the office's templates by name.
func (o *Office) Templates(ctx context.Context, operator string) (list []domain.Template, err error) {
	err = o.view(ctx, operator, domain.RightRead, func(tx Tx) (err error) {
		list, err = templates(tx)
		return err
	})
	return list, err
}

// SetTemplate adds a template, or changes the one of its name. Errors: those of domain.CheckTemplate.
func (o *Office) SetTemplate(ctx context.Context, operator string, t domain.Template) error {
	t, err := domain.CheckTemplate(t)
	if err != nil {
		return err
	}
	return o.changeTemplates(ctx, operator, "template.set", t.Name, func(list []domain.Template) ([]domain.Template, error) {
		if len(list) >= maxTemplates {
			return nil, domain.Fail(domain.CodeBadInput, "limit")
		}
		return append(list, t), nil
	})
}

// RemoveTemplate takes a template away. Contracts that were pushed keep their places. Error: CodeNotFound.
func (o *Office) RemoveTemplate(ctx context.Context, operator, name string) error {
	return o.changeTemplates(ctx, operator, "template.remove", name, nil)
}

func (o *Office) changeTemplates(
	ctx context.Context, operator, action, name string, add func([]domain.Template) ([]domain.Template, error),
) error {
	return o.act(ctx, byOperator(operator), action, "template:"+name, func(tx Tx) error {
		if _, err := o.operator(tx, operator, domain.RightAmend); err != nil {
			return err
		}
		list, err := templates(tx)
		if err != nil {
			return err
		}
		before := len(list)
		list = slices.DeleteFunc(list, func(t domain.Template) bool { return t.Name == name })
		switch {
		case add != nil:
			if list, err = add(list); err != nil {
				return err
			}
		case len(list) == before:
			return domain.Fail(domain.CodeNotFound, name)
		}
		slices.SortFunc(list, func(a, b domain.Template) int { return cmp.Compare(a.Name, b.Name) })
		kept, err := json.Marshal(list)
		if err != nil {
			return err
		}
		if err := tx.SetNote(templatesNote, string(kept)); err != nil {
			return err
		}
		return tx.Append(domain.Event{At: o.Now(), Actor: byOperator(operator), Action: action, Object: "template:" + name})
	})
}

func templates(tx Tx) (list []domain.Template, err error) {
	kept, err := tx.Note(templatesNote)
	if err != nil || kept == "" {
		return nil, err
	}
	return list, json.Unmarshal([]byte(kept), &list)
}
