package cli

import (
	"errors"
	"io"
	"io/fs"
	"strings"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

// stream is the name that stands for the streams of a command instead of a file.
const stream = "-"

// maxDocument bounds what is read from a named file, in bytes; maxSecret what is read from a file with a PIN.
const (
	maxDocument = 512 << 20
	maxSecret   = 64 << 10
)

// read returns the content of the file that an argument names, of the input for -. Errors: wrong usage, CodeDocTooBig.
func (c *command) read(name string) (content []byte, err error) {
	in := io.NopCloser(c.In)
	if name != stream {
		if in, err = c.Files.Open(name); err != nil {
			return nil, usage(err)
		}
	}
	content, err = io.ReadAll(io.LimitReader(in, maxDocument+1))
	if err = errors.Join(err, in.Close()); err != nil {
		return nil, usage(&fs.PathError{Op: "read", Path: name, Err: err})
	}
	if len(content) > maxDocument {
		return nil, domain.Fail(domain.CodeDocTooBig, maxDocument>>20)
	}
	return content, nil
}

// file returns the file that a flag names, the zero File for "".
func (c *command) file(name string) (app.File, error) {
	if name == "" {
		return app.File{}, nil
	}
	content, err := c.read(name)
	return app.File{Name: name, Content: content}, err
}

// secret returns the first line of the file that a flag names, or the next line of the input for -.
func (c *command) secret(name string) ([]byte, error) {
	if name == stream {
		line, err := c.nextLine()
		return []byte(line), err
	}
	in, err := c.Files.Open(name)
	if err != nil {
		return nil, usage(err)
	}
	content, err := io.ReadAll(io.LimitReader(in, maxSecret))
	if err = errors.Join(err, in.Close()); err != nil {
		return nil, usage(&fs.PathError{Op: "read", Path: name, Err: err})
	}
	line, _, _ := strings.Cut(string(content), "\n")
	return []byte(strings.TrimSuffix(line, "\r")), nil
}

// write writes the file that an argument names, or the output for -. Done is printed after a file, with its name; nothing
// else may stand in an output that is a file.
func (c *command) write(name string, content []byte, done string, args ...any) error {
	if name == stream {
		_, err := c.Out.Write(content)
		return err
	}
	if err := c.Files.Write(name, content); err != nil {
		return err
	}
	return c.say(done, append([]any{name}, args...)...)
}
