package i18n

import (
	"slices"
	"testing"
	"unicode/utf8"

	"campus.example/sealdesk/domain"
)

// Every action of domain/action.go and every kind of actor has words of its own, in both languages (OPR-25).
func TestEveryActionHasWords(t *testing.T) {
	for _, lang := range Languages() {
		w := For(lang).Words
		wants(t, w.Actions)
		wants(t, w.Actors)
	}
	for action := range domain.Asked() {
		if For(Chinese).Action(action) == string(action) {
			t.Errorf("%s is an action that can be asked for and has no words", action)
		}
	}
}

// Every code has words that are short enough for the column 问题, in both languages, and no two codes share them (OPR-25).
func TestEveryCodeHasWordsForAColumn(t *testing.T) {
	for lang, most := range map[string]int{Chinese: 10, English: 24} {
		text := For(lang)
		seen := map[string]domain.Code{}
		for _, code := range domain.Codes() {
			words := text.Problem(code)
			switch n := utf8.RuneCountInString(words); {
			case words == string(code):
				t.Errorf("%s has no words in %s", code, lang)
			case n > most:
				t.Errorf("%s in %s is %d characters wide: %s", code, lang, n, words)
			}
			if other, twice := seen[words]; twice {
				t.Errorf("%s and %s are both called %s", code, other, words)
			}
			seen[words] = code
		}
		for code := range text.Words.Problems {
			if !slices.Contains(domain.Codes(), code) {
				t.Errorf("words for %s, which is no code", code)
			}
		}
	}
}
