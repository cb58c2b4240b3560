package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"time"

	"campus.example/sealdesk/sandbox/samples"
)

// Offer enters contracts in the procurement system and has them approved.
func (s *Sandbox) Offer(ctx context.Context, contracts ...samples.Contract) error {
	return Offer(ctx, s.addresses.Procurement, contracts...)
}

// Offer does as a purchaser and an approver do, with the forms of the procurement system at this address: 新增合同,
// 提交审批, 审批通过. A contract that is there already is only approved.
func Offer(ctx context.Context, procurement string, contracts ...samples.Contract) error {
	client := &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 1}}
	defer client.CloseIdleConnections()
	// The answer to a form is a redirect; nobody needs the page behind it.
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	for _, c := range contracts {
		body, kind, err := newContract(c)
		if err == nil {
			err = post(ctx, client, procurement+"/contracts", kind, body, http.StatusSeeOther, http.StatusConflict)
		}
		if err == nil {
			form := strings.NewReader(url.Values{"by": {c.Approver}}.Encode())
			err = post(ctx, client, procurement+"/contracts/"+url.PathEscape(c.No)+"/approve",
				"application/x-www-form-urlencoded", form, http.StatusSeeOther)
		}
		if err != nil {
			return fmt.Errorf("offering %s: %w", c.No, err)
		}
	}
	return nil
}

// newContract fills the form 新增合同.
func newContract(c samples.Contract) (io.Reader, string, error) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for _, field := range [][2]string{
		{"no", c.No},
		{"title", c.Title},
		{"amount", c.Amount},
		{"e_seal", c.ESeal},
		{"seal_process", c.SealProcess},
		{"phone_a", c.PartyA.Phone},
		{"phone_b", c.PartyB.Phone},
		{"department", c.PartyA.Department},
		{"person_a", c.PartyA.Person},
		{"party_b", c.PartyB.Name},
		{"credit_code", c.PartyB.CreditCode},
		{"person_b", c.PartyB.Person},
		{"purchaser", c.Purchaser.Name},
		{"purchaser_phone", c.Purchaser.Phone},
	} {
		if err := form.WriteField(field[0], field[1]); err != nil {
			return nil, "", err
		}
	}
	file, err := form.CreateFormFile("text", c.Document.FileName)
	if err == nil {
		_, err = file.Write(c.PDF)
	}
	return &body, form.FormDataContentType(), errors.Join(err, form.Close())
}

func post(ctx context.Context, client *http.Client, to, kind string, body io.Reader, want ...int) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, to, body)
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", kind)
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	said, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	if err = errors.Join(err, resp.Body.Close()); err != nil {
		return err
	}
	for _, status := range want {
		if resp.StatusCode == status {
			return nil
		}
	}
	return fmt.Errorf("%s: %.300s", resp.Status, said)
}
