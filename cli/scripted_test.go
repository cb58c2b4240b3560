//go:build !office

package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"campus.example/sealdesk/cli"
)

// TestEveryCommandIsScripted fails for a command that has no script of its work, of a refusal or of wrong usage (HSE-8).
// Commands that work on no office that is there cannot be refused. The work of demo is tried by package e2e.
func TestEveryCommandIsScripted(t *testing.T) {
	var help bytes.Buffer
	cli.Run(t.Context(), cli.World{Args: []string{"--lang", "en", "--help"}, Out: &help, Err: &help, Getenv: none})
	_, list, _ := strings.Cut(help.String(), "Commands:\n")
	list, _, found := strings.Cut(list, "\n\n")
	if !found {
		t.Fatalf("no commands in\n%s", &help)
	}
	good, refused, wrong := scripted(t)
	good["demo"] = true
	everyone := map[string]bool{"completion": true, "demo": true, "help": true, "init": true, "version": true}
	for line := range strings.Lines(list) {
		name := strings.Fields(line)[0]
		switch {
		case !good[name]:
			t.Errorf("%s: no script in which it does its work", name)
		case !wrong[name]:
			t.Errorf("%s: no script of wrong usage", name)
		case !refused[name] && !everyone[name]:
			t.Errorf("%s: no script in which it is refused", name)
		}
	}
}

// scripted returns the commands that scripts run to a good end, are refused, or use wrongly.
func scripted(t *testing.T) (good, refused, wrong map[string]bool) {
	t.Helper()
	good, refused, wrong = map[string]bool{}, map[string]bool{}, map[string]bool{}
	files, err := filepath.Glob(filepath.Join("testdata", "script", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	run := regexp.MustCompile(`(?m)^(exit \d|exec|until) sealdesk(?: --(?:lang|operator|dir) \S+| --plain)* ([a-z-]+)`)
	for _, file := range files {
		script, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range run.FindAllStringSubmatch(string(script), -1) {
			switch m[1] {
			case "exit 0", "exec", "until":
				good[m[2]] = true
			case "exit 2":
				wrong[m[2]] = true
			default:
				refused[m[2]] = true
			}
		}
	}
	return good, refused, wrong
}
