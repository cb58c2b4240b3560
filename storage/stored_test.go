package storage

import (
	"bytes"
	"encoding/hex"
	"testing"

	"campus.example/sealdesk/domain"
)

// A sealed value opens only where it was sealed, under keys that are derived by labels. What was sealed under other words
// is lost, so the words and what comes of them are those of the first program.
func TestVaultKeepsItsWords(t *testing.T) {
	for got, want := range map[string]string{
		personPlace("P-1", domain.SealedPersonPhone).String():              "person|phone|P-1|P-1",
		enrolmentName(domain.Enrolment{ID: "E-1", Person: "P-1"}).String(): "enrolment|name|E-1|P-1",
		messagePlace(domain.Message{ID: "M-1", Person: "P-1"}).String():    "message|phone|M-1|P-1",
		messagePlace(domain.Message{ID: "M-1"}).String():                   "message|phone|M-1|message:M-1",
		appearancePlace(domain.SealOp{ID: "S-1", Person: "P-1"}).String():  "seal_op|appearance|S-1|P-1",
		appearancePlace(domain.SealOp{ID: "S-1"}).String():                 "seal_op|appearance|S-1|seal_op:S-1",
		place{domain.SealedSigningKey, "K-1", "P-1"}.String():              "signing_key|private|K-1|P-1",
		photoOf("P-1"):    "photo|P-1",
		wrappedFor("P-1"): "subject_key|P-1",
	} {
		if got != want {
			t.Errorf("a value stands at %s, want %s", got, want)
		}
	}
	v, err := newVault(bytes.Repeat([]byte{7}, keyBytes), bytes.NewReader(make([]byte, 100)))
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := v.seal(v.wrapping, "photo|P-1", []byte("clear"))
	if err != nil {
		t.Fatal(err)
	}
	for what, is := range map[string]struct {
		got  []byte
		want string
	}{
		"proof":    {v.proof, "07a14daeded6ca565b58b449f89ce3719da5afc4806a2d5673bd6d481ce7092d"},
		"phones":   {v.blind(domain.LabelIndexPhone, "15400000017"), "29dc1ae4a5cb4fc22d9eb43c5b68c8687b4afe962d2512d1ffd2500223e4c33d"},
		"links":    {v.blind(domain.LabelIndexLink, "code"), "1785a5e289a5ea80d5a013550588db2b415d757586205e756d9e529ee649e003"},
		"sessions": {v.blind(domain.LabelIndexSession, "token"), "6512ccbd3e8b6ea431f6259de36903cc6c63baa241f80b6b992beee83c63bd7f"},
		"sealed":   {sealed, "0100000000000000000000000029e484626dc33f12e24c69d2bf425e24331a23ef63"},
	} {
		if got := hex.EncodeToString(is.got); got != is.want {
			t.Errorf("%s: %s, want %s", what, got, is.want)
		}
	}
}
