package render

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"time"

	"sealdesk/pdf/child"
)

// HandlerBeside draws a page and those beside it.
const HandlerBeside = "beside"

// To start a child takes four times as long as to draw an ordinary page, so whoever reads page after page is served
// several at once; but the first must not wait long for the others, nor the pipe carry too much.
const (
	besideTime  = 500 * time.Millisecond
	besideBytes = 32 << 20
)

// besideJob is the request of HandlerBeside.
type besideJob struct {
	job
	Beside []int `json:"beside"`
}

// RenderBeside draws a page, counted from 1, so many pixels wide, and then as many of the pages beside it, in the order
// given, as are soon done. It gives at least the first, and fails only over that one. Errors as RenderPart.
func (r *Renderer) RenderBeside(ctx context.Context, pdf []byte, page int, beside []int, width int) ([]*image.RGBA, error) {
	var sizes []size
	pixels, err := r.run(ctx, r.child(HandlerBeside), func(cache string) any {
		return besideJob{job: job{Cache: cache, Page: page, Width: width}, Beside: beside}
	}, pdf, &sizes)
	if err != nil {
		return nil, err
	}
	if len(sizes) < 1 || len(sizes) > 1+len(beside) {
		return nil, fmt.Errorf("%w: %d pictures", child.ErrCrashed, len(sizes))
	}
	out := make([]*image.RGBA, len(sizes))
	for i, s := range sizes {
		if out[i], pixels, err = s.picture(pixels); err != nil {
			return nil, err
		}
	}
	if len(pixels) > 0 {
		return nil, fmt.Errorf("%w: %d bytes too many", child.ErrCrashed, len(pixels))
	}
	return out, nil
}

// picture takes the picture of this size from the front of the pixels.
func (s size) picture(pixels []byte) (p *image.RGBA, rest []byte, err error) {
	if s.W < 1 || s.H < 1 || s.W > maxPixels || s.H > maxPixels || len(pixels) < 4*s.W*s.H {
		return nil, nil, fmt.Errorf("%w: %d by %d pixels in %d bytes", child.ErrCrashed, s.W, s.H, len(pixels))
	}
	n := 4 * s.W * s.H
	return &image.RGBA{Pix: pixels[:n:n], Stride: 4 * s.W, Rect: image.Rect(0, 0, s.W, s.H)}, pixels[n:], nil
}

func beside(ctx context.Context, request json.RawMessage, body []byte) (any, []byte, error) {
	var j besideJob
	if err := json.Unmarshal(request, &j); err != nil {
		return nil, nil, fmt.Errorf("beside: %w", err)
	}
	d, err := open(ctx, j.Cache, body, j.Page)
	if err != nil {
		return nil, nil, failure(err)
	}
	p, err := d.draw(j.Width, nil)
	if err != nil {
		return nil, nil, failure(err)
	}
	began, sizes, out := time.Now(), []size{{p.Rect.Dx(), p.Rect.Dy()}}, bytes.Clone(tight(p))
	d.free()
	for _, page := range j.Beside {
		if time.Since(began) > besideTime || d.turnTo(page) != nil {
			break // whoever asks for this one is told what is wrong with it
		}
		if p, err = d.draw(j.Width, nil); err != nil || len(out)+4*p.Rect.Dx()*p.Rect.Dy() > besideBytes {
			break
		}
		sizes, out = append(sizes, size{p.Rect.Dx(), p.Rect.Dy()}), append(out, tight(p)...)
		d.free()
	}
	return sizes, out, nil
}
