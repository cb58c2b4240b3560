// Package procurement speaks to the procurement system (采购管理信息系统). Every call may be repeated: the other side
// deduplicates on the contract's number and on the Idempotency-Key.
package procurement

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"campus.example/sealdesk/client/campus"
	"campus.example/sealdesk/client/outbound"
	"campus.example/sealdesk/domain"
)

// Provider is the name in errors.
const Provider = "procurement"

// pageSize is how many contracts are asked for at once; listLimit bounds their list, in bytes.
const (
	pageSize  = 50
	listLimit = 16 << 20
)

// slowest is the rate, in MB a second, at which a document must at least arrive.
const slowest = 2

// Campus is the procurement system of the campus.
type Campus struct {
	caller *campus.Caller
	maxMB  int
}

// New makes a client; o.Provider is set here. A document may have maxMB megabytes (documents.max_mb). Error: CodeConfig.
func New(o campus.Options, maxMB int) (*Campus, error) {
	o.Provider = Provider
	if o.Timeout <= 0 {
		o.Timeout = max(outbound.TotalTimeout, time.Duration(maxMB/slowest)*time.Second)
	}
	caller, err := campus.New(o)
	if err != nil {
		return nil, err
	}
	return &Campus{caller: caller, maxMB: maxMB}, nil
}

// Approved lists approved contracts after the cursor, in the order of their approval; next is kept for the following
// call. An item that is no contract, or has no usable number, is listed with its refusal: it stops no other one. Errors:
// CodeProviderDown, CodeProviderNonsense, CodeProviderRefused.
func (c *Campus) Approved(ctx context.Context, cursor string) (items []domain.ListedItem, next string, err error) {
	query := url.Values{"status": {"approved"}, "cursor": {cursor}, "limit": {strconv.Itoa(pageSize)}}
	var list struct {
		Contracts []json.RawMessage `json:"contracts"`
		Next      string            `json:"next_cursor"`
	}
	r := campus.Request{Method: http.MethodGet, Path: "/api/v1/contracts", Query: query, Limit: listLimit}
	if err := c.caller.Ask(ctx, r, nil, &list); err != nil {
		return nil, "", err
	}
	// A list whose cursor does not move would be read for ever.
	if list.Contracts == nil || (len(list.Contracts) > 0 && (list.Next == "" || list.Next == cursor)) {
		return nil, "", c.caller.Nonsense("cursor does not move", nil)
	}
	for i, raw := range list.Contracts {
		items = append(items, listed(i, raw))
	}
	return items, list.Next, nil
}

// Answer tells what became of an offer. Errors as above.
func (c *Campus) Answer(ctx context.Context, a domain.IntakeAnswer) error {
	body := struct {
		Status string `json:"status"`
		Code   string `json:"code"`
		Reason string `json:"reason"`
		SHA256 string `json:"sha256"`
	}{string(a.Verdict), string(a.Code), a.Reason, a.SHA256}
	key := idempotencyKey("intake", a.Key, a.No, body.Status, body.Code, body.Reason, body.SHA256)
	return c.tell(ctx, campus.Request{Method: http.MethodPost, Path: path(a.No, "intake"), Key: key}, body)
}

// Status tells of a stage off the path. Errors as above.
func (c *Campus) Status(ctx context.Context, no string, stage domain.Stage, reason string) error {
	body := struct {
		Status string `json:"status"`
		Reason string `json:"reason"`
	}{string(stage), reason}
	key := idempotencyKey("status", no, body.Status, body.Reason)
	return c.tell(ctx, campus.Request{Method: http.MethodPost, Path: path(no, "status"), Key: key}, body)
}

func (c *Campus) tell(ctx context.Context, r campus.Request, body any) error {
	var done struct {
		OK bool `json:"ok"`
	}
	if err := c.caller.Ask(ctx, r, body, &done); err != nil {
		return err
	}
	if !done.OK {
		return c.caller.Nonsense("neither yes nor no", nil)
	}
	return nil
}

// path keeps a number in one segment whatever stands in it.
func path(no, rest string) string {
	return "/api/v1/contracts/" + url.PathEscape(no) + "/" + rest
}

// idempotencyKey is the same for the same request and differs for any other.
func idempotencyKey(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return parts[0] + "-" + hex.EncodeToString(sum[:])
}
