package domain

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var today = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// S58: the number of an identity card has eighteen places, a real birth date and the right check digit. The first
// number is the example of the standard.
func TestS58IdentityCardNumber(t *testing.T) {
	for in, want := range map[string]string{"11010519491231002x": "11010519491231002X", " 440308199901101512 ": "440308199901101512"} {
		if got, err := CheckIDNumber(in, today); err != nil || got != want {
			t.Errorf("%q: %q, %v", in, got, err)
		}
	}
	for _, in := range []string{
		"", "11010519491231002", "110105194912310021", "110105194902310029", "11010520991231002X", "1101051949123100ZX", "１１０１０５１９４９１２３１００２Ｘ",
	} {
		if got, err := CheckIDNumber(in, today); CodeOf(err) != CodeDocNoInvalid {
			t.Errorf("%q: %q, %v", in, got, err)
		}
	}
}

// One wrong digit is always found.
func TestS58OneWrongDigitIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := []byte("11010519491231002X")
		at := rapid.IntRange(0, 16).Draw(t, "place")
		digit := rapid.SampledFrom([]byte("0123456789")).Draw(t, "digit")
		if number[at] == digit {
			return
		}
		number[at] = digit
		if _, err := CheckIDNumber(string(number), today); err == nil {
			t.Fatalf("%s passes", number)
		}
	})
}

// S61: the three kinds the manual names are built in beside the identity card, and an office adds its own.
func TestS61KindsOfDocument(t *testing.T) {
	for kind, number := range map[DocKind]string{DocPassport: "e12345678", DocHKMacauPermit: "h12345678", DocTaiwanPermit: "12345678"} {
		if !slices.Contains(DocKinds(), kind) {
			t.Errorf("%s is not offered", kind)
		}
		got, err := CheckIdentity(Identity{Name: " ZHANG  WEI ", Kind: kind, Number: number}, nil, today)
		if err != nil || got.Name != "ZHANG WEI" || got.Number != strings.ToUpper(number) {
			t.Errorf("%s: %+v, %v", kind, got, err)
		}
	}
	own := Identity{Name: "张伟", Kind: "seaman", Number: "A1234567"}
	if _, err := CheckIdentity(own, nil, today); CodeOf(err) != CodeDocKindUnknown {
		t.Errorf("an unknown kind: %v", err)
	}
	if _, err := CheckIdentity(own, []DocKind{"seaman"}, today); err != nil {
		t.Errorf("the office's own kind: %v", err)
	}
}

// S61: each kind of document has the form of its number, and where it has a birth date and a check digit, these.
func TestS61NumbersOfOtherDocuments(t *testing.T) {
	for kind, numbers := range map[DocKind][2][]string{
		DocPassport:      {{"X00000011", "AB 123 4567", "12345"}, {"1234", "X0000001-1", "护照12345", strings.Repeat("A", 18)}},
		DocHKMacauPermit: {{"H12345678", "m1234567800", "HA1234567"}, {"H1234567", "A12345678", "H123456789", "12345678"}},
		DocTaiwanPermit:  {{"12345678", "1234567890", "1234567890(B)", "1234567890B"}, {"1234567", "123456789", "T12345678"}},
		DocResidence: {
			{"810000199408230021", "820000199001010010", "830000199201300022"},
			{"820000199001010017", "11010519491231002X", "810000199413230021", "810000"},
		},
		DocForeignerPRC: {{"911156199001010010", "USA123456789012"}, {"911156199001010011", "11010519491231002X", "US123456789012", "USA12345678901"}},
		"seaman":        {{"A1234567", "A-12(3)"}, {"A123", "A_1234567", strings.Repeat("9", 33)}},
	} {
		for _, good := range numbers[0] {
			if got, err := CheckDocNumber(kind, good, today); err != nil || got != strings.ToUpper(strings.ReplaceAll(good, " ", "")) {
				t.Errorf("%s %s: %s, %v", kind, good, got, err)
			}
		}
		for _, bad := range numbers[1] {
			if got, err := CheckDocNumber(kind, bad, today); CodeOf(err) != CodeDocNoInvalid {
				t.Errorf("%s %s: %s, %v", kind, bad, got, err)
			}
		}
	}
}

// S63, S65–S67, S92, S95, G9, G10: which methods are open to whom, whatever was tried. The list is never empty;
// without an identity card it is manual review alone; with one, manual review is there only after a failure, when an
// operator opened it, or when nothing else is left; nothing is there that was tried as often as it may be.
func TestS95SomeMethodIsAlwaysOpen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(DocKinds()).Draw(t, "kind")
		offered := rapid.SliceOfDistinct(rapid.SampledFrom(AutomaticMethods()), rapid.ID).Draw(t, "offered")
		tried := map[Method]int{}
		for _, m := range AutomaticMethods() {
			tried[m] = rapid.IntRange(0, 4).Draw(t, string(m))
		}
		failed, opened := rapid.Bool().Draw(t, "failed"), rapid.Bool().Draw(t, "opened")
		got := MethodsFor(kind, offered, tried, 3, failed, opened)
		if len(got) == 0 {
			t.Fatal("a dead end")
		}
		automatic := 0
		for _, m := range got {
			if m == MethodManual {
				continue
			}
			automatic++
			if kind != DocIDCard || tried[m] >= 3 || !slices.Contains(offered, m) {
				t.Fatalf("%s is open", m)
			}
		}
		if manual := slices.Contains(got, MethodManual); manual != (kind != DocIDCard || failed || opened || automatic == 0) {
			t.Fatalf("manual review open: %v", manual)
		}
	})
	all := MethodsFor(DocIDCard, AutomaticMethods(), nil, 3, true, false)
	if !slices.Equal(all, []Method{MethodFace, MethodPhone, MethodBank, MethodManual}) {
		t.Errorf("after a failure: %v", all)
	}
}

// G3: a company's code has eighteen places and the right check character.
func TestG3CreditCode(t *testing.T) {
	if got, err := CheckCreditCode(" 91350100m000100y43 "); err != nil || got != "91350100M000100Y43" {
		t.Errorf("%q, %v", got, err)
	}
	for _, in := range []string{"91350100M000100Y44", "91350100M000100Y4", "91350100I000100Y43", "91350100M000100Y43X"} {
		if _, err := CheckCreditCode(in); CodeOf(err) != CodeCreditCodeInvalid {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// G18: a verification ends.
func TestG18VerificationEnds(t *testing.T) {
	p := Person{}
	if p.VerifiedAt(today) {
		t.Error("nobody is verified from the start")
	}
	p.Verified, p.ValidTill = today, today.AddDate(1, 0, 0)
	if !p.VerifiedAt(today) || p.VerifiedAt(p.ValidTill) {
		t.Error("a verification holds for its time and no longer")
	}
}
