package app

import (
	"context"

	"campus.example/sealdesk/pdf/gallery"
	"campus.example/sealdesk/pdf/render/layout"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/web/portal"
)

// signersPictures shows documents to those the pages have let in.
type signersPictures struct{ app *App }

var _ portal.Pictures = signersPictures{}

func (s signersPictures) document(sha string) gallery.Source {
	return func(ctx context.Context) ([]byte, error) { return s.app.Store.Document(ctx, sha) }
}

// Outline tells how large the pages are and where the next acts will stand.
func (s signersPictures) Outline(ctx context.Context, sha string) (portal.Outline, error) {
	const perPage = 32
	out, err := s.app.gallery.Look(ctx, sha, s.document(sha), func(pdf []byte) (any, int, error) {
		sizes, places, err := s.app.Sealer.Outline(pdf)
		return portal.Outline{Sizes: sizes, Places: places}, perPage * len(sizes), err
	})
	outline, _ := out.(portal.Outline)
	return outline, unshown(err)
}

// Page draws a page.
func (s signersPictures) Page(ctx context.Context, sha string, page int) ([]byte, error) {
	b, err := s.app.gallery.Picture(ctx, sha, page, portal.PictureWidth, s.document(sha))
	return b, unshown(err)
}

// textColumns sets the lines of a page as its own lines: wide enough that no two columns of a table run together.
const textColumns = 100

// Text gives the lines of a page on a grid.
func (s signersPictures) Text(ctx context.Context, sha string, page int) ([]text.Safe, error) {
	found, err := s.app.gallery.Text(ctx, sha, page, s.document(sha))
	if err != nil {
		return nil, unshown(err)
	}
	return layout.New(found, textColumns).Lines, nil
}
