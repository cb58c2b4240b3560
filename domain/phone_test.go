package domain

import (
	"fmt"
	"testing"
)

// S27, S28: what people write for a phone number is read as its eleven digits or refused.
func TestS27ParsePhone(t *testing.T) {
	for in, want := range map[string]Phone{
		"15400000011":       "15400000011",
		"+86 154 0000 0011": "15400000011",
		"0086-15400000011":  "15400000011",
		"１５４００００００１１":       "15400000011",
	} {
		if got, err := ParsePhone(in); err != nil || got != want {
			t.Errorf("%q: %v, %v", in, got.Clear(), err)
		}
	}
	for _, in := range []string{"", "1540000001", "154000000111", "25400000011", "12400000011", "154x0000011", "电话"} {
		if got, err := ParsePhone(in); err == nil {
			t.Errorf("%q was accepted as %s", in, got.Clear())
		}
	}
}

func TestPhonePrintsMasked(t *testing.T) {
	if got := fmt.Sprint(Phone("15400000011")); got != "154****0011" {
		t.Error(got)
	}
}

// OPR-28: a search takes the last four digits of a phone, or more.
func TestPhoneTail(t *testing.T) {
	for in, want := range map[string]string{
		"0082": "0082", " 0000-0082 ": "00000082", "００８２": "0082", "5400000082": "5400000082",
		"082": "", "15400000082": "", "HT-0082": "", "": "", "尾号0082": "",
	} {
		if got := PhoneTail(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
