// Package output holds what commands print: the shapes of the JSON documents, the tables and the error line. The shapes
// stand apart from what is stored, so that neither changes with the other. Phones and numbers of documents are masked here.
package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/text"
)

// Printer prints for one command: results on Out, progress and errors on Err, both in the words of Text.
type Printer struct {
	Text *i18n.Text
	Out  io.Writer
	Err  io.Writer
}

// JSON prints one JSON document on Out. Control and direction characters are escaped.
func (p Printer) JSON(v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := p.Out.Write(escape(b.Bytes()))
	return err
}

// Say prints one line on Out, made safe for a terminal.
func (p Printer) Say(sentence string, args ...any) error { return p.line(p.Out, sentence, args...) }

// Tell prints one line of progress on Err, made safe for a terminal.
func (p Printer) Tell(sentence string, args ...any) error { return p.line(p.Err, sentence, args...) }

// Complain prints the error line on Err: what happened and what to do.
func (p Printer) Complain(sentence string) error { return p.Tell(p.Text.CLI.ErrorPrefix, sentence) }

func (p Printer) line(w io.Writer, sentence string, args ...any) error {
	_, err := fmt.Fprintln(w, text.Clean(p.Text.Fill(sentence, args...)))
	return err
}

// stamp returns a time as JSON documents carry it: UTC, RFC 3339, "" for none.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// Each returns the shapes of a list, an empty list for none.
func Each[T, Shape any](list []T, of func(T) Shape) []Shape {
	shapes := make([]Shape, 0, len(list))
	for _, v := range list {
		shapes = append(shapes, of(v))
	}
	return shapes
}

// Block prints text of several lines on Out, made safe for a terminal.
func (p Printer) Block(lines string) error {
	_, err := fmt.Fprint(p.Out, text.CleanLines(lines))
	return err
}
