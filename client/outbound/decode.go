package outbound

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
)

// JSON reads an answer that is one JSON document into v. Members nobody asked for are passed over. Error:
// CodeProviderNonsense.
func (c *Client) JSON(a Answer, v any) error {
	if !a.Is("application/json") {
		return c.Nonsense(statusText(a.Status)+", not JSON", nil)
	}
	if err := decode(a.Body, v); err != nil {
		return c.Nonsense("unreadable JSON", nil)
	}
	return nil
}

// Problem gives the code of an error in the form of RFC 9457, or "" when the answer is none.
func (a Answer) Problem() string {
	var p struct {
		Code string `json:"code"`
	}
	if !a.Is("application/problem+json") || decode(a.Body, &p) != nil {
		return ""
	}
	return p.Code
}

// OK reports whether the status is one of success.
func (a Answer) OK() bool { return a.Status >= 200 && a.Status < 300 }

// Is tells whether the answer has the media type.
func (a Answer) Is(kind string) bool {
	got, _, err := mime.ParseMediaType(a.Header.Get("Content-Type"))
	return err == nil && got == kind
}

// decode reads exactly one document. Its error quotes what was read, and so is kept from the errors above.
func decode(body []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(body))
	if err := d.Decode(v); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one document")
	}
	return nil
}
