package render

import (
	"context"
	"encoding/json"
	"fmt"
	"image"
	"time"

	"campus.example/sealdesk/pdf/child"
)

// HandlerBeside draws a page and those beside it.
const HandlerBeside = "beside"

// To start a child takes four times as long as to draw an ordinary page, so whoever reads page after page is served
// several at once; but the first must not wait long for the others, nor the pipe carry too much.
const (
	besideTime  = 500 * time.Millisecond
	besideBytes = 48 << 20
)

// besideJob is the request of HandlerBeside.
type besideJob struct {
	job
	Beside []int `json:"beside"`
}

// leaf is one of the pictures: a byte a pixel when it is gray, as most pages of contracts are, else four.
type leaf struct {
	size
	Gray bool `json:"gray,omitempty"`
}

// RenderBeside draws a page, counted from 1, so many pixels wide, and then as many of the pages beside it, in the order
// given, as are soon done. It gives at least the first, and fails only over that one. Errors as RenderPart.
func (r *Renderer) RenderBeside(ctx context.Context, pdf []byte, page int, beside []int, width int) ([]image.Image, error) {
	var leaves []leaf
	pixels, err := r.run(ctx, r.child(HandlerBeside), func(cache string) any {
		return besideJob{job: job{Cache: cache, Page: page, Width: width}, Beside: beside}
	}, pdf, &leaves)
	if err != nil {
		return nil, err
	}
	if len(leaves) < 1 || len(leaves) > 1+len(beside) {
		return nil, fmt.Errorf("%w: %d pictures", child.ErrCrashed, len(leaves))
	}
	out := make([]image.Image, len(leaves))
	for i, l := range leaves {
		if out[i], pixels, err = l.picture(pixels); err != nil {
			return nil, err
		}
	}
	if len(pixels) > 0 {
		return nil, fmt.Errorf("%w: %d bytes too many", child.ErrCrashed, len(pixels))
	}
	return out, nil
}

// picture takes the leaf from the front of the pixels.
func (l leaf) picture(pixels []byte) (p image.Image, rest []byte, err error) {
	each := 4
	if l.Gray {
		each = 1
	}
	if l.W < 1 || l.H < 1 || l.W > maxPixels || l.H > maxPixels || len(pixels) < each*l.W*l.H {
		return nil, nil, fmt.Errorf("%w: %d by %d pixels in %d bytes", child.ErrCrashed, l.W, l.H, len(pixels))
	}
	n, rect := each*l.W*l.H, image.Rect(0, 0, l.W, l.H)
	if l.Gray {
		return &image.Gray{Pix: pixels[:n:n], Stride: l.W, Rect: rect}, pixels[n:], nil
	}
	return &image.RGBA{Pix: pixels[:n:n], Stride: 4 * l.W, Rect: rect}, pixels[n:], nil
}

// leafOf appends a picture to the pixels; it is gray when nothing in it has a colour.
func leafOf(p *image.RGBA, pixels []byte) (leaf, []byte) {
	l, colours := leaf{size: size{p.Rect.Dx(), p.Rect.Dy()}}, tight(p)
	before := len(pixels)
	for i := 0; i < len(colours); i += 4 {
		if colours[i] != colours[i+1] || colours[i] != colours[i+2] || colours[i+3] != 255 {
			return l, append(pixels[:before], colours...)
		}
		pixels = append(pixels, colours[i])
	}
	l.Gray = true
	return l, pixels
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
	began, leaves := time.Now(), make([]leaf, 1, 1+len(j.Beside))
	var out []byte
	leaves[0], out = leafOf(p, nil)
	d.free()
	for _, page := range j.Beside {
		if time.Since(began) > besideTime || d.turnTo(page) != nil {
			break // whoever asks for this one is told what is wrong with it
		}
		if p, err = d.draw(j.Width, nil); err != nil || len(out)+4*p.Rect.Dx()*p.Rect.Dy() > besideBytes {
			break
		}
		var l leaf
		l, out = leafOf(p, out)
		leaves = append(leaves, l)
		d.free()
	}
	return leaves, out, nil
}
