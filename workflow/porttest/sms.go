package porttest

import (
	"context"
	"strconv"
	"sync"
	"time"

	"campus.example/sealdesk/domain"
)

// Text is one message the gateway took.
type Text struct {
	Key    string
	Kind   domain.MessageKind
	To     domain.Phone
	Params map[string]string
}

// SMS is a gateway. It takes the same key twice, as real ones do: what was sent twice shows in Sent.
type SMS struct {
	mu    sync.Mutex
	no    map[domain.Phone]bool
	sent  []Text
	fail  error
	lost  error
	asked int
	delay time.Duration
}

// Fail makes every Send fail without taking the message; nil ends it.
func (s *SMS) Fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fail = err
}

// Refuse makes the gateway refuse every message to a phone.
func (s *SMS) Refuse(to domain.Phone) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.no == nil {
		s.no = map[domain.Phone]bool{}
	}
	s.no[to] = true
}

// LoseAnswer makes the next Send take the message and fail all the same.
func (s *SMS) LoseAnswer(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lost = err
}

// Sent lists what was taken, in order.
func (s *SMS) Sent() []Text {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Text(nil), s.sent...)
}

// Last gives the newest message to a phone of the kind.
func (s *SMS) Last(to domain.Phone, kind domain.MessageKind) (Text, bool) {
	sent := s.Sent()
	for i := len(sent) - 1; i >= 0; i-- {
		if sent[i].To == to && sent[i].Kind == kind {
			return sent[i], true
		}
	}
	return Text{}, false
}

// Asked tells how often Ask was called.
func (s *SMS) Asked() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked
}

// Send takes a message.
func (s *SMS) Send(
	_ context.Context, key string, kind domain.MessageKind, to domain.Phone, params map[string]string,
) (domain.SMSReceipt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		return domain.SMSReceipt{}, s.fail
	}
	if s.no[to] {
		return domain.SMSReceipt{}, domain.Fail(domain.CodeProviderRefused, "sms", "isv.MOBILE_NUMBER_ILLEGAL")
	}
	s.sent = append(s.sent, Text{Key: key, Kind: kind, To: to, Params: params})
	if err := s.lost; err != nil {
		s.lost = nil
		return domain.SMSReceipt{}, err
	}
	return s.receipt(len(s.sent)), nil
}

// Ask tells what became of a message.
func (s *SMS) Ask(_ context.Context, key string, to domain.Phone, _ time.Time) (domain.SMSReceipt, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked++
	for i, t := range s.sent {
		if t.Key == key && t.To == to {
			return s.receipt(i + 1), true, nil
		}
	}
	return domain.SMSReceipt{}, false, nil
}

func (s *SMS) receipt(n int) domain.SMSReceipt {
	return domain.SMSReceipt{Provider: "sms-" + strconv.Itoa(n), State: domain.MessageSent}
}

// SetVisible sets how long Ask may not know a message.
func (s *SMS) SetVisible(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.delay = d
}

// Visible is how long Ask may not know a message.
func (s *SMS) Visible() time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.delay
}
