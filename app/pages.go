package app

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/render"
	"campus.example/sealdesk/workflow/port"
)

// pages lets the reader of documents, which knows no codes of ours, serve the acts.
type pages struct {
	examine.Pages
	renderer *render.Renderer
}

var _ port.Pages = pages{}

// Examine looks at a document in a child process.
func (p pages) Examine(ctx context.Context, pdf []byte, keywords []string) (domain.Examination, error) {
	r, err := p.Pages.Examine(ctx, pdf, keywords)
	if err != nil {
		if name := examine.Name(err); name != "" {
			return domain.Examination{}, domain.Fail(domain.Code(name), p.limit(name)...).Because(err)
		}
		return domain.Examination{}, err
	}
	out := domain.Examination{Pages: r.Pages, Sizes: r.Sizes, Saves: r.Saves}
	for _, k := range r.Keywords {
		out.Keywords = append(out.Keywords, domain.Keyword{
			Word: k.Word, Place: domain.Place{Page: k.Page, X: k.X, Y: k.Y, W: k.W, H: k.H},
		})
	}
	return out, nil
}

// Text reads the text of all pages in a child process.
func (p pages) Text(ctx context.Context, pdf []byte) ([]string, error) {
	texts, err := p.renderer.Texts(ctx, pdf, textColumns)
	return texts, unshown(err)
}

// limit is what the sentence of a code names.
func (p pages) limit(name string) []any {
	if domain.Code(name) == domain.CodeDocTooBig {
		return []any{p.MaxBytes >> 20}
	}
	return nil
}
