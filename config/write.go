package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// Show is the settings in force as TOML, every key. Secrets appear as what they are in the file, the name of
// a place; their values are not read.
func (c Config) Show() string { return c.render(false) }

// Write puts the settings into the data folder's file, replacing one that is there in one step. Keys at their
// default stand as comments, so that the file shows what could be said. It errs for settings that Load would
// not take back, and for errors of the file system.
func Write(dir string, c Config) (err error) {
	if problems := c.Check(); len(problems) > 0 {
		return fmt.Errorf("settings not written: %w", problems)
	}
	tmp, err := os.CreateTemp(dir, "."+FileName+".*")
	if err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(tmp.Name()))
		}
	}()
	_, err = tmp.WriteString(c.render(true))
	err = errors.Join(err, tmp.Sync(), tmp.Close())
	if err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	if err = os.Rename(tmp.Name(), Path(dir)); err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	return syncDir(dir)
}

// syncDir makes the new name survive a power cut where the system allows to sync a folder.
func syncDir(dir string) error {
	d, err := os.Open(filepath.Clean(dir))
	if err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	if err := errors.Join(ignoreUnsupported(d.Sync()), d.Close()); err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	return nil
}

func ignoreUnsupported(err error) error {
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, os.ErrPermission) || errors.Is(err, os.ErrInvalid) {
		return nil // some network file systems do not sync folders
	}
	return err
}

func (c Config) render(commentDefaults bool) string {
	standard := Default()
	defaults := standard.fields()
	var b strings.Builder
	section := ""
	for i, f := range c.fields() {
		dot := strings.LastIndexByte(f.key, '.')
		if f.key[:dot] != section {
			if section != "" {
				b.WriteByte('\n')
			}
			section = f.key[:dot]
			fmt.Fprintf(&b, "[%s]\n", section)
		}
		value := literal(f)
		if isUnset(f) || commentDefaults && value == literal(defaults[i]) {
			b.WriteString("# ")
		}
		fmt.Fprintf(&b, "%s = %s\n", f.key[dot+1:], value)
	}
	return b.String()
}

// isUnset reports a secret that is not given: as a key it would be a mistake, so it stands as a comment.
func isUnset(f field) bool {
	s, ok := f.value.Interface().(Secret)
	return ok && !s.IsSet()
}

// literal writes a value as TOML does.
func literal(f field) string {
	if s, ok := f.value.Interface().(Secret); ok {
		switch {
		case s.File != "":
			return fmt.Sprintf("{ file = %s }", quote(s.File))
		case s.Env != "":
			return fmt.Sprintf("{ env = %s }", quote(s.Env))
		}
		return `{ file = "" }`
	}
	return quote(f.value.Interface())
}

// quote lets the TOML library write one value. Every type of a field is one it can write, which a test walks.
func quote(v any) string {
	doc, err := toml.Marshal(map[string]any{"v": v})
	if err != nil {
		panic(fmt.Sprintf("config: a setting of type %T cannot be written: %v", v, err))
	}
	return strings.TrimSuffix(strings.TrimPrefix(string(doc), "v = "), "\n")
}
