package docs_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
)

// The table of rules.md has every rule in its order, with the values and the default it has.
func TestRulesAreDocumented(t *testing.T) {
	doc := strings.Join(lines(t, "rules.md"), "\n")
	var want, got []string
	for _, s := range domain.RuleSpecs() {
		want = append(want, string(s.Key)+" | "+s.Values+" | "+s.Default)
		row := regexp.MustCompile("(?m)^\\| `" + string(s.Key) + "` .*$").FindString(doc)
		if carried := !strings.Contains(row, "Not carried out"); carried != (s.Off == "") {
			t.Errorf("%s: carried out %v: %s", s.Key, s.Off == "", row)
		}
	}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z_]+)` \\| .+ \\| `(.+)` \\| `(.+)` \\|$").FindAllStringSubmatch(doc, -1) {
		got = append(got, m[1]+" | "+m[2]+" | "+m[3])
	}
	if !slices.Equal(got, want) {
		t.Errorf("rules.md has\n%s\nand the table\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
