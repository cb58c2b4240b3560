package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"sealdesk/i18n"
	"sealdesk/text"
)

// json prints one document on standard output.
func (c *command) json(v any) error {
	e := json.NewEncoder(c.Out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// say prints one line on standard output, made safe for a terminal.
func (c *command) say(sentence string, args ...any) error {
	_, err := fmt.Fprintln(c.Out, text.Clean(c.text.Fill(sentence, args...)))
	return err
}

// tell prints one line of progress on standard error.
func (c *command) tell(sentence string, args ...any) error {
	_, err := fmt.Fprintln(c.Err, text.Clean(c.text.Fill(sentence, args...)))
	return err
}

// cell is the widest a column of a table may be.
const cell = 48

// table prints rows under headings, in columns as wide as they need to be.
func (c *command) table(heads []string, rows [][]string) error {
	if len(rows) == 0 {
		return c.say(c.text.CLI.Empty)
	}
	widths := make([]int, len(heads))
	clean := make([][]text.Safe, 0, len(rows)+1)
	for _, row := range append([][]string{heads}, rows...) {
		line := make([]text.Safe, len(heads))
		for i := range heads {
			if i < len(row) {
				line[i] = text.Truncate(text.Clean(row[i]), cell, "…")
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
		if _, err := fmt.Fprintln(c.Out, strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

// moment shows a time in the office's zone, "" for none.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return i18n.Moment(t)
}

// stamp is a time of the JSON output: UTC, RFC 3339, "" for none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
