package portal

import (
	"context"
	"errors"
	"net/http"

	"sealdesk/domain"
)

// failPage is the page that says what went wrong and what can be done.
type failPage struct {
	Sentence string
	Number   string // names the entry of the log
	Home     bool   // the home page is a way out
	Login    bool   // entering again is one
}

// failure shows a sentence.
func (v *visit) failure(status int, sentence string) {
	v.show(sheet{
		name: "fail", status: status, title: v.t().Errors.Title, state: "error",
		page: failPage{Sentence: sentence, Home: v.person.ID != "", Login: v.person.ID == ""},
	})
}

// fail shows what an error means to a signer. What is not his to know is logged under a number he can tell the office.
func (v *visit) fail(err error) {
	if errors.Is(err, context.Canceled) {
		return // nobody reads the answer
	}
	code := domain.CodeOf(err)
	_, his := v.text.Errors.Signer[code]
	page := failPage{Sentence: v.text.SignerSentence(err), Home: v.person.ID != "", Login: v.person.ID == ""}
	if !his || code == "" {
		page.Number = v.logged(err)
	}
	v.show(sheet{name: "fail", status: statusOf(code), title: v.t().Errors.Title, state: "error", page: page})
}

// logged writes the error down and gives its number. The pattern stands for the address, which may hold a link's code.
func (v *visit) logged(err error) string {
	number, errRandom := v.token(4)
	if errRandom != nil {
		number = "-"
	}
	v.Log.Error("a signer's request failed", "number", number, "page", v.r.Pattern, "code", string(domain.CodeOf(err)), "err", err)
	return number
}

// statusOf is the HTTP status of a refusal.
func statusOf(code domain.Code) int {
	switch code {
	case domain.CodeNotFound, domain.CodeLinkDead:
		return http.StatusNotFound
	case domain.CodeSessionGone:
		return http.StatusUnauthorized
	case domain.CodeTooOften:
		return http.StatusTooManyRequests
	case domain.CodePhotoTooBig:
		return http.StatusRequestEntityTooLarge
	case domain.CodeOutOfTurn, domain.CodeWrongStage, domain.CodeSealRunning, domain.CodeStale, domain.CodeAlreadyVerified,
		domain.CodeNameDiffers, domain.CodeNotVerified, domain.CodeMethodNotOffered, domain.CodePersonHasOtherDoc,
		domain.CodeSealWords, domain.CodeSealLength:
		return http.StatusConflict
	case domain.CodeStorageBusy, domain.CodeProviderDown:
		return http.StatusServiceUnavailable
	case domain.CodeBadInput, domain.CodeNameInvalid, domain.CodeDocNoInvalid, domain.CodeDocKindUnknown, domain.CodeCodeWrong,
		domain.CodeCodeExpired, domain.CodeTriesUsedUp, domain.CodeConsentMissing, domain.CodePhotoInvalid, domain.CodePhotoHEIC,
		domain.CodeReasonEmpty, domain.CodeSignatureEmpty, domain.CodeSignatureWords, domain.CodeSignatureLength,
		domain.CodeAuthorityMissing, domain.CodeAuthorityWaiting, domain.CodeLetterInvalid:
		return http.StatusUnprocessableEntity
	}
	return http.StatusInternalServerError
}

// wrongInput tells whether the person can mend it in the same form.
func wrongInput(err error) bool {
	status := statusOf(domain.CodeOf(err))
	return status == http.StatusUnprocessableEntity || status == http.StatusTooManyRequests || status == http.StatusRequestEntityTooLarge
}

func asDomain(err error, e **domain.Error) bool { return errors.As(err, e) }
