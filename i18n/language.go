package i18n

import "strings"

// Language returns the language that a person, a browser or a locale calls by that name: zh, zh-CN, zh_CN.UTF-8, en,
// en-GB. Known is false for any other name.
func Language(name string) (lang string, known bool) {
	tag := strings.ToLower(strings.TrimSpace(name))
	for short, lang := range map[string]string{"zh": Chinese, "en": English} {
		if tag == short || strings.HasPrefix(tag, short+"-") || strings.HasPrefix(tag, short+"_") || strings.HasPrefix(tag, short+".") {
			return lang, true
		}
	}
	return "", false
}
