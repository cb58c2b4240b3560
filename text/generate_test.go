package text

import (
	"strings"
	"unicode"

	"pgregory.net/rapid"
)

// hostile are the building blocks of attacks on a terminal and on its reader.
func hostile() []string {
	return []string{
		"\x1b", "\x1b[", "\x1b[31m", "\x1b]0;title\a", "\x1b]8;;https://example.invalid\x1b\\", "\x1bP", "\x1b_Gi=31;AAAA\x1b\\",
		"\x1bc", "\x1b(0", "\u009b2J", "\u009d52;c;AAAA\u009c", "\x9b31m", "\x07", "\b", "\r", "\r\n", "\n", "\t", "\x00", "\x7f", "\u0085",
		"\u2028", "\u2029", "\u202e", "\u202a", "\u2066", "\u2069", "\u200b", "\u200d", "\u200f", "\ufeff", "\u00ad", "\u2060", "\u3164",
		"\U000e0041", "\U000e007f", "\ufe0f", "\U000e0100", "\U0010eeee", "\ufffe", "\u2800", "\xff\xfe", "\xed\xa0\x80",
		"\u0301", "\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307", "\u1100", "\u1161", "\u11a8", "\u0903", "\u0d4e",
		"\U0001f468\u200d\U0001f469", "\U0001f44d\U0001f3fb", "\U0001f1e8", "\u0e33", "\u0f72", "\u20dd", "\u302a", "\uac00",
	}
}

// anyText mixes attacks, Chinese, Latin and arbitrary characters.
func anyText() *rapid.Generator[string] {
	part := rapid.OneOf(
		rapid.SampledFrom(hostile()),
		rapid.SampledFrom([]string{"采购合同", "测试大学", "（盖章）", "。", "“", "”", "……", " ", "  ", "HT-2026-0187", "word", "　"}),
		rapid.String(),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.M, unicode.Cf, unicode.Cc, unicode.Lo), 0, 6, -1),
	)
	return rapid.Map(rapid.SliceOfN(part, 0, 12), func(parts []string) string { return strings.Join(parts, "") })
}

// chinese is running Chinese text with at most one punctuation mark in a row.
func chinese() *rapid.Generator[string] {
	part := rapid.SampledFrom([]string{
		"采购", "合同双方签署", "测试", "甲", "乙方", "，甲方", "。本合同", "、服务", "（附件", "一）之", "《办法", "》第", "“验收", "”后", "：以下", "！否则",
	})
	return rapid.Map(rapid.SliceOfN(part, 0, 40), func(parts []string) string { return strings.Join(parts, "") })
}
