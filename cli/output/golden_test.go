//go:build !office

package output_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/cli/demo"
	"campus.example/sealdesk/cli/output"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares what was printed with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s:\n%s\nnot\n%s", name, got, want)
	}
}

// The JSON documents are a contract with scripts: names, order and form of every field.
func TestJSONIsAsItWas(t *testing.T) {
	for name, shape := range shapes(t) {
		var b bytes.Buffer
		if err := (output.Printer{Text: i18n.For(i18n.English), Out: &b}).JSON(shape); err != nil {
			t.Fatal(err)
		}
		if !json.Valid(b.Bytes()) {
			t.Errorf("%s is no JSON", name)
		}
		if name != "health" { // its Go version and its disk are those of the machine
			golden(t, name+".json", b.Bytes())
		}
	}
}

// recalled is the dossier of a contract that was recalled in its second round, as the tables show it.
func recalled() app.Dossier {
	at := noon()
	b := domain.Person{ID: "psn_b", Phone: phone, Method: domain.MethodPhone, Verified: at, ValidTill: at.AddDate(1, 0, 0)}
	b.Identity.Name = "王履约"
	a := domain.Person{ID: "psn_a", Phone: "15400000021"}
	contract := domain.Contract{
		No: "HT-2026-0001", Title: "服务器采购合同", Amount: 128000000, Stage: domain.StageRecalled, StageSince: at, Reason: "文本有误", Round: 1,
		Source: domain.FromProcurement, Approval: domain.Approval{By: "采购办", At: at}, Pages: 3, ExpiresAt: at.AddDate(0, 0, 15),
		OriginalSHA: strings.Repeat("ab", 32), CurrentSHA: strings.Repeat("cd", 32),
		A:       domain.Party{Name: "测试大学", Person: "陈实验", Phone: "15400000021", Signer: "psn_a"},
		B:       domain.Party{Name: "样例信息系统有限公司", Phone: phone, Signer: "psn_b"},
		Problem: domain.Problem{Code: domain.CodeNoDuty, Since: at},
	}
	event := func(seq int64, who domain.Actor, action domain.Action, object, after string, more domain.Event) domain.Event {
		more.Seq, more.At, more.Actor, more.Action, more.Object, more.After = seq, at.Add(time.Duration(seq)*time.Minute), who, action, object, after
		return more
	}
	wen := domain.Actor{Kind: domain.ActorOperator, ID: "wen"}
	return app.Dossier{
		Contract: contract, Signers: map[domain.Side]domain.Person{domain.PartyA: a, domain.PartyB: b},
		Ops: []domain.SealOp{
			{ID: "op_1", Act: domain.ActBSign, State: domain.SealCommitted, Person: "psn_b", Signing: at},
			{ID: "op_2", Act: domain.ActBSign, State: domain.SealCommitted, Round: 1, Person: "psn_b", Signing: at.AddDate(0, 0, 1)},
			{ID: "op_3", Act: domain.ActOfficeSeal, State: domain.SealQuarantined, Round: 1, Person: "psn_w", Operator: "wen", Signing: at.AddDate(0, 0, 2)},
		},
		Messages: []domain.Message{{Kind: domain.MessageLinkB, Phone: phone, State: domain.MessageDelivered, Queued: at}},
		Events: []domain.Event{
			event(1, domain.Actor{Kind: domain.ActorProcurement}, domain.ActionContractIntake, "contract:HT-2026-0001", "to_push", domain.Event{}),
			event(2, wen, domain.ActionContractPush, "contract:HT-2026-0001", "b_signing", domain.Event{Detail: domain.Fields("sha256", "ab")}),
			event(3, domain.Actor{Kind: domain.ActorSigner, ID: "psn_b"}, domain.ActionSealCommit, "contract:HT-2026-0001", "b_sealing", domain.Event{}),
			event(4, domain.Actor{Kind: domain.ActorSigner, ID: "psn_x"}, domain.ActionReviewRejected, "review:rev_1", "rejected",
				domain.Event{Code: domain.Code(domain.ReasonCopy)}),
			event(5, wen, domain.ActionContractSeal, "contract:HT-2026-0001", "", domain.Event{Code: domain.CodeNoRight}),
			event(6, domain.Actor{Kind: domain.ActorSystem}, domain.ActionSMSDelivered, "contract:HT-2026-0001", "delivered", domain.Event{}),
			event(7, wen, domain.ActionContractRecall, "contract:HT-2026-0001", "recalled", domain.Event{Detail: domain.Fields("reason", "文本有误")}),
		},
	}
}

// printed returns everything that the tables print in a language.
func printed(t *testing.T, lang string) []byte {
	t.Helper()
	var b bytes.Buffer
	p := output.Printer{Text: i18n.For(lang), Out: &b, Err: &b}
	d, at := recalled(), noon()
	turned := domain.Contract{No: "HT-2", Title: strings.Repeat("很长的合同名称", 6), Stage: domain.StageTurnedAway, Reason: string(domain.CodeNotApproved), StageSince: at}
	verification := domain.Verification{
		ID: "ver_1", Person: "psn_b", Method: domain.MethodBank, State: domain.VerificationFailed, Started: at,
		Identity: domain.Identity{Name: "王履约", Kind: domain.DocIDCard, Number: "100000199001010018"},
	}
	review := app.ReviewCase{Review: domain.Review{ID: "rev_1", Kind: domain.ReviewIdentity, State: domain.ReviewClaimed, Opened: at, Due: at, By: "wen"}, Try: verification}
	seal := app.ReviewCase{Review: domain.Review{ID: "rev_2", Kind: domain.ReviewSeal, Enrolment: "enr_1", State: domain.ReviewOpen, Opened: at, Due: at}}
	seal.Shown.Name = "样例信息系统有限公司"
	signing := at
	report := output.Report{File: "final.pdf", Verdict: "invalid", Removed: 1, Signatures: []output.ReportSignature{
		{Field: "Sealdesk.PartyB.Signature", Kind: "act", Signer: "王履约", Level: "B-T", Intact: true, Trusted: true, SigningTime: &signing},
		{Field: "stamp", Kind: "timestamp", Signer: "TSA", Reason: "digest_mismatch"},
	}}
	failed := complaints(p)
	steps := []struct {
		title string
		print func() error
	}{
		{"contracts", func() error { return p.Contracts([]domain.Contract{d.Contract, turned}) }},
		{"contract", func() error { return p.Page(d) }},
		{"audit export", func() error { return p.Events(d.Events) }},
		{"jobs", func() error {
			return p.Jobs([]domain.Job{
				{ID: 1, Kind: domain.JobPoll, State: domain.JobReady, Attempt: 30, RunAt: at, LastError: "later: schedule"},
				{ID: 2, Kind: domain.JobSMS, State: domain.JobDead, Attempt: 3, RunAt: at, LastError: "provider_down: sms: connection refused"},
				{ID: 3, Kind: domain.JobAct, State: domain.JobUnknown, RunAt: at, LastError: "context deadline exceeded"},
			})
		}},
		{"verifications", func() error { return p.Verifications([]domain.Verification{verification}) }},
		{"reviews", func() error { return p.Reviews([]app.ReviewCase{review, seal}) }},
		{"operator list", func() error {
			return p.Operators([]domain.Operator{
				{Name: "demo", Roles: domain.Roles(), OSUser: "root", Person: "psn_w", Duty: true},
				{Name: "an", Roles: []domain.Role{domain.RoleAuditor}, Disabled: true},
			})
		}},
		{"template list", func() error {
			return p.Templates([]domain.Template{{
				Name: "服务器", Title: "服务器采购", Words: domain.PlaceWords{Sign: "签字"},
				Spots: map[domain.Act]domain.Spot{domain.ActBSign: {Page: -1, X: 400, Y: 120}},
			}})
		}},
		{"reconcile", func() error {
			return p.Reconciliation(domain.Reconciliation{At: at, Compared: 2, Differences: []domain.Difference{{No: "HT-1", Code: domain.CodeArchiveDiffers}}})
		}},
		{"doctor", func() error {
			return p.Health(p.HealthOf([]app.Check{
				{Name: "config", Level: app.Warn, Lacks: []string{"portal.base_url", "sms.sign_name"}},
				{Name: "certificate", Level: app.Good, Detail: "测试大学 合同专用章", Left: 40 * 24 * time.Hour},
				{Name: "disk", Level: app.Good, Free: 3 << 30},
				{Name: "engine", Level: app.Warn},
				{Name: "sms", Level: app.Skipped},
				{Name: "identity", Level: app.Bad, Detail: "127.0.0.1:1", Err: domain.Fail(domain.CodeProviderDown, "identity")},
			}))
		}},
		{"verify", func() error { return p.Report(report) }},
		{"demo", func() error {
			return p.Summary(output.SummaryOf(demo.Summary{Contracts: 12, Done: 12, Seconds: 4.5}), "/office/final", "sealdesk --dir /office contracts")
		}},
		{"errors", failed},
		{"nothing", func() error { return p.Contracts(nil) }},
	}
	for _, s := range steps {
		if _, err := b.WriteString("== " + s.title + "\n"); err != nil {
			t.Fatal(err)
		}
		if err := s.print(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// The tables in both languages: stages, problems, states and kinds in words, times as in Shanghai, names instead of ids.
func TestTablesAreAsTheyWere(t *testing.T) {
	for _, lang := range i18n.Languages() {
		got := printed(t, lang)
		golden(t, "tables."+lang+".txt", got)
		for _, code := range []string{"provider_down", "to_push", "b_signing", "later:", "copy_or_screen"} {
			if bytes.Contains(got, []byte(code)) {
				t.Errorf("%s stands in the tables of %s", code, lang)
			}
		}
		_, page, _ := bytes.Cut(got, []byte("== contract\n"))
		if page, _, _ = bytes.Cut(page, []byte("== audit export\n")); bytes.Contains(page, []byte("psn_b")) {
			t.Errorf("a signer's id stands on the page of %s:\n%s", lang, page)
		}
	}
}

// Neither a table nor a JSON document shows a whole phone or a whole number of an identity document.
func TestPhonesAreMasked(t *testing.T) {
	var b bytes.Buffer
	for _, lang := range i18n.Languages() {
		b.Write(printed(t, lang))
		p := output.Printer{Text: i18n.For(lang), Out: &b, Err: &b}
		for _, shape := range shapes(t) {
			if err := p.JSON(shape); err != nil {
				t.Fatal(err)
			}
		}
		if err := p.Page(dossier()); err != nil {
			t.Fatal(err)
		}
	}
	for _, secret := range []string{phone, "15400000021", "100000199001010018"} {
		if strings.Contains(b.String(), secret) {
			t.Errorf("%s is printed in clear", secret)
		}
	}
	if !strings.Contains(b.String(), domain.Phone(phone).Masked()) {
		t.Error("no phone is printed at all: the test sees nothing")
	}
}
