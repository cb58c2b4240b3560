package placement

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// maxTemplates bounds how many templates an office keeps.
const maxTemplates = 500

// Templates lists the office's templates by name.
func (o *Placement) Templates(ctx context.Context, by domain.Caller) (list []domain.Template, err error) {
	err = o.View(ctx, by, domain.ActionReadOffice, action.ObjectOffice, func(w *action.Work) (err error) {
		list, err = Templates(w)
		return err
	})
	return list, err
}

// SetTemplate adds a template, or changes the one of its name. Errors: those of domain.CheckTemplate.
func (o *Placement) SetTemplate(ctx context.Context, by domain.Caller, t domain.Template) error {
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
func (o *Placement) RemoveTemplate(ctx context.Context, by domain.Caller, name string) error {
	return o.changeTemplates(ctx, by, domain.ActionTemplateRemove, name, nil)
}

func (o *Placement) changeTemplates(
	ctx context.Context, by domain.Caller, what domain.Action, name string, add func([]domain.Template) ([]domain.Template, error),
) error {
	return o.Act(ctx, by, what, domain.ObjectTemplate+name, func(w *action.Work) error {
		list, err := Templates(w)
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
		return w.Record(what, domain.ObjectTemplate+name, domain.Event{})
	})
}

func Templates(w *action.Work) (list []domain.Template, err error) {
	kept, err := w.Note(domain.NoteTemplates)
	if err != nil || kept == "" {
		return nil, err
	}
	return list, json.Unmarshal([]byte(kept), &list)
}
