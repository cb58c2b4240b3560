package sms

import (
	"sync"
	"time"
)

// vendorSkew is how far a client's clock may be off before the gateway answers InvalidTimeStamp.Expired.
const vendorSkew = 15 * time.Minute

// nonces remembers which signature nonces were used, as long as their requests could be sent again.
type nonces struct {
	mu   sync.Mutex
	seen map[string]time.Time
}

func (n *nonces) first(nonce string, now, forget time.Time) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	for old, until := range n.seen {
		if until.Before(now) {
			delete(n.seen, old)
		}
	}
	if _, again := n.seen[nonce]; again {
		return false
	}
	n.seen[nonce] = forget
	return true
}
