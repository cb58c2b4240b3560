package workflow_test

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"campus.example/sealdesk/domain"
)

// The SHA-256 that the sender announces binds: other bytes under it are not accepted, whatever way they come in, and the
// right ones are (HSE-10).
func TestAnnouncedHashBinds(t *testing.T) {
	hash := func(pdf []byte) string {
		sum := sha256.Sum256(pdf)
		return hex.EncodeToString(sum[:])
	}
	meant, other := []byte("%PDF HT-1"), []byte("%PDF HT-1 with another amount")
	announced := offer("HT-1")
	announced.SHA256 = hash(meant)
	accepted := func(d *desk) bool {
		c, err := d.Contract(t.Context(), domain.Claimed("op"), "HT-1")
		return err == nil && c.Contract.Stage == domain.StageToPush
	}

	d := newDesk(t)
	in, err := d.Receive(t.Context(), domain.System(), announced, other)
	if code := domain.CodeOf(err) + domain.CodeOf(in.Refusal); code != domain.CodeDocumentMismatch || in.Verdict == domain.Accepted {
		t.Errorf("other bytes: %q, %+v", code, in)
	}
	if accepted(d) {
		t.Error("the contract waits to be pushed with other bytes than were announced")
	}

	polled := newDesk(t)
	polled.procurement.Approve(announced, other)
	polled.must(polled.Schedule(t.Context()))
	polled.work()
	if accepted(polled) {
		t.Error("a poll took in other bytes than were announced")
	}

	right := newDesk(t)
	in, err = right.Receive(t.Context(), domain.System(), announced, meant)
	right.must(err)
	if in.Verdict != domain.Accepted || !accepted(right) {
		t.Errorf("the announced bytes: %+v", in)
	}
}
