// Package render makes pictures of the pages of documents, and reads their text with its places, by PDFium compiled to
// WebAssembly. It runs in a child process per request: a sandbox in a process with limits, killed when it takes too
// long. A document cannot reach files, the network or the memory of the office.
package render

import (
	"context"
	"errors"
	"fmt"
	"image"
	"strings"
	"time"

	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/render/layout"
)

// Options say how to start the renderer.
type Options struct {
	Exe   string        // our own binary
	Args  []string      // the hidden command before the name of the work
	Cache string        // folder for the compiled program, ours alone; it is made if it is not there
	Time  time.Duration // until a child is killed; zero means 5 s
}

// Renderer asks child processes for pictures and text. It may be used by several goroutines.
type Renderer struct {
	options Options
	turn    chan struct{} // held while compiling
}

// New makes a renderer; nothing is started yet.
func New(o Options) *Renderer { return &Renderer{options: o, turn: make(chan struct{}, 1)} }

func (r *Renderer) child(name string) child.Options {
	return child.Options{Exe: r.options.Exe, Args: append(append([]string(nil), r.options.Args...), name), Time: r.options.Time}
}

// Render draws a page, counted from 1, so many pixels wide.
func (r *Renderer) Render(ctx context.Context, pdf []byte, page, width int) (*image.RGBA, error) {
	return r.RenderPart(ctx, pdf, page, width, nil)
}

// RenderPart draws a part of a page, so many pixels wide; nil is the whole page. Errors about the document wrap one of
// the Err values of this package; others, of package child or of the context, say nothing about it.
func (r *Renderer) RenderPart(ctx context.Context, pdf []byte, page, width int, part *Part) (*image.RGBA, error) {
	var s size
	pixels, err := r.ask(ctx, HandlerPicture, job{Page: page, Width: width, Part: part}, pdf, &s)
	if err != nil {
		return nil, err
	}
	if s.W < 1 || s.H < 1 || s.W > maxPixels || s.H > maxPixels || len(pixels) != 4*s.W*s.H {
		return nil, fmt.Errorf("%w: %d by %d pixels in %d bytes", child.ErrCrashed, s.W, s.H, len(pixels))
	}
	return &image.RGBA{Pix: pixels, Stride: 4 * s.W, Rect: image.Rect(0, 0, s.W, s.H)}, nil
}

// Text gives the characters of a page, counted from 1, with their places.
func (r *Renderer) Text(ctx context.Context, pdf []byte, page int) (layout.Page, error) {
	var p layout.Page
	_, err := r.ask(ctx, HandlerChars, job{Page: page}, pdf, &p)
	return p, err
}

// TextView sets the text of a page, counted from 1, on a grid so many columns wide. A scan has no text: its view is
// empty. What a text says can differ from what the page draws.
func (r *Renderer) TextView(ctx context.Context, pdf []byte, page, columns int) (layout.View, error) {
	p, err := r.Text(ctx, pdf, page)
	if err != nil {
		return layout.View{}, err
	}
	return layout.New(p, columns), nil
}

// ask runs one child on a page of a document.
func (r *Renderer) ask(ctx context.Context, name string, j job, pdf []byte, data any) ([]byte, error) {
	return r.run(ctx, r.child(name), func(cache string) any {
		j.Cache = cache
		return j
	}, pdf, data)
}

// run runs one child with a request that names the compiled program. When that turns out not to be usable, it is compiled
// once more.
func (r *Renderer) run(ctx context.Context, o child.Options, request func(cache string) any, pdf []byte, data any) ([]byte, error) {
	for again := false; ; again = true {
		if err := r.Warm(ctx); err != nil {
			return nil, err
		}
		out, err := child.Run(ctx, o, request(r.compiled()), pdf, data)
		if err == nil {
			return out, nil
		}
		if err = judge(err); again || !errors.Is(err, errCold) {
			return nil, err
		}
		if err := r.forget(); err != nil {
			return nil, fmt.Errorf("compile the renderer: %w", err)
		}
	}
}

// judge turns the end of a child into an error about the document where it is one.
func judge(err error) error {
	if f, ok := errors.AsType[*child.Failure](err); ok {
		if reason := reasons()[f.Name]; reason != nil {
			return fmt.Errorf("%w: %s", reason, strings.TrimPrefix(f.Text, reason.Error()+": "))
		}
		if f.Name == child.FailurePanic {
			return fmt.Errorf("%w: the renderer fell over it: %s", ErrUnreadable, f.Text)
		}
	}
	if errors.Is(err, child.ErrCost) {
		return fmt.Errorf("%w: %w", ErrCost, err)
	}
	return fmt.Errorf("render: %w", err)
}
