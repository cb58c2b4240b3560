// Package docs_test holds the documentation to what the program is.
package docs_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// root is the module's folder, seen from here.
const root = ".."

var (
	tableRow = regexp.MustCompile(`^\| ([SG][0-9]+) \| (.+) \| (.+) \|$`)
	proof    = regexp.MustCompile("^`([a-z0-9/]+)\\.(Test[A-Za-z0-9_]+)`$")
)

// Every row of the manual stands once, in order, and names tests that exist or says that it is open.
func TestManualRowsHaveProofs(t *testing.T) {
	tests := testsOf(t)
	want := rows()
	var got []string
	open := 0
	for i, line := range lines(t, "manual.md") {
		m := tableRow.FindStringSubmatch(line)
		if m == nil {
			if strings.HasPrefix(line, "| S") || strings.HasPrefix(line, "| G") {
				t.Errorf("line %d cannot be read: %s", i+1, line)
			}
			continue
		}
		got = append(got, m[1])
		if m[3] == "open" {
			open++
			continue
		}
		for _, name := range strings.Split(m[3], ", ") {
			p := proof.FindStringSubmatch(name)
			if p == nil {
				t.Errorf("%s: %q is neither `folder.TestName` nor open", m[1], name)
				continue
			}
			if !tests[p[1]+"."+p[2]] {
				t.Errorf("%s: there is no test %s in %s", m[1], p[2], p[1])
			}
		}
	}
	if !slices.Equal(got, want) {
		count := map[string]int{}
		for _, id := range got {
			count[id]++
		}
		for _, id := range want {
			if count[id] != 1 {
				t.Errorf("row %s stands %d times", id, count[id])
			}
			delete(count, id)
		}
		t.Errorf("rows out of order or not in the manual: %v", slices.Sorted(maps.Keys(count)))
	}
	t.Logf("%d rows, %d open", len(got), open)
}

func rows() []string {
	var ids []string
	for i := range 98 {
		ids = append(ids, fmt.Sprintf("S%d", i+1))
	}
	for i := range 25 {
		ids = append(ids, fmt.Sprintf("G%d", i+1))
	}
	return ids
}

// testsOf finds every test function of the module as folder.Name.
func testsOf(t *testing.T) map[string]bool {
	t.Helper()
	tests := map[string]bool{}
	for path, file := range parsed(t, root, "_test.go") {
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Test") && len(f.Type.Params.List) == 1 {
				tests[filepath.ToSlash(folder)+"."+f.Name.Name] = true
			}
		}
	}
	if len(tests) < 50 {
		t.Fatalf("only %d tests were found: the search is wrong", len(tests))
	}
	return tests
}

// parsed gives the syntax of the files below a folder whose names end so. Modules within the module are left out.
func parsed(t *testing.T, folder, suffix string) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	set := token.NewFileSet()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			name := d.Name()
			if path != folder && (strings.HasPrefix(name, ".") || name == "testdata" || name == "tools") {
				return fs.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(path, suffix) {
			if files[path], err = parser.ParseFile(set, path, nil, parser.SkipObjectResolution); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func lines(t *testing.T, path string) []string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(b), "\n")
}
