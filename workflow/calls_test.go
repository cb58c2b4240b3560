package workflow_test

import (
	"slices"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/porttest"
)

// calls lists who was called by link so far, in order.
func (d *desk) calls() (list []string) {
	for _, text := range d.sms.Sent() {
		switch text.Kind {
		case domain.MessageLinkB, domain.MessageLinkA, domain.MessageDuty:
			list = append(list, string(text.Kind)+" "+text.To.Clear())
		}
	}
	return list
}

// S38–S45, S48, S97: nobody is called before his turn; Party B's seal needs no call of its own; three calls a contract.
func TestS38CallsFollowTheOrder(t *testing.T) {
	d := newDesk(t)
	d.accept("HT-1")
	want := []string{}
	called := func(after string, next ...string) {
		t.Helper()
		d.done()
		want = append(want, next...)
		if got := d.calls(); !slices.Equal(got, want) {
			t.Fatalf("after %s: %v, want %v", after, got, want)
		}
	}
	called("intake")
	d.must(d.Push(t.Context(), domain.Claimed("op"), "HT-1"))
	called("the push", "link_b "+phoneB.Clear())
	d.verify(phoneB, nameB, numberB)
	called("B's verification")
	d.must(d.sign(phoneB, "HT-1"))
	called("B's signature")
	d.must(d.sealB("HT-1"))
	called("B's seal", "link_a "+phoneA.Clear())
	d.verify(phoneA, nameA, numberA)
	d.must(d.sign(phoneA, "HT-1"))
	called("A's signature", "duty "+phoneSealer.Clear())
	d.verify(phoneSealer, nameSealer, numberA)
	d.must(d.sealer.Unlock([]byte(porttest.PIN)))
	_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
	d.must(err)
	called("the contract seal")
	if c := d.contract("HT-1"); c.Stage != domain.StageDone {
		t.Error(c.Stage)
	}
}

// G15, S48: both parties and the purchaser hear of the end, each phone once, where the office wants it so.
func TestG15CompletionNoticeIsAChoice(t *testing.T) {
	for _, wanted := range []bool{true, false} {
		d := signed(t, "HT-1")
		d.Settings.CompletionNotice = wanted
		d.must(d.sealer.Unlock([]byte(porttest.PIN)))
		_, _, err := d.Seal(t.Context(), domain.Claimed("sealer"), "HT-1", nil)
		d.must(err)
		d.done()
		told := map[domain.Phone]int{}
		for _, text := range d.sms.Sent() {
			if text.Kind == domain.MessageDone {
				told[text.To]++
			}
		}
		// The purchaser of this contract is Party A's performer: one phone, one message.
		if wanted && (len(told) != 2 || told[phoneA] != 1 || told[phoneB] != 1) || !wanted && len(told) != 0 {
			t.Errorf("wanted %v: %v", wanted, told)
		}
	}
}

// S18: the company seals with a key of its own, kept apart from the key of the person who acts for it.
func TestS18CompanyIsNotThePerson(t *testing.T) {
	d := signed(t, "HT-1")
	d.view(func(tx port.Tx) error {
		sign, err := tx.SealOpFor("HT-1", domain.ActBSign)
		d.must(err)
		seal, err := tx.SealOpFor("HT-1", domain.ActBSeal)
		d.must(err)
		if sign.KeyID == seal.KeyID || sign.Certificate == "" || seal.Person != d.person(phoneB).ID {
			t.Errorf("signature by %s, seal by %s", sign.KeyID, seal.KeyID)
		}
		return nil
	})
}
