package cast_test

import (
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

func everybody() []cast.Person {
	all := cast.People()
	for _, d := range cast.Departments() {
		all = append(all, d.Purchaser)
	}
	return all
}

// The office must take everybody for well-formed, and nobody for real.
func TestEverybodyIsWellFormedAndInvented(t *testing.T) {
	seen := map[string]string{}
	today := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for _, p := range everybody() {
		phone, err := domain.ParsePhone(p.Phone)
		if err != nil || phone.Clear() != p.Phone || !strings.HasPrefix(p.Phone, "154000000") {
			t.Errorf("%s: phone %s: %v", p.Name, p.Phone, err)
		}
		if _, err := domain.CheckIdentity(domain.Identity{Name: p.Name, Kind: domain.DocKind(p.DocKind), Number: p.DocNo}, nil, today); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
		if p.DocKind == cast.IDCard && !strings.HasPrefix(p.DocNo, "100000") {
			t.Errorf("%s has a region that may exist: %s", p.Name, p.DocNo)
		}
		for _, secret := range []string{p.Phone, p.DocNo, p.Card, p.Name} {
			if other, taken := seen[secret]; taken && secret != "" {
				t.Errorf("%s and %s share %s", p.Name, other, secret)
			}
			seen[secret] = p.Name
		}
	}
}

func TestCompaniesHaveCreditCodesNobodyHas(t *testing.T) {
	for _, c := range cast.Companies() {
		if got, err := domain.CheckCreditCode(c.CreditCode); err != nil || got != c.CreditCode || c.CreditCode[2:8] != "000000" {
			t.Errorf("%s: %s: %v", c.Name, c.CreditCode, err)
		}
	}
	if cast.Companies()[0].Representative != cast.PassportHolder() {
		t.Error("the first contract must bring a manual review")
	}
}

func TestCardsPassLuhn(t *testing.T) {
	if got := cast.BankCard(12); len(got) != 19 || luhn(got) != 0 {
		t.Errorf("%s: %d", got, luhn(got))
	}
}

func luhn(s string) int {
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum % 10
}
