package domain

import (
	"testing"
	"time"
)

// G10: a code lives five minutes, takes five guesses and opens once.
func TestG10CodeLivesFiveMinutesAndTakesFiveGuesses(t *testing.T) {
	fresh := func() *OneTimeCode {
		return &OneTimeCode{Code: "123456", Sent: today, Expires: today.Add(CodeLife)}
	}
	c := fresh()
	if err := c.Try("123456", today.Add(5*time.Minute-time.Second)); err != nil {
		t.Errorf("in time: %v", err)
	}
	if err := c.Try("123456", today); CodeOf(err) != CodeCodeExpired {
		t.Errorf("used: %v", err)
	}
	if err := fresh().Try("123456", today.Add(5*time.Minute)); CodeOf(err) != CodeCodeExpired {
		t.Errorf("late: %v", err)
	}
	c = fresh()
	for range 5 {
		if err := c.Try("000000", today); CodeOf(err) != CodeCodeWrong {
			t.Errorf("a wrong guess: %v", err)
		}
	}
	if err := c.Try("123456", today); CodeOf(err) != CodeTriesUsedUp {
		t.Errorf("the sixth guess: %v", err)
	}
}
