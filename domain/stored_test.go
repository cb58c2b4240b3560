package domain

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// storedList is the list of the words that data folders hold, each behind its category. Nothing writes it but people.
const storedList = "testdata/stored.txt"

// Stored words never change, whatever the identifiers are called: data folders outlive the program that wrote them.
func TestStoredWordsDoNotChange(t *testing.T) {
	content, err := os.ReadFile(storedList)
	if err != nil {
		t.Fatal(err)
	}
	listed := strings.Split(strings.TrimSuffix(string(content), "\n"), "\n")
	if !slices.IsSorted(listed) || len(slices.Compact(slices.Clone(listed))) != len(listed) {
		t.Errorf("%s is not sorted, or lists a word twice", storedList)
	}
	have := storedWords(t)
	for _, word := range listed {
		if !slices.Contains(have, word) {
			t.Errorf("%s is gone or has changed. Data folders that exist hold the word, and programs to come must read it: "+
				"put it back. What means something else gets a word of its own.", word)
		}
	}
	for _, word := range have {
		if !slices.Contains(listed, word) {
			t.Errorf("%s is new: add the line to %s, where it stays. A type whose words no folder holds is named in notStored.",
				word, storedList)
		}
	}
}

// notStored are the types and untyped constants of this package whose words no data folder holds.
func notStored() []string {
	return []string{
		"Kind", "Right", "Outcome", "JobClass", // sorting, rights and answers that are looked at at once
		"ESealYes", "creditAlphabet", "performer", "performerToo", "representative", // read and shown, never written
	}
}

// storedWords returns every string constant of this package and every field of the stored JSON as a line of the list.
func storedWords(t *testing.T) (lines []string) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range tree.Decls {
			if group, ok := d.(*ast.GenDecl); ok && group.Tok == token.CONST {
				for _, spec := range group.Specs {
					lines = append(lines, wordsOf(t, spec.(*ast.ValueSpec))...)
				}
			}
		}
	}
	for _, of := range []any{Receipt{}, Appearance{}, Template{}, Spot{}, PlaceWords{}, Reconciliation{}, Difference{}} {
		lines = append(lines, fieldsOf(reflect.TypeOf(of))...)
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

// wordsOf returns the string constants of one specification. The category is the type, or for an untyped one the first
// word of its name.
func wordsOf(t *testing.T, spec *ast.ValueSpec) (lines []string) {
	t.Helper()
	for i, name := range spec.Names {
		category := regexp.MustCompile(`^(ID|JobKey|[A-Za-z][a-z]*)`).FindString(name.Name)
		if spec.Type != nil {
			category = fmt.Sprint(spec.Type)
		}
		if i >= len(spec.Values) || slices.Contains(notStored(), category) || slices.Contains(notStored(), name.Name) {
			continue
		}
		if literal, ok := spec.Values[i].(*ast.BasicLit); ok && literal.Kind == token.STRING {
			value, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, category+" "+strconv.Quote(value))
		}
	}
	return lines
}

// fieldsOf returns the names under which a struct is kept as JSON. A field without a tag would change its name with its
// identifier.
func fieldsOf(of reflect.Type) (lines []string) {
	for i := range of.NumField() {
		name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		if name == "" {
			name = "without a tag: " + of.Field(i).Name
		}
		lines = append(lines, "JSON of "+of.Name()+" "+strconv.Quote(name))
	}
	return lines
}
