package domain

import "time"

// Review is one manual review (人工审核) at the review desk: of a person's identity (S85–S91), or of what a company
// enrols (G3, G4).
type Review struct {
	ID           string
	Kind         ReviewKind
	Verification string // Verification.ID, of an identity
	Enrolment    string // Enrolment.ID, of an authority or a seal
	Person       string // Person.ID
	State        ReviewState
	Opened       time.Time
	Due          time.Time // the promise: 30 minutes after opening (S88)
	By           string    // operator who claimed or decided
	Claimed      time.Time
	Decided      time.Time
	Reason       ReviewReason
	Note         string
}

// ReviewKind is what is reviewed.
type ReviewKind string

// The kinds.
const (
	ReviewIdentity  ReviewKind = "identity"
	ReviewAuthority ReviewKind = "authority"
	ReviewSeal      ReviewKind = "seal"
)

// ReviewState is where a review stands.
type ReviewState string

// The states of a review.
const (
	ReviewOpen     ReviewState = "open"
	ReviewClaimed  ReviewState = "claimed"
	ReviewApproved ReviewState = "approved"
	ReviewRejected ReviewState = "rejected"
)

// ReviewPromise is the upper end of the time the manual promises (S88).
const ReviewPromise = 30 * time.Minute

// MaxRefusals is after how many refusals the person is asked to call the office (G11).
const MaxRefusals = 3

// ReviewReason is a coded reason of a refusal, told to the signer in plain words (G11).
type ReviewReason string

// The reasons.
const (
	ReasonFrontUnreadable ReviewReason = "front_unreadable"
	ReasonHeldUnreadable  ReviewReason = "held_unreadable"
	ReasonNotTheHolder    ReviewReason = "not_the_holder"
	ReasonDataDiffers     ReviewReason = "data_differs"
	ReasonDocExpired      ReviewReason = "document_expired"
	ReasonWrongPhoto      ReviewReason = "wrong_photo"
	ReasonCopy            ReviewReason = "copy_or_screen"
	ReasonSuspicious      ReviewReason = "suspicious"

	ReasonLetterUnreadable ReviewReason = "letter_unreadable"
	ReasonLetterIncomplete ReviewReason = "letter_incomplete" // no seal, no signature, no date
	ReasonLetterOther      ReviewReason = "letter_other"      // of another person, company or purpose
	ReasonSealUnreadable   ReviewReason = "seal_unreadable"
	ReasonSealOther        ReviewReason = "seal_other" // not the registered name's
)

// ReviewReasons lists the reasons for a kind in the order the desk offers them.
func ReviewReasons(k ReviewKind) []ReviewReason {
	switch k {
	case ReviewAuthority:
		return []ReviewReason{ReasonLetterUnreadable, ReasonLetterIncomplete, ReasonLetterOther, ReasonSuspicious}
	case ReviewSeal:
		return []ReviewReason{ReasonSealUnreadable, ReasonSealOther, ReasonSuspicious}
	}
	return []ReviewReason{
		ReasonFrontUnreadable, ReasonHeldUnreadable, ReasonNotTheHolder, ReasonDataDiffers,
		ReasonDocExpired, ReasonWrongPhoto, ReasonCopy, ReasonSuspicious,
	}
}

// ParseReviewReason accepts one of the kind's reasons.
func ParseReviewReason(k ReviewKind, s string) (ReviewReason, error) {
	for _, r := range ReviewReasons(k) {
		if string(r) == s {
			return r, nil
		}
	}
	return "", Fail(CodeReasonUnknown, s)
}
