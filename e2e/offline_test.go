package e2e

import (
	"testing"

	"campus.example/sealdesk/cli/demo"
)

// Every provider is out of reach - procurement system, text messages, identity checks, timestamps - while a console is
// open. It tells so, goes on answering, and acts that need no provider are done; what needs one is done when it is back.
func TestConsoleWhileTheNetworkIsDown(t *testing.T) {
	l := alive(t, "1")
	s := onScreen(t, l.command(), 120, 36)
	s.see("待推送 1")
	stop(t, l.town)
	s.see("服务不通 ⚠")
	s.press("p")
	s.see("已推送 HT-2026-0001")
	s.see("服务不通 ⚠2") // the question for contracts and the message to Party B
	for _, k := range [][2]string{{"?", "本页"}, {"esc", "待乙方签字"}, {"2", "没有进行中的认证"}, {"3", "没有待审核的人"}, {"4", "没有等待盖章的合同"}} {
		s.press(k[0])
		s.see(k[1])
	}
	s.press("u") // the key is the office's own
	s.see("解锁印章")
	s.press(demo.PIN, "enter")
	s.see("印章已解锁")
	s.press("1")
	s.resize(80, 24)
	s.see("服务不通")
	s.resize(120, 36)

	again := l.start("sandbox", "--state", l.state, "--people")
	t.Cleanup(func() { stop(t, again) })
	s.gone("服务不通")
	until(t, "the message that waited", patience, func() bool {
		var one struct {
			Messages []struct{ Kind, State string }
		}
		l.into(&one, "contract", "HT-2026-0001", "--json")
		return len(one.Messages) > 0 && one.Messages[0].State != "queued"
	})
	s.press("ctrl+c")
	s.ended()
}
