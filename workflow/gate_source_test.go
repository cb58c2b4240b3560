package workflow_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// One act runner: no transaction is opened and no event is built anywhere else.
func TestEveryActGoesThroughTheRunner(t *testing.T) {
	var files []string
	for _, pattern := range []string{"*.go", "*/*.go", "internal/*/*.go"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	past := regexp.MustCompile(`\.Store\.(InTx|Read)\(|domain\.Event\{[^}]*\b(Actor|Action|At):|\.Append\(domain`)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "internal/action/") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(b), "\n") {
			if past.MatchString(line) {
				t.Errorf("%s:%d goes past the runner: %s", name, i+1, strings.TrimSpace(line))
			}
		}
	}
}
