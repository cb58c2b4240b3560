package portal_test

import (
	"net/http"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
)

// says looks for words on the page.
func (p *handset) says(words ...string) *handset {
	p.t.Helper()
	for _, w := range words {
		if !strings.Contains(p.page.body, w) {
			p.t.Errorf("%s does not say %q", p.page.path, w)
		}
	}
	return p
}

// S50, S57, S65, S75, S76, S88, G10: what the manual promises a signer stands on the page he is on.
func TestS75PagesSayWhatTheManualPromises(t *testing.T) {
	h, p := verifying(t, cast.Companies()[1])
	h.outside.answers = map[domain.Method][]domain.Outcome{domain.MethodPhone: {domain.OutcomeMismatch}}
	p.says("完善身份信息", "选择认证方式").state().wants(http.StatusOK, "method")
	p.says("人脸识别", "手机号", "银行卡", "人工审核", "今日还可尝试 3 次")
	p.submit("method-phone", nil).wants(http.StatusOK, "phone").says("姓名、证件号码与手机号")
	p.submit("phone-code", map[string]string{"code": p.code()})
	h.work()
	p.get("/verify/result").wants(http.StatusOK, "failed").follow("other-method").says("今日还可尝试 2 次", "今日还可尝试 3 次")
	p.follow("method-manual").says("正面", "手持", "15 至 30 分钟")
	h.phone(p.who).get("/").says("使用")
	h.phone(p.who).get(p.link()).wants(http.StatusOK, "entry").says("使用")
}

// S1: whoever looks sees which of the three steps a contract is in.
func TestS1ThreeSteps(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	p := h.phone(cast.Departments()[0].Purchaser)
	p.get("/login").submit("login", map[string]string{"phone": p.who.Phone})
	p.submit("enter", map[string]string{"code": p.code()}).says("HT-1", "第 2 步，共 3 步")
}
