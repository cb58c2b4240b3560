package samples_test

import (
	"bytes"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/font"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/samples"
)

// enough covers every text in every habit at least once.
const enough = 42

func good(t *testing.T, n int) samples.Contract {
	t.Helper()
	c, err := samples.Good(n)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func wrong(t *testing.T) []samples.Contract {
	t.Helper()
	list, err := samples.Wrong()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestGoodContractsAreTheSameEachTimeAndNoTwoAlike(t *testing.T) {
	numbers, titles, amounts := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for n := 1; n <= enough; n++ {
		c := good(t, n)
		if !bytes.Equal(c.PDF, good(t, n).PDF) {
			t.Errorf("%s differs from one time to the next", c.No)
		}
		numbers[c.No], titles[c.Title], amounts[c.Amount] = true, true, true
	}
	if len(numbers) != enough || len(titles) < 6 || len(amounts) != enough {
		t.Errorf("%d numbers, %d titles, %d amounts", len(numbers), len(titles), len(amounts))
	}
	if _, err := samples.Good(0); err == nil {
		t.Error("there is a contract 0")
	}
}

func TestFirstContractIsThePassportHolders(t *testing.T) {
	if c, anna := good(t, 1), cast.PassportHolder(); c.PartyB.Person != anna.Name || c.PartyB.Phone != anna.Phone {
		t.Errorf("%+v", c.PartyB)
	}
}

// The words of a contract as the office's own domain reads them.
func offer(c samples.Contract) domain.Offer {
	return domain.Offer{
		No: c.No, Title: c.Title, Amount: c.Amount, ESeal: c.ESeal, SealProcess: c.SealProcess,
		PartyA: c.PartyA.Name, PersonA: c.PartyA.Person, PhoneA: c.PartyA.Phone,
		PartyB: c.PartyB.Name, CreditCode: c.PartyB.CreditCode, PersonB: c.PartyB.Person, PhoneB: c.PartyB.Phone,
		PurchaserPhone: c.Purchaser.Phone, Source: domain.FromImport,
	}
}

func TestGoodWordsAreAccepted(t *testing.T) {
	for n := 1; n <= enough; n++ {
		c := good(t, n)
		if _, err := offer(c).Check([]domain.Phone{domain.Phone(cast.Duty().Phone)}); err != nil || c.Verdict != "accepted" || c.Wrong != "" {
			t.Errorf("%s: %v", c.No, err)
		}
	}
}

func TestWrongWordsAreNot(t *testing.T) {
	want := map[samples.Kind]domain.Code{
		samples.PhoneMissing: domain.CodePhoneBMissing, samples.PhoneMalformed: domain.CodePhoneBInvalid,
		samples.PhonesEqual: domain.CodePhonesEqual, samples.ProcessUnknown: domain.CodeSealProcessUnknown,
		samples.ProcessOther: domain.CodeSealProcessOther, samples.ESealNo: domain.CodeESealNo,
		samples.Broken: "", samples.Encrypted: "", // the words are good, the file is not
	}
	list := wrong(t)
	if len(list) != len(want) {
		t.Errorf("%d wrong contracts, want %d", len(list), len(want))
	}
	for _, c := range list {
		_, err := offer(c).Check(nil)
		code, known := want[c.Wrong]
		if !known || domain.CodeOf(err) != code {
			t.Errorf("%s %s: %v, want %q", c.No, c.Wrong, err, code)
		}
		if code != "" && string(domain.VerdictOf(err)) != c.Verdict {
			t.Errorf("%s %s: %s, want %s", c.No, c.Wrong, domain.VerdictOf(err), c.Verdict)
		}
		delete(want, c.Wrong)
	}
}

// No phone, identity or card number stands in a contract: what is signed goes to both parties and stays for 15 years.
func TestTypefaceHasEveryCharacterAndNoTextHasANumberOfAPerson(t *testing.T) {
	face, err := font.Load()
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 7; n++ {
		c := good(t, n)
		whole := extract(t, c.PDF)
		for _, r := range whole {
			if r > ' ' && !face.Has(r) {
				t.Errorf("%s: no glyph for %q", c.Title, r)
			}
		}
		for _, p := range cast.People() {
			for _, secret := range []string{p.Phone, p.DocNo, p.Card} {
				if secret != "" && strings.Contains(whole, secret) {
					t.Errorf("%s tells a number of %s", c.Title, p.Name)
				}
			}
		}
	}
}

func TestCapital(t *testing.T) {
	for fen, want := range map[domain.Fen]string{
		0: "零元整", 5: "伍分", 50: "伍角整", 105: "壹元零伍分", 1000: "壹拾元整", 10005: "壹佰元零伍分", 10050: "壹佰元伍角整",
		1005000: "壹万零伍拾元整", 10050000: "壹拾万零伍佰元整", 10500000: "壹拾万伍仟元整", 128000000: "壹佰贰拾捌万元整",
		10000000500: "壹亿零伍元整", 3052440012: "叁仟零伍拾贰万肆仟肆佰元壹角贰分", 100100100: "壹佰万壹仟零壹元整",
	} {
		if got := samples.Capital(fen); got != want {
			t.Errorf("%s: %s, want %s", fen, got, want)
		}
	}
}
