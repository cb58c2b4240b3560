package identity

import (
	"strings"
	"time"
)

// Known is one invented person the registers of police, carriers and banks know.
type Known struct {
	Name   string `json:"name"`
	IDNo   string `json:"id_no"`
	Phone  string `json:"phone"`
	CardNo string `json:"card_no"`
}

// validID checks an 18-digit resident number as GB 11643 has it: a real birth date and the check digit of ISO 7064
// MOD 11-2. The region is not looked up; codes get abolished.
func validID(s string) bool {
	if len(s) != 18 {
		return false
	}
	if _, err := time.Parse("20060102", s[6:14]); err != nil {
		return false
	}
	weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, weight := range weights {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		sum += weight * int(s[i]-'0')
	}
	return s[17] == "10X98765432"[sum%11]
}

// decide compares a request with the register. Only what a register has answered costs money.
func decide(register []Known, c Check) (outcome, detail string, charged bool) {
	if c.Name == "" || !validID(c.IDNo) || (c.Method != MethodFace && len(c.Phone) != 11) {
		return OutcomeInputInvalid, "name, id_no or phone is not of the right form", false
	}
	if c.Method == MethodBank && (len(c.CardNo) < 13 || len(c.CardNo) > 19 || strings.Trim(c.CardNo, "0123456789") != "") {
		return OutcomeInputInvalid, "card_no is not of the right form", false
	}
	for _, k := range register {
		if k.IDNo != c.IDNo {
			continue
		}
		var differs []string
		if k.Name != c.Name {
			differs = append(differs, "name")
		}
		if c.Method != MethodFace && k.Phone != c.Phone {
			differs = append(differs, "phone")
		}
		if c.Method == MethodBank && k.CardNo != c.CardNo {
			differs = append(differs, "card")
		}
		if len(differs) == 0 {
			return OutcomeMatch, "", true
		}
		return OutcomeMismatch, strings.Join(differs, ",") + " differs", true
	}
	return OutcomeNoRecord, "no record of this number", false
}
