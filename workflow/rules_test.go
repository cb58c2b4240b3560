package workflow_test

import (
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/porttest"
)

// last gives the newest event of an object.
func (d *desk) last(object string) (last domain.Event) {
	d.t.Helper()
	d.view(func(tx port.Tx) error {
		events, err := tx.Events(domain.EventFilter{Object: object})
		if len(events) > 0 {
			last = events[len(events)-1]
		}
		return err
	})
	return last
}

// state gives a rule as it is listed.
func (d *desk) state(key domain.RuleKey) domain.RuleState {
	d.t.Helper()
	list, err := d.ListRules(d.t.Context(), domain.Claimed("op"))
	d.must(err)
	for _, r := range list {
		if r.Key == key {
			return r
		}
	}
	d.t.Fatalf("%s is not listed", key)
	return domain.RuleState{}
}

// A rule is changed by one who may, for a reason, within its bounds; the event has before and after, and the history keeps
// both.
func TestRulesAreChangedByARecordedAct(t *testing.T) {
	d := newDesk(t)
	set := func(by string, key domain.RuleKey, value, reason string) error {
		_, err := d.SetRule(t.Context(), domain.Claimed(by), key, value, reason)
		return err
	}
	for _, refused := range []struct {
		by     string
		key    domain.RuleKey
		value  string
		reason string
		code   domain.Code
	}{
		{"op", domain.RuleSecondFrom, "1", "内控要求", domain.CodeNoRight},
		{"sealer", domain.RuleSecondFrom, "0", "内控要求", domain.CodeNoRight},
		{"ghost", domain.RuleSecondFrom, "0", "内控要求", domain.CodeUnknownOperator},
		{"admin", domain.RuleSecondFrom, "-1", "内控要求", domain.CodeRuleValue},
		{"admin", domain.RuleSecondFrom, "1", " ", domain.CodeReasonEmpty},
		{"admin", "no_such_rule", "1", "内控要求", domain.CodeNotFound},
		{"admin", domain.RuleReviewSample, "5", "内控要求", domain.CodeRuleNotInForce},
		{"admin", domain.RuleRequireReading, "on", "内控要求", domain.CodeRuleNotInForce},
	} {
		d.want(set(refused.by, refused.key, refused.value, refused.reason), refused.code)
	}
	if r := d.state(domain.RuleSecondFrom); r.Value != "0" || r.Last.Origin != domain.RuleCreated {
		t.Fatalf("a refusal changed the rule: %+v", r)
	}
	if !d.recorded("rule:second_from", "rule.set no_right") {
		t.Error("the refusal is not recorded")
	}
	d.clock.Advance(time.Hour)
	d.must(set("admin", domain.RuleSecondFrom, "1000000", "内控要求"))
	at := d.Now()
	e := d.last("rule:second_from")
	if e.Action != domain.ActionRuleSet || e.Actor.ID != "admin" || e.Before != "0" || e.After != "1000000" || e.Detail.Get("reason") != "内控要求" {
		t.Errorf("%+v", e)
	}
	d.clock.Advance(time.Hour)
	d.must(set("admin", domain.RuleSecondFrom, "01000000", "再说一次")) // it has this value
	if again := d.last("rule:second_from"); again.Seq != e.Seq {
		t.Errorf("nothing changed, and yet %+v", again)
	}
	r := d.state(domain.RuleSecondFrom)
	if r.Value != "1000000" || !r.Last.Decided.Equal(at) || r.Last.Decider.ID != "admin" || r.Last.Reason != "内控要求" {
		t.Errorf("%+v", r)
	}
	history, err := d.RuleHistory(t.Context(), domain.Claimed("op"), domain.RuleSecondFrom)
	if err != nil || len(history) != 2 || history[0].After != "0" || history[1].Before != "0" || history[1].Proposer.ID != "admin" {
		t.Errorf("%+v, %v", history, err)
	}
	_, err = d.RuleHistory(t.Context(), domain.Claimed("op"), "no_such_rule")
	d.want(err, domain.CodeNotFound)
	desk, err := d.Desk(t.Context(), domain.Claimed("op"))
	if err != nil || desk.SecondFrom != 1_000_000*domain.Yuan {
		t.Errorf("the desk shows %v, %v", desk.SecondFrom, err)
	}
}

// G10: as many tries a day as the rule says.
func TestTriesPerDayIsARule(t *testing.T) {
	d := pushed(t, "HT-1")
	d.identify(phoneB, nameB, numberB)
	d.rule(domain.RuleTriesPerDay, "1")
	m, err := d.Methods(t.Context(), domain.InSession(d.person(phoneB).ID))
	if err != nil || m.Left[domain.MethodPhone] != 1 {
		t.Errorf("%+v, %v", m, err)
	}
}

// G19: photos and contracts are kept as long as the rules say.
func TestKeepingIsARule(t *testing.T) {
	d := completed(t, "HT-1")
	d.rule(domain.RuleKeepYears, "1")
	d.rule(domain.RulePhotoKeepDays, "90")
	if days, err := d.PhotoKeepDays(t.Context()); err != nil || days != 90 {
		t.Errorf("%d, %v", days, err)
	}
	d.must(d.Schedule(t.Context()))
	d.clock.Advance(d.contract("HT-1").StageSince.AddDate(1, 0, 1).Sub(d.Now()))
	d.work()
	if c := d.contract("HT-1"); c.Problem.Code != domain.CodeAppraisalDue {
		t.Errorf("after a year: %+v", c.Problem)
	}
}

// The rule "letter": the declaration of a legal representative does not count, not even one of before; a letter that the
// desk has approved does.
func TestLetterIsRequiredByRule(t *testing.T) {
	d := toSeal(t, "HT-1")
	b := domain.InSession(d.person(phoneB).ID)
	d.rule(domain.RuleCompanyCheck, domain.CheckLetter)
	m, err := d.MandateOf(t.Context(), b, "HT-1")
	if err != nil || !m.LetterNeeded || m.As != "" {
		t.Errorf("%+v, %v", m, err)
	}
	d.want(d.sealB("HT-1"), domain.CodeLetterRequired)
	shows := identity.Showing{As: domain.AuthorityLegalRepresentative, Picture: photo(t, 400), Consent: agreed("authority")}
	d.want(d.Enrol(t.Context(), b, "HT-1", shows), domain.CodeLetterRequired)
	shows.Letter = photo(t, 401)
	d.must(d.Enrol(t.Context(), b, "HT-1", shows))
	d.want(d.sealB("HT-1"), domain.CodeAuthorityWaiting)
	d.decide(domain.ReviewAuthority, d.approve)
	d.decide(domain.ReviewSeal, d.approve)
	d.must(d.sealB("HT-1"))
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageASigning {
		t.Error(c.Stage)
	}
}

func TestDeclarationOfBeforeDoesNotCountByRule(t *testing.T) {
	d := toSeal(t, "HT-1")
	d.must(d.sealB("HT-1"))
	d.done()
	b := domain.InSession(d.person(phoneB).ID)
	if m, err := d.MandateOf(t.Context(), b, "HT-1"); err != nil || m.As != domain.AuthorityLegalRepresentative {
		t.Fatalf("%+v, %v", m, err)
	}
	d.rule(domain.RuleCompanyCheck, domain.CheckLetter)
	if m, err := d.MandateOf(t.Context(), b, "HT-1"); err != nil || m.As != "" || !m.LetterNeeded {
		t.Errorf("%+v, %v", m, err)
	}
}

// A provider that the rule does not name is sent nothing and verifies nobody; the signer has the manual review.
func TestOtherIdentityProviderVerifiesNobody(t *testing.T) {
	d := pushed(t, "HT-1")
	d.identify(phoneB, nameB, numberB)
	b := domain.InSession(d.person(phoneB).ID)
	d.must(d.StartPhone(t.Context(), b))
	d.done()
	d.must(d.PhoneCode(t.Context(), b, d.code(phoneB)))
	d.verifier.Rename("campus@id.example.invalid")
	d.done()
	if asked := d.verifier.Asked(); len(asked) != 0 || d.person(phoneB).VerifiedAt(d.Now()) {
		t.Fatalf("asked %v, verified %v", asked, d.person(phoneB).VerifiedAt(d.Now()))
	}
	var tries []domain.Verification
	d.view(func(tx port.Tx) (err error) {
		tries, err = tx.Verifications(domain.VerificationFilter{Person: d.person(phoneB).ID})
		return err
	})
	if len(tries) != 1 || tries[0].State != domain.VerificationFailed || tries[0].Detail != domain.CodeProviderNotAdmitted ||
		!d.recorded("verification:"+tries[0].ID, "verification.failed provider_not_admitted") {
		t.Fatalf("%+v", tries)
	}
	m, err := d.Methods(t.Context(), b)
	if err != nil || len(m.Methods) != 1 || m.Methods[0] != domain.MethodManual {
		t.Errorf("%v, %v", m.Methods, err)
	}
	d.rule(domain.RuleIdentityProvider, "campus@ID.example.invalid")
	d.verify(phoneB, nameB, numberB)
}

// An answer that was asked for under the rule of before does not count when the rule has changed meanwhile.
func TestAnswerUnderAnotherRuleVerifiesNobody(t *testing.T) {
	d := pushed(t, "HT-1")
	d.identify(phoneB, nameB, numberB)
	b := domain.InSession(d.person(phoneB).ID)
	d.must(d.StartPhone(t.Context(), b))
	d.done()
	d.must(d.PhoneCode(t.Context(), b, d.code(phoneB)))
	d.verifier.Then(domain.OutcomePending, nil)
	d.work()
	d.rule(domain.RuleIdentityProvider, domain.RuleNone)
	d.clock.Advance(time.Minute)
	d.done()
	if d.person(phoneB).VerifiedAt(d.Now()) || len(d.verifier.Asked()) != 1 {
		t.Errorf("verified %v, asked %d", d.person(phoneB).VerifiedAt(d.Now()), len(d.verifier.Asked()))
	}
}

// A signature rests before a key is used while its time authority is not the rule's, and its contract says so; nothing is
// sent there. It goes on when the rule names the authority.
func TestOtherTimeAuthorityHoldsTheSignature(t *testing.T) {
	d := pushed(t, "HT-1")
	d.verify(phoneB, nameB, numberB)
	d.tsa.Rename("tsa.example.invalid")
	d.must(d.sign(phoneB, "HT-1"))
	if failed := d.work(); len(failed) > 0 {
		t.Fatal(failed)
	}
	c := d.contract("HT-1")
	if c.Stage != domain.StageBSigning || c.Problem.Code != domain.CodeProviderNotAdmitted || d.tsa.Asked() != 0 || d.sealer.Uses() != 0 {
		t.Fatalf("%s, %v, asked %d, key uses %d", c.Stage, c.Problem, d.tsa.Asked(), d.sealer.Uses())
	}
	if !d.recorded("contract:HT-1", "contract.flag provider_not_admitted") {
		t.Error("the flag is not recorded")
	}
	d.rule(domain.RuleTimeAuthority, "tsa.example.invalid")
	d.clock.Advance(2 * time.Minute)
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageBSealing || c.Problem.Code != "" {
		t.Errorf("%s, %v", c.Stage, c.Problem)
	}
}

// The contract seal is refused while authority or anchors are not the rules'; one anchor that is not listed is enough.
func TestContractSealWantsAuthorityAndAnchorsOfTheRules(t *testing.T) {
	d := signed(t, "HT-1")
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	seal := func() error { _, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil); return err }
	known, other := strings.Repeat("a", 64), strings.Repeat("b", 64)
	d.tsa.Rename("tsa.example.invalid")
	d.want(seal(), domain.CodeProviderNotAdmitted)
	if !d.recorded("contract:HT-1", "contract.seal provider_not_admitted") {
		t.Error("the refusal is not recorded")
	}
	d.rule(domain.RuleTimeAuthority, "tsa.example.invalid")
	d.rule(domain.RuleTrustAnchors, known)
	d.sealer.Anchor(known, other)
	d.want(seal(), domain.CodeProviderNotAdmitted)
	d.rule(domain.RuleTrustAnchors, other+","+known)
	d.must(seal())
	d.done()
	if c := d.contract("HT-1"); c.Stage != domain.StageDone {
		t.Errorf("%s, %v", c.Stage, c.Problem)
	}
}
