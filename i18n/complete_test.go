package i18n

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
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

// values reads the values of a type from the source of package domain, so that a new one cannot be forgotten here.
func values[K ~string](t *testing.T) []K {
	t.Helper()
	name := reflect.TypeFor[K]().Name()
	files, err := filepath.Glob("../domain/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var found []K
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			kind, typed := spec.Type.(*ast.Ident)
			lit, literal := spec.Values[0].(*ast.BasicLit)
			if !typed || !literal || kind.Name != name {
				return true
			}
			s, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, K(s))
			return true
		})
	}
	if len(found) < 2 {
		t.Fatalf("only %d values of %s were found", len(found), name)
	}
	return found
}

func TestEveryCodeHasASentence(t *testing.T) {
	known := map[domain.Code]bool{}
	for _, code := range values[domain.Code](t) {
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

func wants[K ~string](t *testing.T, words map[K]string) {
	t.Helper()
	for _, v := range values[K](t) {
		if words[v] == "" {
			t.Errorf("no word for %s %s", reflect.TypeFor[K]().Name(), v)
		}
	}
	seen := map[string]K{}
	for v, w := range words {
		if other, twice := seen[w]; twice {
			t.Errorf("%s and %s are both called %s", v, other, w)
		}
		seen[w] = v
	}
}

func TestEveryValueHasAWord(t *testing.T) {
	for _, lang := range Languages() {
		w := For(lang).Words
		wants(t, w.Stages)
		wants(t, w.Acts)
		wants(t, w.Sides)
		wants(t, w.Agents)
		wants(t, w.Methods)
		wants(t, w.DocKinds)
		wants(t, w.Reasons)
		wants(t, w.ReasonsToSigner)
		wants(t, w.ReviewStates)
		wants(t, w.ReviewKinds)
		wants(t, w.VerificationStates)
		wants(t, w.Outcomes)
		wants(t, w.MessageKinds)
		wants(t, w.MessageStates)
		wants(t, w.JobKinds)
		wants(t, w.JobStates)
		wants(t, w.OfferStates)
		wants(t, w.Decisions)
		wants(t, w.SealStates)
		wants(t, w.Roles)
		wants(t, w.Rights)
		wants(t, w.Verdicts)
		wants(t, w.Sources)
		wants(t, w.Rules)
		wants(t, For(lang).SMS.Templates)
		for _, kind := range ConsentKinds() {
			if _, found := For(lang).Consent(kind, Controller{}); !found {
				t.Errorf("no consent text for %s in %s", kind, lang)
			}
		}
	}
}

// S16: the manual's second name for Party A's performer stands on no screen.
func TestS16OneWordForThePerformer(t *testing.T) {
	for _, lang := range Languages() {
		for path, sentence := range all(t, lang) {
			if strings.Contains(sentence, "甲方履约人") {
				t.Errorf("%s%s: %s", lang, path, sentence)
			}
		}
	}
	if !strings.Contains(For(Chinese).Sentence(domain.Fail(domain.CodePhoneAMissing)), "甲方履约代表") {
		t.Error("the word itself is not there either")
	}
}
