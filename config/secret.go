package config

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// maxSecretBytes bounds what is read as a secret: keys are short, and a wrong path may name anything.
const maxSecretBytes = 64 << 10

// ErrNoSecret is what Read returns where the settings name no secret.
var ErrNoSecret = errors.New("no secret is configured")

// Secret says where a secret is, never what it is: a file (its path relative to the data folder) or an
// environment variable.
type Secret struct {
	File string
	Env  string

	dir    string
	getenv func(string) string
}

// IsSet reports whether the settings name a secret.
func (s Secret) IsSet() bool { return s.File != "" || s.Env != "" }

// Read returns the secret without the line break an editor leaves at its end. It returns ErrNoSecret, an error
// of the file system, or an error that names the empty file or variable. It reads anew each time, so that a
// rotated secret counts at once.
func (s Secret) Read() (string, error) {
	switch {
	case s.File != "":
		return s.readFile()
	case s.Env != "":
		getenv := s.getenv
		if getenv == nil {
			getenv = os.Getenv
		}
		if v := getenv(s.Env); v != "" {
			return v, nil
		}
		return "", fmt.Errorf("environment variable %s is empty or not set", s.Env)
	}
	return "", ErrNoSecret
}

// Path is the secret's file with the data folder before it, "" for a secret of the environment.
func (s Secret) Path() string {
	if s.File == "" || filepath.IsAbs(s.File) {
		return s.File
	}
	return filepath.Join(s.dir, s.File)
}

func (s Secret) readFile() (secret string, err error) {
	f, err := os.Open(s.Path())
	if err != nil {
		return "", fmt.Errorf("secret: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	data, err := io.ReadAll(io.LimitReader(f, maxSecretBytes+1))
	if err != nil {
		return "", fmt.Errorf("secret: %w", err)
	}
	if len(data) > maxSecretBytes {
		return "", fmt.Errorf("secret file %s is longer than %d bytes", s.Path(), maxSecretBytes)
	}
	secret = strings.TrimRight(string(data), "\r\n")
	if secret == "" {
		return "", fmt.Errorf("secret file %s is empty", s.Path())
	}
	return secret, nil
}

// String masks the secret wherever settings are printed.
func (s Secret) String() string {
	if !s.IsSet() {
		return ""
	}
	return "***"
}

// GoString is String, for %#v.
func (s Secret) GoString() string { return s.String() }
