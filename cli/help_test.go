package cli

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// english returns three words in a row, as no Chinese sentence has them outside the name of a command.
func english(s string) string {
	s = regexp.MustCompile(`sealdesk( [a-z-]+)*`).ReplaceAllString(s, "sealdesk")
	return regexp.MustCompile(`[a-z]{2,} [a-z]{2,} [a-z]{2,}`).FindString(s)
}

// every visits all commands that are shown.
func every(cmd *cobra.Command, visit func(*cobra.Command)) {
	if cmd.Hidden {
		return
	}
	visit(cmd)
	for _, sub := range cmd.Commands() {
		every(sub, visit)
	}
}

func commandIn(lang string) *command {
	return newCommand(Program{}, domain.Caller{}, i18n.For(lang), nil, &bytes.Buffer{}, &bytes.Buffer{})
}

// Every command and every flag has its text in both languages, and every text its command or flag.
func TestEveryCommandAndFlagIsDescribed(t *testing.T) {
	for _, lang := range i18n.Languages() {
		c := commandIn(lang)
		shorts, flags := map[string]bool{"help": true}, map[string]bool{}
		every(c.root(), func(cmd *cobra.Command) {
			shorts[key(cmd)] = true
			if _, found := c.text.Help.Short[key(cmd)]; !found {
				t.Errorf("%s: %q has no text", lang, cmd.CommandPath())
			}
			each := func(f *pflag.Flag) {
				flags[key(cmd)+" "+f.Name], flags[f.Name] = true, true
				if c.text.Help.FlagText(key(cmd), f.Name) == "" {
					t.Errorf("%s: --%s of %q has no text", lang, f.Name, cmd.CommandPath())
				}
			}
			cmd.Flags().VisitAll(each)
			cmd.PersistentFlags().VisitAll(each)
		})
		for path := range c.text.Help.Short {
			if !shorts[path] {
				t.Errorf("%s: a text for %q, which is no command", lang, path)
			}
		}
		for name := range c.text.Help.Flag {
			if !flags[name] {
				t.Errorf("%s: a text for %q, which is no flag", lang, name)
			}
		}
	}
}

// OPR-25, HSE-20: help is in the language of the run, whatever it was asked through, and in no other.
func TestHelpIsInOneLanguage(t *testing.T) {
	var paths [][]string
	every(commandIn(i18n.Chinese).root(), func(cmd *cobra.Command) { paths = append(paths, strings.Fields(key(cmd))) })
	for _, path := range paths {
		for lang, own := range map[string]string{"zh": "通用选项", "en": "Flags of every command"} {
			for _, args := range [][]string{
				append(append([]string{"--lang", lang}, path...), "--help"),
				append(append([]string{}, path...), "-h", "--lang="+lang),
				append([]string{"--lang", lang, "help"}, path...),
			} {
				var out, bad bytes.Buffer
				code := Program{Lang: "en", Office: nowhere{}}.Command(context.Background(), domain.Caller{}, args, nil, &out, &bad)
				if code != exitDone || bad.Len() > 0 || !strings.Contains(out.String(), own) {
					t.Errorf("%q: exit %d\n%s%s", args, code, &out, &bad)
				}
				if words := english(out.String()); lang == "zh" && words != "" {
					t.Errorf("%q: %q stands in\n%s", args, words, &out)
				}
				if lang == "en" && strings.ContainsAny(out.String(), "的，。：") {
					t.Errorf("%q: Chinese in\n%s", args, &out)
				}
			}
		}
	}
}

// Without a flag the language is that of SEALDESK_LANG, else Chinese; there is no third one.
func TestTheLanguageIsKnownBeforeHelp(t *testing.T) {
	for _, c := range []struct {
		own  string
		args []string
		want int
		says string
	}{
		{"", []string{"--help"}, exitDone, "用法"},
		{"zh_CN.UTF-8", []string{"--help"}, exitDone, "用法"},
		{"en_GB.UTF-8", []string{"--help"}, exitDone, "Usage"},
		{"en", []string{"--help", "--lang", "zh"}, exitDone, "用法"},
		{"fr", []string{"--help"}, exitUsage, "没有语言“fr”，可用：zh、en。"},
		{"fr", []string{"--help", "--lang", "en"}, exitDone, "Usage"},
		{"en", []string{"version", "--lang=fr"}, exitUsage, "There is no language “fr”. There are: zh, en."},
		{"", []string{"--lang", "fr"}, exitUsage, "没有语言“fr”"},
		{"en", []string{"contracts", "--", "--lang", "zh"}, exitUsage, "error:"},
	} {
		var out, bad bytes.Buffer
		code := Program{Lang: c.own, Office: nowhere{}}.Command(context.Background(), domain.Caller{}, c.args, nil, &out, &bad)
		if code != c.want || !strings.Contains(out.String()+bad.String(), c.says) {
			t.Errorf("%s %q: exit %d, want %d and %s\n%s%s", c.own, c.args, code, c.want, c.says, &out, &bad)
		}
	}
}
