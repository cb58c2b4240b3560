package write

import (
	"bytes"
	"fmt"
	"strings"

	"campus.example/sealdesk/pdf/font"
)

// faces are the fonts of one document and how text is shown with them.
type faces struct {
	body, head, latin *font.Subset // head is body when the habit has one font; latin may be nil
	resources         string
}

// embed cuts the fonts to the text of the pages and adds them to the file.
func (d *Document) embed(f *file, pages []*page) (*faces, error) {
	var body, head, latin strings.Builder
	for _, p := range pages {
		for _, t := range p.texts {
			for _, r := range t.text {
				switch {
				case f.habit.Latin && font.Latin(r):
					latin.WriteRune(r)
				case f.habit.HeadFont && t.heading:
					head.WriteRune(r)
				default:
					body.WriteRune(r)
				}
			}
		}
	}
	out := &faces{}
	var err error
	var refs [3]ref
	if out.body, err = d.face.Subset(body.String()); err != nil {
		return nil, err
	}
	if refs[0], err = d.composite(f, out.body); err != nil {
		return nil, err
	}
	out.resources = fmt.Sprintf("<< /Font << /F1 %s", refs[0])
	out.head = out.body
	if f.habit.HeadFont {
		if out.head, err = d.face.Subset(head.String()); err != nil {
			return nil, err
		}
		if refs[1], err = d.composite(f, out.head); err != nil {
			return nil, err
		}
		out.resources += fmt.Sprintf(" /F2 %s", refs[1])
	}
	if f.habit.Latin && latin.Len() > 0 {
		if out.latin, err = d.face.SimpleSubset(latin.String()); err != nil {
			return nil, err
		}
		if refs[2], err = d.simple(f, out.latin); err != nil {
			return nil, err
		}
		out.resources += fmt.Sprintf(" /F3 %s", refs[2])
	}
	out.resources += " >> /ProcSet [/PDF /Text] >>"
	return out, nil
}

func (d *Document) descriptor(f *file, s *font.Subset, flags int) (ref, error) {
	program, err := f.addStream(fmt.Sprintf("/Length1 %d", len(s.Program)), s.Program, true)
	if err != nil {
		return 0, err
	}
	b := d.face.Box
	return f.add("<< /Type /FontDescriptor /FontName /%s%s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle 0 "+
		"/Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %s >>", s.Tag, font.Name, flags,
		b[0], b[1], b[2], b[3], d.face.Ascent, d.face.Descent, d.face.CapHeight, program), nil
}

// composite embeds a subset as Type0 over CIDFontType2 with Identity-H (ISO 32000-1, 9.7).
func (d *Document) composite(f *file, s *font.Subset) (ref, error) {
	descriptor, err := d.descriptor(f, s, 4)
	if err != nil {
		return 0, err
	}
	cmap, err := f.addStream("", s.ToUnicode(), !f.habit.Plain)
	if err != nil {
		return 0, err
	}
	cid := f.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s%s /CIDSystemInfo << /Registry (Adobe) "+
		"/Ordering (Identity) /Supplement 0 >> /FontDescriptor %s /DW 1000 /W %s /CIDToGIDMap /Identity >>",
		s.Tag, font.Name, descriptor, s.W())
	return f.add("<< /Type /Font /Subtype /Type0 /BaseFont /%s%s /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s >>",
		s.Tag, font.Name, cid, cmap), nil
}

// simple embeds a subset as a TrueType font with WinAnsiEncoding; it needs no ToUnicode.
func (d *Document) simple(f *file, s *font.Subset) (ref, error) {
	descriptor, err := d.descriptor(f, s, 32)
	if err != nil {
		return 0, err
	}
	runes := []rune(s.Text())
	first, last := runes[0], runes[len(runes)-1]
	var widths []string
	for r := first; r <= last; r++ {
		w := 0
		if s.Glyph(r) != 0 {
			w = s.Width(r)
		}
		widths = append(widths, fmt.Sprint(w))
	}
	return f.add("<< /Type /Font /Subtype /TrueType /BaseFont /%s%s /Encoding /WinAnsiEncoding /FirstChar %d "+
		"/LastChar %d /Widths [%s] /FontDescriptor %s >>",
		s.Tag, font.Name, first, last, strings.Join(widths, " "), descriptor), nil
}

// stretch is the part of a line set in one font.
type stretch struct {
	name  string
	font  *font.Subset
	runes []rune
}

func (fs *faces) stretches(t run) []stretch {
	var out []stretch
	for _, r := range t.text {
		name, face := "F1", fs.body
		switch {
		case fs.latin != nil && font.Latin(r):
			name, face = "F3", fs.latin
		case t.heading && fs.head != fs.body:
			name, face = "F2", fs.head
		}
		if k := len(out) - 1; k < 0 || out[k].name != name {
			out = append(out, stretch{name: name, font: face})
		}
		out[len(out)-1].runes = append(out[len(out)-1].runes, r)
	}
	return out
}

func (st stretch) width(size float64) float64 {
	total := 0
	for _, r := range st.runes {
		total += st.font.Width(r)
	}
	return float64(total) * size / 1000
}

// code is the string that shows the characters.
func (st stretch) code(runes []rune) string {
	var b bytes.Buffer
	if st.name == "F3" {
		b.WriteByte('(')
		for _, r := range runes {
			switch {
			case strings.ContainsRune(`()\`, r):
				b.WriteByte('\\')
				b.WriteRune(r)
			case r > 0x7e:
				fmt.Fprintf(&b, "\\%03o", r)
			default:
				b.WriteRune(r)
			}
		}
		b.WriteByte(')')
		return b.String()
	}
	b.WriteByte('<')
	for _, r := range runes {
		fmt.Fprintf(&b, "%04X", st.font.Glyph(r))
	}
	b.WriteByte('>')
	return b.String()
}

// show draws a line of text. Headings are thickened by a thin outline.
func (fs *faces) show(b *bytes.Buffer, h Habit, t run) {
	b.WriteString("BT\n")
	if t.heading {
		fmt.Fprintf(b, "2 Tr %.2f w\n", t.size/40)
	}
	x := t.x
	for _, st := range fs.stretches(t) {
		fmt.Fprintf(b, "/%s %.2f Tf\n", st.name, t.size)
		switch h.Show {
		case ShowGlyphs:
			at := x
			for _, r := range st.runes {
				fmt.Fprintf(b, "1 0 0 1 %.3f %.2f Tm %s Tj\n", at, t.y, st.code([]rune{r}))
				at += float64(st.font.Width(r)) * t.size / 1000
			}
		case ShowKerned:
			fmt.Fprintf(b, "1 0 0 1 %.3f %.2f Tm [", x, t.y)
			for i, r := range st.runes {
				if i > 0 {
					fmt.Fprintf(b, " %d ", i%2*2-1)
				}
				b.WriteString(st.code([]rune{r}))
			}
			b.WriteString("] TJ\n")
		default:
			fmt.Fprintf(b, "1 0 0 1 %.3f %.2f Tm %s Tj\n", x, t.y, st.code(st.runes))
		}
		x += st.width(t.size)
	}
	if t.heading {
		b.WriteString("0 Tr\n")
	}
	b.WriteString("ET\n")
}
