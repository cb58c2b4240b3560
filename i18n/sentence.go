package i18n

import (
	"errors"

	"sealdesk/domain"
)

// Errors holds a sentence for every code: what happened, and what to do.
type Errors struct {
	General   string                 // for what has no code of ours, or a code without a sentence
	Sentences map[domain.Code]string // for the office
	Signer    map[domain.Code]string // for signers, who can do other things about it
	ForSigner string                 // for signers, when the failure is not theirs to know
}

// Sentence says to the office what the error means. A nil error has no sentence.
func (t *Text) Sentence(err error) string {
	if err == nil {
		return ""
	}
	return t.sentence(err, t.Errors.Sentences, t.Errors.General)
}

// SignerSentence says to a signer what the error means. What only concerns the office is told in general words.
func (t *Text) SignerSentence(err error) string {
	if err == nil {
		return ""
	}
	return t.sentence(err, t.Errors.Signer, t.Errors.ForSigner)
}

// Sentence says in the language what the error means.
func Sentence(lang string, err error) string { return For(lang).Sentence(err) }

func (t *Text) sentence(err error, sentences map[domain.Code]string, general string) string {
	var e *domain.Error
	if !errors.As(err, &e) {
		return general
	}
	s, known := sentences[e.Code]
	if !known {
		return general
	}
	args := e.Args
	if len(args) > 0 {
		if name, ok := args[0].(string); ok {
			args = append([]any{t.named(e.Code, name)}, args[1:]...)
		}
	}
	return t.Fill(s, args...)
}

// named gives the word for an argument that is an identifier of ours: a provider or a field of a form.
func (t *Text) named(code domain.Code, name string) string {
	switch code {
	case domain.CodeProviderDown, domain.CodeProviderNonsense, domain.CodeProviderRefused, domain.CodeReceiptMismatch,
		domain.CodeOutcomeUnknown:
		return word(t.Words.Providers, name)
	case domain.CodeBadInput:
		return word(t.Words.Fields, name)
	}
	return name
}

// Problem names a code in a few words, for a column of a table.
func (t *Text) Problem(code domain.Code) string {
	if code == "" {
		return ""
	}
	return word(t.Words.Problems, code)
}
