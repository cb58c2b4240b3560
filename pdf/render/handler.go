package render

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"time"

	"campus.example/sealdesk/pdf/child"
	"campus.example/sealdesk/pdf/render/layout"
)

// What the child process calls these works.
const (
	HandlerPicture = "picture"
	HandlerChars   = "chars"
	HandlerWarm    = "warm"
)

// job is the request of every handler.
type job struct {
	Cache string `json:"cache"`
	Page  int    `json:"page,omitempty"`  // from 1
	Width int    `json:"width,omitempty"` // pixels
	Part  *Part  `json:"part,omitempty"`
}

// Part is a part of a page, in points from the bottom left of the page as shown. It may reach beyond the page.
type Part struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
}

// size is that of a picture in pixels; the picture follows as RGBA.
type size struct {
	W int `json:"w"`
	H int `json:"h"`
}

// Handlers are the child's side: what Renderer asks for.
func Handlers() map[string]child.Handler {
	page := &child.Limits{Data: child.DefaultLimits().Data, CPU: 5 * time.Second}
	return map[string]child.Handler{
		HandlerPicture: {Do: picture, Limits: page},
		HandlerBeside:  {Do: beside, Limits: page},
		HandlerChars:   {Do: chars, Limits: page},
		HandlerTexts:   textsHandler(),
		// Many pages take their time; each still has little.
		HandlerCompare: {Do: compare, Limits: &child.Limits{Data: child.DefaultLimits().Data, CPU: 3 * time.Minute}},
		// Compiling sees no bytes of strangers, takes more memory than drawing, and has a file to write.
		HandlerWarm: {Do: warm, Limits: &child.Limits{CPU: 2 * time.Minute, File: 256 << 20}},
	}
}

func picture(ctx context.Context, request json.RawMessage, body []byte) (any, []byte, error) {
	var j job
	if err := json.Unmarshal(request, &j); err != nil {
		return nil, nil, fmt.Errorf("picture: %w", err)
	}
	d, err := open(ctx, j.Cache, body, j.Page)
	if err != nil {
		return nil, nil, failure(err)
	}
	p, err := d.draw(j.Width, j.Part)
	if err != nil {
		return nil, nil, failure(err)
	}
	return size{p.Rect.Dx(), p.Rect.Dy()}, tight(p), nil
}

// tight gives the pixels without padding between rows.
func tight(p *image.RGBA) []byte {
	row := 4 * p.Rect.Dx()
	if p.Stride == row {
		return p.Pix[:row*p.Rect.Dy()]
	}
	out := make([]byte, 0, row*p.Rect.Dy())
	for y := range p.Rect.Dy() {
		out = append(out, p.Pix[y*p.Stride:y*p.Stride+row]...)
	}
	return out
}

func chars(ctx context.Context, request json.RawMessage, body []byte) (any, []byte, error) {
	var j job
	if err := json.Unmarshal(request, &j); err != nil {
		return nil, nil, fmt.Errorf("chars: %w", err)
	}
	d, err := open(ctx, j.Cache, body, j.Page)
	if err != nil {
		return nil, nil, failure(err)
	}
	var page layout.Page
	if page, err = d.chars(); err != nil {
		return nil, nil, failure(err)
	}
	return page, nil, nil
}

func warm(ctx context.Context, request json.RawMessage, _ []byte) (any, []byte, error) {
	var j job
	if err := json.Unmarshal(request, &j); err != nil {
		return nil, nil, fmt.Errorf("warm: %w", err)
	}
	_, err := start(ctx, j.Cache)
	return nil, nil, err
}

// reasons pairs each error with its name on the pipe.
func reasons() map[string]error {
	return map[string]error{"unreadable": ErrUnreadable, "no_page": ErrNoPage, "too_large": ErrTooLarge, "cost": ErrCost, "cold": errCold}
}

// errCold means that the compiled program could not be used.
var errCold = errors.New("the renderer does not start")

func failure(err error) error {
	for name, reason := range reasons() {
		if errors.Is(err, reason) {
			return child.Fail(name, err)
		}
	}
	return child.Fail("cold", err) // all that comes before a document is opened
}
