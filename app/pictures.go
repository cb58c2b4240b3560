package app

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"path/filepath"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/gallery"
	"campus.example/sealdesk/pdf/render"
	"campus.example/sealdesk/pdf/render/layout"
	"campus.example/sealdesk/ui"
)

// pictures shows pages of the office's documents to one operator.
type pictures struct {
	app *App
	by  domain.Caller
}

var _ ui.Pictures = (*pictures)(nil)

func (a *App) pictures(by domain.Caller) *pictures { return &pictures{app: a, by: by} }

// renderer draws pages; its compiled program lies in the data folder and is readable by nobody else.
func renderer(o Options) *render.Renderer {
	return rendererIn(o.Exe, filepath.Join(o.Dir, "cache", "pdfium"))
}

func rendererIn(exe, cache string) *render.Renderer {
	// What a page may cost is bounded by processor time; on a busy machine that takes long, and starting anew longer.
	return render.New(render.Options{Exe: exe, Args: []string{ChildCommand}, Cache: cache, Time: 15 * time.Second})
}

// Render paints a page. Errors: CodeNotFound, CodeDocDamaged, CodeDocLimits, CodePicturesBusy.
func (p *pictures) Render(ctx context.Context, no string, page, width int) (image.Image, error) {
	pdf, sha, err := p.app.Office.Document(ctx, p.by, no)
	if err != nil {
		return nil, err
	}
	b, err := p.app.gallery.Picture(ctx, sha, page, width, gallery.Have(pdf))
	if err != nil {
		return nil, unshown(err)
	}
	picture, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, domain.Fail(domain.CodeInternal).Because(err)
	}
	return picture, nil
}

// TextView lays the words of a page out. Errors as Render.
func (p *pictures) TextView(ctx context.Context, no string, page, cols int) (ui.TextPage, error) {
	pdf, sha, err := p.app.Office.Document(ctx, p.by, no)
	if err != nil {
		return ui.TextPage{}, err
	}
	found, err := p.app.gallery.Text(ctx, sha, page, gallery.Have(pdf))
	if err != nil {
		return ui.TextPage{}, unshown(err)
	}
	text := layout.New(found, cols)
	w, h := text.Size()
	out := ui.TextPage{W: w, H: h}
	for _, line := range text.Lines {
		out.Lines = append(out.Lines, string(line))
	}
	return out, nil
}

// paint makes a PNG of a page. Errors as Render.
func (a *App) paint(ctx context.Context, pdf []byte, page, width int) ([]byte, error) {
	b, err := a.gallery.Draw(ctx, pdf, page, width)
	if err != nil {
		return nil, unshown(err)
	}
	return b, nil
}

// unshown gives the code of a page that cannot be shown.
func unshown(err error) error {
	switch {
	case errors.Is(err, gallery.ErrBusy):
		return domain.Fail(domain.CodePicturesBusy).Because(err)
	case errors.Is(err, render.ErrNoPage):
		return domain.Fail(domain.CodeNotFound).Because(err)
	case errors.Is(err, render.ErrCost), errors.Is(err, render.ErrTooLarge):
		return domain.Fail(domain.CodeDocLimits).Because(err)
	case errors.Is(err, render.ErrUnreadable):
		return domain.Fail(domain.CodeDocDamaged).Because(err)
	}
	return err
}
