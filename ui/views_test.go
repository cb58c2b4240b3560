package ui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// sources calls each for every file of this package and those below it that is no test.
func sources(t *testing.T, each func(path string, file *ast.File)) {
	t.Helper()
	set := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(set, path, nil, 0)
		if err == nil {
			each(path, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What is drawn is a function of what Update and Resize left: no method that draws assigns to its receiver or calls what
// changes it. The console itself alone remembers the frame it drew last.
func TestViewsChangeNothing(t *testing.T) {
	changes := []string{"Resize", "Set", "Show", "ScrollTo", "Move", "Update", "Do", "settle", "lay", "draw", "Focus", "Clear", "Grow"}
	memory := []string{"painted", "dirty"}
	checked := 0
	sources(t, func(path string, file *ast.File) {
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil || len(f.Recv.List[0].Names) == 0 || !strings.HasPrefix(strings.ToLower(f.Name.Name), "view") {
				continue
			}
			checked++
			self := f.Recv.List[0].Names[0].Name
			_, value := f.Recv.List[0].Type.(*ast.Ident)
			ast.Inspect(f.Body, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.AssignStmt:
					for _, left := range n.Lhs {
						if field, of := fieldOf(left, self); of && !value && !slices.Contains(memory, field) {
							t.Errorf("%s: %s assigns to %s.%s", path, f.Name.Name, self, field)
						}
					}
				case *ast.IncDecStmt:
					if field, of := fieldOf(n.X, self); of {
						t.Errorf("%s: %s changes %s.%s", path, f.Name.Name, self, field)
					}
				case *ast.CallExpr:
					call, ok := n.Fun.(*ast.SelectorExpr)
					if ok && slices.Contains(changes, call.Sel.Name) && !value {
						if _, of := fieldOf(call, self); of {
							t.Errorf("%s: %s calls %s", path, f.Name.Name, call.Sel.Name)
						}
					}
				}
				return true
			})
		}
	})
	if checked < 30 {
		t.Errorf("only %d methods draw", checked)
	}
}

// fieldOf reports whether an expression is a part of self, and which of its fields.
func fieldOf(e ast.Expr, self string) (string, bool) {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		if of, ok := e.X.(*ast.Ident); ok {
			return e.Sel.Name, of.Name == self
		}
		return fieldOf(e.X, self)
	case *ast.IndexExpr:
		return fieldOf(e.X, self)
	case *ast.StarExpr:
		return fieldOf(e.X, self)
	case *ast.ParenExpr:
		return fieldOf(e.X, self)
	}
	return "", false
}

// Styles are made by the theme, with the renderer of the session. Nothing else in the console makes one, and nothing names
// the renderer of the process, but for the package that keeps it from asking the terminal.
func TestStylesAreMadeByTheTheme(t *testing.T) {
	sources(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if of, ok := sel.X.(*ast.Ident); !ok || of.Name != "lipgloss" {
				return true
			}
			switch name := sel.Sel.Name; name {
			case "Renderer", "Style": // types
			case "NewRenderer", "Color":
				if dir := filepath.Dir(path); dir != "theme" && dir != "." {
					t.Errorf("%s uses lipgloss.%s", path, name)
				}
			case "SetHasDarkBackground":
				if filepath.Dir(path) != filepath.Join("internal", "background") {
					t.Errorf("%s uses lipgloss.%s", path, name)
				}
			default:
				t.Errorf("%s uses lipgloss.%s", path, name)
			}
			return true
		})
	})
}
