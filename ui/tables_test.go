package ui_test

import (
	"testing"

	"github.com/muesli/termenv"

	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/ui/keys"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/ui/page/contract"
	"campus.example/sealdesk/ui/page/pipeline"
	"campus.example/sealdesk/ui/page/review"
	"campus.example/sealdesk/ui/page/sealing"
	"campus.example/sealdesk/ui/page/verification"
	"campus.example/sealdesk/ui/theme"
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
