package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/term"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

// World is what a process sees of the machine.
type World struct {
	Args   []string // without the program's name
	Exe    string   // path of this program, to start its own child processes
	In     io.Reader
	Out    io.Writer
	Err    io.Writer
	Getenv func(string) string
	OSUser string
}

// Run runs one command of this process and returns its exit code. This file is the only one that asks the machine.
func Run(ctx context.Context, w World) int {
	return w.program().Command(ctx, domain.Caller{}, w.Args, w.In, w.Out, w.Err)
}

// program returns the Program of a process: files below the working directory, the office of --dir or SEALDESK_DIR, and
// the account's operator.
func (w World) program() Program {
	files := localFiles{dir: ""}
	if dir, err := os.Getwd(); err == nil {
		files.dir = dir // without one, only absolute names work, and the others say so
	}
	return Program{
		Exe: w.Exe, Lang: w.Getenv("SEALDESK_LANG"), OSUser: w.OSUser, Office: localOffice{World: w, files: files}, Files: files,
		Terminal: localTerminal{}, Getenv: w.Getenv, Now: time.Now,
	}
}

// localOffice is a data folder of this machine.
type localOffice struct {
	World
	files localFiles
}

// Folder returns the data folder that is named, else that of SEALDESK_DIR, else the user's own.
func (l localOffice) Folder(named string) (string, error) {
	if named == "" {
		named = l.Getenv("SEALDESK_DIR")
	}
	if named == "" {
		return app.Folder("", func(string) string { return "" })
	}
	return l.files.path(named)
}

// Open opens the folder. A caller that is not proven otherwise is the operator of the account.
func (l localOffice) Open(ctx context.Context, ask Ask) (Session, error) {
	a, err := app.Open(ctx, app.Options{Dir: ask.Dir, Getenv: l.Getenv, Exe: l.Exe})
	if err != nil {
		return Session{}, err
	}
	s := Session{App: a, By: ask.By, Close: a.Close}
	if s.By == (domain.Caller{}) {
		if s.By, err = a.Speaker(ctx, ask.Operator, l.OSUser); err != nil {
			return Session{}, errors.Join(err, a.Close())
		}
	}
	return s, nil
}

// localFiles are the files of this machine, named relative to a folder.
type localFiles struct{ dir string }

// Open opens a file of the machine.
func (l localFiles) Open(name string) (io.ReadCloser, error) {
	path, err := l.path(name)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, named(name, err)
	}
	return f, nil
}

// Write writes a file of the machine.
func (l localFiles) Write(name string, content []byte) error {
	path, err := l.path(name)
	if err != nil {
		return err
	}
	if err := app.WriteFile(path, content); err != nil {
		return named(name, err)
	}
	return nil
}

// Make makes a folder of the machine.
func (l localFiles) Make(folder string) error {
	path, err := l.path(folder)
	if err != nil {
		return err
	}
	if err := app.MakeFolder(path); err != nil {
		return named(folder, err)
	}
	return nil
}

// Folder returns a folder of the machine.
func (l localFiles) Folder(name string) (string, error) {
	if name == "" {
		return os.MkdirTemp("", "sealdesk-demo-")
	}
	return l.path(name)
}

// path returns the absolute path of a name.
func (l localFiles) path(name string) (string, error) {
	if filepath.IsAbs(name) {
		return filepath.Clean(name), nil
	}
	if l.dir == "" {
		return "", &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return filepath.Join(l.dir, name), nil
}

// named returns the error with the name that the argument gives the file, in front of what went wrong below.
func named(name string, err error) error {
	cause := err
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &link):
		cause = link.Err
	case errors.As(err, &path):
		cause = path.Err
	}
	return fmt.Errorf("%w (%w)", &fs.PathError{Op: "use", Path: name, Err: cause}, err)
}

// localTerminal is the terminal of this process.
type localTerminal struct{}

// Is reports whether the stream is a file that is a terminal.
func (localTerminal) Is(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Secret reads a line without echo.
func (localTerminal) Secret(in io.Reader) ([]byte, error) {
	f, ok := in.(*os.File)
	if !ok {
		return nil, fs.ErrInvalid
	}
	return term.ReadPassword(int(f.Fd()))
}
