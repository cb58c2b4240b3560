package domain

import (
	"reflect"
	"strings"
	"testing"
)

// The defaults are the settings' of before, and nothing is looser.
func TestRulesWithoutStoredValuesAreTheDefaults(t *testing.T) {
	got, err := RulesOf(nil)
	want := Rules{
		TriesPerDay: 3, PhotoKeepDays: 30, KeepYears: 15, CompanyCheck: CheckDeclared, QuietHours: QuietHours{From: 21*60 + 30, To: 7*60 + 30},
		IdentityProvider: RuleNone, TimeAuthority: RuleNone,
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestRuleValues(t *testing.T) {
	sum := strings.Repeat("ab", 32)
	for _, c := range []struct {
		key        RuleKey
		text, want string // "" is refused
	}{
		{RuleSecondFrom, "0", "0"},
		{RuleSecondFrom, "0100", "100"},
		{RuleSecondFrom, "1000000000", "1000000000"},
		{RuleSecondFrom, "1000000001", ""},
		{RuleSecondFrom, "-1", ""},
		{RuleSecondFrom, "1.5", ""},
		{RuleSecondFrom, "", ""},
		{RuleTriesPerDay, "20", "20"},
		{RuleTriesPerDay, "0", ""},
		{RuleTriesPerDay, "21", ""},
		{RulePhotoKeepDays, "3650", "3650"},
		{RulePhotoKeepDays, "0", ""},
		{RulePhotoKeepDays, "3651", ""},
		{RuleKeepYears, "1", "1"},
		{RuleKeepYears, "0", ""},
		{RuleKeepYears, "101", ""},
		{RuleReviewSample, "100", "100"},
		{RuleReviewSample, "101", ""},
		{RuleCompanyCheck, "letter", "letter"},
		{RuleCompanyCheck, "maybe", ""},
		{RuleRequireReading, "on", "on"},
		{RuleRequireReading, "yes", ""},
		{RuleQuietHours, "none", "none"},
		{RuleQuietHours, "22:00-08:00", "22:00-08:00"},
		{RuleQuietHours, "22-8", ""},
		{RuleQuietHours, "", ""},
		{RuleIdentityProvider, "campus@loopback", "campus@loopback"},
		{RuleIdentityProvider, "campus@ID.example.invalid:8443", "campus@id.example.invalid:8443"},
		{RuleIdentityProvider, "id.example.invalid", ""},
		{RuleIdentityProvider, "campus@", ""},
		{RuleIdentityProvider, "campus@a b", ""},
		{RuleTimeAuthority, "tsa.example.invalid", "tsa.example.invalid"},
		{RuleTimeAuthority, "none", "none"},
		{RuleTimeAuthority, "http://tsa.example.invalid", ""},
		{RuleTrustAnchors, "none", "none"},
		{RuleTrustAnchors, strings.ToUpper(sum), sum},
		{RuleTrustAnchors, "ab", ""},
		{RuleTrustAnchors, strings.Repeat("AB:", 31) + "AB, " + sum, sum},
	} {
		s, err := RuleSpecOf(c.key)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Parse(c.text)
		if got != c.want || (err == nil) != (c.want != "") || err != nil && CodeOf(err) != CodeRuleValue {
			t.Errorf("%s %q: %q, %v", c.key, c.text, got, err)
		}
	}
	if _, err := RuleSpecOf("no_such_rule"); CodeOf(err) != CodeNotFound {
		t.Error(err)
	}
	if _, err := RulesOf(map[RuleKey]string{RuleKeepYears: "0"}); CodeOf(err) != CodeRuleValue {
		t.Error(err)
	}
}

// What this version does not carry out has its off value alone.
func TestRulesNotCarriedOut(t *testing.T) {
	for _, s := range RuleSpecs() {
		if !s.CarriedOut(s.Default) {
			t.Errorf("%s is not carried out by default", s.Key)
		}
		if off := s.Key == RuleReviewSample || s.Key == RuleRequireReading; s.CarriedOut("5") == off {
			t.Errorf("%s: carried out %v", s.Key, !off)
		}
	}
}

// G13: no contract needs a second sealer unless the office names an amount.
func TestG13SecondSealerIsOffUnlessSet(t *testing.T) {
	for value, want := range map[string]Fen{"": 0, "0": 0, "1000000": 1_000_000 * Yuan} {
		values := map[RuleKey]string{}
		if value != "" {
			values[RuleSecondFrom] = value
		}
		if r, err := RulesOf(values); err != nil || r.SecondFrom != want {
			t.Errorf("%q: %v, %v", value, r.SecondFrom, err)
		}
	}
}
