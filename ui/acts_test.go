package ui_test

import (
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/internal/sample"
	"campus.example/sealdesk/workflow/intake"
)

// calls are the acts that reached the office.
func calls(o *sample.Office) string {
	var list string
	o.Set(func(o *sample.Office) { list = strings.Join(o.Calls, "\n") })
	return list
}

func start(t *testing.T, n int) (*terminal, *sample.Office) {
	t.Helper()
	office := sample.New(noon).Fill(n)
	s := open(t, options(office, "zh"), 120, 36)
	s.see("HT-2026-0187", "采招办管理员")
	return s, office
}

func TestPushOne(t *testing.T) {
	s, office := start(t, 200)
	s.press("p")
	s.see("已推送 HT-2026-0187", "待推送 6")
	if got := calls(office); got != "push HT-2026-0187" {
		t.Error(got)
	}
}

// An act that takes long is seen to be under way, and nothing waits for it.
func TestASlowActIsSeen(t *testing.T) {
	s, office := start(t, 200)
	office.Set(func(o *sample.Office) { o.Slow = time.Second })
	s.press("p")
	s.see("正在办理")
	s.press("down")
	s.see("› HT-2026-0196")
	s.see("已推送 HT-2026-0187")
	s.gone("正在办理")
}

// So is an answer that the first frame waits for; when it came, nothing is said any more.
func TestASlowReadIsSeen(t *testing.T) {
	office := sample.New(noon).Fill(200)
	office.Slow = time.Second
	s := open(t, options(office, "zh"), 120, 36)
	s.see("正在读取", "HT-2026-0187")
	s.gone("正在读取")
}

func TestPushSeveralStatesTheirNumber(t *testing.T) {
	s, office := start(t, 200)
	s.press("space", "space", "space", "p")
	s.see("推送 3 份合同", "取消")
	s.press("enter") // Cancel has the focus
	s.gone("推送 3 份合同")
	if got := calls(office); got != "" {
		t.Fatal(got)
	}
	s.see("已选 3")
	s.press("p", "y")
	s.see("已推送 3/3 份", "待推送 4")
	s.gone("已选")
	if got := strings.Count(calls(office), "push"); got != 3 {
		t.Error(calls(office))
	}
}

// A held key, a word of an input method and pasted text confirm nothing.
func TestOnlyOneKeyConfirms(t *testing.T) {
	s, office := start(t, 200)
	s.press("space", "space", "p")
	s.see("推送 2 份合同")
	s.press("yy", "\x1b[200~y\x1b[201~", "\x1by", "是的")
	s.press("right", "left") // the dialog is still there to take keys
	s.see("推送 2 份合同")
	if got := calls(office); got != "" {
		t.Error(got)
	}
}

func TestSeveralCharactersMoveButDoNotAct(t *testing.T) {
	s, office := start(t, 200)
	s.press("jjp")
	s.see("› HT-2026-0205")
	if got := calls(office); got != "" {
		t.Error(got)
	}
}

func TestSealAfterThePIN(t *testing.T) {
	s, office := start(t, 200)
	s.press("4")
	s.see("印章未解锁", "HT-2026-0194")
	s.press("s")
	s.see("印章未解锁，按 u 解锁")
	s.press("u", "9", "9", "enter")
	s.see("×")
	s.press("esc", "u", "1", "2", "3", "4", "5", "6")
	if strings.Contains(s.screen(), "123456") {
		t.Error("the PIN stands on the screen")
	}
	s.press("enter")
	s.see("印章已解锁")
	s.press("s")
	s.see("盖章 HT-2026-0194", "不能撤销")
	s.press("y")
	s.see("HT-2026-0194 已加盖合同专用章", "待盖合同章 5")
	if got := calls(office); strings.Count(got, "seal ") != 1 {
		t.Error(got)
	}
}

func TestSealingSeveralAsksForTheNumber(t *testing.T) {
	s, office := start(t, 200)
	s.press("4")
	s.see("HT-2026-0194")
	s.press("u", "1", "2", "3", "4", "5", "6", "enter")
	s.see("✓ 印章已解锁")
	s.press("*", "S")
	s.see("盖章 6 份", "请输入 6 以确认")
	s.press("y", "enter") // y is no number: Cancel still has the focus
	s.gone("盖章 6 份")
	s.press("S", "6", "enter")
	s.see("已盖章 6/6 份", "没有等待盖章的合同")
	if got := strings.Count(calls(office), "seal "); got != 6 {
		t.Error(calls(office))
	}
}

func TestMovedSealGoesWithTheAct(t *testing.T) {
	s, office := start(t, 200)
	s.press("4")
	s.see("▀", "距左 63 毫米")
	s.press("u", "1", "2", "3", "4", "5", "6", "enter")
	s.see("✓ 印章已解锁")
	s.press("m", "shift+right", "right")
	s.see("shift 1 厘米")
	s.press("enter")
	s.see("距左 74 毫米")
	s.press("s", "y")
	s.see("已加盖合同专用章")
	var at domain.Place
	office.Set(func(o *sample.Office) { at = o.Find("HT-2026-0194").SealPlace })
	if at.X < 120+30 || at.X > 120+32 {
		t.Errorf("%v", at)
	}
}

func TestReviewIsDecidedAfterALook(t *testing.T) {
	s, office := start(t, 200)
	s.press("3")
	s.see("孙丽")
	s.press("c")
	s.see("R-0000", "按 v 查看照片")
	if strings.Contains(s.screen(), "E12345670") {
		t.Error("the number is in clear before the look")
	}
	s.press("a")
	s.see("请先按 v 查看照片")
	s.press("v")
	s.see("▀", "E12345670")
	s.press("1", "2", "3", "4", "a")
	s.see("核对项已勾 4/5")
	s.press("5", "a")
	s.see("通过审核", "可以继续办理")
	s.press("y")
	s.see("孙丽已通过审核")
	if got := calls(office); got != "claim R-0000\nlook R-0000\napprove R-0000" {
		t.Error(got)
	}
}

func TestSendingBackNeedsAReason(t *testing.T) {
	s, office := start(t, 200)
	s.press("3")
	s.see("孙丽")
	s.press("c")
	s.see("R-0000")
	s.press("v")
	s.see("▀")
	s.press("x")
	s.see("不通过的原因", "证件过期")
	s.press("5")
	s.see("原因：证件过期", "证件已过有效期")
	s.press("enter") // Cancel
	s.gone("原因：证件过期")
	s.press("x", "5", "y")
	s.see("未通过审核")
	if got := calls(office); !strings.HasSuffix(got, "reject document_expired R-0000") {
		t.Error(got)
	}
}

func TestTheSecondReviewerSeesWhoHasIt(t *testing.T) {
	s, _ := start(t, 200)
	s.press("3")
	s.see("周涛")
	s.press("down", "c")
	s.see("刘洋 正在审核")
}

func TestVerificationsAreHelpedAlong(t *testing.T) {
	s, office := start(t, 200)
	s.press("2")
	s.see("HT-2026-0190")
	s.press("r")
	s.see("已请服务重新核验李强")
	s.press("c")
	s.see("没有在等验证码")
	s.press("down", "c")
	s.see("已为刘洋重发验证码")
	s.press("x")
	s.see("结束刘洋的本次认证")
	s.press("y")
	s.see("已结束刘洋的认证")
	if got := calls(office); got != "recheck V-0000\nresend V-0001\ncancel V-0001" {
		t.Error(got)
	}
}

// G13: a contract of a large amount says that a second sealer is missing; one key confirms it, and the page says who did.
func TestG13SecondSealerConfirmsOnTheSealPage(t *testing.T) {
	s, office := start(t, 200)
	s.press("4")
	s.see("HT-2026-0194", "距左 63 毫米")
	s.press("c")
	s.see("未达到双人盖章的金额")
	office.Set(func(o *sample.Office) { o.Second = 1 })
	s.see("待另一人确认")
	s.press("c")
	s.see("HT-2026-0194 已确认", "张敏 已确认")
	if got := calls(office); got != "confirm HT-2026-0194" {
		t.Error(got)
	}
}

// G1, G6, G7, G17: the rarer acts are behind one key, say why they cannot be done, and want a reason.
func TestRarerActsWantTheirReason(t *testing.T) {
	s, office := start(t, 200)
	s.press("a")
	s.see("HT-2026-0187 的其他操作", "“待推送”的合同不能这样办理")
	s.press("7") // void: not here
	s.see("的其他操作")
	s.press("6")
	s.see("撤回 HT-2026-0187", "所有链接失效")
	s.press("enter") // without a reason nothing happens
	s.see("撤回 HT-2026-0187")
	s.press("文", "本", "有", "误", "enter")
	s.see("已撤回合同 HT-2026-0187")
	if got := calls(office); got != "recall HT-2026-0187 文本有误" {
		t.Error(got)
	}
}

func TestContactIsChangedOnTheConsole(t *testing.T) {
	s, office := start(t, 200)
	s.press("]")
	s.see("› HT-2026-0191")
	s.press("enter")
	s.see("1/")
	s.press("a", "2")
	s.see("更改乙方联系人", "旧链接立即失效")
	for _, key := range "15400000013" {
		s.press(string(key))
	}
	s.press("enter", "enter", "号", "码", "有", "误", "enter")
	s.see("的联系人，旧链接已失效")
	if got := calls(office); !strings.Contains(got, " b 15400000013 ") || !strings.HasSuffix(got, "verified=false 号码有误") {
		t.Error(got)
	}
	s.press("a", "5")
	s.see("延长期限", "最后一天")
	s.press("\x15") // clears the line
	for _, key := range "2099-12-31" {
		s.press(string(key))
	}
	s.press("enter", "出", "差", "enter")
	s.see("的签署期限")
	if got := calls(office); !strings.HasSuffix(got, " 2099-12-31T16:00:00Z 出差") {
		t.Error(got)
	}
}

// G8: what waits for a decision is shown with both versions, nothing is pushed before, and each decision asks for its reason.
func TestG8DecisionOnTheConsole(t *testing.T) {
	s, office := start(t, 200)
	office.Set(func(o *sample.Office) {
		o.Find("HT-2026-0187").RaiseDoubt(domain.CodeOfferDiffers, noon())
		o.Against = intake.Quarantine{
			Code: domain.CodeOfferDiffers, Offer: &domain.ReceivedOffer{SHA256: "ffee", Received: noon()},
			Fields: []domain.FieldChange{{Field: "party_b", Old: "样例甲公司", New: "样例乙公司"}},
			Text:   intake.Difference{Lines: []intake.DifferingLine{{Line: "旧的一行"}, {New: true, Line: "新的一行"}}, More: 7},
		}
	})
	s.see("内容不同")
	s.press("p")
	s.see("待核对的内容须先决定")
	s.press("enter")
	s.see("比对")
	s.press("tab", "tab", "tab", "tab", "tab")
	s.see("- 样例甲公司", "+ 样例乙公司", "- 旧的一行", "+ 新的一行", "另有 7 行不同")
	s.press("a")
	s.see("待核对：接受", "待核对：拒绝", "待核对：以新到文本替换")
	s.press("9")
	s.see("待核对：拒绝 HT-2026-0187", "合同照旧办理")
	s.press("enter") // without a reason nothing happens
	s.see("待核对：拒绝 HT-2026-0187")
	s.press("与", "发", "件", "人", "核", "实", "enter")
	s.see("HT-2026-0187 已决定：拒绝")
	s.gone("比对")
	if got := calls(office); got != "refuse HT-2026-0187 与发件人核实" {
		t.Error(got)
	}
}

// S32: what stands at intake is seen from every page: offers that need somebody, and a list that cannot be read.
func TestS32IntakeTroubleStandsInTheHeader(t *testing.T) {
	s, office := start(t, 200)
	s.gone("待签列表读不到")
	office.Set(func(o *sample.Office) { o.Intake, o.PollFails = 4, true })
	s.see("待签列表读不到", "接收 ⚠4")
	s.press("4")
	s.see("待签列表读不到", "接收 ⚠4")
}
