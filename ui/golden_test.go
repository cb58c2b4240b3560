package ui_test

import (
	"fmt"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/internal/sample"
)

type size struct{ w, h int }

func sizes() []size { return []size{{80, 24}, {120, 36}, {160, 45}} }

// The first page: three sizes, two languages, nothing, some, a hundred thousand, and an office that does not answer.
func TestPipelineScreens(t *testing.T) {
	many := sample.New(noon).Same(100_000, domain.StageToPush)
	for _, lang := range []string{"zh", "en"} {
		for _, z := range sizes() {
			for _, state := range []string{"empty", "some", "many", "error"} {
				name := fmt.Sprintf("pipeline-%s-%s-%dx%d", state, lang, z.w, z.h)
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					office := sample.New(noon)
					switch state {
					case "some":
						office.Fill(200)
					case "many":
						office = many
					case "error":
						office.Fill(20).Fail = domain.Fail(domain.CodeStorageBusy)
					}
					s := open(t, options(office, lang), z.w, z.h)
					if state == "many" {
						s.see("HT-2026-0187", "100000")
						s.press("end")
						s.see("HT-2026-100186")
					}
					s.golden(name)
				})
			}
		}
	}
}

// The queues and the seal desk with nothing on them, with more than a screen holds, and without an answer.
func TestQueueScreens(t *testing.T) {
	many := sample.New(noon).Same(100_000, domain.StageToSeal).Crowd(500)
	for _, p := range []struct{ name, key, nothing, count, last string }{
		{"verification", "2", "没有进行中的认证|Nobody is being verified", " 499 ─", "V-0499"},
		{"review", "3", "没有待审核|Nobody waits for review", " 500 ─", "8h|8时"},
		{"sealing", "4", "没有等待盖章|No contract waits", " 100000 ─", "▀"},
	} {
		for _, lang := range []string{"zh", "en"} {
			for _, z := range sizes() {
				for _, state := range []string{"empty", "many", "error"} {
					name := fmt.Sprintf("%s-%s-%s-%dx%d", p.name, state, lang, z.w, z.h)
					t.Run(name, func(t *testing.T) {
						t.Parallel()
						office, keys := sample.New(noon), []string{p.key, "wait:" + p.nothing}
						switch state {
						case "many":
							office, keys = many, []string{p.key, "wait:" + p.count, "end", "wait:" + p.last}
						case "error":
							office.Fill(20).Fail = domain.Fail(domain.CodeStorageBusy)
							keys = []string{p.key, "wait:ctrl+r"}
						}
						s := open(t, options(office, lang), z.w, z.h)
						s.play(keys...)
						s.golden(name)
					})
				}
			}
		}
	}
}

// The other pages, dialogs and help.
func TestOtherScreens(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
	}{
		{"verification", []string{"2", "wait:HT-2026-0190", "down"}},
		{"review", []string{"3", "wait:孙丽"}},
		{"review-case", []string{"3", "wait:孙丽", "c", "wait:R-0000", "v", "wait:▀", "1", "2"}},
		{"sealing-picture", []string{"4", "wait:▀"}},
		{"sealing-words", []string{"4", "wait:▀", "v", "wait:采  购  合  同|第67条"}},
		{"sealing-pin", []string{"4", "wait:▀", "u", "1", "2", "3"}},
		{"contract", []string{"]", "]", "]", "]", "wait:HT-2026-0194", "enter", "wait:1/6"}},
		{"contract-signatures", []string{"]", "]", "]", "]", "wait:HT-2026-0194", "enter", "wait:1/6", "tab", "tab", "tab", "tab"}},
		{"help", []string{"?"}},
		{"palette", []string{":"}},
		{"help-search", []string{"?", "t", "a", "b"}},
		{"filter", []string{"/", "图", "书", "wait:HT-2026-0214"}},
		{"reason", []string{"a", "6", "合同文本与审批稿“不一致”…", "需要承办部门重新提交合同文本后再推送，", "原链接全部作废"}},
		{"contact", []string{"a", "2", "154", "tab", "tab", "号码有误"}},
		{"push-many", []string{"wait:HT-2026-0187", "space", "space", "space", "p"}},
	} {
		for _, lang := range []string{"zh", "en"} {
			for _, z := range sizes() {
				name := fmt.Sprintf("%s-%s-%dx%d", c.name, lang, z.w, z.h)
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					s := open(t, options(sample.New(noon).Fill(200), lang), z.w, z.h)
					s.see("HT-2026-0187")
					s.play(c.keys...)
					s.golden(name)
				})
			}
		}
	}
}
