package config

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Check lists every value that is wrong in itself or contradicts another. It opens no file and no connection.
func (c Config) Check() Problems {
	k := &checker{config: c}
	c.checkOffice(k)
	c.checkProviders(k)
	c.checkNumbers(k)
	return k.problems
}

// Missing lists what an office must say before it can serve, and is silent about what is wrong with what it
// has said.
func (c Config) Missing() Problems {
	k := &checker{config: c}
	const serve = "the office cannot serve without it"
	for key, given := range map[string]bool{
		"office.name":           c.Office.Name != "",
		"portal.base_url":       c.Portal.BaseURL != "",
		"procurement.base_url":  c.Procurement.BaseURL != "",
		"procurement.key_id":    c.Procurement.KeyID != "",
		"procurement.secret":    c.Procurement.Secret.IsSet(),
		"sms.access_key_id":     c.SMS.AccessKeyID != "",
		"sms.access_key_secret": c.SMS.AccessKeySecret.IsSet(),
		"sms.sign_name":         c.SMS.SignName != "",
		"sms.templates.link_b":  c.SMS.Templates.LinkB != "",
		"sms.templates.link_a":  c.SMS.Templates.LinkA != "",
		"sms.templates.duty":    c.SMS.Templates.Duty != "",
		"sms.templates.code":    c.SMS.Templates.Code != "",
		"sms.templates.done":    c.SMS.Templates.Done != "" || !c.SMS.CompletionNotice,
		"sms.templates.recall":  c.SMS.Templates.Recall != "",
		"sms.templates.warn":    c.SMS.Templates.Warn != "" || len(c.Signing.WarnDays) == 0,
		"identity.base_url":     c.Identity.BaseURL != "",
		"identity.key_id":       c.Identity.KeyID != "",
		"identity.secret":       c.Identity.Secret.IsSet(),
		"seal.key":              c.Seal.Key != "",
		"seal.unit":             c.Seal.Unit != "",
	} {
		if !given {
			k.add(CodeRequired, key, serve)
		}
	}
	slices.SortFunc(k.problems, func(a, b Problem) int { return strings.Compare(a.Key, b.Key) })
	return k.problems
}

func (c Config) checkOffice(k *checker) {
	if _, err := time.LoadLocation(c.Office.TimeZone); err != nil || c.Office.TimeZone == "" || c.Office.TimeZone == "Local" {
		k.add(CodeTimeZone, "office.time_zone", c.Office.TimeZone)
	}
	k.pair("portal.tls_cert", c.Portal.TLSCert != "", "portal.tls_key", c.Portal.TLSKey != "")
	_, port, err := net.SplitHostPort(c.Portal.Listen)
	if n, bad := strconv.ParseUint(port, 10, 16); err != nil || bad != nil || n > 65535 {
		k.add(CodeAddress, "portal.listen", c.Portal.Listen)
	}
	k.url("portal.base_url", c.Portal.BaseURL, true)
	k.pair("api.key_id", c.API.KeyID != "", "api.secret", c.API.Secret.IsSet())
	k.oneOf("signing.engine", c.Signing.Engine, EngineSealdesk, EngineUniPDF)
	if c.Signing.Engine == EngineUniPDF && !c.Signing.UniPDFLicence.IsSet() {
		k.add(CodeRequired, "signing.unipdf_licence", "signing.engine is "+EngineUniPDF)
	}
	k.oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error")
}

func (c Config) checkProviders(k *checker) {
	k.url("procurement.base_url", c.Procurement.BaseURL, true)
	k.pair("procurement.key_id", c.Procurement.KeyID != "", "procurement.secret", c.Procurement.Secret.IsSet())
	k.oneOf("procurement.push", c.Procurement.Push, PushManual, PushAuto)
	k.oneOf("sms.vendor", c.SMS.Vendor, SMSAliyun)
	k.url("sms.endpoint", c.SMS.Endpoint, true)
	k.pair("sms.access_key_id", c.SMS.AccessKeyID != "", "sms.access_key_secret", c.SMS.AccessKeySecret.IsSet())
	k.oneOf("identity.vendor", c.Identity.Vendor, IdentityCampus)
	k.url("identity.base_url", c.Identity.BaseURL, true)
	k.pair("identity.key_id", c.Identity.KeyID != "", "identity.secret", c.Identity.Secret.IsSet())
	if len(c.Identity.Methods) == 0 {
		k.add(CodeRequired, "identity.methods", "signers need at least one way to be verified")
	}
	for _, m := range c.Identity.Methods {
		k.oneOf("identity.methods", m, methods()...)
	}
	// A timestamp token is signed itself, and public authorities commonly answer over http (RFC 3161, 3.4).
	k.url("timestamp.url", c.Timestamp.URL, false)
}

func (c Config) checkNumbers(k *checker) {
	k.span("portal.session", c.Portal.Session, time.Minute, 24*time.Hour)
	k.span("procurement.poll", c.Procurement.Poll, 50*time.Millisecond, 24*time.Hour)
	k.span("engine.lease", c.Engine.Lease, 200*time.Millisecond, 15*time.Second) // another process takes over within 15 s
	k.between("identity.valid_months", c.Identity.ValidMonths, 1, 120)
	k.between("seal.size_mm", c.Seal.SizeMM, 10, 100)
	k.between("signing.expire_days", c.Signing.ExpireDays, 1, 365)
	for _, d := range c.Signing.WarnDays {
		if !k.between("signing.warn_days", d, 1, 365) {
			break
		}
	}
	k.between("documents.max_mb", c.Documents.MaxMB, 1, 500)
	k.between("documents.max_pages", c.Documents.MaxPages, 1, 5000)
	k.between("engine.workers", c.Engine.Workers, 1, 64)
}

// checker collects problems and knows where each value came from.
type checker struct {
	config   Config
	problems Problems
}

func (k *checker) add(code Code, key string, args ...string) {
	o := k.config.origins[key]
	k.problems = append(k.problems, Problem{Code: code, Key: key, Line: o.line, Env: o.env, Args: args})
}

func (k *checker) oneOf(key, value string, choices ...string) {
	if !slices.Contains(choices, value) {
		k.add(CodeOneOf, key, value, strings.Join(choices, ", "))
	}
}

func (k *checker) between(key string, n, least, most int) bool {
	if n >= least && n <= most {
		return true
	}
	k.add(CodeRange, key, strconv.Itoa(n), strconv.Itoa(least), strconv.Itoa(most))
	return false
}

func (k *checker) span(key string, d Duration, least, most time.Duration) {
	if d.Span() < least || d.Span() > most {
		k.add(CodeRange, key, d.String(), Duration(least).String(), Duration(most).String())
	}
}

// pair wants both keys or neither.
func (k *checker) pair(a string, hasA bool, b string, hasB bool) {
	switch {
	case hasA && !hasB:
		k.add(CodeRequired, b, fmt.Sprintf("%s is given", a))
	case hasB && !hasA:
		k.add(CodeRequired, a, fmt.Sprintf("%s is given", b))
	}
}

// url wants the address of a server, over TLS unless it is this machine's.
func (k *checker) url(key, value string, secure bool) {
	if value == "" {
		return
	}
	u, err := url.Parse(value)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" || u.Scheme != "https" && u.Scheme != "http" {
		k.add(CodeURL, key, value)
		return
	}
	if secure && u.Scheme == "http" && !loopback(u.Hostname()) {
		k.add(CodeHTTPS, key, value)
	}
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.IsLoopback()
}

// Loopback tells whether an address leads to this machine.
func Loopback(address string) bool {
	u, err := url.Parse(address)
	return err == nil && loopback(u.Hostname())
}
