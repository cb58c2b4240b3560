package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/storage"
	"campus.example/sealdesk/workflow/port"
)

// shell runs commands on one data folder, as the account of its first operator.
type shell struct {
	t   *testing.T
	dir string
	env map[string]string
}

func (s shell) run(args ...string) (out, complaint string, code int) {
	s.t.Helper()
	var stdout, stderr bytes.Buffer
	code = Run(s.t.Context(), World{
		Args: append([]string{"--dir", s.dir, "--lang", "en"}, args...), In: strings.NewReader(""), Out: &stdout, Err: &stderr,
		Getenv: func(name string) string { return s.env[name] }, OSUser: "lin",
	})
	return stdout.String(), stderr.String(), code
}

func (s shell) must(args ...string) string {
	s.t.Helper()
	out, complaint, code := s.run(args...)
	if code != 0 {
		s.t.Fatalf("%v: exit %d, %s", args, code, complaint)
	}
	return out
}

// newShell makes an office whose first operator is a verified sealer, and a contract that waits for the contract seal.
func newShell(t *testing.T) (s shell, pin string) {
	t.Helper()
	s = shell{t: t, dir: filepath.Join(t.TempDir(), "office"), env: map[string]string{}}
	pin = filepath.Join(t.TempDir(), "pin")
	if err := os.WriteFile(pin, []byte("123456\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.must("init", "--name", "测试大学", "--pin-file", pin, "--first-operator", "lin", "--phone", "15400000001")
	s.store(func(tx port.Tx) error {
		op, err := tx.Operator("lin")
		if err != nil {
			return err
		}
		p, err := tx.Person(op.Person)
		if err != nil {
			return err
		}
		now := time.Now()
		p.Identity = domain.Identity{Name: "林采", Kind: domain.DocPassport, Number: "E00000001"}
		p.Method, p.Verified, p.ValidTill = domain.MethodManual, now, now.AddDate(1, 0, 0)
		return errors.Join(tx.UpdatePerson(p), tx.InsertContract(domain.Contract{
			No: "HT-1", Title: "样例合同", Amount: 2_460_000 * domain.Yuan,
			A: domain.Party{Name: "测试大学"}, B: domain.Party{Name: "样例公司"},
			Stage: domain.StageToSeal, StageSince: now, ReceivedAt: now,
		}))
	})
	return s, pin
}

func (s shell) store(act func(port.Tx) error) {
	s.t.Helper()
	store, err := storage.Open(s.t.Context(), storage.Options{Dir: s.dir})
	if err != nil {
		s.t.Fatal(err)
	}
	if err := errors.Join(store.InTx(s.t.Context(), act), store.Close()); err != nil {
		s.t.Fatal(err)
	}
}

// OPR-12: the amount from which two people seal is a rule, and no variable of the sealer's own command turns it off.
func TestOPR12EnvironmentDoesNotTurnFourEyesOff(t *testing.T) {
	s, pin := newShell(t)
	s.must("rules", "set", "second_from", "1000000", "--reason", "内控要求")
	s.env["SEALDESK_SEAL_SECOND_FROM"] = "0"
	_, complaint, code := s.run("seal", "HT-1", "--pin-file", pin)
	if code != exitNotSo || !strings.Contains(complaint, "second sealer") {
		t.Errorf("exit %d, %s", code, complaint)
	}
	s.store(func(tx port.Tx) error {
		events, err := tx.Events(domain.EventFilter{Object: "contract:HT-1"})
		if len(events) != 1 || events[0].Code != domain.CodeSecondMissing {
			t.Errorf("recorded: %+v", events)
		}
		return err
	})
	s.must("rules", "set", "second_from", "0", "--reason", "年度调整")
	if _, complaint, code := s.run("confirm", "HT-1"); code != exitNotSo || !strings.Contains(complaint, "below the amount") {
		t.Errorf("with the rule off: exit %d, %s", code, complaint)
	}
}

func TestRulesAreListedChangedAndKept(t *testing.T) {
	s, _ := newShell(t)
	for _, refused := range []struct {
		args []string
		says string
	}{
		{[]string{"keep_years", "30"}, "reason"},
		{[]string{"review_sample", "5", "--reason", "抽查"}, "does not yet carry out"},
		{[]string{"keep_years", "500", "--reason", "档案规定"}, "1-100"},
	} {
		_, complaint, code := s.run(append([]string{"rules", "set"}, refused.args...)...)
		if code != exitUsage || !strings.Contains(complaint, refused.says) {
			t.Errorf("%v: exit %d, %s", refused.args, code, complaint)
		}
	}
	if out := s.must("rules", "set", "keep_years", "30", "--reason", "档案规定"); !strings.Contains(out, `"30" now; it was "15"`) {
		t.Error(out)
	}
	var rules []output.Rule
	if err := json.Unmarshal([]byte(s.must("rules", "--json")), &rules); err != nil || len(rules) != len(domain.RuleSpecs()) {
		t.Fatalf("%d rules, %v", len(rules), err)
	}
	for _, r := range rules {
		switch {
		case r.Meaning == "" || r.Meaning == r.Key || r.Since == "":
			t.Errorf("%+v", r)
		case r.Key == string(domain.RuleKeepYears) && (r.Value != "30" || r.By != "lin" || r.Reason != "档案规定" || r.Origin != string(domain.RuleSet)):
			t.Errorf("%+v", r)
		case r.Key == string(domain.RuleReviewSample) && r.CarriedOut:
			t.Errorf("%+v", r)
		}
	}
	if out := s.must("rules"); !strings.Contains(out, "档案规定") || !strings.Contains(out, "0 (not carried out yet)") {
		t.Error(out)
	}
	var history []output.RuleChange
	if err := json.Unmarshal([]byte(s.must("rules", "history", "keep_years", "--json")), &history); err != nil || len(history) != 2 ||
		history[1].Before != "15" || history[1].After != "30" || history[1].ProposedBy != "lin" || history[1].DecidedBy != "lin" {
		t.Errorf("%+v, %v", history, err)
	}
	if out := s.must("rules", "history"); !strings.Contains(out, "set when the folder was made") {
		t.Error(out)
	}
}

// A setting that is a rule now is named by config check, which is not a fault, and no command obeys or shows it.
func TestMovedSettingsAreNamed(t *testing.T) {
	s, _ := newShell(t)
	path := strings.TrimSpace(s.must("config", "path"))
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(file), "second_from") || strings.Contains(string(file), "quiet_hours") {
		t.Errorf("the file offers what is a rule:\n%s", file)
	}
	ready := strings.Replace(string(file), "[seal]", "[seal]\nsecond_from = 5", 1)
	if err := os.WriteFile(path, []byte(ready), 0o600); err != nil {
		t.Fatal(err)
	}
	s.env["SEALDESK_DOCUMENTS_KEEP_YEARS"] = "1"
	if out := s.must("config", "show"); strings.Contains(out, "second_from") || strings.Contains(out, "keep_years") {
		t.Error(out)
	}
	var rules []output.Rule
	if err := json.Unmarshal([]byte(s.must("rules", "--json")), &rules); err != nil || rules[0].Value != "0" || rules[3].Value != "15" {
		t.Errorf("%+v, %v", rules, err)
	}
	s.store(func(tx port.Tx) error {
		events, err := tx.Events(domain.EventFilter{Object: "settings"})
		if len(events) != 1 || events[0].Detail.Get("keys") != "seal.second_from" {
			t.Errorf("the changed file: %+v", events)
		}
		return err
	})
	for key, value := range map[string]string{
		"PORTAL_BASE_URL": "http://127.0.0.1:9180", "PROCUREMENT_BASE_URL": "http://127.0.0.1:1", "PROCUREMENT_KEY_ID": "k",
		"PROCUREMENT_SECRET": "s",
		"SMS_ACCESS_KEY_ID":  "k", "SMS_ACCESS_KEY_SECRET": "s", "SMS_SIGN_NAME": "x", "SMS_TEMPLATES_LINK_B": "1", "SMS_TEMPLATES_LINK_A": "1",
		"SMS_TEMPLATES_DUTY": "1", "SMS_TEMPLATES_CODE": "1", "SMS_TEMPLATES_DONE": "1", "SMS_TEMPLATES_RECALL": "1", "SMS_TEMPLATES_WARN": "1",
		"IDENTITY_BASE_URL": "http://127.0.0.1:1", "IDENTITY_KEY_ID": "k", "IDENTITY_SECRET": "s",
	} {
		s.env["SEALDESK_"+key] = value
	}
	_, named, code := s.run("config", "check")
	if code != 0 || strings.Count(named, "is a rule now") != 2 || !strings.Contains(named, "sealdesk.toml:") ||
		!strings.Contains(named, "SEALDESK_DOCUMENTS_KEEP_YEARS") {
		t.Errorf("exit %d:\n%s", code, named)
	}
	s.env["SEALDESK_PORTAL_LISTEN"] = "127.0.0.1:0"
	said := s.serve("SEALDESK_DOCUMENTS_KEEP_YEARS is a rule now", "Signers' pages")
	if strings.Count(said, "is a rule now") != 2 || !strings.Contains(said, "campus@loopback") {
		t.Errorf("serve says\n%s", said)
	}
}

// serve runs the service until it has said all of the words, and returns what it said.
func (s shell) serve(until ...string) string {
	s.t.Helper()
	ctx, stop := context.WithCancel(s.t.Context())
	defer stop()
	heard := &listener{until: until, stop: stop}
	Run(ctx, World{ // stopped in the middle of its start: how it ends is no matter here
		Args: []string{"--dir", s.dir, "--lang", "en", "serve"}, In: strings.NewReader(""), Out: heard, Err: heard,
		Getenv: func(name string) string { return s.env[name] }, OSUser: "lin",
	})
	return heard.said.String()
}

// listener stops a service once it has said enough.
type listener struct {
	mu    sync.Mutex
	said  strings.Builder
	until []string
	stop  func()
}

func (l *listener) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	n, err := l.said.Write(b)
	for _, words := range l.until {
		if !strings.Contains(l.said.String(), words) {
			return n, err
		}
	}
	l.stop()
	return n, err
}
