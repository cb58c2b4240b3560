package gallery

import (
	"context"
	"errors"
	"fmt"
)

// together is how many pages of a document are drawn by one child, when they are soon done.
const together = 8

// Picture gives a page, counted from 1, as PNG so many pixels wide. The document is known by its hash. The pages beside
// it are drawn with it: who looks at one soon looks at them. Errors: those of render, of the source, and ErrBusy.
func (g *Gallery) Picture(ctx context.Context, sha string, page, width int, pdf Source) ([]byte, error) {
	key := func(page int) string { return fmt.Sprintf("%s %d %d", sha, page, width) }
	first := page - (page-1)%together
	draw := func(ctx context.Context, pdf []byte) (any, error) {
		var beside []int
		for other := first; other < first+together; other++ {
			if _, ok := g.find(key(other)); !ok && other != page {
				beside = append(beside, other)
			}
		}
		drawn, err := g.renderer.RenderBeside(ctx, pdf, page, beside, width)
		if err != nil {
			g.keepWork(key(page), nil, 0, err)
			return nil, err
		}
		var asked []byte
		for i, p := range drawn {
			b, err := encode(p)
			switch {
			case err != nil:
				return nil, err
			case i == 0:
				asked = b
				g.keepWork(key(page), b, len(b), nil)
			default:
				g.keepWork(key(beside[i-1]), b, len(b), nil)
			}
		}
		return asked, nil
	}
	for {
		out, mine, err := g.fly(ctx, g.turn, key(page), fmt.Sprintf("%s %d+ %d", sha, first, width), pdf, draw)
		if mine || errors.Is(err, ErrBusy) {
			b, _ := out.([]byte)
			return b, err
		}
		// Somebody else's page was drawn, and most likely this one with it.
	}
}
