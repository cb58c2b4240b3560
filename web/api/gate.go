package api

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	skew      = 300 * time.Second // how far the caller's clock may be off
	maxBody   = 64 << 20          // bytes read before the signature is known to be good
	maxNonce  = 128               // bytes of one nonce
	maxNonces = 200_000           // requests remembered at once
)

// gate lets signed requests through, each nonce once: X-Key, X-Timestamp, X-Nonce and X-Signature, the HMAC-SHA256 over
// method, path, query, hash of the body, time and nonce.
func (a *api) gate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		var big *http.MaxBytesError
		switch {
		case errors.As(err, &big):
			a.refuse(w, http.StatusRequestEntityTooLarge, "body_too_big", "the body is larger than 64 MiB")
			return
		case err != nil:
			a.refuse(w, http.StatusBadRequest, "body_unreadable", "the body did not arrive whole")
			return
		}
		code, detail, err := a.check(r, body)
		switch {
		case err != nil:
			a.Log.Error("the secret of the interface cannot be read", "err", err)
			a.refuse(w, http.StatusInternalServerError, "internal", "the signature could not be checked")
			return
		case code != "":
			a.Log.Warn("a call was refused", "code", code)
			a.refuse(w, http.StatusUnauthorized, code, detail)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

// check gives an empty code when the request may pass.
func (a *api) check(r *http.Request, body []byte) (code, detail string, err error) {
	id, unix := r.Header.Get("X-Key"), r.Header.Get("X-Timestamp")
	nonce, signature := r.Header.Get("X-Nonce"), r.Header.Get("X-Signature")
	if id == "" || unix == "" || nonce == "" || signature == "" || len(nonce) > maxNonce {
		return "signature_missing", "X-Key, X-Timestamp, X-Nonce and X-Signature are all needed", nil
	}
	secret, err := a.Secret()
	if err != nil {
		return "", "", err
	}
	if id != a.KeyID || secret == "" {
		return "key_unknown", "no such key", nil
	}
	seconds, err := strconv.ParseInt(unix, 10, 64)
	if err != nil {
		return "timestamp_invalid", "X-Timestamp is not a number of seconds", nil
	}
	now, sent := a.Now(), time.Unix(seconds, 0)
	if sent.Before(now.Add(-skew)) || sent.After(now.Add(skew)) {
		return "timestamp_skewed", "the clocks are more than 300 seconds apart", nil
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return "signature_wrong", "the query cannot be read", nil
	}
	if !hmac.Equal([]byte(signature), []byte(sign(secret, r, query, body, unix, nonce))) {
		return "signature_wrong", "the signature does not fit this request", nil
	}
	// Only now: a nonce of a request that was not the key's owner's must not be burnt.
	switch a.seen.take(nonce, now, sent.Add(skew)) {
	case nonceUsed:
		return "nonce_used", "this nonce was used before", nil
	case nonceFull:
		return "nonce_full", "too many requests within the clocks' tolerance", nil
	}
	return "", "", nil
}

func sign(secret string, r *http.Request, query url.Values, body []byte, unix, nonce string) string {
	digest := sha256.Sum256(body)
	mac := hmac.New(sha256.New, []byte(secret))
	// hash.Hash never returns an error from Write.
	mac.Write([]byte(strings.Join([]string{
		r.Method, r.URL.EscapedPath(), query.Encode(), hex.EncodeToString(digest[:]), unix, nonce,
	}, "\n")))
	return hex.EncodeToString(mac.Sum(nil))
}

// nonces remembers every nonce as long as its time would be taken.
type nonces struct {
	mu    sync.Mutex
	seen  map[string]time.Time // nonce -> when it may be forgotten
	swept time.Time
}

type nonceVerdict int

const (
	nonceFresh nonceVerdict = iota
	nonceUsed
	nonceFull
)

func (n *nonces) take(nonce string, now, forget time.Time) nonceVerdict {
	n.mu.Lock()
	defer n.mu.Unlock()
	if until, again := n.seen[nonce]; again && !until.Before(now) {
		return nonceUsed
	}
	if now.After(n.swept.Add(time.Second)) || len(n.seen) >= maxNonces {
		n.swept = now
		for old, until := range n.seen {
			if until.Before(now) {
				delete(n.seen, old)
			}
		}
	}
	if len(n.seen) >= maxNonces {
		return nonceFull
	}
	n.seen[nonce] = forget
	return nonceFresh
}

// refuse answers with a code a program can read and a sentence a person can.
func (a *api) refuse(w http.ResponseWriter, status int, code, detail string) {
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	err := json.NewEncoder(w).Encode(struct {
		Code   string `json:"code"`
		Detail string `json:"detail"`
	}{code, detail})
	if err != nil {
		a.Log.Debug("refusal", "err", err)
	}
}
