// Package i18n holds every sentence the project says to people, in each of its languages.
package i18n

// The languages, as BCP 47 tags.
const (
	Chinese = "zh-CN"
	English = "en"
)

// Text is everything said in one language.
type Text struct {
	Lang    string // BCP 47, for the lang attribute of a page
	Errors  Errors
	Words   Words
	SMS     SMS
	Office  Verdicts
	Portal  Portal
	CLI     CLI
	Console Console
	Paper   Paper
	Help    Help
	Usage   Usage
	Output  Output

	consents consents
}

// Languages lists the languages, the default first.
func Languages() []string { return []string{Chinese, English} }

// For gives the sentences of a language. It accepts what a person, a browser or a locale calls it: zh, zh-CN,
// zh_CN.UTF-8, en, en-GB. Anything else is answered in Chinese. The result is the caller's own; making one is not
// free, so it is kept rather than made per sentence.
func For(lang string) *Text {
	if known, _ := Language(lang); known == English {
		return english()
	}
	return chinese()
}

func chinese() *Text {
	return &Text{
		Lang: Chinese, Errors: errorsZH(), Words: wordsZH(), SMS: smsZH(), Office: verdictsZH(),
		Portal: portalZH(), CLI: cliZH(), Console: consoleZH(), Paper: paperZH(), Help: helpZH(), Usage: usageZH(), Output: outputZH(),
		consents: consentsZH(),
	}
}

func english() *Text {
	return &Text{
		Lang: English, Errors: errorsEN(), Words: wordsEN(), SMS: smsEN(), Office: verdictsEN(),
		Portal: portalEN(), CLI: cliEN(), Console: consoleEN(), Paper: paperEN(), Help: helpEN(), Usage: usageEN(), Output: outputEN(),
		consents: consentsEN(),
	}
}
