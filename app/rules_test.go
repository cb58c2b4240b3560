package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/client/tsa"
	"campus.example/sealdesk/config"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/storage"
	"campus.example/sealdesk/workflow/port"
)

func noEnv(string) string { return "" }

func newOffice(t *testing.T) InitOptions {
	t.Helper()
	return InitOptions{
		Dir: filepath.Join(t.TempDir(), "office"), Getenv: noEnv, Config: DefaultSettings(), Now: time.Now,
		Name: "测试大学", PIN: []byte("123456"), First: NewOperator{Name: "lin", OSUser: "lin", Roles: domain.Roles()},
	}
}

// newFolder makes the data folder of an office.
func newFolder(t *testing.T) string {
	t.Helper()
	o := newOffice(t)
	if err := Init(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	return o.Dir
}

// oldFolder makes a data folder as a program without rules left it.
func oldFolder(t *testing.T, o InitOptions) string {
	t.Helper()
	if err := layOut(o); err != nil {
		t.Fatal(err)
	}
	s, err := storage.Open(t.Context(), storage.Options{Dir: o.Dir})
	if err != nil {
		t.Fatal(err)
	}
	err = s.InTx(t.Context(), func(tx port.Tx) error {
		return tx.PutOperator(domain.Operator{Name: o.First.Name, OSUser: o.First.OSUser, Roles: o.First.Roles})
	})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return o.Dir
}

func opened(t *testing.T, dir string, getenv func(string) string) *App {
	t.Helper()
	a, err := Open(t.Context(), Options{Dir: dir, Getenv: getenv})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

func (a *App) ruleValues(t *testing.T) map[domain.RuleKey]string {
	t.Helper()
	list, err := a.Office.ListRules(t.Context(), domain.Claimed("lin"))
	if err != nil {
		t.Fatal(err)
	}
	values := map[domain.RuleKey]string{}
	for _, r := range list {
		values[r.Key] = r.Value
	}
	return values
}

func (a *App) events(t *testing.T, object string) (list []domain.Event) {
	t.Helper()
	err := a.Store.Read(t.Context(), func(tx port.Tx) (err error) {
		list, err = tx.Events(domain.EventFilter{Object: object})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// A folder of an older program takes the settings that were in force over, once: the environment before the file. What
// they say afterwards counts for nothing.
func TestOldFolderTakesItsSettingsOverOnce(t *testing.T) {
	o := newOffice(t)
	o.Config.Identity.BaseURL, o.Config.Identity.KeyID = "https://ID.example.invalid/v1", "k"
	o.Config.Identity.Secret, o.Files = config.Secret{File: "secrets/identity"}, map[string][]byte{"secrets/identity": []byte("s\n")}
	dir := oldFolder(t, o)
	doc, err := os.ReadFile(config.Path(dir))
	if err != nil {
		t.Fatal(err)
	}
	doc = bytes.Replace(doc, []byte("[seal]\n"), []byte("[seal]\nsecond_from = 1000000\n"), 1)
	doc = bytes.Replace(doc, []byte("[sms]\n"), []byte("[sms]\nquiet_hours = \"\"\n"), 1)
	if err := os.WriteFile(config.Path(dir), doc, 0o600); err != nil {
		t.Fatal(err)
	}
	env := func(name string) string {
		return map[string]string{"SEALDESK_IDENTITY_TRIES_PER_DAY": "5"}[name]
	}
	a := opened(t, dir, env)
	values := a.ruleValues(t)
	for key, want := range map[domain.RuleKey]string{
		domain.RuleSecondFrom: "1000000", domain.RuleQuietHours: "none", domain.RuleTriesPerDay: "5", domain.RuleKeepYears: "15",
		domain.RuleCompanyCheck: "declared", domain.RuleIdentityProvider: "campus@id.example.invalid", domain.RuleTimeAuthority: "none",
	} {
		if values[key] != want {
			t.Errorf("%s is %q, want %q", key, values[key], want)
		}
	}
	events := a.events(t, "rules")
	last := events[len(events)-1]
	if last.Action != domain.ActionRuleAdopt || last.After != "adopted" || last.Detail.Get("second_from") != "1000000" ||
		!strings.HasPrefix(last.Detail.Get("place_of_second_from"), "sealdesk.toml:") ||
		last.Detail.Get("place_of_tries_per_day") != "SEALDESK_IDENTITY_TRIES_PER_DAY" {
		t.Errorf("%+v", last)
	}
	loose := func(name string) string {
		return map[string]string{"SEALDESK_SEAL_SECOND_FROM": "0", "SEALDESK_IDENTITY_TRIES_PER_DAY": "x"}[name]
	}
	again := opened(t, dir, loose)
	if values := again.ruleValues(t); values[domain.RuleSecondFrom] != "1000000" || values[domain.RuleTriesPerDay] != "5" {
		t.Errorf("taken over again: %v", values)
	}
	if n := len(again.events(t, "rules")); n != len(events) {
		t.Errorf("%d events, there were %d", n, len(events))
	}
	if ignored := again.Ignored(); len(ignored) != 3 {
		t.Errorf("named: %+v", ignored)
	}
}

// A value that no rule can have stops the upgrade, as it stopped the program of before, and nothing is taken over.
func TestUnusableSettingIsNotTakenOver(t *testing.T) {
	dir := oldFolder(t, newOffice(t))
	bad := func(name string) string { return map[string]string{"SEALDESK_DOCUMENTS_KEEP_YEARS": "0"}[name] }
	_, err := Open(t.Context(), Options{Dir: dir, Getenv: bad})
	if domain.CodeOf(err) != domain.CodeConfig || !strings.Contains(err.Error(), "SEALDESK_DOCUMENTS_KEEP_YEARS") {
		t.Fatal(err)
	}
	a := opened(t, dir, noEnv)
	if values := a.ruleValues(t); values[domain.RuleKeepYears] != "15" {
		t.Errorf("%v", values)
	}
}

// A provider that is put into the settings without the rule is named, by the doctor too.
func TestProviderOfTheSettingsAloneIsNotAdmitted(t *testing.T) {
	dir := newFolder(t)
	elsewhere := func(name string) string {
		return map[string]string{
			"SEALDESK_IDENTITY_BASE_URL": "https://127.0.0.1:1", "SEALDESK_IDENTITY_KEY_ID": "k", "SEALDESK_IDENTITY_SECRET": "s",
			"SEALDESK_TIMESTAMP_URL": "http://127.0.0.1:1/tsa",
		}[name]
	}
	a := opened(t, dir, elsewhere)
	why, err := a.NotAdmitted(t.Context())
	if err != nil || len(why) != 2 {
		t.Fatalf("%v, %v", why, err)
	}
	for _, e := range why {
		if domain.CodeOf(e) != domain.CodeProviderNotAdmitted {
			t.Error(e)
		}
	}
	bad := 0
	for _, c := range a.Doctor(t.Context(), domain.Claimed("lin")) {
		if domain.CodeOf(c.Err) == domain.CodeProviderNotAdmitted && c.Level == Bad {
			bad++
		}
	}
	if bad != 2 {
		t.Errorf("the doctor names %d", bad)
	}
	for key, value := range map[domain.RuleKey]string{domain.RuleIdentityProvider: "campus@loopback", domain.RuleTimeAuthority: "loopback"} {
		if _, err := a.Office.SetRule(t.Context(), domain.Claimed("lin"), key, value, "启用"); err != nil {
			t.Fatal(err)
		}
	}
	if why, err := a.NotAdmitted(t.Context()); err != nil || len(why) != 0 {
		t.Errorf("%v, %v", why, err)
	}
}

// The start of serve and console notes in the log what is ignored and what is not admitted.
func TestStartLogsWhatIsIgnored(t *testing.T) {
	dir := newFolder(t)
	a := opened(t, dir, func(name string) string {
		return map[string]string{"SEALDESK_SEAL_SECOND_FROM": "0", "SEALDESK_TIMESTAMP_URL": "http://tsa.example.invalid"}[name]
	})
	if err := a.logRules(t.Context()); err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(filepath.Join(dir, "sealdesk.log"))
	if err != nil {
		t.Fatal(err)
	}
	var places []string
	for line := range bytes.Lines(log) {
		var entry struct{ Place, Why string }
		if err := json.Unmarshal(line, &entry); err != nil {
			t.Fatal(err)
		}
		places = append(places, entry.Place+entry.Why)
	}
	all := strings.Join(places, "\n")
	if !strings.Contains(all, "SEALDESK_SEAL_SECOND_FROM") || !strings.Contains(all, "tsa.example.invalid") {
		t.Errorf("%s", log)
	}
}

// The anchors of a new folder are those of its settings. A file with one that the rule does not list is named.
func TestAnchorsOfTheSettingsAreListed(t *testing.T) {
	o, other := newOffice(t), newOffice(t)
	o.Config.Timestamp = config.Timestamp{URL: "http://127.0.0.1:1", Roots: "pki/root.pem"}
	for _, o := range []InitOptions{o, other} {
		if err := Init(t.Context(), o); err != nil {
			t.Fatal(err)
		}
	}
	sum := func(dir string) string {
		content, err := os.ReadFile(filepath.Join(dir, pkiFolder, "root.pem"))
		if err != nil {
			t.Fatal(err)
		}
		roots, err := Anchors(File{Name: "root.pem", Content: content})
		if err != nil || len(roots) != 1 {
			t.Fatalf("%d, %v", len(roots), err)
		}
		return fmt.Sprintf("%x", sha256.Sum256(roots[0]))
	}
	listed, strange := sum(o.Dir), sum(other.Dir)
	if got := opened(t, o.Dir, noEnv).ruleValues(t)[domain.RuleTrustAnchors]; got != listed {
		t.Errorf("the rule is %q, the anchor %q", got, listed)
	}
	elsewhere := func(name string) string {
		return map[string]string{"SEALDESK_TIMESTAMP_ROOTS": filepath.Join(other.Dir, pkiFolder, "root.pem")}[name]
	}
	a := opened(t, o.Dir, elsewhere)
	why, err := a.NotAdmitted(t.Context())
	if err != nil || len(why) != 1 || !strings.Contains(i18n.For(i18n.English).Sentence(why[0]), strange) {
		t.Errorf("%v, %v", why, err)
	}
	for _, c := range a.Doctor(t.Context(), domain.Claimed(o.First.Name)) {
		if c.Name == tsa.Provider && (c.Level != Bad || domain.CodeOf(c.Err) != domain.CodeOf(why[0])) {
			t.Errorf("the doctor finds the authority %s, %v", c.Level, c.Err)
		}
	}
}
