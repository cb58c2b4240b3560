package domain

import "testing"

func TestCheckCard(t *testing.T) {
	for in, want := range map[string]string{
		"4111 1111 1111 1111": "4111111111111111", "6222-0212-0000-0000-005": "6222021200000000005",
	} {
		if got, err := CheckCard(in); err != nil || got != want {
			t.Errorf("CheckCard(%q) = %q, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "4111111111111112", "411111111111", "41111111111111111111", "4111 1111 1111 111x"} {
		if got, err := CheckCard(in); err == nil {
			t.Errorf("CheckCard(%q) = %q, want a refusal", in, got)
		}
	}
}
