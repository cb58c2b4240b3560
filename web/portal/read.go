package portal

import (
	"strconv"
	"strings"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/text"
	"campus.example/sealdesk/workflow/query"
)

// How many pages one answer shows; the pictures come one by one as they are scrolled to.
const (
	pagesOfPictures = 20
	pagesOfWords    = 5
)

// readPage is the document, as pictures or as words.
type readPage struct {
	query.Task
	Path       string
	Words      bool // rather than pictures
	Marks      []mark
	Pages      []readSheet
	Prev, Next int // first page of the answer before and after, 0 for none
	State      string
}

// readSheet is one page of the document.
type readSheet struct {
	Number        int
	Src           string
	Width, Height int // of the picture, pixels
	W, H          float64
	Marks         []mark
	Lines         []string // safe, as they came
	Missing       bool     // its words could not be read
}

// mark is where one act of the person will stand.
type mark struct {
	Act  domain.Act
	Now  bool // it is due; otherwise it comes later
	At   domain.Place
	Top  float64 // of the rectangle, points from the top of the page
	Src  string  // picture of its page
	W, H float64 // of the page, points
	Cut  float64 // upper edge of the part shown with the form, points from the top
	High float64 // height of that part
	Say  string  // in words
	Name string  // what stands there
}

func (p *portal) read(v *visit) {
	no := v.r.PathValue("no")
	t, err := p.Office.SignerContract(v.ctx(), v.caller(), no)
	if err != nil {
		v.fail(err)
		return
	}
	page := readPage{Task: t, Path: contractPath(no), Words: v.r.URL.Query().Get("as") == "text", State: stateOf(t)}
	outline := v.outline(t.Contract)
	page.Marks = v.marks(t, outline)
	step := pagesOfPictures
	if page.Words {
		step = pagesOfWords
	}
	from, err := strconv.Atoi(v.r.URL.Query().Get("from"))
	if err != nil || from < 1 || from > t.Contract.Pages {
		from = 1
	}
	from -= (from - 1) % step
	if from > 1 {
		page.Prev = from - step
	}
	if from+step <= t.Contract.Pages {
		page.Next = from + step
	}
	for n := from; n < from+step && n <= t.Contract.Pages; n++ {
		page.Pages = append(page.Pages, v.sheetOf(t.Contract, n, outline, page.Marks, page.Words))
	}
	v.show(sheet{name: "read", title: v.t().Read.Title, state: "read", page: page})
}

func (v *visit) sheetOf(c domain.Contract, n int, outline Outline, marks []mark, words bool) readSheet {
	w, h := outline.size(n)
	s := readSheet{
		Number: n, Src: picturePath(c.No, c.CurrentSHA, n), Width: PictureWidth, Height: int(PictureWidth * h / w), W: w, H: h,
	}
	for _, m := range marks {
		if m.At.Page == n {
			s.Marks = append(s.Marks, m)
		}
	}
	if !words {
		return s
	}
	lines, err := v.Pictures.Text(v.ctx(), c.CurrentSHA, n)
	if err != nil {
		v.Log.Warn("the words of a page cannot be shown", "code", string(domain.CodeOf(err)), "err", err)
		s.Missing = true
	}
	for _, line := range lines {
		if shown := columns(line); shown != "" {
			s.Lines = append(s.Lines, shown)
		}
	}
	return s
}

// columns takes the margins off a line, and parts the cells of a table by one wide space: a browser would run them
// together.
func columns(line text.Safe) string {
	cells := strings.Split(string(line), "   ")
	out := cells[:0]
	for _, c := range cells {
		if c = strings.TrimSpace(c); c != "" {
			out = append(out, c)
		}
	}
	return strings.Join(out, "\u2003")
}

// outline looks at the document; a page can be read without it.
func (v *visit) outline(c domain.Contract) Outline {
	if c.CurrentSHA == "" {
		return Outline{}
	}
	out, err := v.Pictures.Outline(v.ctx(), c.CurrentSHA)
	if err != nil {
		v.Log.Warn("the places to sign cannot be shown", "code", string(domain.CodeOf(err)), "err", err)
	}
	return out
}

// size is that of a page as shown, in points; A4 where it is not known.
func (o Outline) size(page int) (w, h float64) {
	if page >= 1 && page <= len(o.Sizes) {
		if w, h = o.Sizes[page-1][0], o.Sizes[page-1][1]; w > 0 && h > 0 {
			return w, h
		}
	}
	return 595, 842
}

// marks are the places of the person's own acts that are still to come, in the order of signing.
func (v *visit) marks(t query.Task, outline Outline) []mark {
	var out []mark
	for _, act := range domain.Acts() {
		at, known := outline.Places[act]
		if !known || act == domain.ActOfficeSeal || t.Contract.Party(act.Side()).Signer != v.person.ID || !t.Contract.Stage.Signing() {
			continue
		}
		m := mark{Act: act, Now: act == t.Act, At: at, Src: picturePath(t.Contract.No, t.Contract.CurrentSHA, at.Page)}
		m.W, m.H = outline.size(at.Page)
		m.Top = m.H - at.Y - at.H
		m.High = min(m.H, max(m.W/2, at.H*2))
		m.Cut = max(0, min(m.H-m.High, m.Top+at.H/2-m.High/2))
		words := v.t().Read
		sentence := words.SignAt
		m.Name = words.SignHere
		if act == domain.ActBSeal {
			sentence, m.Name = words.SealAt, words.SealHere
		}
		m.Say = v.text.Fill(sentence, at.Page, words.Where[thirds(m)])
		out = append(out, m)
	}
	return out
}

// thirds is the part of the page a place stands in: 0 at the top left, 8 at the bottom right.
func thirds(m mark) int {
	third := func(at, of float64) int { return max(0, min(2, int(3*at/of))) }
	return 3*third(m.Top+m.At.H/2, m.H) + third(m.At.X+m.At.W/2, m.W)
}

// due is the mark of the act the person is asked for now.
func due(marks []mark) *mark {
	for i := range marks {
		if marks[i].Now {
			return &marks[i]
		}
	}
	return nil
}

// Alt says what a picture of a page shows.
func (s readSheet) Alt(words i18n.PortalRead, text *i18n.Text, pages int) string {
	alt := text.Fill(words.PictureAlt, s.Number, pages)
	for _, m := range s.Marks {
		alt += " " + m.Say
	}
	return alt
}

// Middle is where the name of a mark is centred, points from the left.
func (m mark) Middle() float64 { return m.At.X + m.At.W/2 }

// Base is the line its name stands on, points from the top. One that comes later is named at its edge, where the one
// that is due does not cover it.
func (m mark) Base() float64 {
	if m.Now {
		return m.Top + m.At.H/2 + 4.5
	}
	return m.Top - 4
}
