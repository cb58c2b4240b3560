package screen

import "strings"

// String is the frame as lines for the terminal. Every line stands for itself: it begins and ends in the terminal's
// own look, so that lines can be sent one by one.
func (c *Canvas) String() string { return c.Lines(c.h) }

// Lines is the first n rows as String writes them.
func (c *Canvas) Lines(n int) string {
	n = clamp(n, c.h)
	var b strings.Builder
	b.Grow(n * c.w * 2)
	for y := range n {
		if y > 0 {
			b.WriteByte('\n')
		}
		writeRow(&b, c.cells[y*c.w:(y+1)*c.w])
	}
	return b.String()
}

func writeRow(b *strings.Builder, row []cell) {
	end := len(row)
	for end > 0 && row[end-1] == (cell{s: " "}) {
		end--
	}
	var now Style
	for _, cl := range row[:end] {
		if cl.s == "" {
			continue
		}
		if cl.style != now {
			now = cl.style
			b.WriteString("\x1b[0")
			if now != "" {
				b.WriteByte(';')
				b.WriteString(string(now))
			}
			b.WriteByte('m')
		}
		b.WriteString(cl.s)
	}
	if now != "" {
		b.WriteString("\x1b[0m")
	}
}
