package pades

import (
	"fmt"
	"strings"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/read"
)

// Prepare adds empty signature fields, and strips for a seal across the pages, in one incremental update. A field's
// name may not have a period, which stands between the names of a hierarchy (12.7.3.2): readers that look closely
// refuse such a file. Without fields the document comes back as it is.
func (e *Engine) Prepare(pdf []byte, fields []domain.Field, across Across) ([]byte, error) {
	doc, err := e.open(pdf)
	if err != nil {
		return nil, fail(err)
	}
	out, err := e.prepare(doc, fields, across)
	return out, fail(err)
}

func (e *Engine) open(pdf []byte) (*read.Document, error) {
	doc, err := read.Open(pdf, read.Options{Password: e.Password})
	if err != nil {
		return nil, err
	}
	return doc, mayChange(doc)
}

func (e *Engine) prepare(doc *read.Document, fields []domain.Field, across Across) ([]byte, error) {
	f, err := openForm(doc)
	if err != nil {
		return nil, err
	}
	if err := mayAdd(doc, f); err != nil {
		return nil, err
	}
	s, err := openSheet(doc)
	if err != nil {
		return nil, err
	}
	u := newUpdate(doc)
	var refs []read.Ref
	names := map[string]bool{}
	for _, want := range fields {
		if err := free(f, names, want.Name); err != nil {
			return nil, err
		}
		ref, err := s.empty(u, want.Name, want.Place)
		if err != nil {
			return nil, err
		}
		refs = append(refs, ref)
	}
	strips, err := s.strips(u, f, names, across)
	if err != nil {
		return nil, err
	}
	refs = append(refs, strips...)
	if len(refs) == 0 {
		return doc.Bytes(), nil
	}
	f.append(u, refs)
	if err := s.write(u); err != nil {
		return nil, err
	}
	out, _, err := u.bytes()
	return out, err
}

// free makes sure that a name can be given to a new field, and that no earlier signature locks it.
func free(f *form, names map[string]bool, name string) error {
	if name == "" || strings.Contains(name, ".") {
		return domain.Fail(domain.CodeBadInput, name).Because(fmt.Errorf("a field cannot be named %q", name))
	}
	if _, ok := f.find(name); ok || names[name] {
		return domain.Fail(CodeTaken, name)
	}
	limits, err := f.limits()
	if err != nil {
		return err
	}
	if limits.locks(name) {
		return domain.Fail(CodeLocked)
	}
	names[name] = true
	return nil
}

// empty makes a signature field without a signature. Its appearance is an empty form, so that filling it changes no
// more than what it shows.
func (s *sheet) empty(u *update, name string, at domain.Place) (read.Ref, error) {
	p, err := s.page(at)
	if err != nil {
		return read.Ref{}, err
	}
	r, err := rect(p, at)
	if err != nil {
		return read.Ref{}, err
	}
	look := u.stream(formDict(p.Rotate, at.W, at.H, read.Dict{}), nil)
	ref := u.add(widget("Sig", name, p.Ref, r, look))
	s.put(at.Page, ref)
	return ref, nil
}
