package app

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"path/filepath"
	"strconv"
	"sync"

	"sealdesk/domain"
	"sealdesk/pdf/render"
	"sealdesk/ui"
)

// pictures shows pages of the office's documents to one operator.
type pictures struct {
	app      *App
	operator string

	mu    sync.Mutex
	drawn map[string]image.Image
}

var _ ui.Pictures = (*pictures)(nil)

// mostDrawn bounds the pictures kept, some megabytes each.
const mostDrawn = 8

func (a *App) pictures(operator string) *pictures {
	return &pictures{app: a, operator: operator, drawn: map[string]image.Image{}}
}

// renderer draws pages; its compiled program lies in the data folder and is readable by nobody else.
func renderer(o Options) *render.Renderer {
	return rendererIn(o.Exe, filepath.Join(o.Dir, "cache", "pdfium"))
}

func rendererIn(exe, cache string) *render.Renderer {
	return render.New(render.Options{Exe: exe, Args: []string{ChildCommand}, Cache: cache})
}

// Render paints a page. Errors: CodeNotFound, CodeDocDamaged, CodeDocLimits.
func (p *pictures) Render(ctx context.Context, no string, page, width int) (image.Image, error) {
	pdf, sha, err := p.app.Office.Document(ctx, p.operator, no)
	if err != nil {
		return nil, err
	}
	key := sha + " " + strconv.Itoa(page) + " " + strconv.Itoa(width)
	p.mu.Lock()
	picture, ok := p.drawn[key]
	p.mu.Unlock()
	if ok {
		return picture, nil
	}
	picture, err = p.app.renderer.Render(ctx, pdf, page, width)
	if err != nil {
		return nil, unshown(err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.drawn) >= mostDrawn {
		clear(p.drawn)
	}
	p.drawn[key] = picture
	return picture, nil
}

// TextView lays the words of a page out. Errors as Render.
func (p *pictures) TextView(ctx context.Context, no string, page, cols int) (ui.TextPage, error) {
	pdf, _, err := p.app.Office.Document(ctx, p.operator, no)
	if err != nil {
		return ui.TextPage{}, err
	}
	text, err := p.app.renderer.TextView(ctx, pdf, page, cols)
	if err != nil {
		return ui.TextPage{}, unshown(err)
	}
	w, h := text.Size()
	out := ui.TextPage{W: w, H: h}
	for _, line := range text.Lines {
		out.Lines = append(out.Lines, string(line))
	}
	return out, nil
}

// unshown gives the code of a page that cannot be shown.
func unshown(err error) error {
	switch {
	case errors.Is(err, render.ErrNoPage):
		return domain.Fail(domain.CodeNotFound).Because(err)
	case errors.Is(err, render.ErrCost), errors.Is(err, render.ErrTooLarge):
		return domain.Fail(domain.CodeDocLimits).Because(err)
	case errors.Is(err, render.ErrUnreadable):
		return domain.Fail(domain.CodeDocDamaged).Because(err)
	}
	return err
}

// paint makes a PNG of a page. Errors: CodeNotFound, CodeDocDamaged, CodeDocLimits.
func (a *App) paint(ctx context.Context, pdf []byte, page, width int) ([]byte, error) {
	picture, err := a.renderer.Render(ctx, pdf, page, width)
	if err != nil {
		return nil, unshown(err)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		return nil, domain.Fail(domain.CodeInternal).Because(err)
	}
	return out.Bytes(), nil
}
