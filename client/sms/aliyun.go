// Package sms hands text messages to Aliyun (Dysmsapi 2017-05-25). The vendor does not deduplicate, but tells by our
// own key, its OutId, what became of a message.
package sms

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"campus.example/sealdesk/client/outbound"
	"campus.example/sealdesk/domain"
)

// Provider is the name in errors.
const Provider = "sms"

const version = "2017-05-25"

// Visible is how long the vendor may take until a message it has taken can be asked for, unless Options say
// otherwise. The vendor publishes no figure; receipts commonly show within seconds.
const Visible = time.Minute

// Options say how to reach the vendor.
type Options struct {
	Endpoint        string // https://dysmsapi.aliyuncs.com
	AccessKeyID     string
	AccessKeySecret string
	SignName        string // 短信签名
	Templates       map[domain.MessageKind]string
	Visible         time.Duration
	PlainHTTP       bool
	Timeout         time.Duration
	Now             func() time.Time
	Rand            io.Reader // for nonces
}

// Aliyun is the vendor's SMS service.
type Aliyun struct {
	client    *outbound.Client
	key       key
	sign      string
	templates map[domain.MessageKind]string
	visible   time.Duration
	now       func() time.Time
	rand      io.Reader
}

// New makes a client. Error: CodeConfig.
func New(o Options) (*Aliyun, error) {
	if o.AccessKeyID == "" || o.AccessKeySecret == "" || o.SignName == "" {
		return nil, domain.Fail(domain.CodeConfig, Provider+" key")
	}
	client, err := outbound.New(outbound.Options{
		Provider: Provider, BaseURL: o.Endpoint, PlainHTTP: o.PlainHTTP, Timeout: o.Timeout,
	})
	if err != nil {
		return nil, err
	}
	if o.Visible <= 0 {
		o.Visible = Visible
	}
	return &Aliyun{
		client: client, key: key{id: o.AccessKeyID, secret: o.AccessKeySecret}, sign: o.SignName,
		templates: maps.Clone(o.Templates), visible: o.Visible, now: o.Now, rand: o.Rand,
	}, nil
}

// Visible is how long the vendor may take until Ask knows a message it has taken.
func (a *Aliyun) Visible() time.Duration { return a.visible }

// Send hands one message to the vendor. key is ours and comes back from Ask. Errors: CodeConfig when the office has
// no template for the kind; CodeProviderRefused with the vendor's code: the message was not taken; any other error
// leaves open whether it was taken, so Ask comes before another Send.
func (a *Aliyun) Send(
	ctx context.Context, key string, kind domain.MessageKind, to domain.Phone, params map[string]string,
) (domain.SMSReceipt, error) {
	template := a.templates[kind]
	if template == "" {
		return domain.SMSReceipt{}, domain.Fail(domain.CodeConfig, "sms template "+string(kind))
	}
	query := url.Values{
		"PhoneNumbers": {to.Clear()}, "SignName": {a.sign}, "TemplateCode": {template}, "OutId": {key},
	}
	if len(params) > 0 {
		variables, err := json.Marshal(params)
		if err != nil {
			return domain.SMSReceipt{}, domain.Fail(domain.CodeInternal).Because(err)
		}
		query.Set("TemplateParam", string(variables))
	}
	var sent struct {
		status
		BizID string `json:"BizId"`
	}
	if err := a.call(ctx, "SendSms", query, &sent, &sent.status); err != nil {
		return domain.SMSReceipt{}, err
	}
	return domain.SMSReceipt{Provider: sent.BizID, State: domain.MessageSent}, nil
}

// call sends one request; every parameter stands in the query and the body is empty, as the vendor's own clients do
// it for this product.
func (a *Aliyun) call(ctx context.Context, action string, query url.Values, out any, s *status) error {
	var random [16]byte
	if _, err := io.ReadFull(a.rand, random[:]); err != nil {
		return domain.Fail(domain.CodeInternal).Because(err)
	}
	u := a.client.URL("", query)
	header := http.Header{}
	header.Set("x-acs-action", action)
	header.Set("x-acs-version", version)
	header.Set("x-acs-date", a.now().UTC().Format("2006-01-02T15:04:05Z"))
	header.Set("x-acs-signature-nonce", hex.EncodeToString(random[:]))
	header.Set("x-acs-content-sha256", hash(nil))
	header.Set("Authorization", a.key.authorization(http.MethodPost, u.Host, query, header))
	answer, err := a.client.Do(ctx, outbound.Request{Method: http.MethodPost, URL: u, Header: header})
	if err != nil {
		return err
	}
	if err := a.client.JSON(answer, out); err != nil {
		return err
	}
	return a.judge(answer.Status, s.Code)
}

// status is what every answer holds. The vendor's Message is not read: it may name a phone.
type status struct {
	Code string `json:"Code"`
}

// judge reads the vendor's code. Refusals of the product come with HTTP 200.
func (a *Aliyun) judge(http int, code string) error {
	switch {
	case http == 200 && code == "OK":
		return nil
	case strings.HasPrefix(code, "Throttling"), code == "isp.SYSTEM_ERROR", code == "ServiceUnavailable", code == "InternalError":
		return a.client.Down(code, nil)
	case code == "" || code == "OK":
		return a.client.Nonsense("HTTP "+strconv.Itoa(http)+" without a code", nil)
	}
	return a.client.Refused(code)
}
