package config

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestDefaultsHaveNoProblemAndDoNotServe(t *testing.T) {
	c := Default()
	if p := c.Check(); len(p) > 0 {
		t.Error(p)
	}
	var keys []string
	for _, p := range c.Missing() {
		keys = append(keys, p.Key)
	}
	for _, want := range []string{"office.name", "portal.base_url", "procurement.secret", "sms.templates.code", "identity.base_url", "seal.key"} {
		if !slices.Contains(keys, want) {
			t.Errorf("Missing does not ask for %s: %v", want, keys)
		}
	}
}

func TestCheck(t *testing.T) {
	set := Secret{Env: "X"}
	for _, c := range []struct {
		name   string
		change func(*Config)
		want   string
	}{
		{"http beyond this machine", func(c *Config) { c.Portal.BaseURL = "http://sign.example.invalid" }, "portal.base_url config_https"},
		{"http on this machine", func(c *Config) { c.Portal.BaseURL = "http://[::1]:9180" }, ""},
		{"provider over http", func(c *Config) { c.Identity.BaseURL = "http://10.0.0.9:9182" }, "identity.base_url config_https"},
		{"no address", func(c *Config) { c.SMS.Endpoint = "dysmsapi.aliyuncs.com" }, "sms.endpoint config_url"},
		{"password in the address", func(c *Config) { c.Procurement.BaseURL = "https://a:b@example.invalid" }, "procurement.base_url config_url"},
		{"timestamps over http", func(c *Config) { c.Timestamp.URL = "http://tsa.example.invalid" }, ""},
		{"a certificate of its own making", func(c *Config) { c.Portal.Listen = ":9180" }, ""},
		{"certificate without key", func(c *Config) { c.Portal.Listen, c.Portal.TLSCert = ":9180", "c.pem" }, "portal.tls_key config_required"},
		{"port without host", func(c *Config) { c.Portal.Listen = "9180" }, "portal.listen config_address"},
		{"any free port", func(c *Config) { c.Portal.Listen = "localhost:0" }, ""},
		{"secret without key id", func(c *Config) { c.API.Secret = set }, "api.key_id config_required"},
		{"unknown method", func(c *Config) { c.Identity.Methods = []string{"phone", "palm"} }, "identity.methods config_one_of"},
		{"no method", func(c *Config) { c.Identity.Methods = nil }, "identity.methods config_required"},
		{"unipdf without licence", func(c *Config) { c.Signing.Engine = EngineUniPDF }, "signing.unipdf_licence config_required"},
		{"warning on the last day's end", func(c *Config) { c.Signing.WarnDays = []int{3, 0} }, "signing.warn_days config_range"},
		{"lease longer than the promise", func(c *Config) { c.Engine.Lease = Duration(time.Minute) }, "engine.lease config_range"},
		{"time zone of nowhere", func(c *Config) { c.Office.TimeZone = "Asia/Nowhere" }, "office.time_zone config_time_zone"},
		{"time zone of the machine", func(c *Config) { c.Office.TimeZone = "Local" }, "office.time_zone config_time_zone"},
		{"log level", func(c *Config) { c.Log.Level = "loud" }, "log.level config_one_of"},
	} {
		settings := Default()
		c.change(&settings)
		got := ""
		for _, p := range settings.Check() {
			got += p.Key + " " + string(p.Code)
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCheckFiles(t *testing.T) {
	dir := t.TempDir()
	for name, mode := range map[string]os.FileMode{"good": 0o600, "open": 0o644, "seal.p12": 0o600} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("fake\n"), mode); err != nil {
			t.Fatal(err)
		}
	}
	c := Default()
	c.Seal.Key = "seal.p12"
	c.Timestamp.Roots = "absent.pem"
	c.API.Secret = Secret{File: "good"}
	c.Procurement.Secret = Secret{File: "open"}
	c.SMS.AccessKeySecret = Secret{File: "absent"}
	c.Identity.Secret = Secret{Env: "ABSENT"}
	c = bind(c, dir, noEnv)
	got := map[string]Code{}
	for _, p := range c.CheckFiles() {
		got[p.Key] = p.Code
	}
	want := map[string]Code{
		"timestamp.roots": CodeFile, "sms.access_key_secret": CodeSecretRead, "identity.secret": CodeSecretRead,
		"procurement.secret": CodeSecretExposed,
	}
	for key, code := range want {
		if got[key] != code {
			t.Errorf("%s: %q, want %q", key, got[key], code)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// G6: signers have 30 days and are warned 7, 3 and 1 days before, unless the office sets it otherwise.
func TestG6PeriodIsThirtyDaysUnlessSet(t *testing.T) {
	c := Default()
	if c.Signing.ExpireDays != 30 || !slices.Equal(c.Signing.WarnDays, []int{7, 3, 1}) {
		t.Errorf("%+v", c.Signing)
	}
	set, err := Load(office(t, "[office]\nname = \"测试大学\"\n[signing]\nexpire_days = 10\nwarn_days = [2]\n"), noEnv)
	if err != nil || set.Signing.ExpireDays != 10 || !slices.Equal(set.Signing.WarnDays, []int{2}) {
		t.Errorf("%+v, %v", set.Signing, err)
	}
}
