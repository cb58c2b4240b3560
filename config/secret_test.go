package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSecretIsReadWithoutItsLineBreak(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"key": " pass word \r\n", "empty": "\n", "long": strings.Repeat("x", maxSecretBytes+1)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := (Secret{File: "key", dir: dir}).Read(); err != nil || got != " pass word " {
		t.Errorf("got %q, %v", got, err)
	}
	if got, err := (Secret{File: filepath.Join(dir, "key"), dir: "elsewhere"}).Read(); err != nil || got != " pass word " {
		t.Errorf("absolute path: got %q, %v", got, err)
	}
	for _, s := range []Secret{{File: "empty", dir: dir}, {File: "long", dir: dir}, {File: "absent", dir: dir}, {Env: "ABSENT", getenv: noEnv}} {
		if got, err := s.Read(); err == nil {
			t.Errorf("%s%s: got %q", s.File, s.Env, got)
		}
	}
	if _, err := (Secret{}).Read(); !errors.Is(err, ErrNoSecret) {
		t.Errorf("no secret: %v", err)
	}
}

func TestSecretDoesNotPrint(t *testing.T) {
	c := Default()
	c.API.Secret = Secret{Env: "OFFICE_API", getenv: envOf(map[string]string{"OFFICE_API": "very secret"})}
	for _, printed := range []string{fmt.Sprint(c.API.Secret), fmt.Sprintf("%+v", c.API), fmt.Sprintf("%#v", c.API), c.Show()} {
		if strings.Contains(printed, "very secret") {
			t.Errorf("printed: %s", printed)
		}
	}
	if c.API.Secret.String() != "***" || (Secret{}).String() != "" {
		t.Error("a set secret prints ***, none prints nothing")
	}
}
