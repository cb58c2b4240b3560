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
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	past := regexp.MustCompile(`\.Store\.(InTx|Read)\(|domain\.Event\{[^}]*\b(Actor|Action|At):|\.Append\(domain`)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || name == "act.go" || name == "refusal.go" {
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
