package domain

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Offer is a contract as the procurement system or an import states it: words, not yet believed.
type Offer struct {
	No, Title, Amount             string
	ESeal, SealProcess            string // 电子签章合同 (S26), 用印流程 (S29)
	PartyA, Department            string
	PersonA, PhoneA               string
	PartyB, CreditCode            string
	PersonB, PhoneB               string
	PurchaserName, PurchaserPhone string
	ApprovedBy                    string
	ApprovedAt                    time.Time
	SHA256                        string // of the document as the sender states it, may be empty
	Source                        Source
}

// The values of the two choices of the new-contract form.
const (
	ESealYes            = "是"
	SealProcessBoth     = "合同双方签署"
	SealProcessOneSided = "单方用印"
	SealProcessPaper    = "线下用印"
)

// Verdict is what intake does with an offer.
type Verdict string

// The verdicts; the procurement system receives one of them with a reason.
const (
	Accepted    Verdict = "accepted"
	TurnedAway  Verdict = "turned_away"
	Quarantined Verdict = "quarantined"
)

// VerdictOf tells what becomes of an offer refused with err. What the office does not understand waits for a
// person; what is plainly wrong goes back to the sender.
func VerdictOf(err error) Verdict {
	switch CodeOf(err) {
	case "":
		if err == nil {
			return Accepted
		}
		return Quarantined
	case CodeSealProcessUnknown, CodeOtherBytes, CodeOfferDiffers:
		return Quarantined
	}
	return TurnedAway
}

// Check reads an offer. The contract it returns is filled as far as the offer can be read, so that a refused one
// can still be shown; the error names the first field that is wrong. Office are the phones of the office's own
// people, which no party may carry (G2).
func (o Offer) Check(office []Phone) (Contract, error) {
	amount, errAmount := ParseFen(o.Amount)
	phoneA, errA := phone(o.PhoneA, CodePhoneAMissing, CodePhoneAInvalid)
	phoneB, errB := phone(o.PhoneB, CodePhoneBMissing, CodePhoneBInvalid)
	purchaser, errP := ParsePhone(o.PurchaserPhone)
	if errP != nil {
		purchaser = ""
	}
	credit, errCredit := o.creditCode()
	c := Contract{
		No: strings.TrimSpace(o.No), Title: strings.TrimSpace(o.Title), Amount: amount,
		A:           Party{Name: strings.TrimSpace(o.PartyA), Department: o.Department, Person: strings.TrimSpace(o.PersonA), Phone: phoneA},
		B:           Party{Name: strings.TrimSpace(o.PartyB), CreditCode: credit, Person: strings.TrimSpace(o.PersonB), Phone: phoneB},
		Purchaser:   Contact{Name: o.PurchaserName, Phone: purchaser},
		SealProcess: strings.TrimSpace(o.SealProcess),
		Approval:    Approval{By: o.ApprovedBy, At: o.ApprovedAt},
		Source:      o.Source,
	}
	return c, first(o.checkChoices(), o.checkWords(), errAmount, errA, errB, errCredit, checkPhones(phoneA, phoneB, office), o.checkProcess())
}

// maxNumber bounds a contract number, in signs.
const maxNumber = 64

// CheckNumber refuses a contract number that cannot name a contract in addresses, files and on a screen: an empty one, a
// long one, and one with a slash, a space, or a control or invisible character. Error: CodeNoEmpty.
func CheckNumber(no string) error {
	if no == "" || no == "." || no == ".." || !utf8.ValidString(no) || utf8.RuneCountInString(no) > maxNumber {
		return Fail(CodeNoEmpty)
	}
	for _, r := range no {
		// Print and graphic exclude control and format characters; a graphic one may still be a space.
		if r == '/' || r == '\\' || r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r) || blank(r) {
			return Fail(CodeNoEmpty)
		}
	}
	return nil
}

// blank reports letters and marks that show nothing.
func blank(r rune) bool {
	return r == '\u034f' || r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0' || unicode.Is(unicode.Variation_Selector, r)
}

func (o Offer) checkWords() error {
	switch {
	case CheckNumber(strings.TrimSpace(o.No)) != nil:
		return Fail(CodeNoEmpty)
	case strings.TrimSpace(o.Title) == "":
		return Fail(CodeTitleEmpty)
	case strings.TrimSpace(o.PartyA) == "" || strings.TrimSpace(o.PartyB) == "":
		return Fail(CodePartyEmpty)
	}
	return nil
}

func (o Offer) checkChoices() error {
	if strings.TrimSpace(o.ESeal) != ESealYes {
		return Fail(CodeESealNo, o.ESeal)
	}
	if o.Source == FromProcurement && (o.ApprovedAt.IsZero() || o.ApprovedBy == "") {
		return Fail(CodeNotApproved)
	}
	if p := strings.TrimSpace(o.SealProcess); p == SealProcessOneSided || p == SealProcessPaper {
		return Fail(CodeSealProcessOther, p)
	}
	return nil
}

// checkProcess comes last: a person who decides on a seal process that the office does not know (S29) has nothing else
// to decide.
func (o Offer) checkProcess() error {
	if p := strings.TrimSpace(o.SealProcess); p != SealProcessBoth {
		return Fail(CodeSealProcessUnknown, p)
	}
	return nil
}

func (o Offer) creditCode() (string, error) {
	if strings.TrimSpace(o.CreditCode) == "" {
		return "", nil
	}
	return CheckCreditCode(o.CreditCode)
}

func checkPhones(a, b Phone, office []Phone) error {
	if a != "" && a == b {
		return Fail(CodePhonesEqual)
	}
	for _, p := range office {
		if b == p && b != "" {
			return Fail(CodePhoneIsOffice)
		}
	}
	return nil
}

func phone(s string, missing, invalid Code) (Phone, error) {
	if strings.TrimSpace(s) == "" {
		return "", Fail(missing)
	}
	p, err := ParsePhone(s)
	if err != nil {
		return "", Fail(invalid)
	}
	return p, nil
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
