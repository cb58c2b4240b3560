package workflow_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
)

// OPR-28: contracts are found by a signer's phone, by its tail and by the pinyin of their words.
func TestContractsAreFoundByPhoneAndPinyin(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	other := offer("HT-2")
	other.Title, other.PartyB, other.PersonB, other.PhoneB = "家具 00000082 号", "重庆样例有限公司", "郑试用", "15400000083"
	_, err := d.Receive(t.Context(), domain.System(), other, []byte("%PDF HT-2"))
	d.must(err)
	third := offer("HT-3")
	third.PhoneA, third.PhoneB, third.PurchaserPhone = "15400000081", "15400000082", "15400000084"
	_, err = d.Receive(t.Context(), domain.System(), third, []byte("%PDF HT-3"))
	d.must(err)
	for search, want := range map[string][]string{
		"15400000083":       {"HT-2"},
		"+86 154-0000-0083": {"HT-2"},
		"0083":              {"HT-2"},
		"１５４００００００８２":       {"HT-3"},
		"00000082":          {"HT-3", "HT-2"}, // a signer of one, the title of the other
		"0084":              nil,              // a purchaser signs nothing
		"15400000089":       nil,
		"083":               nil,
		"zhengshiyong":      {"HT-2"},
		"cqyl":              {"HT-2"},
		"syssb":             {"HT-3", "HT-1"},
		"家具":                {"HT-2"},
	} {
		list, err := d.Contracts(t.Context(), domain.Claimed("reviewer"), domain.ContractFilter{Search: search})
		d.must(err)
		var got []string
		for _, c := range list {
			got = append(got, c.No)
			if shown := fmt.Sprint(c.A.Phone, c.B.Phone); strings.Contains(shown, "0000") {
				t.Errorf("%s is shown with %s", c.No, shown)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", search, got, want)
		}
	}
}

// A search needs the right to read contracts. Neither the refusal nor anything else keeps the phone that was looked for.
func TestSearchedPhoneIsKeptNowhere(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	before := d.everything()
	for _, search := range []string{"15400000089", "00000089"} {
		_, err := d.Contracts(t.Context(), domain.Claimed("op"), domain.ContractFilter{Search: search})
		d.must(err)
		_, err = d.Contracts(t.Context(), domain.Claimed("stranger"), domain.ContractFilter{Search: search})
		d.want(err, domain.CodeUnknownOperator)
		if strings.Contains(fmt.Sprint(err), "0089") {
			t.Errorf("the refusal says %v", err)
		}
	}
	if d.everything() != before {
		t.Error("a search changes the folder")
	}
	d.view(func(tx port.Tx) error {
		events, err := tx.Events(domain.EventFilter{})
		if said := fmt.Sprintf("%+v", events); strings.Contains(said, "0089") {
			t.Errorf("the record says %s", said)
		}
		return err
	})
}
