package workflow

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"sealdesk/domain"
)

// maxTemplates bounds how many templates an office keeps.
const maxTemplates = 500

// Templates lists the office's templates by name.
func (o *Office) Templates(ctx context.Context, by domain.Caller) (list []domain.Template, err error) {
	err = o.view(ctx, by, domain.ActionReadOffice, objectOffice, func(w *Work) (err error) {
		list, err = templates(w)
		return err
	})
	return list, err
}

// SetTemplate adds a template, or changes the one of its name. Errors: those of domain.CheckTemplate.
func (o *Office) SetTemplate(ctx context.Context, by domain.Caller, t domain.Template) error {
	t, err := domain.CheckTemplate(t)
	if err != nil {
		return err
	}
	return o.changeTemplates(ctx, by, domain.ActionTemplateSet, t.Name, func(list []domain.Template) ([]domain.Template, error) {
		if len(list) >= maxTemplates {
			return nil, domain.Fail(domain.CodeBadInput, "limit")
		}
		return append(list, t), nil
	})
}

// RemoveTemplate takes a template away. Contracts that were pushed keep their places. Error: CodeNotFound.
func (o *Office) RemoveTemplate(ctx context.Context, by domain.Caller, name string) error {
	return o.changeTemplates(ctx, by, domain.ActionTemplateRemove, name, nil)
}

func (o *Office) changeTemplates(
	ctx context.Context, by domain.Caller, action domain.Action, name string, add func([]domain.Template) ([]domain.Template, error),
) error {
	return o.act(ctx, by, action, domain.ObjectTemplate+name, func(w *Work) error {
		list, err := templates(w)
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
		if err := w.SetNote(domain.NoteTemplates, string(kept)); err != nil {
			return err
		}
		return w.Record(action, domain.ObjectTemplate+name, domain.Event{})
	})
}

func templates(w *Work) (list []domain.Template, err error) {
	kept, err := w.Note(domain.NoteTemplates)
	if err != nil || kept == "" {
		return nil, err
	}
	return list, json.Unmarshal([]byte(kept), &list)
}
