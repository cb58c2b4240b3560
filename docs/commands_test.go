package docs_test

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The page is held against the program both ways: every command and flag of the program stands in a row of its own
// command, every row that is not marked *to come* exists in the program, and what is marked does not.
func TestCommandsAreDocumented(t *testing.T) {
	program := tree(t)
	if len(program) < 30 || len(program["contracts"]) < 5 {
		t.Fatalf("%d commands were found, contracts with the flags %v: the search is wrong", len(program), program["contracts"])
	}
	documented := map[string]map[string]bool{} // flags by command, of the rows that hold today
	for _, name := range flagsIn(everywhere(t)) {
		add(documented, "", name)
	}
	for _, r := range commandRows(t) {
		if r.toCome {
			checkToCome(t, r, program)
			continue
		}
		for _, path := range r.commands {
			add(documented, path, "")
			if _, there := program[path]; !there {
				t.Errorf("the command %q is documented and does not exist", path)
			}
		}
		for _, name := range r.flags {
			found := program[""][name]
			for _, path := range r.commands {
				found = found || program[path][name]
				add(documented, path, name)
			}
			if !found {
				t.Errorf("--%s is documented for %q and does not exist", name, r.commands)
			}
		}
	}
	for path, flags := range program {
		if _, there := documented[path]; !there && !isGroup(program, path) {
			t.Errorf("the command %q is not documented", path)
		}
		for name := range flags {
			if !documented[path][name] && !documented[""][name] && name != "help" {
				t.Errorf("the flag --%s of %q is not documented in its row", name, path)
			}
		}
	}
}

// checkToCome refuses a mark that is out of date: the command, or each flag the row is about, is there.
func checkToCome(t *testing.T, r commandRow, program map[string]map[string]bool) {
	t.Helper()
	for _, path := range r.commands {
		flags, there := program[path]
		if there && len(r.flags) == 0 && !r.argument {
			t.Errorf("the command %q is marked to come and exists", path)
		}
		for _, name := range r.flags {
			if flags[name] {
				t.Errorf("--%s of %q is marked to come and exists", name, path)
			}
		}
	}
}

// commandRow is a row of a table of commands.md.
type commandRow struct {
	commands []string // words that name them, without "sealdesk"; "" is the program itself
	flags    []string
	toCome   bool
	argument bool // the row is about an argument that is a flag's value, such as -o -
}

// flagsIn returns the flags that a text names.
func flagsIn(text string) (names []string) {
	for _, m := range regexp.MustCompile("--([a-z][a-z-]*)").FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	return names
}

func commandRows(t *testing.T) (rows []commandRow) {
	t.Helper()
	span := regexp.MustCompile("`([^`]+)`")
	for _, line := range lines(t, "commands.md") {
		first, rest, found := strings.Cut(strings.TrimPrefix(line, "| "), " | ")
		if !found || !strings.HasPrefix(line, "| `") {
			continue
		}
		r := commandRow{flags: flagsIn(line), toCome: strings.HasPrefix(rest, "*to come:*"), argument: strings.Contains(first, " -o -")}
		for _, m := range span.FindAllStringSubmatch(first, -1) {
			r.commands = append(r.commands, commandPath(m[1]))
		}
		rows = append(rows, r)
	}
	return rows
}

// commandPath returns the words of a command before its arguments.
func commandPath(use string) string {
	var path []string
	for i, w := range strings.Fields(use) {
		if i == 0 && w == "sealdesk" {
			continue
		}
		if !regexp.MustCompile("^[a-z][a-z-]*$").MatchString(w) {
			break
		}
		path = append(path, w)
	}
	return strings.Join(path, " ")
}

// everywhere is the paragraph about the flags of all commands.
func everywhere(t *testing.T) string {
	t.Helper()
	_, after, _ := strings.Cut(strings.Join(lines(t, "commands.md"), "\n"), "**Everywhere:**")
	paragraph, _, _ := strings.Cut(after, "\n\n")
	return paragraph
}

func add(to map[string]map[string]bool, path, name string) {
	if to[path] == nil {
		to[path] = map[string]bool{}
	}
	if name != "" {
		to[path][name] = true
	}
}

// isGroup reports whether a command only holds others.
func isGroup(program map[string]map[string]bool, path string) bool {
	for other := range program {
		if strings.HasPrefix(other, path+" ") {
			return true
		}
	}
	return path == ""
}

// tree asks the built program for its commands and their flags, by the completion that shells use.
func tree(t *testing.T) map[string]map[string]bool {
	t.Helper()
	exe := filepath.Join(t.TempDir(), "sealdesk")
	if out, err := exec.Command("go", "build", "-o", exe, "campus.example/sealdesk").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	complete := func(args ...string) (found []string) {
		out, err := exec.Command(exe, append([]string{"__complete"}, args...)...).Output()
		if err != nil {
			t.Fatalf("%v: %v", args, err)
		}
		for line := range strings.Lines(string(out)) {
			if name, _, described := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); described {
				found = append(found, name)
			}
		}
		return found
	}
	program := map[string]map[string]bool{}
	var walk func(path []string)
	walk = func(path []string) {
		flags := complete(append(path, "-")...)
		if !slices.Contains(flags, "--help") { // required flags hide the others until they are given
			given := slices.Clone(path)
			for _, name := range flags {
				given = append(given, name+"=x")
			}
			flags = append(flags, complete(append(given, "-")...)...)
		}
		key := strings.Join(path, " ")
		add(program, key, "")
		for _, name := range flags {
			if long, isLong := strings.CutPrefix(name, "--"); isLong {
				add(program, key, long)
			}
		}
		if key == "completion" { // its shells are arguments to whoever reads the page
			return
		}
		for _, name := range complete(append(path, "")...) {
			if !strings.HasPrefix(name, "-") && name != "help" {
				walk(append(slices.Clone(path), name))
			}
		}
	}
	walk(nil)
	return program
}

// Links between the documents lead to files that exist.
func TestLinksLeadSomewhere(t *testing.T) {
	link := regexp.MustCompile(`(?:\]\(|src=")([^)#"]+)`)
	seen := map[string]bool{}
	for _, pattern := range []string{"*.md", "../*.md"} {
		pages, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range pages {
			seen[filepath.Base(page)] = true
			for _, m := range link.FindAllStringSubmatch(strings.Join(lines(t, page), "\n"), -1) {
				if strings.Contains(m[1], "://") {
					continue
				}
				if _, err := os.Stat(filepath.Join(filepath.Dir(page), m[1])); err != nil {
					t.Errorf("%s links to %s: %v", page, m[1], err)
				}
			}
		}
	}
	for _, page := range []string{"README.md", "README.zh-CN.md", "architecture.md", "commands.md", "manual.md"} {
		if !seen[page] {
			t.Errorf("%s is not there, only %v", page, slices.Sorted(maps.Keys(seen)))
		}
	}
}
