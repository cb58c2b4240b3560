package i18n

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"sealdesk/domain"
)

// leaves walks everything said in one language: the path of each sentence and the sentence.
func leaves(t *testing.T, v reflect.Value, path string, visit func(path, sentence string)) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		visit(path, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			leaves(t, v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	case reflect.Slice, reflect.Array:
		if v.Len() == 0 {
			visit(path, "")
		}
		for i := range v.Len() {
			leaves(t, v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case reflect.Map:
		if v.Len() == 0 {
			visit(path, "")
		}
		for _, key := range v.MapKeys() {
			leaves(t, v.MapIndex(key), path+"["+key.String()+"]", visit)
		}
	default:
		t.Fatalf("%s is a %s", path, v.Kind())
	}
}

func all(t *testing.T, lang string) map[string]string {
	t.Helper()
	found := map[string]string{}
	leaves(t, reflect.ValueOf(For(lang)).Elem(), "", func(path, sentence string) { found[path] = sentence })
	return found
}

func TestBothLanguagesSayEverything(t *testing.T) {
	zh, en := all(t, Chinese), all(t, English)
	for path, sentence := range zh {
		if strings.TrimSpace(sentence) == "" {
			t.Errorf("zh%s is empty", path)
		}
		if _, ok := en[path]; !ok {
			t.Errorf("en%s is not there", path)
		}
	}
	for path, sentence := range en {
		if strings.TrimSpace(sentence) == "" {
			t.Errorf("en%s is empty", path)
		}
		if _, ok := zh[path]; !ok {
			t.Errorf("zh%s is not there", path)
		}
	}
}

func placeholders(s string) []string {
	found := regexp.MustCompile(`\$?\{\w+\}`).FindAllString(s, -1)
	sort.Strings(found)
	return slices.Compact(found)
}

func TestPlaceholdersAreTheSameInBothLanguages(t *testing.T) {
	en := all(t, English)
	for path, sentence := range all(t, Chinese) {
		if got, want := placeholders(en[path]), placeholders(sentence); !slices.Equal(got, want) {
			t.Errorf("%s: en has %v, zh has %v", path, got, want)
		}
		if strings.Count(sentence, "[") != strings.Count(sentence, "]") || strings.Count(en[path], "[") != strings.Count(en[path], "]") {
			t.Errorf("%s: a bracket is not closed", path)
		}
	}
}

// codes reads the codes from the source of package domain, so that a new one cannot be forgotten here.
func codes(t *testing.T) []domain.Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../domain/errors.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []domain.Code
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, "Code") {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
			s, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, domain.Code(s))
		}
		return true
	})
	if len(found) < 80 {
		t.Fatalf("only %d codes were found", len(found))
	}
	return found
}

func TestEveryCodeHasASentence(t *testing.T) {
	known := map[domain.Code]bool{}
	for _, code := range codes(t) {
		known[code] = true
		for _, lang := range Languages() {
			text := For(lang)
			s, ok := text.Errors.Sentences[code]
			if !ok {
				t.Errorf("%s has no sentence in %s", code, lang)
				continue
			}
			if last := s[len(s)-1:]; last != "." && !strings.HasSuffix(s, "。") {
				t.Errorf("%s in %s does not end: %s", code, lang, s)
			}
			if bare := text.Sentence(domain.Fail(code)); strings.ContainsAny(bare, "{}[]") {
				t.Errorf("%s in %s shows a placeholder when nothing fills it: %s", code, lang, bare)
			}
			if signer := text.SignerSentence(domain.Fail(code)); signer == "" || strings.ContainsAny(signer, "{}[]") {
				t.Errorf("%s in %s for signers: %q", code, lang, signer)
			}
		}
	}
	for code := range For(Chinese).Errors.Sentences {
		if !known[code] {
			t.Errorf("a sentence for %s, which is no code", code)
		}
	}
	for code := range For(Chinese).Errors.Signer {
		if !known[code] {
			t.Errorf("a signer's sentence for %s, which is no code", code)
		}
	}
}

func wants[K ~string](t *testing.T, what string, words map[K]string, values ...K) {
	t.Helper()
	for _, v := range values {
		if words[v] == "" {
			t.Errorf("%s: no word for %s", what, v)
		}
	}
	seen := map[string]K{}
	for v, w := range words {
		if other, twice := seen[w]; twice {
			t.Errorf("%s: %s and %s are both called %s", what, v, other, w)
		}
		seen[w] = v
	}
}

func TestEveryValueHasAWord(t *testing.T) {
	for _, lang := range Languages() {
		w := For(lang).Words
		wants(t, "stages", w.Stages, domain.Stages()...)
		wants(t, "acts", w.Acts, domain.Acts()...)
		wants(t, "sides", w.Sides, domain.PartyA, domain.PartyB)
		wants(t, "methods", w.Methods, append(domain.AutomaticMethods(), domain.MethodManual)...)
		wants(t, "documents", w.DocKinds, domain.DocKinds()...)
		wants(t, "reasons", w.Reasons, domain.ReviewReasons()...)
		wants(t, "reasons to the signer", w.ReasonsToSigner, domain.ReviewReasons()...)
		wants(t, "messages", w.MessageKinds, domain.MessageKinds()...)
		wants(t, "templates", For(lang).SMS.Templates, domain.MessageKinds()...)
		wants(t, "roles", w.Roles, domain.Roles()...)
		wants(t, "rights", w.Rights, domain.Rights()...)
		wants(t, "steps of the seal", w.SealStates, append(domain.SealStates(), domain.SealQuarantined, domain.SealAborted)...)
		wants(t, "verifications", w.VerificationStates, domain.VerificationCode, domain.VerificationChecked, domain.VerificationReview,
			domain.VerificationPassed, domain.VerificationFailed, domain.VerificationRefused, domain.VerificationOff)
		wants(t, "reviews", w.ReviewStates, domain.ReviewOpen, domain.ReviewClaimed, domain.ReviewApproved, domain.ReviewRejected)
		wants(t, "message states", w.MessageStates, domain.MessageQueued, domain.MessageSent, domain.MessageDelivered,
			domain.MessageFailed, domain.MessageUnknown)
		wants(t, "jobs", w.JobKinds, domain.JobPoll, domain.JobAnswer, domain.JobSMS, domain.JobCheck, domain.JobAct, domain.JobDeliver, domain.JobStatus)
		wants(t, "job states", w.JobStates, domain.JobReady, domain.JobRunning, domain.JobDone, domain.JobUnknown, domain.JobDead, domain.JobCancelled)
		wants(t, "verdicts", w.Verdicts, domain.Accepted, domain.TurnedAway, domain.Quarantined)
		wants(t, "outcomes", w.Outcomes, domain.OutcomeMatch, domain.OutcomeMismatch, domain.OutcomeNoRecord, domain.OutcomeInvalid, domain.OutcomePending)
		for _, kind := range ConsentKinds() {
			if _, found := For(lang).Consent(kind, Controller{}); !found {
				t.Errorf("no consent text for %s in %s", kind, lang)
			}
		}
	}
}
