package campus

import (
	"bytes"
	"crypto/subtle"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"
)

const (
	// Skew is how far a caller's clock may be off.
	Skew = 300 * time.Second
	// maxBody bounds what is read before the signature is known to be good, in bytes.
	maxBody = 64 << 20
	// maxNonce bounds what one request can make the gate remember.
	maxNonce = 128
)

// Gate lets signed requests through, each nonce once.
type Gate struct {
	clock func() time.Time
	keys  map[string]string

	mu   sync.Mutex
	seen map[string]time.Time // nonce of a key -> when it may be forgotten
}

// NewGate makes a gate for these callers.
func NewGate(clock func() time.Time, keys ...Key) *Gate {
	g := &Gate{clock: clock, keys: map[string]string{}, seen: map[string]time.Time{}}
	for _, k := range keys {
		g.keys[k.ID] = k.Secret
	}
	return g
}

// Wrap puts the gate before a handler: what is not signed properly is answered 401 and never reaches it.
func (g *Gate) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			var big *http.MaxBytesError
			if errors.As(err, &big) {
				Refuse(w, http.StatusRequestEntityTooLarge, "body_too_big", "the body is larger than 64 MiB")
				return
			}
			Refuse(w, http.StatusBadRequest, "body_unreadable", "the body did not arrive whole")
			return
		}
		if code, detail := g.check(r, body); code != "" {
			Refuse(w, http.StatusUnauthorized, code, detail)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

// check gives an empty code when the request may pass.
func (g *Gate) check(r *http.Request, body []byte) (code, detail string) {
	id, unix := r.Header.Get(HeaderKey), r.Header.Get(HeaderTimestamp)
	nonce, signature := r.Header.Get(HeaderNonce), r.Header.Get(HeaderSignature)
	if id == "" || unix == "" || nonce == "" || signature == "" || len(nonce) > maxNonce {
		return "signature_missing", "X-Key, X-Timestamp, X-Nonce and X-Signature are all needed"
	}
	secret, known := g.keys[id]
	if !known {
		return "key_unknown", "no such key"
	}
	seconds, err := strconv.ParseInt(unix, 10, 64)
	if err != nil {
		return "timestamp_invalid", "X-Timestamp is not a number of seconds"
	}
	now, sent := g.clock(), time.Unix(seconds, 0)
	if sent.Before(now.Add(-Skew)) || sent.After(now.Add(Skew)) {
		return "timestamp_skewed", "the clocks are more than 300 seconds apart"
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return "signature_wrong", "the query cannot be read"
	}
	want := Signature(secret, r.Method, r.URL.EscapedPath(), query, body, unix, nonce)
	if subtle.ConstantTimeCompare([]byte(want), []byte(signature)) != 1 {
		return "signature_wrong", "the signature does not fit this request"
	}
	// Only now: a nonce of a request that was not the key's owner's must not be burnt.
	if !g.first(id+"\n"+nonce, now, sent.Add(Skew)) {
		return "nonce_used", "this nonce was used before"
	}
	return "", ""
}

func (g *Gate) first(nonce string, now, forget time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for n, until := range g.seen {
		if until.Before(now) {
			delete(g.seen, n)
		}
	}
	if _, again := g.seen[nonce]; again {
		return false
	}
	g.seen[nonce] = forget
	return true
}
