package pinyin

import (
	"slices"
	"strings"
	"testing"

	dictionary "github.com/mozillazg/go-pinyin"
)

func TestWordsAreTypedInFullAndByInitials(t *testing.T) {
	c := New()
	for in, want := range map[string][]string{
		"图书设备":             {"tushushebei", "tssb"},
		"图书、设备 采购（2026年）":  {"tushushebeicaigou2026nian", "tssbcg2026n"},
		"GPU 服务器":          {"gpufuwuqi", "gpufwq"},
		"重庆长安音乐有限公司":       {"chongqingchanganyinyueyouxiangongsi", "cqcayyyxgs"},
		"绿化":               {"lvhua", "lh"},
		"曾单":               {"cengdan", "cd"},
		"Office 365, 100%": nil,
		"":                 nil,
	} {
		if got := c.Words(in); !slices.Equal(got, want) {
			t.Errorf("%q is typed %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string][]string{
		"单曾":    {"shanceng", "sc"},
		"尉迟样例":  {"yuchiyangli", "ycyl"},
		"郑试用":   {"zhengshiyong", "zsy"},
		"Smith": nil,
	} {
		if got := c.Name(in); !slices.Equal(got, want) {
			t.Errorf("%q is typed %q, want %q", in, got, want)
		}
	}
}

// The dictionary's own reading without tones takes regular expressions, which is too slow for a folder of 100,000 contracts.
func TestEveryCharacterReadsAsInTheDictionary(t *testing.T) {
	c, plain := New(), dictionary.NewArgs()
	for r := range dictionary.PinyinDict {
		want := dictionary.SinglePinyin(rune(r), plain)
		if got := c.character(rune(r)); !slices.Equal(got, want) {
			t.Errorf("%c reads %q, want %q", r, got, want)
		}
	}
}

// A word that reads the same without the list needs no line, and a line has as many syllables as characters.
func TestListedWordsReadOtherwise(t *testing.T) {
	c := New()
	for _, list := range []map[string]string{c.words, c.surnames} {
		for word, reading := range list {
			without := New()
			delete(without.words, word)
			if got := without.Words(word)[0]; got == strings.ReplaceAll(reading, " ", "") {
				t.Errorf("%s reads %s without the list", word, got)
			}
			n := len([]rune(word))
			if n > longest || len(strings.Fields(reading)) != n {
				t.Errorf("%s reads %q: %d characters, at most %d are looked at", word, reading, n, longest)
			}
		}
	}
}
