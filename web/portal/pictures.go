package portal

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
)

// Pictures shows documents page by page. A document is named by its SHA-256, which no page tells but to those whose
// right to the contract was checked: the pages ask only then.
type Pictures interface {
	// Outline tells how large the pages are, and where the acts that are still to come will stand.
	Outline(ctx context.Context, sha string) (Outline, error)
	// Page draws a page, counted from 1, as a PNG of PictureWidth pixels. Errors: CodeNotFound, CodeDocDamaged,
	// CodeDocLimits, CodePicturesBusy when too many wait.
	Page(ctx context.Context, sha string, page int) (png []byte, err error)
	// Text gives the lines of a page as they stand, with the room between; a scan has none. Errors as Page.
	Text(ctx context.Context, sha string, page int) ([]text.Safe, error)
}

// Outline is what is known of a document before a page is drawn.
type Outline struct {
	Sizes  [][2]float64 // of the pages as shown, width and height in points
	Places map[domain.Act]domain.Place
}

// PictureWidth is that of a page's picture in pixels: three to each of a phone's 360.
const PictureWidth = 1080

// pagePicture gives the picture of one page, to those who may read the document.
func (p *portal) pagePicture(v *visit) {
	t, err := p.Office.SignerContract(v.ctx(), v.caller(), v.r.PathValue("no"))
	if err != nil {
		v.fail(err)
		return
	}
	page, err := strconv.Atoi(v.r.PathValue("page"))
	if err != nil || page < 1 || page > t.Contract.Pages {
		v.fail(domain.Fail(domain.CodeNotFound))
		return
	}
	sha := t.Contract.CurrentSHA
	h := v.w.Header()
	// The address names the revision: what it gives never changes, and another revision has another address.
	if v.r.URL.Query().Get("of") == revision(sha) {
		h.Set("Cache-Control", "private, max-age=3600, immutable")
	} else {
		h.Set("Cache-Control", "private, no-cache")
	}
	tag := strconv.Quote(sha + "-" + strconv.Itoa(page))
	h.Set("ETag", tag)
	if v.r.Header.Get("If-None-Match") == tag {
		v.w.WriteHeader(http.StatusNotModified)
		return
	}
	png, err := p.Pictures.Page(v.ctx(), sha, page)
	if err != nil {
		h.Del("ETag")
		h.Set("Cache-Control", "no-store")
		if domain.CodeOf(err) == domain.CodePicturesBusy {
			h.Set("Retry-After", "5")
		}
		v.fail(err)
		return
	}
	h.Set("Content-Type", "image/png")
	h.Set("Content-Length", strconv.Itoa(len(png)))
	if _, err := v.w.Write(png); err != nil {
		v.Log.Debug("page picture", "err", err)
	}
}

// revision names a document in the address of its pictures, for the browser's cache; it opens nothing.
func revision(sha string) string { return short([]byte(sha)) }

func picturePath(no, sha string, page int) string {
	return contractPath(no) + "/page/" + strconv.Itoa(page) + "?of=" + url.QueryEscape(revision(sha))
}
