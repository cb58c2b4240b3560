package pades

import (
	"encoding/json"
	"testing"
)

// An act that was cut off goes on under a newer program, from what the older one kept: these are the words of folders
// that exist.
func TestWhatAnActKeepsDoesNotChange(t *testing.T) {
	const stored = `{"attributes":"AQ==","chain":["Ag=="],"open":3,"shut":9,"size":10}`
	out, err := json.Marshal(Pending{Attributes: []byte{1}, Chain: [][]byte{{2}}, Open: 3, Shut: 9, Size: 10})
	if err != nil || string(out) != stored {
		t.Errorf("%s, %v, want %s", out, err, stored)
	}
	if p, err := readPending([]byte(stored)); err != nil || p.Shut != 9 || len(p.Chain) != 1 {
		t.Errorf("%+v, %v", p, err)
	}
	const want = "5cef41dc57e55507"
	if got := nonce([]byte("a signature")).Text(16); got != want {
		t.Errorf("the nonce of a signature is %s, want %s: a token that was asked for before does not fit any more", got, want)
	}
}
