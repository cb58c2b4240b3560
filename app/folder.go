package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"campus.example/sealdesk/config"
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

// File is a file that an argument names, and what is in it.
type File struct {
	Name    string
	Content []byte
}

// MakeFolder makes a folder that only this account reads, unless it is there.
func MakeFolder(path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return errors.Join(errUsage, err)
	}
	return nil
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
