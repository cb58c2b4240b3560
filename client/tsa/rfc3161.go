// Package tsa fetches timestamp tokens from an authority over HTTP.
//
// Source: RFC 3161, sections 2.4.2 and 3.4.
package tsa

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"campus.example/sealdesk/client/outbound"
)

// Provider is the name in errors.
const Provider = "tsa"

// Options say how to reach the authority. A token is signed itself, so http is allowed to any host.
type Options struct {
	URL     string
	Timeout time.Duration
}

// Authority is a timestamp authority.
type Authority struct{ client *outbound.Client }

// New makes a client. Error: CodeConfig.
func New(o Options) (*Authority, error) {
	client, err := outbound.New(outbound.Options{Provider: Provider, BaseURL: o.URL, PlainHTTP: true, Timeout: o.Timeout})
	if err != nil {
		return nil, err
	}
	return &Authority{client: client}, nil
}

// Authority names the authority as the rule time_authority does.
func (a *Authority) Authority() string { return a.client.Host() }

// Token exchanges a DER TimeStampReq for a DER TimeStampResp that grants a token; the token itself is not checked
// here. Errors: CodeProviderDown, CodeProviderNonsense, CodeProviderRefused with the reason's name in RFC 3161.
func (a *Authority) Token(ctx context.Context, request []byte) ([]byte, error) {
	header := http.Header{}
	header.Set("Content-Type", "application/timestamp-query")
	header.Set("Accept", "application/timestamp-reply")
	answer, err := a.client.Do(ctx, outbound.Request{
		Method: http.MethodPost, URL: a.client.URL("", nil), Header: header, Body: request,
	})
	switch {
	case err != nil:
		return nil, err
	case answer.Status != http.StatusOK:
		return nil, a.client.Refused("HTTP-" + strconv.Itoa(answer.Status))
	case !answer.Is("application/timestamp-reply"):
		return nil, a.client.Nonsense("not a timestamp reply", nil)
	}
	switch verdict, reason := read(answer.Body); verdict {
	case granted:
		return answer.Body, nil
	case later:
		return nil, a.client.Down(reason, nil)
	case refused:
		return nil, a.client.Refused(reason)
	}
	return nil, a.client.Nonsense("unreadable reply", nil)
}
