package ui_test

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"go.uber.org/goleak"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/internal/sample"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestAChangeElsewhereShowsWithinTwoSeconds(t *testing.T) {
	s, office := start(t, 200)
	s.press("down", "down") // HT-2026-0205
	began := time.Now()
	office.Set(func(o *sample.Office) {
		o.Find("HT-2026-0187").Stage = domain.StageBSigning
	})
	s.gone("HT-2026-0187")
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("%v", took)
	}
	s.see("› HT-2026-0205") // the cursor stayed with its contract
}

func TestFullWidthTwins(t *testing.T) {
	s, _ := start(t, 20)
	s.press("？")
	s.see("导览", "本页")
	s.press("esc", "：")
	s.see("╭ 命令")
	s.press("esc", "／", "图", "书", "馆", "enter")
	s.see("/图书馆")
}

func TestFilterFindsAndIsDropped(t *testing.T) {
	s, _ := start(t, 200)
	s.press("]", "]", "]", "]", "]", "]")
	s.see("已完成")
	s.press("/")
	s.press("图书馆座椅")
	s.see("图书馆座椅更换合同")
	s.until("only them", func(screen string) bool { return !strings.Contains(screen, "服务器采购合同") })
	s.see("12/140")
	s.press("esc")
	s.gone("12/140")
}

func TestResizeWhileADialogIsOpen(t *testing.T) {
	s, _ := start(t, 200)
	s.press("space", "space", "p")
	s.see("推送 2 份合同")
	s.resize(60, 15)
	s.see("推送 2 份合同")
	s.resize(59, 15)
	s.see("窗口太小（59×15）", "60×15")
	s.press("y") // taken by nobody
	s.resize(300, 80)
	s.see("推送 2 份合同")
	s.fits()
	s.press("esc")
	s.gone("推送 2 份合同")
}

// A console made wide shows the whole preview without another key.
func TestAWiderWindowShowsThePreview(t *testing.T) {
	s := open(t, options(sample.New(noon).Fill(20), "zh"), 80, 24)
	s.see("HT-2026-0187")
	s.gone("收到合同")
	s.resize(120, 36)
	s.see("收到合同")
}

func TestAHostileTitleStaysInItsCells(t *testing.T) {
	office := sample.New(noon).Fill(20)
	office.Find("HT-2026-0187").Title = "服务器\x1b]0;owned\a\x1b[31m采购\u202e合同\u200b\x1b[2J"
	s := open(t, options(office, "zh"), 120, 36)
	s.see("服务器采购合同", "待推送", "sealdesk")
	s.fits()
}

func TestAnOfficeThatDoesNotAnswer(t *testing.T) {
	s, office := start(t, 200)
	office.Set(func(o *sample.Office) { o.Fail = domain.Fail(domain.CodeStorageBusy) })
	s.see("读取失败", "ctrl+r 重试")
	s.press("?") // nothing blocks
	s.see("导览")
	s.press("esc")
	office.Set(func(o *sample.Office) { o.Fail = nil })
	s.press("ctrl+r")
	s.see("› HT-2026-0187")
	s.gone("读取失败")
}

// An answer to a question that is no longer asked is dropped.
func TestLateAnswersAreDropped(t *testing.T) {
	office := sample.New(noon).Fill(200)
	office.Slow = 150 * time.Millisecond
	s := open(t, options(office, "zh"), 120, 36)
	s.press("]", "]", "]", "]")
	s.see("待盖合同章 6", "HT-2026-0194")
	s.until("only the stage's own", func(screen string) bool { return !strings.Contains(screen, "HT-2026-0187") })
}

func TestAHundredThousand(t *testing.T) {
	office := sample.New(noon).Same(100_000, domain.StageToPush)
	s := open(t, options(office, "zh"), 80, 24)
	s.see("100000", "HT-2026-0187")
	s.press("G")
	s.see("› HT-2026-100186")
	s.press("g")
	s.see("› HT-2026-0187")
	for range 30 {
		s.press("pgdown")
	}
	s.see("› HT-2026-0727")
	s.press("*")
	s.see("已选 1000")
}

func TestControlCAlwaysLeaves(t *testing.T) {
	s, office := start(t, 200)
	office.Set(func(o *sample.Office) { o.Slow = time.Hour })
	s.press("space", "space", "p", "ctrl+c")
	select {
	case err := <-s.ended:
		s.ended <- err
	case <-time.After(patience):
		t.Fatal("still there")
	}
}

func TestQuittingIsAsked(t *testing.T) {
	s, _ := start(t, 20)
	s.press("esc", "esc") // esc never quits
	s.press("2", "q")     // q leaves a page
	s.see("阶段")
	s.press("q")
	s.see("要离开控制台吗")
	s.press("q")
	s.gone("要离开控制台吗")
}

func (s *terminal) resize(w, h int) {
	s.mu.Lock()
	s.emu.Resize(w, h)
	s.mu.Unlock()
	s.program.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// S16: the people who act for the parties are called by what they are, in one word.
func TestS16ThePerformerHasOneName(t *testing.T) {
	for lang, word := range map[string]string{"zh": "甲方履约代表", "en": "Party A's performer"} {
		s := open(t, options(sample.New(noon).Fill(20), lang), 120, 36)
		s.see("› HT-2026-0187")
		s.press("enter", "tab", "tab")
		s.see(word)
		s.fits()
	}
}
