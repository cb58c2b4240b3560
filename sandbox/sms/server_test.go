package sms_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/sandbox/sms"
)

// bench is a stand-in with a clock of its own and a client that signs as the vendor's page says, in this test's words.
type bench struct {
	t     *testing.T
	now   time.Time
	dir   string
	srv   *sms.Server
	nonce int
	spur  func(*http.Request)
}

func open(t *testing.T) *bench {
	b := &bench{t: t, now: time.Date(2026, 3, 2, 15, 30, 0, 0, time.UTC), dir: t.TempDir()}
	b.restart()
	t.Cleanup(func() {
		if err := b.srv.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

func (b *bench) restart() {
	b.t.Helper()
	if b.srv != nil {
		if err := b.srv.Close(); err != nil {
			b.t.Fatal(err)
		}
	}
	srv, err := sms.New(sms.Options{
		State: b.dir, Clock: func() time.Time { return b.now }, Rand: strings.NewReader(strings.Repeat("random", 1000)),
		AccessKeyID: "LTAItest", AccessKeySecret: "secret", SignName: "测试大学",
		Templates: sms.DefaultTemplates(), Base: func() string { return "http://127.0.0.1:7/" },
	})
	if err != nil {
		b.t.Fatal(err)
	}
	b.srv = srv
}

// call sends one signed request and gives status and answer.
func (b *bench) call(action string, params map[string]string) (int, map[string]any) {
	b.t.Helper()
	query := url.Values{}
	for k, v := range params {
		query.Set(k, v)
	}
	raw := strings.ReplaceAll(query.Encode(), "+", "%20")
	req := httptest.NewRequest(http.MethodPost, "http://sms.test:80/?"+raw, nil)
	b.nonce++
	empty := sha256.Sum256(nil)
	for name, value := range map[string]string{
		"x-acs-action": action, "x-acs-version": "2017-05-25", "x-acs-date": b.now.UTC().Format(time.RFC3339),
		"x-acs-signature-nonce": fmt.Sprint("nonce-", b.nonce), "x-acs-content-sha256": hex.EncodeToString(empty[:]),
	} {
		req.Header.Set(name, value)
	}
	const signed = "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version"
	canonical := "POST\n/\n" + raw + "\n"
	for name := range strings.SplitSeq(signed, ";") {
		value := req.Header.Get(name)
		if name == "host" {
			value = req.Host
		}
		canonical += name + ":" + value + "\n"
	}
	canonical += "\n" + signed + "\n" + hex.EncodeToString(empty[:])
	digest := sha256.Sum256([]byte(canonical))
	mac := hmac.New(sha256.New, []byte("secret"))
	mac.Write([]byte("ACS3-HMAC-SHA256\n" + hex.EncodeToString(digest[:])))
	req.Header.Set("Authorization", "ACS3-HMAC-SHA256 Credential=LTAItest,SignedHeaders="+signed+",Signature="+hex.EncodeToString(mac.Sum(nil)))
	if b.spur != nil {
		b.spur(req)
	}
	return b.do(req)
}

func (b *bench) do(req *http.Request) (int, map[string]any) {
	b.t.Helper()
	w := httptest.NewRecorder()
	b.srv.Handler().ServeHTTP(w, req)
	var doc map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &doc); err != nil {
		b.t.Fatalf("%d %q: %v", w.Code, w.Body, err)
	}
	return w.Code, doc
}

func link(phone, out string) map[string]string {
	return map[string]string{
		"PhoneNumbers": phone, "SignName": "测试大学", "TemplateCode": "SMS_LINK_B", "TemplateParam": `{"code":"Ab3 *~x"}`, "OutId": out,
	}
}

func TestSendArrivesOnThePhone(t *testing.T) {
	b := open(t)
	code, doc := b.call("SendSms", link("+8615400000011", "k1"))
	if code != 200 || doc["Code"] != "OK" || doc["BizId"] == "" || doc["RequestId"] == "" {
		t.Fatal(code, doc)
	}
	for range 2 { // and it is still there after a restart
		got := b.srv.Inbox("15400000011", 0)
		if len(got) != 1 || got[0].Content != "【测试大学】贵方有一份合同待签署。请乙方履约代表打开 http://127.0.0.1:7/s/Ab3 *~x" {
			t.Fatalf("%+v", got)
		}
		b.restart()
	}
	if got := b.srv.Inbox("15400000011", 1); len(got) != 0 {
		t.Fatalf("after=1 gives %+v", got)
	}
	code, doc = b.do(httptest.NewRequest("GET", "/phones/15400000011/messages?after=0", nil))
	if list, ok := doc["messages"].([]any); code != 200 || !ok || len(list) != 1 {
		t.Fatal(code, doc)
	}
}

func TestNoIdempotency(t *testing.T) {
	b := open(t)
	for _, out := range []string{"k1", "k1", "k2"} {
		if code, doc := b.call("SendSms", link("15400000011", out)); code != 200 || doc["Code"] != "OK" {
			t.Fatal(code, doc)
		}
	}
	if st := b.srv.Stats(); st.Sent != 3 || st.Duplicates != 1 || st.ByTemplate["SMS_LINK_B"] != 3 {
		t.Fatalf("%+v", st)
	}
}

func TestGatewayRefusesWithTheVendorsNames(t *testing.T) {
	old := func(r *http.Request) { r.Header.Set("X-Acs-Date", "2026-03-02T15:14:59Z") }
	cases := map[string]struct {
		spur   func(*http.Request)
		code   string
		status int
	}{
		"no signature":     {func(r *http.Request) { r.Header.Del("Authorization") }, "IncompleteSignature", 400},
		"changed query":    {func(r *http.Request) { r.URL.RawQuery += "&OutId=z" }, "SignatureDoesNotMatch", 400},
		"other host":       {func(r *http.Request) { r.Host = "elsewhere" }, "SignatureDoesNotMatch", 400},
		"old":              {old, "InvalidTimeStamp.Expired", 400},
		"no date":          {func(r *http.Request) { r.Header.Set("X-Acs-Date", "yesterday") }, "InvalidTimeStamp.Format", 400},
		"unsigned header":  {func(r *http.Request) { r.Header.Set("X-Acs-Extra", "1") }, "IncompleteSignature", 400},
		"missing nonce":    {func(r *http.Request) { r.Header.Del("X-Acs-Signature-Nonce") }, "MissingParameter", 400},
		"stranger":         {func(r *http.Request) { swap(r, "LTAItest", "LTAIother") }, "InvalidAccessKeyId.NotFound", 404},
		"body not as said": {func(r *http.Request) { r.Header.Set("X-Acs-Content-Sha256", strings.Repeat("0", 64)) }, "SignatureDoesNotMatch", 400},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.spur = c.spur
			code, doc := b.call("SendSms", link("15400000011", "k"))
			if code != c.status || doc["Code"] != c.code || doc["HostId"] == nil {
				t.Fatal(code, doc)
			}
			if b.srv.Stats().Sent != 0 {
				t.Fatal("something was sent all the same")
			}
		})
	}
	t.Run("nonce used", func(t *testing.T) {
		b := open(t)
		for i, want := range []any{"OK", "SignatureNonceUsed"} {
			b.nonce = 0
			if _, doc := b.call("SendSms", link("15400000011", "k")); doc["Code"] != want {
				t.Fatal(i, doc)
			}
		}
	})
	t.Run("no such action", func(t *testing.T) {
		if code, doc := open(t).call("SendFax", nil); code != 404 || doc["Code"] != "InvalidAction.NotFound" {
			t.Fatal(code, doc)
		}
	})
}

func swap(r *http.Request, from, to string) {
	r.Header.Set("Authorization", strings.Replace(r.Header.Get("Authorization"), from, to, 1))
}

func TestProductRefusesWith200(t *testing.T) {
	cases := map[string]map[string]string{
		"isv.SMS_SIGNATURE_ILLEGAL":       {"SignName": "别的大学"},
		"isv.SMS_TEMPLATE_ILLEGAL":        {"TemplateCode": "SMS_X"},
		"isv.MOBILE_NUMBER_ILLEGAL":       {"PhoneNumbers": "11012345678"},
		"isv.INVALID_JSON_PARAM":          {"TemplateParam": "code=1"},
		"isv.TEMPLATE_MISSING_PARAMETERS": {"TemplateParam": "{}"},
		"isv.PARAM_LENGTH_LIMIT":          {"TemplateParam": `{"code":"` + strings.Repeat("合", 36) + `"}`},
		"isv.PARAM_NOT_SUPPORT_URL":       {"TemplateParam": `{"code":"http://x"}`},
	}
	for want, change := range cases {
		t.Run(want, func(t *testing.T) {
			b := open(t)
			params := link("15400000011", "k")
			for k, v := range change {
				params[k] = v
			}
			if code, doc := b.call("SendSms", params); code != 200 || doc["Code"] != want || b.srv.Stats().Sent != 0 {
				t.Fatal(code, doc)
			}
		})
	}
}

// After an unknown outcome the office finds its message by phone, the day in China, and OutId.
func TestQuerySendDetails(t *testing.T) {
	b := open(t)
	for i := range 3 {
		b.call("SendSms", link("15400000011", fmt.Sprint("k", i)))
	}
	ask := map[string]string{"PhoneNumber": "15400000011", "SendDate": "20260302", "PageSize": "2", "CurrentPage": "2"}
	code, doc := b.call("QuerySendDetails", ask)
	if code != 200 || doc["TotalCount"] != "3" {
		t.Fatal(code, doc)
	}
	list := doc["SmsSendDetailDTOs"].(map[string]any)["SmsSendDetailDTO"].([]any)
	first := list[0].(map[string]any)
	if len(list) != 1 || first["OutId"] != "k0" || first["SendStatus"] != float64(3) || first["SendDate"] != "2026-03-02 23:30:00" {
		t.Fatal(doc)
	}
	ask["SendDate"] = "20260303"
	if _, doc = b.call("QuerySendDetails", ask); doc["TotalCount"] != "0" {
		t.Fatal(doc)
	}
	ask["PageSize"] = "51"
	if _, doc = b.call("QuerySendDetails", ask); doc["Code"] != "isv.INVALID_PARAMETERS" {
		t.Fatal(doc)
	}
}

func TestPhonePages(t *testing.T) {
	b := open(t)
	b.call("SendSms", link("15400000011", "k"))
	for _, path := range []string{"/phones", "/phones/15400000011"} {
		w := httptest.NewRecorder()
		b.srv.Handler().ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if w.Code != 200 || !strings.Contains(w.Body.String(), "请乙方履约代表打开") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}
