package outbound

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"

	"campus.example/sealdesk/domain"
)

// Down says that nothing is known of a request's outcome. Detail is for the sentence and holds nothing personal.
func (c *Client) Down(detail string, cause error) error {
	return c.fail(domain.CodeProviderDown, detail, cause)
}

// Nonsense says that an answer cannot be read.
func (c *Client) Nonsense(detail string, cause error) error {
	return c.fail(domain.CodeProviderNonsense, detail, cause)
}

// Refused says that the provider clearly said no, with its own code. A code that is no identifier is not repeated,
// for it could hold anything: the answer then counts as one that cannot be read.
func (c *Client) Refused(code string) error {
	if !identifier(code) {
		return c.Nonsense("refusal without a code", nil)
	}
	return c.fail(domain.CodeProviderRefused, code, nil)
}

func (c *Client) fail(code domain.Code, detail string, cause error) error {
	why := fmt.Errorf("%s: %s", c.provider, detail)
	if cause != nil {
		why = fmt.Errorf("%w: %w", why, cause)
	}
	return domain.Fail(code, c.provider, detail).Because(why)
}

// failed names what went wrong on the way. The address is taken out of the error.
func (c *Client) failed(err error) error {
	var address *url.Error
	for errors.As(err, &address) {
		err = address.Err
	}
	var network net.Error
	switch {
	case errors.Is(err, context.Canceled):
		return c.Down("cancelled", err)
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return c.Down("timeout", err)
	}
	return c.Down("no connection", err)
}

func statusText(status int) string { return "HTTP " + strconv.Itoa(status) }

// identifier tells whether a provider's code is one: letters, digits, dots, dashes and underscores, beginning with a
// letter, at most 64.
func identifier(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for i := range len(s) {
		b := s[i]
		letter := b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
		inside := b >= '0' && b <= '9' || b == '.' || b == '-' || b == '_'
		if !letter && (i == 0 || !inside) {
			return false
		}
	}
	return true
}
