// Package campus speaks to the university's own systems: JSON over HTTP, every request signed with a shared secret,
// errors in the form of RFC 9457.
//
// The signature is HMAC-SHA256, in lower-case hexadecimal, over method, escaped path, sorted query, SHA-256 of the
// body, time in seconds and a nonce, parted by newlines.
package campus

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"campus.example/sealdesk/client/outbound"
	"campus.example/sealdesk/domain"
)

// Options say whom to speak to, and as whom.
type Options struct {
	Provider  string // as in outbound.Options
	BaseURL   string
	KeyID     string
	Secret    string
	PlainHTTP bool
	Timeout   time.Duration
	Now       func() time.Time
	Rand      io.Reader // for nonces
}

// Caller sends signed requests.
type Caller struct {
	*outbound.Client
	keyID, secret string
	now           func() time.Time
	rand          io.Reader
}

// Request is one request to a campus system.
type Request struct {
	Method string
	Path   string // escaped
	Query  url.Values
	Kind   string // media type of the body
	Body   []byte
	Key    string // Idempotency-Key, may be empty
	Limit  int    // of the answer, in bytes
}

// New makes a caller. Error: CodeConfig.
func New(o Options) (*Caller, error) {
	if o.KeyID == "" || o.Secret == "" {
		return nil, domain.Fail(domain.CodeConfig, o.Provider+" key")
	}
	client, err := outbound.New(outbound.Options{
		Provider: o.Provider, BaseURL: o.BaseURL, PlainHTTP: o.PlainHTTP, Timeout: o.Timeout,
	})
	if err != nil {
		return nil, err
	}
	return &Caller{Client: client, keyID: o.KeyID, secret: o.Secret, now: o.Now, rand: o.Rand}, nil
}

// Call sends one request and returns a 2xx answer. Errors: CodeProviderDown, CodeProviderNonsense, and
// CodeProviderRefused with the code of the problem.
func (c *Caller) Call(ctx context.Context, r Request) (outbound.Answer, error) {
	a, err := c.Send(ctx, r)
	if err != nil {
		return outbound.Answer{}, err
	}
	if a.OK() {
		return a, nil
	}
	if code := a.Problem(); code != "" {
		return outbound.Answer{}, c.Refused(code)
	}
	return outbound.Answer{}, c.Nonsense("HTTP "+strconv.Itoa(a.Status), nil)
}

// Send sends one request and returns the answer, whatever its status below 500. Errors: CodeProviderDown,
// CodeProviderNonsense.
func (c *Caller) Send(ctx context.Context, r Request) (outbound.Answer, error) {
	u := c.URL(r.Path, r.Query)
	header := http.Header{}
	if len(r.Body) > 0 {
		header.Set("Content-Type", r.Kind)
	}
	if r.Key != "" {
		header.Set("Idempotency-Key", r.Key)
	}
	if err := c.sign(header, r.Method, u, r.Body); err != nil {
		return outbound.Answer{}, err
	}
	return c.Do(ctx, outbound.Request{Method: r.Method, URL: u, Header: header, Body: r.Body, Limit: r.Limit})
}

// Ask sends in as JSON, unless it is nil, and reads the JSON answer into out.
func (c *Caller) Ask(ctx context.Context, r Request, in, out any) error {
	if in != nil {
		body, err := json.Marshal(in)
		if err != nil {
			return domain.Fail(domain.CodeInternal).Because(err)
		}
		r.Kind, r.Body = "application/json", body
	}
	a, err := c.Call(ctx, r)
	if err != nil {
		return err
	}
	return c.JSON(a, out)
}

func (c *Caller) sign(header http.Header, method string, u *url.URL, body []byte) error {
	var random [16]byte
	if _, err := io.ReadFull(c.rand, random[:]); err != nil {
		return domain.Fail(domain.CodeInternal).Because(err)
	}
	seconds, nonce := strconv.FormatInt(c.now().Unix(), 10), hex.EncodeToString(random[:])
	header.Set("X-Key", c.keyID)
	header.Set("X-Timestamp", seconds)
	header.Set("X-Nonce", nonce)
	header.Set("X-Signature", Signature(c.secret, method, u, body, seconds, nonce))
	return nil
}

// Signature signs one request. Seconds is the Unix time as it is sent.
func Signature(secret, method string, u *url.URL, body []byte, seconds, nonce string) string {
	digest := sha256.Sum256(body)
	mac := hmac.New(sha256.New, []byte(secret))
	// A hash never returns an error from Write.
	io.WriteString(mac, strings.Join([]string{ //nolint:errcheck // as said above
		method, u.EscapedPath(), u.Query().Encode(), hex.EncodeToString(digest[:]), seconds, nonce,
	}, "\n"))
	return hex.EncodeToString(mac.Sum(nil))
}
