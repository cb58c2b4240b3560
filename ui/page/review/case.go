package review

import (
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/picture"
	"campus.example/sealdesk/ui/screen"
	"campus.example/sealdesk/workflow/query"
)

// sides cuts the page into what the signer stated and the photos.
func sides(r screen.Rect) (stated, photos screen.Rect) {
	return r.CutRight(max(34, min(46, r.W*30/100)))
}

// viewCase draws the photos, and beside them what is compared with them.
func (m *Model) viewCase(c *screen.Canvas, r screen.Rect, on query.ReviewCase) {
	t, w := m.d.Theme, m.d.Words().Review
	side, rest := sides(r)
	style := t.Text
	if left := on.Due.Sub(m.d.Now()); left < domain.ReviewPromise/3 {
		style = t.Warn
	}
	in := c.Box(side, t.Edge, page.Span(text.Clean(w.Case)+" "+text.Clean(on.ID)+" ", t.Strong), page.Span(m.d.Countdown(on.Due), style))
	m.viewStated(c, in.Inset(1, 0), on)
	m.viewPhotos(c, rest, on)
}

func (m *Model) viewStated(c *screen.Canvas, r screen.Rect, on query.ReviewCase) {
	t, w := m.d.Theme, m.d.Words()
	id := on.Try.Identity
	number := domain.MaskNumber(id.Number)
	if m.desk.shown {
		number = id.Number // the look is in the record already
	}
	c.Line(r, 0, page.Span(text.Clean(w.Review.Stated), t.Dim))
	y := page.Lines(c, r, 1, text.Clean(id.Name), t.Strong)
	y = page.Lines(c, r, y, text.Clean(m.document(on)), t.Text)
	if enrols(on) {
		y = page.Lines(c, r, y, text.Clean(on.Shown.Name), t.Strong)
	} else {
		y = page.Lines(c, r, y, text.Clean(number), t.Strong)
		if id.Kind == domain.DocIDCard {
			y = m.viewNumber(c, r, y, id.Number)
		}
	}
	y = page.Lines(c, r, y, text.Clean(on.Signer.Phone.Masked()), t.Dim)
	if n := refused(on.Before); n > 0 {
		y = page.Lines(c, r, y, "⚠ "+m.d.Say(w.Review.Before, n), t.Warn)
	}
	y++
	c.Line(r, y, page.Span(text.Clean(w.Review.Check), t.Dim))
	y++
	for i, check := range m.checks(on.Kind) {
		box, style := page.Span(" ○ ", t.Dim), t.Text
		if m.desk.ticks[i] {
			box, style = page.Span(" ✓ ", t.Good), t.Dim
		}
		c.Line(r, y, page.Span(text.Clean(strconv.Itoa(i+1)), t.Accent), box)
		_, words := r.CutLeft(4)
		y = page.Lines(c, words, y, text.Clean(check), style)
	}
}

// viewNumber draws what an identity card's number tells by itself.
func (m *Model) viewNumber(c *screen.Canvas, r screen.Rect, y int, number string) int {
	t, w := m.d.Theme, m.d.Words().Review
	if _, err := domain.CheckIDNumber(number, m.d.Now()); err != nil {
		return page.Lines(c, r, y, "× "+text.Clean(w.IDInvalid), t.Bad)
	}
	y = page.Lines(c, r, y, "✓ "+text.Clean(w.IDValid), t.Good)
	born, err := time.Parse("20060102", number[6:14])
	if err != nil || !m.desk.shown {
		return y
	}
	now := m.d.Now()
	age := now.Year() - born.Year()
	if now.YearDay() < born.YearDay() {
		age--
	}
	words := w.Birth + " " + born.Format("2006-01-02") + " · " + strconv.Itoa(age) + " " + w.Adult
	return page.Lines(c, r, y, text.Clean(words), t.Dim)
}

func refused(list []domain.Review) int {
	n := 0
	for _, r := range list {
		if r.State == domain.ReviewRejected {
			n++
		}
	}
	return n
}

func (m *Model) viewPhotos(c *screen.Canvas, r screen.Rect, on query.ReviewCase) {
	t, w := m.d.Theme, m.d.Words().Review
	if !m.desk.shown {
		in := c.Box(r, t.Focus, page.Span(text.Clean(m.titles(on)), t.Dim))
		lines := []text.Safe{text.Clean(w.PhotosHidden), text.Clean(w.PhotosAudited)}
		if !m.mine(on) {
			lines = []text.Safe{text.Clean(w.NotMine)}
		}
		at := in.Center(min(in.W, max(text.Width(lines[0]), text.Width(lines[len(lines)-1]))), len(lines))
		for i, l := range lines {
			c.Line(at, i, page.Span(text.Center(l, at.W), t.Dim))
		}
		return
	}
	for i, at := range m.frames(r) {
		if at.W > 0 {
			m.viewPhoto(c, at, on, i)
		}
	}
}

// frames are the boxes of the two photos; one that is not shown has no width.
func (m *Model) frames(r screen.Rect) [2]screen.Rect {
	switch m.desk.which {
	case front:
		return [2]screen.Rect{r, {}}
	case held:
		return [2]screen.Rect{{}, r}
	default:
		a, b := r.CutLeft(r.W / 2)
		return [2]screen.Rect{a, b}
	}
}

// titles name what is on the desk.
func (m *Model) titles(on query.ReviewCase) string {
	if enrols(on) {
		return m.document(on)
	}
	return m.d.Words().Review.Front + " · " + m.d.Words().Review.Held
}

func (m *Model) viewPhoto(c *screen.Canvas, r screen.Rect, on query.ReviewCase, i int) {
	t, w := m.d.Theme, m.d.Words().Review
	name := []string{w.Front, w.Held}[i]
	if enrols(on) {
		name = m.document(on)
	}
	title := []screen.Span{page.Span(text.Clean(name), t.Strong)}
	if z := m.desk.view.Zoom; z > 1 {
		title = append(title, page.Span(" "+m.d.Say(w.Zoom, strconv.FormatFloat(z, 'f', 1, 64)), t.Accent))
	}
	in := c.Box(r, t.Focus, title...)
	switch cells := m.desk.cells[i]; {
	case m.desk.photos[i] == nil:
		page.Lines(c, in, in.H/2, "× "+text.Clean(w.PhotosBroken), t.Bad)
	case cells != nil:
		cells.Draw(c, in.Center(cells.W, cells.H))
	}
}

// settle makes the photos that are shown for their place, zoom and part, unless they are made already.
func (m *Model) settle() {
	if m.desk == nil {
		return
	}
	_, photos := sides(m.place)
	for i, at := range m.frames(photos) {
		img := m.desk.photos[i]
		if img == nil || !m.desk.shown || at.W == 0 {
			m.desk.cells[i], m.desk.made[i] = nil, cellsKey{}
			continue
		}
		in, crop := at.Inset(1, 1), m.desk.view.Crop(img.Bounds())
		w, h := picture.Fit(crop, in.W, in.H)
		if key := (cellsKey{w, h, m.desk.view}); m.desk.cells[i] == nil || key != m.desk.made[i] {
			m.desk.cells[i], m.desk.made[i] = picture.Make(img, crop, w, h, m.d.Theme.Depth), key
		}
	}
}
