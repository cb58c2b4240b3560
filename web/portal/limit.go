package portal

import (
	"crypto/sha256"
	"net"
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// How often pages may be asked for. A person's browser stays far below; a program that tries codes does not.
const (
	perKey       = 10 // requests a second of one session or link
	burstKey     = 80
	perAddress   = 50 // of one address beyond this machine: a campus may stand behind one
	burstAddress = 300
	burstSends   = 10 // codes asked for in a row by one link or for one phone
	sendPause    = 90 * time.Second
	forgetAfter  = 30 * time.Minute
	maxRemember  = 100_000
)

// limits remembers who asked how often, for a while and not without bound.
type limits struct {
	now func() time.Time

	mu    sync.Mutex
	seen  map[[32]byte]*bucket
	swept time.Time
}

type bucket struct {
	limiter *rate.Limiter
	last    time.Time
}

func newLimits(now func() time.Time) *limits {
	return &limits{now: now, seen: map[[32]byte]*bucket{}, swept: now()}
}

// allow counts one request of an address, and of a session or a link. On this machine's own address many people may
// stand behind a proxy, so only their links and sessions count there.
func (l *limits) allow(r *http.Request, session string) bool {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		if !l.take("address\n"+host, perAddress, burstAddress) {
			return false
		}
	}
	if code := r.PathValue("code"); code != "" && !l.take("link\n"+code, perKey, burstKey) {
		return false
	}
	return session == "" || l.take("session\n"+session, perKey, burstKey)
}

// send counts one code to a phone, by the link or the number it is asked with.
func (l *limits) send(kind, key string) bool {
	return l.take("send "+kind+"\n"+key, rate.Every(sendPause), burstSends)
}

func (l *limits) take(key string, per rate.Limit, burst int) bool {
	now, name := l.now(), sha256.Sum256([]byte(key))
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sweep(now)
	b := l.seen[name]
	if b == nil {
		if len(l.seen) >= maxRemember {
			return false
		}
		b = &bucket{limiter: rate.NewLimiter(per, burst)}
		l.seen[name] = b
	}
	b.last = now
	return b.limiter.AllowN(now, 1)
}

func (l *limits) sweep(now time.Time) {
	if now.Before(l.swept.Add(time.Minute)) {
		return
	}
	l.swept = now
	for name, b := range l.seen {
		if now.After(b.last.Add(forgetAfter)) {
			delete(l.seen, name)
		}
	}
}
