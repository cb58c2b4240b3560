package procurement

import (
	"context"
	"encoding/json"
	"net/http"

	"campus.example/sealdesk/client/campus"
	"campus.example/sealdesk/domain"
)

// Problem reports an item of the list that has no usable number. Heard is false when the other side does not know that
// address. Errors: CodeProviderDown, CodeProviderNonsense, CodeProviderRefused.
func (c *Campus) Problem(ctx context.Context, p domain.IntakeProblem) (heard bool, err error) {
	body, err := json.Marshal(struct {
		Index  int    `json:"index"`
		Cursor string `json:"cursor"`
		ID     string `json:"id,omitempty"`
		Code   string `json:"code"`
		Reason string `json:"reason"`
		SHA256 string `json:"sha256"`
	}{p.Index, p.Cursor, p.ID, string(p.Code), p.Reason, p.SHA256})
	if err != nil {
		return false, domain.Fail(domain.CodeInternal).Because(err)
	}
	a, err := c.caller.Send(ctx, campus.Request{
		Method: http.MethodPost, Path: "/api/v1/intake-problems", Kind: "application/json", Body: body, Key: idempotencyKey("problem", p.Key),
	})
	switch {
	case err != nil:
		return false, err
	case a.Status == http.StatusNotFound, a.Status == http.StatusMethodNotAllowed:
		return false, nil
	case !a.OK():
		return false, c.refused(a)
	}
	return true, nil
}
