package workflow_test

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/lifecycle"
	"campus.example/sealdesk/workflow/operators"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/signing"
)

// attempt is one act of the office, tried by a caller with input that is good in itself.
type attempt struct {
	action domain.Action
	do     func(o *workflow.Office, ctx context.Context, by domain.Caller) error
}

// attempts lists every method of the office that takes a caller. A method that is missing here fails the test.
func attempts(t *testing.T) map[string]attempt {
	type (
		ctx    = context.Context
		caller = domain.Caller
		office = workflow.Office
	)
	face := photo(t, 400)
	consent := domain.Consent{Agreed: true, Kind: "sign", Text: "我同意"}
	stated := domain.Identity{Name: nameB, Kind: domain.DocIDCard, Number: numberB}
	return map[string]attempt{
		"Push":   {domain.ActionContractPush, func(o *office, c ctx, by caller) error { return o.Push(c, by, "HT-1") }},
		"PushAt": {domain.ActionContractPush, func(o *office, c ctx, by caller) error { return o.PushAt(c, by, "HT-1", nil) }},
		"Remind": {domain.ActionContractRemind, func(o *office, c ctx, by caller) error { return o.Remind(c, by, "HT-1") }},
		"Extend": {domain.ActionContractExtend, func(o *office, c ctx, by caller) error {
			return o.Extend(c, by, "HT-1", o.Now().Add(240*time.Hour), "延期")
		}},
		"ChangeContact": {domain.ActionContractContact, func(o *office, c ctx, by caller) error {
			return o.ChangeContact(c, by, "HT-1", lifecycle.NewContact{Side: domain.PartyB, Phone: "15400000091", Reason: "号码有误"})
		}},
		"Recall": {domain.ActionContractRecall, func(o *office, c ctx, by caller) error { return o.Recall(c, by, "HT-1", "撤回") }},
		"Void": {domain.ActionContractVoid, func(o *office, c ctx, by caller) error {
			_, err := o.Void(c, by, "HT-1", "作废")
			return err
		}},
		"End": {domain.ActionContractEnd, func(o *office, c ctx, by caller) error {
			return o.End(c, by, "HT-1", "线下签署", []byte("%PDF-1.7 explanation"))
		}},
		"Explanation": {domain.ActionContractDownload, func(o *office, c ctx, by caller) error {
			_, err := o.Explanation(c, by, "HT-1")
			return err
		}},
		"Keep":    {domain.ActionContractKeep, func(o *office, c ctx, by caller) error { return o.Keep(c, by, "HT-1", 5, "留存") }},
		"Confirm": {domain.ActionContractConfirm, func(o *office, c ctx, by caller) error { return o.Confirm(c, by, "HT-1") }},
		"Seal": {domain.ActionContractSeal, func(o *office, c ctx, by caller) error {
			_, _, err := o.Seal(c, by, "HT-1", &domain.Spot{Page: 1, X: 300, Y: 300})
			return err
		}},
		"SealState": {domain.ActionContractSeal, func(o *office, c ctx, by caller) error {
			_, err := o.SealState(c, by, "S-1")
			return err
		}},
		"UnlockSeal": {domain.ActionSealUnlock, func(o *office, c ctx, by caller) error { return o.UnlockSeal(c, by, []byte("000000")) }},
		"Download": {domain.ActionContractDownload, func(o *office, c ctx, by caller) error {
			_, err := o.Download(c, by, "HT-1", false)
			return err
		}},
		"Import": {domain.ActionContractIntake, func(o *office, c ctx, by caller) error {
			_, err := o.Import(c, by, offer("HT-9"), []byte("%PDF HT-9"))
			return err
		}},
		"Receive": {domain.ActionContractIntake, func(o *office, c ctx, by caller) error {
			_, err := o.Receive(c, by, offer("HT-9"), []byte("%PDF HT-9"))
			return err
		}},
		"FetchFinal": {domain.ActionContractFetched, func(o *office, c ctx, by caller) error {
			_, _, err := o.FetchFinal(c, by, "HT-1")
			return err
		}},
		"Reconcile": {domain.ActionOfficeReconcile, func(o *office, c ctx, by caller) error {
			_, err := o.Reconcile(c, by)
			return err
		}},
		"LastReconciliation": {domain.ActionReadOffice, func(o *office, c ctx, by caller) error {
			_, err := o.LastReconciliation(c, by)
			return err
		}},

		"RecheckVerification": {domain.ActionVerificationRecheck, func(o *office, c ctx, by caller) error {
			return o.RecheckVerification(c, by, "V-1")
		}},
		"ResendVerification": {domain.ActionVerificationResend, func(o *office, c ctx, by caller) error {
			return o.ResendVerification(c, by, "V-1")
		}},
		"OpenManual": {domain.ActionVerificationManual, func(o *office, c ctx, by caller) error { return o.OpenManual(c, by, "V-1") }},
		"CancelVerification": {domain.ActionVerificationCancel, func(o *office, c ctx, by caller) error {
			return o.CancelVerification(c, by, "V-1")
		}},
		"ClaimReview": {domain.ActionReviewClaim, func(o *office, c ctx, by caller) error { return o.ClaimReview(c, by, "R-1") }},
		"ReviewPhotos": {domain.ActionReviewLook, func(o *office, c ctx, by caller) error {
			_, err := o.ReviewPhotos(c, by, "R-1")
			return err
		}},
		"ApproveReview": {domain.ActionReviewApprove, func(o *office, c ctx, by caller) error { return o.ApproveReview(c, by, "R-1", "") }},
		"RejectReview": {domain.ActionReviewReject, func(o *office, c ctx, by caller) error {
			return o.RejectReview(c, by, "R-1", domain.ReasonFrontUnreadable, "")
		}},

		"AddOperator": {domain.ActionOperatorAdd, func(o *office, c ctx, by caller) error {
			return o.AddOperator(c, by, operators.NewOperator{Name: "newcomer", Roles: []domain.Role{domain.RoleAdmin}})
		}},
		"DisableOperator": {domain.ActionOperatorDisable, func(o *office, c ctx, by caller) error { return o.DisableOperator(c, by, "op") }},
		"SetDuty":         {domain.ActionOperatorDuty, func(o *office, c ctx, by caller) error { return o.SetDuty(c, by, "sealer") }},
		"SetStandIn":      {domain.ActionOperatorStandIn, func(o *office, c ctx, by caller) error { return o.SetStandIn(c, by, "sealer") }},
		"SetTemplate": {domain.ActionTemplateSet, func(o *office, c ctx, by caller) error {
			return o.SetTemplate(c, by, domain.Template{Name: "服务器", Title: "服务器", Words: domain.PlaceWords{Sign: "签字"}})
		}},
		"RemoveTemplate": {domain.ActionTemplateRemove, func(o *office, c ctx, by caller) error { return o.RemoveTemplate(c, by, "服务器") }},
		"RetryJob":       {domain.ActionJobRetry, func(o *office, c ctx, by caller) error { return o.RetryJob(c, by, 1) }},

		"Desk":     {domain.ActionReadOffice, func(o *office, c ctx, by caller) error { _, err := o.Desk(c, by); return err }},
		"Tally":    {domain.ActionReadOffice, func(o *office, c ctx, by caller) error { _, err := o.Tally(c, by); return err }},
		"Contract": {domain.ActionReadContract, func(o *office, c ctx, by caller) error { _, err := o.Contract(c, by, "HT-1"); return err }},
		"Contracts": {domain.ActionReadContracts, func(o *office, c ctx, by caller) error {
			_, err := o.Contracts(c, by, domain.ContractFilter{})
			return err
		}},
		"Document": {domain.ActionReadDocument, func(o *office, c ctx, by caller) error {
			_, _, err := o.Document(c, by, "HT-1")
			return err
		}},
		"Templates": {domain.ActionReadOffice, func(o *office, c ctx, by caller) error { _, err := o.Templates(c, by); return err }},
		"Verifications": {domain.ActionReadVerifications, func(o *office, c ctx, by caller) error {
			_, err := o.Verifications(c, by, domain.VerificationFilter{})
			return err
		}},
		"VerificationOf": {domain.ActionReadVerifications, func(o *office, c ctx, by caller) error {
			_, err := o.VerificationOf(c, by, "V-1")
			return err
		}},
		"VerificationQueue": {domain.ActionReadVerifications, func(o *office, c ctx, by caller) error {
			_, err := o.VerificationQueue(c, by, domain.VerificationFilter{})
			return err
		}},
		"Reviews":     {domain.ActionReadReviews, func(o *office, c ctx, by caller) error { _, err := o.Reviews(c, by, nil, 0); return err }},
		"ReviewQueue": {domain.ActionReadReviews, func(o *office, c ctx, by caller) error { _, err := o.ReviewQueue(c, by, nil, 0); return err }},
		"Jobs":        {domain.ActionReadJobs, func(o *office, c ctx, by caller) error { _, err := o.Jobs(c, by, domain.JobFilter{}); return err }},
		"AuditVerify": {domain.ActionReadRecord, func(o *office, c ctx, by caller) error { _, _, err := o.AuditVerify(c, by); return err }},
		"AuditExport": {domain.ActionReadRecord, func(o *office, c ctx, by caller) error {
			_, err := o.AuditExport(c, by, domain.EventFilter{})
			return err
		}},
		"Decide": {domain.ActionQuarantineRefuse, func(o *office, c ctx, by caller) error {
			return o.Decide(c, by, "HT-1", domain.DecideRefuse, "文本有误")
		}},
		"DropOffer":   {domain.ActionIntakeDrop, func(o *office, c ctx, by caller) error { return o.DropOffer(c, by, "O-1", "没有编号") }},
		"IntakeState": {domain.ActionReadIntake, func(o *office, c ctx, by caller) error { _, err := o.IntakeState(c, by); return err }},
		"ReceivedOffers": {domain.ActionReadIntake, func(o *office, c ctx, by caller) error {
			_, err := o.ReceivedOffers(c, by, true)
			return err
		}},
		"Quarantine": {domain.ActionReadContract, func(o *office, c ctx, by caller) error { _, err := o.Quarantine(c, by, "HT-1"); return err }},
		"QuarantineDocuments": {domain.ActionContractDownload, func(o *office, c ctx, by caller) error {
			_, _, err := o.QuarantineDocuments(c, by, "HT-1")
			return err
		}},
		"ListRules": {domain.ActionReadRules, func(o *office, c ctx, by caller) error { _, err := o.ListRules(c, by); return err }},
		"RuleHistory": {domain.ActionReadRules, func(o *office, c ctx, by caller) error {
			_, err := o.RuleHistory(c, by, "")
			return err
		}},
		"SetRule": {domain.ActionRuleSet, func(o *office, c ctx, by caller) error {
			_, err := o.SetRule(c, by, domain.RuleTriesPerDay, "5", "试行")
			return err
		}},
		"OperatorList": {domain.ActionReadOperators, func(o *office, c ctx, by caller) error { _, err := o.OperatorList(c, by); return err }},

		"HomeOf":         {domain.ActionSignerRead, func(o *office, c ctx, by caller) error { _, err := o.HomeOf(c, by); return err }},
		"SignerContract": {domain.ActionSignerRead, func(o *office, c ctx, by caller) error { _, err := o.SignerContract(c, by, "HT-1"); return err }},
		"SignerDocument": {domain.ActionSignerRead, func(o *office, c ctx, by caller) error {
			_, _, err := o.SignerDocument(c, by, "HT-1")
			return err
		}},
		"MandateOf":    {domain.ActionSignerRead, func(o *office, c ctx, by caller) error { _, err := o.MandateOf(c, by, "HT-1"); return err }},
		"SealPicture":  {domain.ActionSignerRead, func(o *office, c ctx, by caller) error { _, err := o.SealPicture(c, by, "HT-1"); return err }},
		"Methods":      {domain.ActionSignerRead, func(o *office, c ctx, by caller) error { _, err := o.Methods(c, by); return err }},
		"PhotosWanted": {domain.ActionSignerRead, func(o *office, c ctx, by caller) error { _, err := o.PhotosWanted(c, by); return err }},
		"StandingOf":   {domain.ActionSignerRead, func(o *office, c ctx, by caller) error { _, err := o.StandingOf(c, by); return err }},
		"ReviewOf":     {domain.ActionSignerRead, func(o *office, c ctx, by caller) error { _, err := o.ReviewOf(c, by); return err }},
		"Pass":         {domain.ActionSignerPass, func(o *office, c ctx, by caller) error { _, err := o.Pass(c, by); return err }},
		"StateIdentity": {domain.ActionVerificationIdentity, func(o *office, c ctx, by caller) error {
			return o.StateIdentity(c, by, stated, consent)
		}},
		"StartPhone": {domain.ActionVerificationStart, func(o *office, c ctx, by caller) error { return o.StartPhone(c, by) }},
		"PhoneCode":  {domain.ActionSignerRead, func(o *office, c ctx, by caller) error { return o.PhoneCode(c, by, "123456") }},
		"StartBank": {domain.ActionVerificationStart, func(o *office, c ctx, by caller) error {
			return o.StartBank(c, by, "6222021200000000005", phoneB, consent)
		}},
		"StartFace": {domain.ActionVerificationStart, func(o *office, c ctx, by caller) error { return o.StartFace(c, by, consent) }},
		"SubmitPhotos": {domain.ActionSignerRead, func(o *office, c ctx, by caller) error {
			return o.SubmitPhotos(c, by, identity.Photos{Front: face, Held: face}, consent)
		}},
		"SendSignCode": {domain.ActionSignCode, func(o *office, c ctx, by caller) error { return o.SendSignCode(c, by, "HT-1") }},
		"Sign": {domain.ActionContractSign, func(o *office, c ctx, by caller) error {
			return o.Sign(c, by, "HT-1", signing.Signing{OTP: "123456", Typed: nameB, Consent: consent})
		}},
		"SealForB": {domain.ActionContractSealB, func(o *office, c ctx, by caller) error {
			return o.SealForB(c, by, "HT-1", domain.AuthorityLegalRepresentative, consent)
		}},
		"Enrol": {domain.ActionContractEnrol, func(o *office, c ctx, by caller) error {
			return o.Enrol(c, by, "HT-1", identity.Showing{As: domain.AuthorityAuthorised, Letter: face, Consent: consent})
		}},
		"Refuse": {domain.ActionContractRefuse, func(o *office, c ctx, by caller) error { return o.Refuse(c, by, "HT-1", "不同意") }},
	}
}

// Every act as every role, as nobody and as a disabled operator, as a signer and as a visitor: whoever has no right gets
// the right answer, one event where one belongs, and nothing else happens.
func TestEveryActAsEveryCaller(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	d.done()
	callers := map[string]domain.Caller{"nobody": domain.Claimed("nobody"), "disabled": domain.Claimed("former")}
	for _, role := range domain.Roles() {
		name := "only-" + string(role)
		d.must(d.AddOperator(t.Context(), domain.Claimed("admin"), operators.NewOperator{Name: name, Roles: []domain.Role{role}}))
		callers[name] = domain.Claimed(name)
	}
	d.must(d.AddOperator(t.Context(), domain.Claimed("admin"), operators.NewOperator{Name: "former", Roles: domain.Roles()}))
	d.must(d.DisableOperator(t.Context(), domain.Claimed("admin"), "former"))
	callers["signer"] = domain.InSession(d.person(phoneB).ID)
	callers["visitor"] = domain.Visitor()
	callers["signer without a session"] = domain.Caller{Actor: domain.Actor{Kind: domain.ActorSigner, ID: d.person(phoneB).ID}}

	all := attempts(t)
	for _, name := range methodsWithCaller() {
		if _, known := all[name]; !known {
			t.Errorf("Office.%s is not tried: add it to attempts", name)
		}
	}
	for name, try := range all {
		needs, declared := try.action.Needs()
		if !declared {
			t.Errorf("%s: %s is not declared", name, try.action)
			continue
		}
		for who, by := range callers {
			want, recorded := answerTo(by, who, needs)
			if want == "" {
				continue // has the right: what comes of it is other tests' matter
			}
			before, events := d.everything(), d.eventCount()
			err := try.do(d.Office, t.Context(), by)
			if got := domain.CodeOf(err); got != want {
				t.Errorf("%s by %s: %q (%v), want %q", name, who, got, err, want)
			}
			if after := d.everything(); after != before {
				t.Errorf("%s by %s changed something:\n%s", name, who, firstDifference(before, after))
			}
			more := 0
			if recorded {
				more = 1
			}
			if got := d.eventCount() - events; got > more || (got != more && !d.counted(by, want)) {
				t.Errorf("%s by %s: %d events, want %d", name, who, got, more)
			}
		}
	}
	if d.sealer.Uses() != 0 || d.sealer.Unlocked() {
		t.Error("the seal key was touched")
	}
	if n := d.pages.Examined(); n != 1 { // of the contract that was taken in
		t.Errorf("documents were read %d times", n)
	}
	_, _, err := d.AuditVerify(t.Context(), domain.Claimed("admin"))
	d.must(err)
}

// answerTo returns the refusal a caller must get, "" for none, and whether it is recorded.
func answerTo(by domain.Caller, who string, needs domain.Need) (code domain.Code, recorded bool) {
	switch {
	case who == "visitor" && needs.Visitor, who == "signer" && needs.Signer:
		return "", false
	case who == "visitor":
		return domain.CodeNoRight, false
	case who == "signer without a session" && needs.Signer:
		return domain.CodeSessionGone, false
	case who == "signer without a session":
		return domain.CodeNoRight, false
	case who == "signer", needs.Right == "":
		return domain.CodeNoRight, true
	case who == "nobody":
		return domain.CodeUnknownOperator, true
	case who == "disabled":
		return domain.CodeDisabled, true
	}
	role := domain.Role(strings.TrimPrefix(by.ID, "only-"))
	if (domain.Operator{Roles: []domain.Role{role}}).May(needs.Right) {
		return "", false
	}
	return domain.CodeNoRight, true
}

// methodsWithCaller lists the methods of the office that take a caller.
func methodsWithCaller() (names []string) {
	office := reflect.TypeFor[*workflow.Office]()
	for i := range office.NumMethod() {
		m := office.Method(i)
		if m.Type.NumIn() > 2 && m.Type.In(2) == reflect.TypeFor[domain.Caller]() && !internal(m.Type) && !ofRunner(m.Name) {
			names = append(names, m.Name)
		}
	}
	return names
}

// ofRunner reports whether the method is the act runner's own, which acts call and no caller does.
func ofRunner(name string) bool {
	runner, _ := reflect.TypeFor[workflow.Office]().FieldByName("Runner")
	_, found := runner.Type.MethodByName(name)
	return found
}

// internal reports whether a method takes a type of the act runner, which nothing outside workflow can name.
func internal(method reflect.Type) bool {
	for i := range method.NumIn() {
		if strings.Contains(method.In(i).String(), "action.") {
			return true
		}
	}
	return false
}

func (d *desk) eventCount() (n int) {
	d.t.Helper()
	d.view(func(tx port.Tx) error {
		list, err := tx.Events(domain.EventFilter{})
		n = len(list)
		return err
	})
	return n
}

// counted reports whether the caller's refusals with the code are being counted, because the first one was recorded less
// than a minute ago.
func (d *desk) counted(by domain.Caller, code domain.Code) (found bool) {
	d.view(func(tx port.Tx) error {
		list, err := tx.RefusalsBefore(d.Now(), 10000)
		for _, r := range list {
			found = found || r.Code == code && r.Repeats > 0 && (r.Actor.ID == by.ID || r.Actor.ID == "")
		}
		return err
	})
	return found
}

// everything returns the content of the folder, but for the record and the counts of refusals.
func (d *desk) everything() string {
	d.t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(d.dir, "sealdesk.db")+"?mode=ro")
	d.must(err)
	defer func() { d.must(db.Close()) }()
	rows, err := db.Query("select name from sqlite_master where type = 'table' and name not in ('event', 'event_head', 'refusal', 'stranger') order by name")
	d.must(err)
	var tables []string
	for rows.Next() {
		var name string
		d.must(rows.Scan(&name))
		tables = append(tables, name)
	}
	d.must(rows.Err())
	d.must(rows.Close())
	var b strings.Builder
	for _, table := range tables {
		dump(d, db, table, &b)
	}
	d.must(filepath.WalkDir(d.dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && !strings.Contains(filepath.Base(path), "sealdesk.db") {
			fmt.Fprintln(&b, path)
		}
		return err
	}))
	return b.String()
}

func dump(d *desk, db *sql.DB, table string, b *strings.Builder) {
	d.t.Helper()
	rows, err := db.Query("select * from " + table)
	d.must(err)
	defer func() { d.must(rows.Close()) }()
	columns, err := rows.Columns()
	d.must(err)
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		d.must(rows.Scan(values...))
		b.WriteString(table)
		for _, v := range values {
			fmt.Fprintf(b, " %v", *v.(*any)) //nolint:forcetypeassert // made above
		}
		b.WriteByte('\n')
	}
	d.must(rows.Err())
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return strings.Join(append(x, y...)[min(len(x), len(y)):], "\n")
}
