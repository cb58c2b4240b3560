package ui_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/muesli/termenv"

	"sealdesk/i18n"
	"sealdesk/ui/keys"
	"sealdesk/ui/page"
	"sealdesk/ui/page/contract"
	"sealdesk/ui/page/pipeline"
	"sealdesk/ui/page/review"
	"sealdesk/ui/page/sealing"
	"sealdesk/ui/page/verification"
	"sealdesk/ui/theme"
)

// What has a key has words, and no key means two things on one page.
func TestTables(t *testing.T) {
	for _, lang := range i18n.Languages() {
		text := i18n.For(lang)
		d := &page.Deps{Text: text, Now: noon, Theme: theme.New(renderer(termenv.TrueColor), theme.Dark)}
		for name, p := range map[string]page.Page{
			"pipeline": pipeline.New(d), "verification": verification.New(d), "review": review.New(d),
			"sealing": sealing.New(d), "contract": contract.New(d, "", nil),
		} {
			table := p.Actions()
			if twice := table.Clashes(); len(twice) > 0 {
				t.Errorf("%s: %v", name, twice)
			}
			for _, a := range append(table, keys.Global()...) {
				if words := text.Console.Actions[string(a.ID)]; words.Name == "" || words.Help == "" {
					t.Errorf("%s: no words for %s", name, a.ID)
				}
			}
			if text.Console.Pages[name] == "" {
				t.Errorf("no word for the page %s", name)
			}
		}
	}
}

// Every action the office records on a contract has words.
func TestEvents(t *testing.T) {
	files, err := filepath.Glob("../workflow/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	action := regexp.MustCompile(`"((?:contract|seal|sign|sms)\.[a-z_]+)"`)
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range action.FindAllStringSubmatch(string(b), -1) {
			for _, lang := range i18n.Languages() {
				if i18n.For(lang).Console.Events[found[1]] == "" {
					t.Errorf("%s in %s has no words in %s", found[1], path, lang)
				}
			}
		}
	}
}
