package e2e

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/cli/demo"
)

// The console's five verbs, by keys alone, from the first frame to the last contract: stages, push, verifications,
// review, seal.
func TestFiveVerbsByKeyboard(t *testing.T) {
	const contracts = 2
	dir := filepath.Join(t.TempDir(), "office")
	p := newProgram(t)
	s := onScreen(t, p.command("demo", "--dir", dir, "--contracts", strconv.Itoa(contracts), "--speed", "20"), 120, 36)
	s.see("待推送 2")
	s.press("?")
	s.see("导览")
	s.see(demo.PIN) // the tour tells what opens the demonstration's key
	s.press("esc")
	s.gone("导览")

	s.press("*", "p") // both contracts, with the number said
	s.see("推送 2 份合同")
	s.press("y")
	s.see("已推送 2/2", "待推送 0")
	s.see("待乙方签字")

	s.press("2") // the queue of verifications
	s.see("进行中的认证", "没有进行中的认证")

	s.press("3") // the passport holder's review
	s.see("证件正面", "按 c 领取", "待领取")
	s.again("c", "按 v 查看照片")
	s.again("v", "▀")
	for n := 1; n <= 5; n++ {
		s.press(strconv.Itoa(n))
	}
	s.press("a")
	s.see("通过审核")
	s.press("y")
	s.see("没有待审核的人")

	s.press("4")
	s.see("待盖合同章 2")
	s.press("u")
	s.see("解锁印章")
	s.press(demo.PIN, "enter")
	s.see("印章已解锁")
	for left := contracts; left > 0; left-- {
		s.see("待盖合同章 " + strconv.Itoa(left))
		s.again("s", "盖章后不能撤销")
		s.press("y")
		s.see("待盖合同章 " + strconv.Itoa(left-1))
	}
	s.press("1")
	until(t, "both contracts done", patience, func() bool {
		return strings.Contains(strings.Join(strings.Fields(s.text()), ""), "已完成2")
	})
	s.press("q")
	s.see("要离开控制台吗")
	s.press("y")
	if code := s.ended(); code != 0 {
		t.Errorf("exit %d\n%s", code, s.text())
	}
	var list []any
	p.into(&list, "--dir", dir, "contracts", "--stage", "done", "--json")
	if len(list) != contracts {
		t.Errorf("%d contracts are done in the folder", len(list))
	}
}

// Nothing that is on its way to the screen may wait for the terminal: one that answers no query shows the first frame
// at once, in Chinese, and follows a new size.
func TestFirstFrameWaitsForNobody(t *testing.T) {
	dir, _ := day(t, 1)
	p := newProgram(t, "SEALDESK_DIR="+dir)
	begun := time.Now()
	s := onScreen(t, p.command(), 80, 24)
	s.see("已完成")
	if took := time.Since(begun); took > 4*time.Second { // the library waits five for an answer
		t.Errorf("the first frame took %s", took)
	}
	s.resize(50, 12)
	s.see("窗口太小")
	s.resize(160, 45)
	s.see("HT-2026", "没有待推送的合同")
	s.resize(300, 80)
	s.see("工作台")
	s.press("ctrl+c")
	s.ended()
}
