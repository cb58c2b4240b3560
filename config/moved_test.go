package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const oldOffice = `
[office]
name = "测试大学"

[sms]
quiet_hours = ""

[seal]
second_from = 1000000
`

// Keys that are rules now are known, named with their place, and neither checked nor shown.
func TestMovedKeysAreNamedAndNotTaken(t *testing.T) {
	env := envOf(map[string]string{
		"SEALDESK_SEAL_SECOND_FROM": "0", "SEALDESK_DOCUMENTS_KEEP_YEARS": "many", "SEALDESK_IDENTITY_TRIES_PER_DAY": "",
	})
	c, err := Load(office(t, oldOffice), env)
	if err != nil {
		t.Fatal(err)
	}
	want := []Moved{
		{Key: "sms.quiet_hours", Rule: "quiet_hours", Value: "", Line: 6},
		{Key: "seal.second_from", Rule: "second_from", Value: "0", Line: 9, Env: "SEALDESK_SEAL_SECOND_FROM"},
		{Key: "documents.keep_years", Rule: "keep_years", Value: "many", Env: "SEALDESK_DOCUMENTS_KEEP_YEARS"},
	}
	if diff := cmp.Diff(want, c.Moved()); diff != "" {
		t.Error(diff)
	}
	if got := c.Moved()[1].Place(); got != "sealdesk.toml:9: seal.second_from, SEALDESK_SEAL_SECOND_FROM" {
		t.Error(got)
	}
	for _, shown := range []string{c.Show(), Default().Show(), c.render(true)} {
		for _, m := range movedKeys() {
			name := m.Key[strings.LastIndexByte(m.Key, '.')+1:]
			if strings.Contains(shown, name) {
				t.Errorf("%s is shown in\n%s", m.Key, shown)
			}
		}
	}
	none, err := Load(office(t, wholeOffice), noEnv)
	if err != nil || len(none.Moved()) != 0 {
		t.Errorf("%v, %v", none.Moved(), err)
	}
}

// What identifies a settings file changes with the file, and for each key with its value alone.
func TestWrittenSettingsAreIdentified(t *testing.T) {
	load := func(doc string) (string, map[string]string) {
		c, err := Load(office(t, doc), envOf(map[string]string{"SEALDESK_OFFICE_UNIT": "别的办公室"}))
		if err != nil {
			t.Fatal(err)
		}
		return c.Written()
	}
	sha, keys := load(oldOffice)
	again, same := load("# a comment\n" + oldOffice)
	if again == sha || !cmp.Equal(keys, same) || len(keys) != 3 {
		t.Errorf("%s %v, with a comment %s %v", sha, keys, again, same)
	}
	_, other := load(strings.Replace(oldOffice, "1000000", "1", 1))
	if other["seal.second_from"] == keys["seal.second_from"] || other["office.name"] != keys["office.name"] {
		t.Errorf("%v, changed %v", keys, other)
	}
}
