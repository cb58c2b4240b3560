package config

import (
	"path/filepath"
	"testing"
)

func TestDir(t *testing.T) {
	root := t.TempDir()
	env := envOf(map[string]string{"SEALDESK_DIR": filepath.Join(root, "env")})
	for _, c := range []struct {
		name, flag string
		getenv     func(string) string
		want       string
	}{
		{"the flag comes first", filepath.Join(root, "flag"), env, filepath.Join(root, "flag")},
		{"then the environment", "", env, filepath.Join(root, "env")},
		{"then the user's data", "", noEnv, filepath.Join(root, "sealdesk")},
	} {
		if got, err := Dir(c.flag, c.getenv, root); err != nil || got != c.want {
			t.Errorf("%s: %s, %v; want %s", c.name, got, err, c.want)
		}
	}
	if got, err := Dir("office", noEnv, ""); err != nil || !filepath.IsAbs(got) {
		t.Errorf("relative flag: %s, %v", got, err)
	}
	if got, err := Dir("", noEnv, ""); err == nil {
		t.Errorf("nothing given: %s", got)
	}
	if DataHome() == "" {
		t.Error("no data home")
	}
}
