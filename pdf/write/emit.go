package write

import (
	"bytes"
	"fmt"
	"strings"
	"time"
)

// trim is the margin the printer cuts off, by the habit Trim.
const trim = 28.35

// Bytes writes the document in the manner of the habit.
func (d *Document) Bytes(h Habit) ([]byte, error) {
	d.page() // a document has at least one page
	f := &file{habit: h}
	pages := d.finished()
	faces, err := d.embed(f, pages)
	if err != nil {
		return nil, err
	}
	root := f.reserve()
	tree := f.reserve()
	kids := make([]ref, len(pages))
	for i, p := range pages {
		content, err := f.addStream("", p.content(h, faces), !h.Plain)
		if err != nil {
			return nil, err
		}
		kids[i] = f.add("%s", content) // the page dictionary needs its parent: filled in below
	}
	f.tree(tree, kids, pages, faces.resources)
	more := " /Lang (zh-CN)"
	if h.XMP {
		r, err := f.addStream("/Type /Metadata /Subtype /XML", d.xmp(h), false)
		if err != nil {
			return nil, err
		}
		more += " /Metadata " + r.String()
	}
	f.set(root, "<< /Type /Catalog /Pages %s%s >>", tree, more)
	info := f.add("%s", d.info(h, d.meta.Made))
	var again []byte
	if h.Resave {
		again = []byte(d.info(h, d.meta.Made.Add(26*time.Hour)))
	}
	return f.write(root, info, again)
}

// finished adds the header and the page number, which need the number of pages.
func (d *Document) finished() []*page {
	const size = 9.0
	out := make([]*page, len(d.pages))
	for i, p := range d.pages {
		q := *p
		foot := fmt.Sprintf("第 %d 页 共 %d 页", i+1, len(d.pages))
		q.texts = append(append([]run(nil), p.texts...),
			run{x: (p.width - d.face.Width(foot, size)) / 2, y: 36, size: size, text: foot})
		if d.meta.Header != "" {
			q.texts = append(q.texts, run{x: marginSide, y: p.height - 50, size: size, text: d.meta.Header})
			q.rules = append(append([][4]float64(nil), p.rules...),
				[4]float64{marginSide, p.height - 56, p.width - marginSide, p.height - 56})
		}
		out[i] = &q
	}
	return out
}

// tree makes the page objects and the tree above them. kids hold the reference of their content when it is called.
func (f *file) tree(root ref, kids []ref, pages []*page, resources string) {
	own := func(p *page) string {
		box, turn := f.boxes(p)
		if !f.habit.Nested {
			return box + turn + " /Resources " + resources
		}
		if upright, _ := f.boxes(&page{width: PageWidth, height: PageHeight}); box == upright {
			box = ""
		}
		return box + turn
	}
	leaf := func(i int, parent ref) {
		content := string(f.objects[kids[i]-1].body)
		f.set(kids[i], "<< /Type /Page /Parent %s%s /Contents %s >>", parent, own(pages[i]), content)
	}
	if !f.habit.Nested {
		for i := range kids {
			leaf(i, root)
		}
		f.set(root, "<< /Type /Pages /Count %d /Kids [%s] >>", len(kids), list(kids))
		return
	}
	var groups []ref
	for from := 0; from < len(kids); from += 3 {
		to := min(from+3, len(kids))
		group := f.reserve()
		for i := from; i < to; i++ {
			leaf(i, group)
		}
		f.set(group, "<< /Type /Pages /Parent %s /Count %d /Kids [%s] >>", root, to-from, list(kids[from:to]))
		groups = append(groups, group)
	}
	box, _ := f.boxes(&page{width: PageWidth, height: PageHeight})
	f.set(root, "<< /Type /Pages /Count %d%s /Resources %s /Kids [%s] >>", len(kids), box, resources, list(groups))
}

// boxes gives the boxes of a page and its turn, each with a leading space.
func (f *file) boxes(p *page) (box, turn string) {
	w, h := p.width, p.height
	if f.habit.Turn && w > h {
		w, h, turn = h, w, " /Rotate 90"
	}
	if f.habit.Trim {
		return fmt.Sprintf(" /MediaBox [0 0 %.2f %.2f] /CropBox [%.2f %.2f %.2f %.2f]",
			w+2*trim, h+2*trim, trim, trim, w+trim, h+trim), turn
	}
	return fmt.Sprintf(" /MediaBox [0 0 %.2f %.2f]", w, h), turn
}

func list(refs []ref) string {
	s := make([]string, len(refs))
	for i, r := range refs {
		s[i] = r.String()
	}
	return strings.Join(s, " ")
}

// content draws the page.
func (p *page) content(h Habit, faces *faces) []byte {
	var b bytes.Buffer
	b.WriteString("q\n")
	if h.Trim {
		fmt.Fprintf(&b, "1 0 0 1 %.2f %.2f cm\n", trim, trim)
	}
	if h.Turn && p.width > p.height {
		// The page is stored upright and turned clockwise when shown.
		fmt.Fprintf(&b, "0 1 -1 0 %.2f 0 cm\n", p.height)
	}
	if len(p.rules) > 0 {
		b.WriteString("0.5 w 0 G\n")
		for _, r := range p.rules {
			fmt.Fprintf(&b, "%.2f %.2f m %.2f %.2f l S\n", r[0], r[1], r[2], r[3])
		}
	}
	for _, t := range p.texts {
		faces.show(&b, h, t)
	}
	b.WriteString("Q\n")
	return b.Bytes()
}
