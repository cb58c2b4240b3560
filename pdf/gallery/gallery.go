// Package gallery draws pages of documents for many who look at once: few at a time, each page but once, and keeps
// what was drawn. What it keeps lies in memory alone: on the disk a page would stand in clear.
package gallery

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"

	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/render"
	"campus.example/sealdesk/pdf/render/layout"
)

// ErrBusy means that too many wait for pages; asking again later helps.
var ErrBusy = errors.New("too many pages wait to be drawn")

const (
	keepBytes = 96 << 20         // of pictures and texts
	keepError = 2 * time.Minute  // a page that cannot be drawn is tried again after that
	patience  = 25 * time.Second // what somebody waits for a page
	queued    = 3 * time.Minute  // what a page waits for its turn: whoever asks again finds it further on
)

// Source reads a document when it is needed: what is kept needs none, and no more documents lie in memory than pages
// are being drawn.
type Source func(context.Context) ([]byte, error)

// Have is a document that is at hand.
func Have(pdf []byte) Source { return func(context.Context) ([]byte, error) { return pdf, nil } }

// Gallery may be used by several goroutines.
type Gallery struct {
	renderer *render.Renderer
	now      func() time.Time
	turn     chan struct{} // held while a child process works
	glance   chan struct{} // held while a document is looked at here, which is soon done
	flights  singleflight.Group

	mu    sync.Mutex
	kept  map[string]*list.Element // of *exhibit
	order *list.List               // newest use first
	bytes int
}

// AtOnce is how many pages are drawn at the same time.
func AtOnce() int { return runtime.NumCPU() }

// New makes a gallery; nothing is drawn yet.
func New(r *render.Renderer, now func() time.Time) *Gallery {
	return &Gallery{
		renderer: r, now: now, turn: make(chan struct{}, AtOnce()), glance: make(chan struct{}, AtOnce()),
		kept: map[string]*list.Element{}, order: list.New(),
	}
}

// Draw draws a page of a document that is looked at once and not kept. Errors as Picture.
func (g *Gallery) Draw(ctx context.Context, pdf []byte, page, width int) ([]byte, error) {
	free, err := wait(ctx, g.turn)
	if err != nil {
		return nil, err
	}
	defer free()
	return g.draw(ctx, pdf, page, width)
}

func (g *Gallery) draw(ctx context.Context, pdf []byte, page, width int) ([]byte, error) {
	drawn, err := g.renderer.Render(ctx, pdf, page, width)
	if err != nil {
		return nil, err
	}
	return encode(drawn)
}

// Text gives the characters of a page. Errors as Picture.
func (g *Gallery) Text(ctx context.Context, sha string, page int, pdf Source) (layout.Page, error) {
	const perChar = 64
	read := func(ctx context.Context, pdf []byte) (any, int, error) {
		text, err := g.renderer.Text(ctx, pdf, page)
		return text, perChar * len(text.Chars), err
	}
	out, err := g.once(ctx, g.turn, fmt.Sprintf("%s %d text", sha, page), pdf, read)
	text, _ := out.(layout.Page)
	return text, err
}

// Look gives what a look at a whole document tells, and its size in bytes; it is taken in this process, beside the
// pages that wait to be drawn.
func (g *Gallery) Look(ctx context.Context, sha string, pdf Source, look func([]byte) (any, int, error)) (any, error) {
	return g.once(ctx, g.glance, sha+" look", pdf, func(_ context.Context, pdf []byte) (any, int, error) { return look(pdf) })
}

// once does work on a document, or finds what came of it before. It goes on when the one who asked is gone: the next
// one asks for the same.
func (g *Gallery) once(
	ctx context.Context, turn chan struct{}, key string, pdf Source, work func(context.Context, []byte) (any, int, error),
) (any, error) {
	out, _, err := g.fly(ctx, turn, key, key, pdf, func(ctx context.Context, pdf []byte) (any, error) {
		out, size, err := work(ctx, pdf)
		g.keepWork(key, out, size, err)
		return out, err
	})
	return out, err
}

// fly finds what is kept under a key, or works on the document when it is this one's turn. Whoever comes with the same
// name meanwhile gets what comes of that work, and is told that it was not his.
func (g *Gallery) fly(
	ctx context.Context, turn chan struct{}, key, name string, pdf Source, work func(context.Context, []byte) (any, error),
) (out any, mine bool, err error) {
	if found, ok := g.find(key); ok {
		return found.value, true, found.err
	}
	own := false
	done := g.flights.DoChan(name, func() (any, error) {
		own = true
		if found, ok := g.find(key); ok {
			return found.value, found.err
		}
		ctx := context.WithoutCancel(ctx)
		free, err := wait(ctx, turn)
		if err != nil {
			return nil, err
		}
		defer free()
		ctx, stop := context.WithTimeout(ctx, patience)
		defer stop()
		b, err := pdf(ctx)
		if err != nil {
			return nil, err
		}
		out, err := work(ctx, b)
		if late := errors.Is(err, child.ErrBusy) || errors.Is(ctx.Err(), context.DeadlineExceeded); late && err != nil && !aboutDocument(err) {
			err = fmt.Errorf("%w: %w", ErrBusy, err)
		}
		return out, err
	})
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case r := <-done:
		return r.Val, own, r.Err
	case <-late.C:
		return nil, true, ErrBusy
	case <-ctx.Done():
		return nil, true, context.Cause(ctx)
	}
}

// keepWork keeps what came of work, unless asking again at once may give something else.
func (g *Gallery) keepWork(key string, out any, size int, err error) {
	switch {
	case err == nil:
		g.keep(&exhibit{key: key, value: out, size: size + overhead})
	case aboutDocument(err):
		g.keep(&exhibit{key: key, err: err, size: overhead, until: g.now().Add(keepError)})
	}
}

// aboutDocument tells whether asking again at once would give the same error.
func aboutDocument(err error) bool {
	for _, e := range []error{render.ErrUnreadable, render.ErrNoPage, render.ErrTooLarge, render.ErrCost} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// wait waits for a turn; the function given lets the next one in.
func wait(ctx context.Context, turn chan struct{}) (func(), error) {
	ctx, stop := context.WithTimeout(ctx, queued)
	defer stop()
	select {
	case turn <- struct{}{}:
		return func() { <-turn }, nil
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return nil, ErrBusy
		}
		return nil, context.Cause(ctx)
	}
}
