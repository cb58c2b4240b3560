package outbound

import (
	"context"
	"net/http"
	"time"

	"campus.example/sealdesk/domain"
)

// Clock asks what time it is at the provider, by the Date of an answer, which counts in whole seconds. The request has
// no key and no effect. Errors: CodeProviderDown, CodeProviderNonsense for an answer without a date.
func (c *Client) Clock(ctx context.Context) (time.Time, error) {
	res, err := c.resty.R().SetContext(ctx).Head(c.URL("", nil).String())
	if err != nil {
		return time.Time{}, c.failed(err)
	}
	at, err := http.ParseTime(res.Header().Get("Date"))
	if err != nil {
		return at, domain.Fail(domain.CodeProviderNonsense, c.provider, "no date").Because(err)
	}
	return at, nil
}
