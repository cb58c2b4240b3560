package config

import (
	"encoding"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The documentation and the struct must name the same keys in the same order with the same defaults and
// agree on what an office must give.
func TestDocumentationNamesEveryKey(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "docs", "configuration.md"))
	if err != nil {
		t.Fatal(err)
	}
	c := Default()
	var want, got []string
	var missing []string
	for _, p := range c.Missing() {
		missing = append(missing, p.Key)
	}
	for _, f := range c.fields() {
		must := ""
		if slices.Contains(missing, f.key) {
			must = " *"
		}
		want = append(want, f.key+must+" = "+documented(f))
	}
	section := regexp.MustCompile("^## `\\[([a-z.]+)\\]` ..")
	row := regexp.MustCompile("^\\| `([a-z0-9_]+)`( \\*)? \\| (.+) \\| (.+) \\| (.+) \\|$")
	current := ""
	for _, line := range strings.Split(string(doc), "\n") {
		if m := section.FindStringSubmatch(line); m != nil {
			current = m[1]
		}
		if m := row.FindStringSubmatch(line); m != nil {
			got = append(got, current+"."+m[1]+m[2]+" = "+m[5])
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("docs/configuration.md (-struct +document)\n%s", diff)
	}
}

// The documentation lists the keys that are rules now, in their order.
func TestDocumentationNamesTheMovedKeys(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "docs", "configuration.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(doc), "\n## Moved to rules\n")
	if !found {
		t.Fatal("there is no such section")
	}
	var want, got []string
	for _, m := range movedKeys() {
		want = append(want, m.Key+" "+m.Rule)
	}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z_.]+)` \\| `([a-z_]+)` \\|$").FindAllStringSubmatch(section, -1) {
		got = append(got, m[1]+" "+m[2])
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("docs/configuration.md (-table +document)\n%s", diff)
	}
}

func documented(f field) string {
	switch v := f.value.Interface().(type) {
	case string:
		return code(v)
	case Secret:
		return "none"
	case encoding.TextMarshaler:
		return code(fmt.Sprint(v))
	case []string:
		return list(v)
	case []int:
		return list(v)
	}
	return code(fmt.Sprint(f.value.Interface()))
}

func code(s string) string {
	if s == "" {
		return "none"
	}
	return "`" + s + "`"
}

func list[T any](values []T) string {
	if len(values) == 0 {
		return "none"
	}
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = code(fmt.Sprint(v))
	}
	return strings.Join(parts, ", ")
}
