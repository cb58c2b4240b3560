package app

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sealdesk/config"
	"sealdesk/domain"
)

// Folder is the data folder of a run: the flag, else SEALDESK_DIR, else the user's own place.
func Folder(flag string, getenv func(string) string) (string, error) {
	return config.Dir(flag, getenv, config.DataHome())
}

// SettingsPath is the settings file of a folder.
func SettingsPath(dir string) string { return config.Path(dir) }

// Settings reads the settings of a folder without opening its database. Errors: CodeFolderNotThere, CodeConfig.
func Settings(dir string, getenv func(string) string) (config.Config, error) {
	return settings(Options{Dir: dir, Getenv: getenv, Serving: true})
}

// LooseSettings reads the settings of a folder, also of one that is not ready to serve. Errors as Settings.
func LooseSettings(dir string, getenv func(string) string) (config.Config, error) {
	return settings(Options{Dir: dir, Getenv: getenv})
}

// errUsage marks input that cannot be read.
var errUsage = errors.New("unusable input")

// IsUsage tells whether an error is about a file or value the caller named.
func IsUsage(err error) bool {
	return errors.Is(err, errUsage) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrExist)
}

// maxDocument bounds what is read from a named file, in bytes.
const maxDocument = 512 << 20

// ReadDocument reads a file somebody named, or standard input for "-". What is in it is judged elsewhere.
func ReadDocument(path string) (pdf []byte, err error) {
	f := os.Stdin
	if path != "-" {
		if f, err = os.Open(filepath.Clean(path)); err != nil {
			return nil, errors.Join(errUsage, err)
		}
		defer func() { err = errors.Join(err, f.Close()) }()
	}
	pdf, err = io.ReadAll(io.LimitReader(f, maxDocument+1))
	if err != nil {
		return nil, errors.Join(errUsage, err)
	}
	if len(pdf) > maxDocument {
		return nil, domain.Fail(domain.CodeDocTooBig, maxDocument>>20)
	}
	return pdf, nil
}

// MakeFolder makes a folder that only this account reads, unless it is there.
func MakeFolder(path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return errors.Join(errUsage, err)
	}
	return nil
}

// ReadPIN reads the PIN of the seal key from the first line of a file.
func ReadPIN(path string) ([]byte, error) {
	b, err := os.ReadFile(filepath.Clean(path))
	if err != nil {
		return nil, errors.Join(errUsage, err)
	}
	line, _, _ := strings.Cut(string(b), "\n")
	return []byte(strings.TrimRight(line, "\r")), nil
}

// WriteFile writes a file in one step: whoever looks sees the old content or the whole new one.
func WriteFile(path string, content []byte) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".sealdesk-*")
	if err != nil {
		return errors.Join(errUsage, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(tmp.Name()))
		}
	}()
	_, err = tmp.Write(content)
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
