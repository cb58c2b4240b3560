package sms

import (
	"net/http"
	"net/url"
	"testing"

	"pgregory.net/rapid"
)

// The vendor's own published example: RunInstances on ECS.
func TestPublishedSignature(t *testing.T) {
	header := http.Header{}
	header.Set("x-acs-action", "RunInstances")
	header.Set("x-acs-version", "2014-05-26")
	header.Set("x-acs-date", "2023-10-26T10:22:32Z")
	header.Set("x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d")
	header.Set("x-acs-content-sha256", emptyHash)
	query := url.Values{
		"ImageId":  {"win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"},
		"RegionId": {"cn-shanghai"},
	}
	got := signature("YourAccessKeySecret", "POST", "ecs.cn-shanghai.aliyuncs.com", query, header, signedByAll(), emptyHash)
	const want = "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"
	if got != want {
		t.Fatalf("signature %s, want %s", got, want)
	}
}

// SendSms as the vendor's own Node client signs it (invented keys), with the vendor's host and with a loopback host.
func TestSendSmsSignature(t *testing.T) {
	header := http.Header{}
	header.Set("x-acs-action", "SendSms")
	header.Set("x-acs-version", "2017-05-25")
	header.Set("x-acs-date", "2023-11-14T22:13:20Z")
	header.Set("x-acs-signature-nonce", "d5a3b1c2e4f60718293a4b5c6d7e8f90")
	header.Set("x-acs-content-sha256", emptyHash)
	query := url.Values{
		"PhoneNumbers": {"13800138000"}, "SignName": {"示例大学"}, "TemplateCode": {"SMS_100000001"},
		"TemplateParam": {`{"code":"123456"}`}, "OutId": {"otp-20231114-0001"},
	}
	for host, want := range map[string]string{
		"dysmsapi.aliyuncs.com": "44214768efa116762a1e1c504cd988b269e15085d39327386eafaee6d8cbb55d",
		"127.0.0.1:18082":       "5617884d79c9fd58e229df975366a96a10a7915022669c0073a566be815c2890",
	} {
		got := signature("FakeAccessKeySecret000000000001", "POST", host, query, header, signedByAll(), emptyHash)
		if got != want {
			t.Errorf("%s: signature %s, want %s", host, got, want)
		}
	}
}

const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// What is escaped decodes to itself and holds nothing a query would misread.
func TestEscape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		got, err := url.PathUnescape(escape(s))
		if err != nil || got != s {
			t.Fatalf("%q -> %q, %v", s, got, err)
		}
	})
	if got := escape("a b*c~d+e/"); got != "a%20b%2Ac~d%2Be%2F" {
		t.Fatal(got)
	}
}
