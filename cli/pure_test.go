package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// asked lists what asks the machine: its environment, working directory, streams, files, clock and accounts.
func asked() map[string]string {
	return map[string]string{
		"os": "Getenv LookupEnv Environ Getwd Chdir Stdin Stdout Stderr Args Open OpenFile Create CreateTemp MkdirTemp ReadFile WriteFile " +
			"ReadDir Executable Hostname UserHomeDir",
		"filepath": "Abs", "term": "IsTerminal ReadPassword", "time": "Now", "user": "Current Lookup",
	}
}

// Only machine.go asks the machine; every command works with what its Program holds.
func TestCommandsAskNoMachine(t *testing.T) {
	seen := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || path == "machine.go" {
			return err
		}
		seen++
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			use, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if pkg, ok := use.X.(*ast.Ident); ok && strings.Contains(" "+asked()[pkg.Name]+" ", " "+use.Sel.Name+" ") {
				t.Errorf("%s: %s.%s", files.Position(n.Pos()), pkg.Name, use.Sel.Name)
			}
			return true
		})
		return nil
	})
	if err != nil || seen < 40 {
		t.Fatalf("%d files were read: %v", seen, err)
	}
}
