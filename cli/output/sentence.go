package output

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// Told is an error with a sentence of its own, in the language of the run. Its cause keeps its code.
type Told struct {
	Sentence string
	Cause    error
}

// Error returns the sentence.
func (t Told) Error() string { return t.Sentence }

// Unwrap returns the cause, nil for none.
func (t Told) Unwrap() error { return t.Cause }

// Sentence returns what the error line says of an error: the sentence it carries, that of its code, that of a file, or
// a general one with the cause.
func Sentence(t *i18n.Text, err error) string {
	var told Told
	switch {
	case errors.As(err, &told):
		return told.Sentence
	case domain.CodeOf(err) != "":
		return t.Sentence(err)
	case errors.Is(err, context.Canceled):
		return t.Usage.Interrupted
	}
	if s, about := fileSentence(t, err); about {
		return s
	}
	return t.Fill(t.Usage.Unforeseen, err.Error())
}

// fileSentence returns what is wrong with a file, and whether the error is about one.
func fileSentence(t *i18n.Text, err error) (string, bool) {
	name, cause := "", err
	var path *fs.PathError
	if errors.As(err, &path) {
		name, cause = path.Path, path.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return t.Fill(t.Usage.FileMissing, name), true
	case errors.Is(err, fs.ErrPermission):
		return t.Fill(t.Usage.FileDenied, name), true
	case errors.Is(err, syscall.EISDIR):
		return t.Fill(t.Usage.FileFolder, name), true
	case path != nil && errors.Is(err, syscall.ENOSPC):
		return t.Fill(t.Usage.FileFailed, name, t.Usage.DiskFull), true
	case path != nil:
		return t.Fill(t.Usage.FileFailed, name, cause.Error()), true
	}
	return "", false
}
