package output_test

import (
	"context"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// complaints returns what prints the error line of every kind of error.
func complaints(p output.Printer) func() error {
	return func() error {
		for _, err := range []error{
			output.Told{Sentence: "已经写好的一句。", Cause: domain.Fail(domain.CodeNotFound)},
			domain.Fail(domain.CodeNotFound, "HT-9"),
			&fs.PathError{Op: "open", Path: "a.pdf", Err: syscall.ENOENT},
			&fs.PathError{Op: "open", Path: "a.pdf", Err: syscall.EACCES},
			&fs.PathError{Op: "read", Path: "folder", Err: syscall.EISDIR},
			&fs.PathError{Op: "write", Path: "a.pdf", Err: syscall.ENOSPC},
			context.Canceled,
			fs.ErrInvalid,
		} {
			if err := p.Complain(output.Sentence(p.Text, err)); err != nil {
				return err
			}
		}
		return nil
	}
}

// Every error is one line, whatever stands in it.
func TestAnErrorIsOneLine(t *testing.T) {
	for _, lang := range i18n.Languages() {
		text := i18n.For(lang)
		var b strings.Builder
		p := output.Printer{Text: text, Err: &b}
		if err := p.Complain(output.Sentence(text, &fs.PathError{Path: "a\nb\x1b[31m.pdf", Err: syscall.ENOENT})); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); strings.Count(got, "\n") != 1 || strings.ContainsRune(got, '\x1b') {
			t.Errorf("%q", got)
		}
	}
}
