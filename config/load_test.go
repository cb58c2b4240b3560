package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func noEnv(string) string { return "" }

func envOf(vars map[string]string) func(string) string {
	return func(name string) string { return vars[name] }
}

func office(t *testing.T, settings string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(Path(dir), []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

const wholeOffice = `
[office]
name = "测试大学"
phone = "15400000011"

[portal]
listen = ":9180"
base_url = "https://sign.example.invalid"
tls_cert = "tls/cert.pem"
tls_key = "tls/key.pem"
session = "15m"

[procurement]
base_url = "http://127.0.0.1:8080/api"
key_id = "office"
secret = { file = "secrets/procurement" }
poll = "200ms"
push = "auto"

[sms]
access_key_id = "LTAIFakeKeyId0001"
access_key_secret = { env = "OFFICE_SMS" }
completion_notice = false

[sms.templates]
link_b = "SMS_100000001"

[signing]
warn_days = [5, 1]

[documents]
extra_id_kinds = ["外国人永久居留身份证"]
`

func TestLoadTakesTheFileOverTheDefaults(t *testing.T) {
	dir := office(t, wholeOffice)
	c, err := Load(dir, envOf(map[string]string{"OFFICE_SMS": "fake secret"}))
	if err != nil {
		t.Fatal(err)
	}
	if c.Office.Name != "测试大学" || c.Office.Unit != "采购与招标管理办公室" {
		t.Errorf("office: %+v", c.Office)
	}
	if c.Procurement.Poll.Span() != 200*time.Millisecond || c.Procurement.Push != PushAuto {
		t.Errorf("procurement: %+v", c.Procurement)
	}
	if c.SMS.CompletionNotice || c.SMS.Templates.LinkB != "SMS_100000001" {
		t.Errorf("sms: %+v", c.SMS)
	}
	if len(c.Signing.WarnDays) != 2 || c.Documents.ExtraIDKinds[0] != "外国人永久居留身份证" {
		t.Errorf("lists: %v, %v", c.Signing.WarnDays, c.Documents.ExtraIDKinds)
	}
	if got, want := c.Path(c.Portal.TLSCert), filepath.Join(dir, "tls", "cert.pem"); got != want {
		t.Errorf("certificate at %s, want %s", got, want)
	}
	if got, err := c.SMS.AccessKeySecret.Read(); err != nil || got != "fake secret" {
		t.Errorf("secret: %q, %v", got, err)
	}
}

func TestLoadWithoutAFileSaysThereIsNoOffice(t *testing.T) {
	c, err := Load(t.TempDir(), noEnv)
	if !errors.Is(err, ErrNoOffice) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
	if c.Office.TimeZone != "Asia/Shanghai" {
		t.Errorf("no defaults beside the error: %+v", c.Office)
	}
}

func TestLoadTellsEveryProblemWithItsLine(t *testing.T) {
	_, err := Load(office(t, `[office]
nmae = "测试大学"
phone = 15400000011
[portal]
listen = "0.0.0.0:9180"
[sms]
access_key_secret = "in clear"
sign_name = false
templates = { code = 7, link_c = "x" }
[signing]
expire_days = 0
poll_secs = 5
[proxy]
url = "x"
`), envOf(map[string]string{"SEALDESK_ENGINE_WORKERS": "many"}))
	want := strings.Join([]string{
		`SEALDESK_ENGINE_WORKERS: engine.workers: must be a whole number`,
		`sealdesk.toml:2: office.nmae: there is no such key; did you mean office.name?`,
		`sealdesk.toml:3: office.phone: must be a string in quotes`,
		`sealdesk.toml:7: sms.access_key_secret: a secret may not stand in the settings; write { file = "path" } or { env = "NAME" }`,
		`sealdesk.toml:8: sms.sign_name: must be a string in quotes`,
		`sealdesk.toml:9: sms.templates.code: must be a string in quotes`,
		`sealdesk.toml:9: sms.templates.link_c: there is no such key; did you mean sms.templates.link_b?`,
		`sealdesk.toml:11: signing.expire_days: 0 is not between 1 and 365`,
		`sealdesk.toml:12: signing.poll_secs: there is no such key; remove it`,
		`sealdesk.toml:13: proxy: there is no such key; remove it`,
	}, "\n")
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
	var problem Problem
	if !errors.As(err, &problem) {
		t.Error("errors.As finds no Problem")
	}
	if strings.Contains(err.Error(), "in clear") {
		t.Error("the secret is repeated")
	}
}

func TestLoadNamesTheLineOfASyntaxError(t *testing.T) {
	_, err := Load(office(t, "[office]\nname = 测试大学\n"), noEnv)
	var problem Problem
	if !errors.As(err, &problem) || problem.Code != CodeSyntax || problem.Line != 2 {
		t.Errorf("got %#v", err)
	}
}

func TestLoadSaysWhereASectionBelongs(t *testing.T) {
	_, err := Load(office(t, "office = \"测试大学\"\n"), noEnv)
	if err == nil || err.Error() != "sealdesk.toml:1: office: must be a section: [office]" {
		t.Errorf("got %v", err)
	}
	_, err = Load(office(t, "[office]\nsize_mm = 40\n"), noEnv)
	if err == nil || !strings.Contains(err.Error(), "did you mean seal.size_mm?") {
		t.Errorf("got %v", err)
	}
}

func TestEnvironmentOverridesTheFile(t *testing.T) {
	c, err := Load(office(t, wholeOffice), envOf(map[string]string{
		"SEALDESK_OFFICE_NAME":              "样例学院",
		"SEALDESK_PROCUREMENT_POLL":         "5s",
		"SEALDESK_SMS_COMPLETION_NOTICE":    "true",
		"SEALDESK_SMS_TEMPLATES_CODE":       "SMS_100000002",
		"SEALDESK_IDENTITY_METHODS":         "phone, manual",
		"SEALDESK_SIGNING_WARN_DAYS":        "9,2",
		"SEALDESK_ENGINE_WORKERS":           "2",
		"SEALDESK_SMS_ACCESS_KEY_SECRET":    "from outside",
		"SEALDESK_DOCUMENTS_MAX_PAGES":      "",
		"SEALDESK_TIMESTAMP_URL":            "http://tsa.example.invalid",
		"SEALDESK_PORTAL_TLS_CERT":          "other.pem",
		"SEALDESK_DOCUMENTS_EXTRA_ID_KINDS": "一,二",
	}))
	if err != nil {
		t.Fatal(err)
	}
	secret, err := c.SMS.AccessKeySecret.Read()
	if err != nil || secret != "from outside" {
		t.Errorf("secret %q, %v", secret, err)
	}
	if c.Office.Name != "样例学院" || c.Procurement.Poll.String() != "5s" || !c.SMS.CompletionNotice ||
		c.SMS.Templates.Code != "SMS_100000002" || len(c.Identity.Methods) != 2 || c.Signing.WarnDays[0] != 9 ||
		c.Engine.Workers != 2 || c.Documents.MaxPages != 500 ||
		len(c.Documents.ExtraIDKinds) != 2 {
		t.Errorf("got %s", c.Show())
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(wholeOffice))
	f.Add([]byte("[sms.templates]\ncode=1\n[[sms]]\n"))
	f.Add([]byte("a.b.c = {d = {}, e = []}\n\"\" = 1"))
	f.Fuzz(func(t *testing.T, doc []byte) {
		c, err := parse(doc, "", noEnv)
		if err == nil && len(c.Check()) > 0 {
			t.Fatalf("accepted settings with problems: %v", c.Check())
		}
		var problems Problems
		if err != nil && !errors.As(err, &problems) {
			t.Fatalf("a problem without a key: %v", err)
		}
	})
}
