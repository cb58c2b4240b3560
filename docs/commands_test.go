package docs_test

import (
	"go/ast"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every command and flag that cli defines stands in commands.md, and no flag stands there that cli does not define.
func TestCommandsAreDocumented(t *testing.T) {
	doc := strings.Join(lines(t, "commands.md"), "\n")
	uses, flags := map[string]bool{}, map[string]bool{}
	for path, file := range parsed(t, filepath.Join(root, "cli"), ".go") {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			collect(n, uses, flags)
			return true
		})
	}
	if len(uses) < 20 || len(flags) < 30 {
		t.Fatalf("%d commands and %d flags were found: the search is wrong", len(uses), len(flags))
	}
	for use := range uses {
		if !regexp.MustCompile("[` ]" + use + "[` ]").MatchString(doc) {
			t.Errorf("the command %q is not documented", use)
		}
	}
	for flag := range flags {
		if !regexp.MustCompile("--" + flag + "[` ]").MatchString(doc) {
			t.Errorf("the flag --%s is not documented", flag)
		}
	}
	for _, m := range regexp.MustCompile(`--([a-z][a-z-]+)`).FindAllStringSubmatch(doc, -1) {
		if !flags[m[1]] {
			t.Errorf("--%s is documented and does not exist", m[1])
		}
	}
}

// collect takes the names of commands (Use: "name ...") and of flags (f.StringVar(&v, "name", ...)) from the syntax.
func collect(n ast.Node, uses, flags map[string]bool) {
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		key, ok := n.Key.(*ast.Ident)
		value, isWord := word(n.Value)
		if ok && isWord && key.Name == "Use" {
			name, _, _ := strings.Cut(value, " ")
			uses[name] = true
		}
	case *ast.CallExpr:
		called, ok := n.Fun.(*ast.SelectorExpr)
		if !ok || len(n.Args) < 3 {
			return
		}
		if strings.HasSuffix(called.Sel.Name, "Var") || strings.HasSuffix(called.Sel.Name, "VarP") {
			if name, isWord := word(n.Args[1]); isWord {
				flags[name] = true
			}
		}
	}
}

func word(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
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
