package workflow_test

import (
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/rules"
)

// A folder takes its rules over once, with one event; what it has then stays.
func TestRulesAreFoundedOnce(t *testing.T) {
	d := newDesk(t)
	if missing, err := d.MissingRules(t.Context()); err != nil || len(missing) != 0 {
		t.Fatalf("%v, %v", missing, err)
	}
	e := d.last("rules")
	if e.Action != domain.ActionRuleAdopt || e.Actor.Kind != domain.ActorSystem || e.Detail.Get("quiet_hours") != "none" ||
		e.Detail.Get("identity_provider") != "campus@loopback" || e.Detail.Get("second_from") != "0" {
		t.Errorf("%+v", e)
	}
	d.must(d.FoundRules(t.Context(), rules.Founding{
		Origin: domain.RuleAdopted, Values: map[domain.RuleKey]string{domain.RuleSecondFrom: "5"},
	}))
	if r := d.state(domain.RuleSecondFrom); r.Value != "0" || d.last("rules").Seq != e.Seq {
		t.Errorf("taken over again: %+v", r)
	}
}

// A settings file that has changed is an event with the names of the changed keys; the first and an unchanged one are not.
func TestChangedSettingsAreAnEvent(t *testing.T) {
	d := newDesk(t)
	note := func(sha string, keys map[string]string) {
		t.Helper()
		d.must(d.NoteSettings(t.Context(), rules.SettingsFile{SHA256: sha, Keys: keys}))
	}
	note("aa", map[string]string{"office.phone": "1", "office.unit": "1", "log.level": "1"})
	note("aa", map[string]string{"office.phone": "1", "office.unit": "1", "log.level": "1"})
	if got := d.events("settings"); len(got) != 0 {
		t.Fatal(got)
	}
	note("bb", map[string]string{"office.phone": "2", "office.unit": "1", "portal.listen": "1"})
	note("bb", map[string]string{"office.phone": "2", "office.unit": "1", "portal.listen": "1"})
	e := d.last("settings")
	if e.Action != domain.ActionSettingsChanged || e.Before != "aa" || e.After != "bb" ||
		e.Detail.Get("keys") != "log.level,office.phone,portal.listen" {
		t.Errorf("%+v", e)
	}
	if got := d.events("settings"); len(got) != 1 {
		t.Error(got)
	}
}
