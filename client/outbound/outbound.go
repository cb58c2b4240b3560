// Package outbound is how the office speaks HTTP to the outside world: one client per provider, each request sent
// once. Whatever goes wrong becomes one of three codes of package domain, without the address of the request, since
// some vendors want phones in it.
package outbound

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/go-resty/resty/v2"

	"campus.example/sealdesk/domain"
)

// JSONLimit bounds an answer whose request names no limit, in bytes.
const JSONLimit = 1 << 20

// The limits of time.
const (
	DialTimeout   = 3 * time.Second
	TLSTimeout    = 3 * time.Second
	HeaderTimeout = 10 * time.Second
	TotalTimeout  = 30 * time.Second
)

const userAgent = "sealdesk"

// Options say whom a client speaks to.
type Options struct {
	Provider  string        // procurement, sms, identity or tsa: the first argument of every error
	BaseURL   string        // where the provider's paths begin
	PlainHTTP bool          // allow http to other hosts than loopback
	Timeout   time.Duration // of a whole request; zero means TotalTimeout
}

// Client speaks to one provider. It never retries and never follows a redirect: repeating belongs to the job table,
// and a redirect would carry a signed request elsewhere.
type Client struct {
	provider string
	base     *url.URL
	resty    *resty.Client
}

// Request is one request.
type Request struct {
	Method string
	URL    *url.URL // from Client.URL
	Header http.Header
	Body   []byte
	Limit  int // of the answer, in bytes; zero means JSONLimit
}

// Answer is what came back, with a status below 500 that is neither 408 nor 429.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// New makes a client. Error: CodeConfig for an address that is not an absolute https address, or http where it is
// not allowed.
func New(o Options) (*Client, error) {
	base, err := baseURL(o)
	if err != nil {
		return nil, domain.Fail(domain.CodeConfig, o.Provider+" address").Because(err)
	}
	if o.Timeout <= 0 {
		o.Timeout = TotalTimeout
	}
	transport := &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: DialTimeout}).DialContext,
		TLSHandshakeTimeout:   TLSTimeout,
		ResponseHeaderTimeout: HeaderTimeout,
		DisableCompression:    true,
		// net/http repeats a request by itself when a kept connection breaks. The repetition would carry a nonce
		// that was used and be refused, which looks like a clear no; without kept connections it never happens.
		DisableKeepAlives: true,
	}
	client := resty.New().
		SetTransport(transport).
		SetTimeout(o.Timeout).
		SetRetryCount(0).
		SetResponseBodyLimit(JSONLimit).
		SetRedirectPolicy(resty.RedirectPolicyFunc(func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse })).
		SetHeader("User-Agent", userAgent).
		SetLogger(silent{}).
		SetDisableWarn(true)
	return &Client{provider: o.Provider, base: base, resty: client}, nil
}

// URL puts an escaped path and a query behind the base address.
func (c *Client) URL(path string, query url.Values) *url.URL {
	u := *c.base
	if u.Path == "" {
		u.Path = "/" // an address without a path would be joined to a relative one, and be signed as that
	}
	if path != "" {
		u = *u.JoinPath(path)
	}
	// A space is written %20, which every reader of a query understands, as signatures have it.
	u.RawQuery = strings.ReplaceAll(query.Encode(), "+", "%20")
	return &u
}

// Do sends a request once. Errors: CodeProviderDown when nothing is known of its outcome, CodeProviderNonsense for
// an answer that is too long or sends the request elsewhere.
func (c *Client) Do(ctx context.Context, r Request) (Answer, error) {
	req := c.resty.R().SetContext(ctx)
	for name, values := range r.Header {
		req.Header[name] = values
	}
	if len(r.Body) > 0 {
		req.SetBody(r.Body)
	}
	if r.Limit > 0 {
		req.SetResponseBodyLimit(r.Limit)
	}
	res, err := req.Execute(r.Method, r.URL.String())
	if errors.Is(err, resty.ErrResponseBodyTooLarge) {
		return Answer{}, c.Nonsense("answer too long", ErrTooLong)
	}
	if err != nil {
		return Answer{}, c.failed(err)
	}
	a := Answer{Status: res.StatusCode(), Header: res.Header(), Body: res.Body()}
	switch {
	case a.Status >= 500, a.Status == http.StatusTooManyRequests, a.Status == http.StatusRequestTimeout:
		return Answer{}, c.Down(statusText(a.Status), nil)
	case a.Status >= 300 && a.Status < 400:
		return Answer{}, c.Nonsense("redirect", nil)
	}
	return a, nil
}

// ErrTooLong is the cause of CodeProviderNonsense for an answer that is longer than its limit.
var ErrTooLong = errors.New("longer than the limit")

// silent keeps resty from writing to standard error.
type silent struct{}

func (silent) Errorf(string, ...any) {}
func (silent) Warnf(string, ...any)  {}
func (silent) Debugf(string, ...any) {}
