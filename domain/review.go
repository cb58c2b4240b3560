package domain

import "time"

// Review is one manual review (人工审核) at the review desk (S85–S91).
type Review struct {
	ID           string
	Verification string // Verification.ID
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
)

// ReviewReasons lists the reasons in the order the desk offers them.
func ReviewReasons() []ReviewReason {
	return []ReviewReason{
		ReasonFrontUnreadable, ReasonHeldUnreadable, ReasonNotTheHolder, ReasonDataDiffers,
		ReasonDocExpired, ReasonWrongPhoto, ReasonCopy, ReasonSuspicious,
	}
}

// ParseReviewReason accepts one of the reasons.
func ParseReviewReason(s string) (ReviewReason, error) {
	for _, r := range ReviewReasons() {
		if string(r) == s {
			return r, nil
		}
	}
	return "", Fail(CodeReasonUnknown, s)
}
