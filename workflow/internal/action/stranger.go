package action

import (
	"sync"

	"campus.example/sealdesk/domain"
)

// Strangers counts the refusals of callers who have proven nothing, by action and code. It is bounded by the number of
// actions and codes. It is safe for concurrent use; the zero value is ready.
type Strangers struct {
	mu     sync.Mutex
	counts map[domain.StrangerKey]int
}

// count adds one refusal.
func (s *Strangers) count(action domain.Action, code domain.Code) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.counts == nil {
		s.counts = map[domain.StrangerKey]int{}
	}
	s.counts[domain.StrangerKey{Action: action, Code: code}]++
}

// take returns what was counted and starts anew.
func (s *Strangers) take() map[domain.StrangerKey]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	counts := s.counts
	s.counts = nil
	return counts
}
