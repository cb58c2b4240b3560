package procurement

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strconv"

	"campus.example/sealdesk/client/campus"
	"campus.example/sealdesk/client/outbound"
	"campus.example/sealdesk/domain"
)

// Document fetches the contract text to be sealed (待盖章的合同文本). Errors that concern this document alone:
// CodeDocumentRefused with the sender's own code, CodeDocTooBig with the limit in megabytes, CodeDocNotPDF. Others:
// CodeProviderDown, CodeProviderNonsense, and CodeProviderRefused when the office's own key is refused.
func (c *Campus) Document(ctx context.Context, no string) ([]byte, error) {
	a, err := c.caller.Send(ctx, campus.Request{Method: http.MethodGet, Path: path(no, "document"), Limit: c.maxMB << 20})
	switch {
	case errors.Is(err, outbound.ErrTooLong):
		return nil, domain.Fail(domain.CodeDocTooBig, c.maxMB).Because(err)
	case err != nil:
		return nil, err
	case a.OK():
		if !a.Is("application/pdf") && !bytes.HasPrefix(a.Body, []byte("%PDF-")) {
			return nil, domain.Fail(domain.CodeDocNotPDF)
		}
		return a.Body, nil
	}
	refused := c.refused(a)
	if a.Status == http.StatusUnauthorized || a.Status == http.StatusProxyAuthRequired {
		return nil, refused
	}
	detail := statusText(a.Status)
	if code := a.Problem(); domain.CodeOf(refused) == domain.CodeProviderRefused {
		detail = code
	}
	return nil, domain.Fail(domain.CodeDocumentRefused, detail).Because(refused)
}

// refused returns the error of an answer that is no success.
func (c *Campus) refused(a outbound.Answer) error {
	if code := a.Problem(); code != "" {
		return c.caller.Refused(code)
	}
	return c.caller.Nonsense(statusText(a.Status), nil)
}

func statusText(status int) string { return "HTTP " + strconv.Itoa(status) }
