package output

import (
	"fmt"
	"strings"

	"campus.example/sealdesk/text"
)

// Cell is the widest a column of a table may be, in cells of a terminal.
const Cell = 48

// Table prints rows under headings, in columns as wide as they need to be and at most Cell wide. A table without rows is
// one line.
func (p Printer) Table(heads []string, rows [][]string) error { return p.table(heads, rows, -1) }

// table prints rows with one column that is never cut, -1 for none.
func (p Printer) table(heads []string, rows [][]string, whole int) error {
	if len(rows) == 0 {
		return p.Say(p.Text.CLI.Empty)
	}
	widths := make([]int, len(heads))
	clean := make([][]text.Safe, 0, len(rows)+1)
	for _, row := range append([][]string{heads}, rows...) {
		line := make([]text.Safe, len(heads))
		for i := range min(len(heads), len(row)) {
			line[i] = text.Clean(row[i])
			if i != whole {
				line[i] = text.Truncate(line[i], Cell, "…")
			}
			widths[i] = max(widths[i], text.Width(line[i]))
		}
		clean = append(clean, line)
	}
	for _, line := range clean {
		var b strings.Builder
		for i, cell := range line {
			if i > 0 {
				b.WriteString("  ")
			}
			b.WriteString(string(text.PadRight(cell, widths[i])))
		}
		if row := strings.TrimRight(b.String(), " "); row != "" {
			if _, err := fmt.Fprintln(p.Out, row); err != nil {
				return err
			}
		}
	}
	return nil
}

// section prints a table behind an empty line and its title.
func (p Printer) section(title string, heads []string, rows [][]string, whole int) error {
	if err := p.Say(""); err != nil {
		return err
	}
	if err := p.Say(title); err != nil {
		return err
	}
	return p.table(heads, rows, whole)
}
