package app

import (
	"context"
	"time"

	"campus.example/sealdesk/client/campus"
	"campus.example/sealdesk/client/identity"
	"campus.example/sealdesk/client/procurement"
	"campus.example/sealdesk/client/sms"
	"campus.example/sealdesk/client/tsa"
	"campus.example/sealdesk/config"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/port"
)

// outside are the office's providers.
type outside struct {
	procurement port.Procurement
	sms         port.SMS
	identity    port.Verifier
	tsa         port.Timestamper
}

var (
	_ port.Procurement = (*procurement.Campus)(nil)
	_ port.SMS         = (*sms.Aliyun)(nil)
	_ port.Verifier    = (*identity.Campus)(nil)
	_ port.Timestamper = (*tsa.Authority)(nil)
)

// outside makes the clients. An office that lacks a provider's settings gets one that says so when it is called, so
// that its contracts can be looked at all the same.
func (a *App) outside(o Options) (outside, error) {
	c := a.Config
	out := outside{procurement: absent{}, sms: absent{}, identity: absent{}, tsa: absent{}}
	if p := c.Procurement; p.BaseURL != "" {
		secret, err := read("procurement.secret", p.Secret)
		if err != nil {
			return out, err
		}
		client, err := procurement.New(campus.Options{
			BaseURL: p.BaseURL, KeyID: p.KeyID, Secret: secret, Now: o.Now, Rand: o.Random,
		}, c.Documents.MaxMB)
		if err != nil {
			return out, err
		}
		out.procurement = client
	}
	if s := c.SMS; s.AccessKeyID != "" {
		secret, err := read("sms.access_key_secret", s.AccessKeySecret)
		if err != nil {
			return out, err
		}
		client, err := sms.New(sms.Options{
			Endpoint: s.Endpoint, AccessKeyID: s.AccessKeyID, AccessKeySecret: secret, SignName: s.SignName,
			Templates: templates(s.Templates), Visible: visible(s.Endpoint), Now: o.Now, Rand: o.Random,
		})
		if err != nil {
			return out, err
		}
		out.sms = client
	}
	if i := c.Identity; i.BaseURL != "" {
		secret, err := read("identity.secret", i.Secret)
		if err != nil {
			return out, err
		}
		client, err := identity.New(campus.Options{
			BaseURL: i.BaseURL, KeyID: i.KeyID, Secret: secret, Now: o.Now, Rand: o.Random,
		}, automatic(i.Methods))
		if err != nil {
			return out, err
		}
		out.identity = client
	}
	if c.Timestamp.URL != "" {
		client, err := tsa.New(tsa.Options{URL: c.Timestamp.URL})
		if err != nil {
			return out, err
		}
		out.tsa = client
	}
	return out, nil
}

func read(key string, s config.Secret) (string, error) {
	secret, err := s.Read()
	if err != nil {
		return "", domain.Fail(domain.CodeConfig, key).Because(err)
	}
	return secret, nil
}

func templates(t config.Templates) map[domain.MessageKind]string {
	return map[domain.MessageKind]string{
		domain.MessageLinkB: t.LinkB, domain.MessageLinkA: t.LinkA, domain.MessageDuty: t.Duty,
		domain.MessageCode: t.Code, domain.MessageDone: t.Done, domain.MessageRecall: t.Recall, domain.MessageWarn: t.Warn,
	}
}

// visible is how long to wait before a message the gateway does not know counts as not sent. The stand-in on this
// machine knows at once what it took.
func visible(endpoint string) time.Duration {
	if config.Loopback(endpoint) {
		return time.Second
	}
	return sms.Visible
}

func automatic(names []string) []domain.Method {
	var methods []domain.Method
	for _, m := range domain.AutomaticMethods() {
		for _, name := range names {
			if string(m) == name {
				methods = append(methods, m)
			}
		}
	}
	return methods
}

// absent stands where the office has no provider.
type absent struct{}

func missing(provider string) error {
	return domain.Fail(domain.CodeProviderDown, provider, "not configured")
}

func (absent) Approved(context.Context, string) ([]domain.ListedItem, string, error) {
	return nil, "", missing(procurement.Provider)
}

func (absent) Document(context.Context, string) ([]byte, error) {
	return nil, missing(procurement.Provider)
}

func (absent) Answer(context.Context, domain.IntakeAnswer) error {
	return missing(procurement.Provider)
}

func (absent) Problem(context.Context, domain.IntakeProblem) (bool, error) {
	return false, missing(procurement.Provider)
}

func (absent) PutFinal(context.Context, string, []byte) (domain.Receipt, error) {
	return domain.Receipt{}, missing(procurement.Provider)
}

func (absent) FinalReceipt(context.Context, string) (domain.Receipt, bool, error) {
	return domain.Receipt{}, false, missing(procurement.Provider)
}

func (absent) Status(context.Context, string, domain.Stage, string) error {
	return missing(procurement.Provider)
}

func (absent) Send(context.Context, string, domain.MessageKind, domain.Phone, map[string]string) (domain.SMSReceipt, error) {
	return domain.SMSReceipt{}, missing(sms.Provider)
}

func (absent) Ask(context.Context, string, domain.Phone, time.Time) (domain.SMSReceipt, bool, error) {
	return domain.SMSReceipt{}, false, missing(sms.Provider)
}

func (absent) Visible() time.Duration { return sms.Visible }

func (absent) Check(context.Context, domain.IdentityQuestion) (domain.IdentityAnswer, error) {
	return domain.IdentityAnswer{}, missing(identity.Provider)
}

func (absent) Methods() []domain.Method { return nil }

func (absent) Provider() string { return domain.RuleNone }

func (absent) Authority() string { return domain.RuleNone }

func (absent) Token(context.Context, []byte) ([]byte, error) { return nil, missing(tsa.Provider) }
