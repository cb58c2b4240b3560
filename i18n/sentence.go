package i18n

import (
	"errors"
	"time"

	"campus.example/sealdesk/domain"
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

func (t *Text) sentence(err error, sentences map[domain.Code]string, general string) string {
	var e *domain.Error
	if !errors.As(err, &e) {
		return general
	}
	s, known := sentences[e.Code]
	if !known {
		return general
	}
	args := make([]any, len(e.Args))
	for i, a := range e.Args {
		args[i] = t.named(e.Code, i, a)
	}
	return t.Fill(s, args...)
}

// named returns the word for an argument that is an identifier of ours: a provider, a right, a field of a form. The pause of
// CodeTooOften comes in seconds.
func (t *Text) named(code domain.Code, place int, arg any) any {
	if seconds, ok := arg.(int); ok && code == domain.CodeTooOften {
		return time.Duration(seconds) * time.Second
	}
	name, ok := arg.(string)
	if !ok {
		return arg
	}
	switch {
	case code == domain.CodeProviderDown && place == 0, code == domain.CodeProviderNonsense && place == 0,
		code == domain.CodeProviderRefused && place == 0:
		return word(t.Words.Providers, name)
	case code == domain.CodeBadInput:
		return word(t.Words.Fields, name)
	case code == domain.CodeNoRight && place == 1:
		return t.Right(domain.Right(name))
	case code == domain.CodeUniPDFCannot, code == domain.CodeUniPDFLicence:
		return word(t.Words.UniPDF, name)
	case code == domain.CodeMethodNotOffered:
		return t.Method(domain.Method(name))
	case code == domain.CodeOfferState && place == 1:
		return t.OfferState(domain.OfferState(name))
	case code == domain.CodeWrongStage && place == 3:
		return word(t.Words.First, name)
	case code == domain.CodeJobNotRetryable && place == 1:
		return t.JobState(domain.JobState(name))
	}
	return arg
}

// Problem names a code in a few words, for a column of a table.
func (t *Text) Problem(code domain.Code) string {
	if code == "" {
		return ""
	}
	return word(t.Words.Problems, code)
}
