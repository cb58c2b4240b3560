package i18n

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"campus.example/sealdesk/domain"
)

func TestSentencesNameWhatTheyAreAbout(t *testing.T) {
	zh, en := For(Chinese), For(English)
	for _, c := range []struct {
		err    error
		zh, en string
	}{
		{domain.Fail(domain.CodeOutOfTurn, domain.ActBSeal, domain.StageBSigning), "乙方盖章）", "Party B to sign"},
		{domain.Fail(domain.CodeCodeWrong, 3), "还可尝试 3 次", "tries left: 3"},
		{domain.Fail(domain.CodeProviderRefused, "sms", "isv.MOBILE_NUMBER_ILLEGAL"), "短信服务拒绝了请求（isv.MOBILE_NUMBER_ILLEGAL）", "SMS gateway: The request was refused (isv.MOBILE_NUMBER_ILLEGAL)"},
		{domain.Fail(domain.CodeTooOften, 60*time.Second), "1 分钟", "1 minute"},
		{domain.Fail(domain.CodeTooOften, 42), "在 42 秒后再试", "in 42 seconds"},
		{domain.Fail(domain.CodeTooOften), "请再试", "Try again."},
		{domain.Fail(domain.CodeNoRight, "zhang", string(domain.RightSeal)), "操作员 zhang 没有权限：盖章", "seal (operator zhang)"},
		{domain.Fail(domain.CodeMethodNotOffered, string(domain.MethodBank)), "（银行卡）", "(bank card)"},
		{domain.Fail(domain.CodeJobNotRetryable, int64(7), string(domain.JobDone)), "任务 7 不能重试，当前为“完成”", "Job 7 cannot be tried again; it is “done”"},
		{fmt.Errorf("while pushing: %w", domain.Fail(domain.CodePhonesEqual)), "相同", "the same"},
		{domain.Fail("never_heard_of"), "未预料", "unforeseen"},
		{errors.New("disk on fire"), "未预料", "unforeseen"},
	} {
		if got := zh.Sentence(c.err); !strings.Contains(got, c.zh) {
			t.Errorf("%v: %s", c.err, got)
		}
		if got := en.Sentence(c.err); !strings.Contains(got, c.en) {
			t.Errorf("%v: %s", c.err, got)
		}
	}
	if got := zh.Sentence(nil); got != "" {
		t.Errorf("no error says %q", got)
	}
}

// A phone among the arguments of an error is never shown in full.
func TestPhonesInSentencesAreMasked(t *testing.T) {
	got := For(Chinese).Sentence(domain.Fail(domain.CodeNotFound, domain.Phone("15400000011")))
	if strings.Contains(got, "15400000011") || !strings.Contains(got, "154****0011") {
		t.Error(got)
	}
}

// Signers hear nothing of keys, certificates and disks.
func TestSignersHearOnlyWhatConcernsThem(t *testing.T) {
	for _, lang := range Languages() {
		text := For(lang)
		for _, code := range []domain.Code{
			domain.CodeSealKeyLocked, domain.CodePINWrong, domain.CodeCertificate, domain.CodeStorageFull, domain.CodeChainBroken,
			domain.CodeConfig, domain.CodeInternal,
		} {
			if got := text.SignerSentence(domain.Fail(code, "detail")); got != text.Errors.ForSigner {
				t.Errorf("%s: %s", code, got)
			}
		}
	}
}

func TestLanguagesAreFoundByTheirManyNames(t *testing.T) {
	for name, want := range map[string]string{
		"": Chinese, "zh": Chinese, "zh_CN.UTF-8": Chinese, "fr": Chinese, "en": English, "EN-gb": English, "en_US.UTF-8": English,
		"enough": Chinese,
	} {
		if got := For(name).Lang; got != want {
			t.Errorf("%q is %s", name, got)
		}
	}
}

// What people typed is put into sentences as it is: it can neither open a bracket nor pull in another argument.
func TestArgumentsAreNotReadAgain(t *testing.T) {
	text := For(English)
	if got := text.Fill("a {0}[ b {1}]", "{1}[x]", "y"); got != "a {1}[x] b y" {
		t.Error(got)
	}
	rapid.Check(t, func(t *rapid.T) {
		arg := rapid.String().Draw(t, "arg")
		if got := text.Fill("<{0}>", arg); got != "<"+arg+">" {
			t.Fatalf("%q became %q", arg, got)
		}
	})
}

func FuzzFill(f *testing.F) {
	f.Add("a {0}[ b {1}]", "x")
	f.Add("[[{0}", "")
	f.Add("{99999999999999999999}{-1}{", "]")
	f.Fuzz(func(_ *testing.T, sentence, arg string) { For(English).Fill(sentence, arg) })
}

func TestTheOfficeTellsTheReason(t *testing.T) {
	zh := For(Chinese)
	if got := zh.VerdictSentence(domain.TurnedAway, domain.Fail(domain.CodePhoneBMissing)); !strings.Contains(got, "乙方手机号码未填写") {
		t.Error(got)
	}
	if got := zh.VerdictSentence(domain.Accepted, nil); strings.Contains(got, "原因") {
		t.Error(got)
	}
	if got := zh.StageSentence(domain.StageRecalled, "金额更正"); got != "采招办已撤回合同。说明：金额更正" {
		t.Error(got)
	}
}

// S40, S43: the address stands in the template, the short code stays the provider's variable.
func TestS40TemplatesHoldTheAddress(t *testing.T) {
	got := For(Chinese).Template(domain.MessageLinkB, "测试大学", "https://sign.example.edu")
	if !strings.HasPrefix(got, "【测试大学】") || !strings.Contains(got, "https://sign.example.edu/s/${code} ") {
		t.Error(got)
	}
}

// G23: each consent names the office and says what is stated of the photos; its fingerprint follows its words.
func TestG23ConsentIsFilledAndIdentified(t *testing.T) {
	by := Controller{Name: "测试大学采招办", Contact: "000-0000", PhotoDays: 30}
	for _, lang := range Languages() {
		seen := map[string]bool{}
		for _, kind := range ConsentKinds() {
			c, _ := For(lang).Consent(kind, by)
			if !strings.Contains(c.Text, by.Name) || strings.ContainsAny(c.Text, "{}[]") || seen[c.SHA256()] || len(c.SHA256()) != 64 {
				t.Errorf("%s in %s: %s", kind, lang, c.Text)
			}
			seen[c.SHA256()] = true
		}
		photos, _ := For(lang).Consent(ConsentPhotos, by)
		if !strings.Contains(photos.Text, "30") {
			t.Error("the photos' consent does not say how long they are kept")
		}
	}
	if _, found := For(Chinese).Consent("other", by); found {
		t.Error("an unknown consent was found")
	}
}

func TestMomentIsTheOfficesTime(t *testing.T) {
	if got := Moment(time.Date(2026, 3, 1, 16, 30, 0, 0, time.UTC)); got != "2026-03-02 00:30" {
		t.Error(got)
	}
	if got := For(English).Duration(61 * time.Second); got != "2 minutes" {
		t.Error(got)
	}
}
