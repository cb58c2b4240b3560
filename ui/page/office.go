package page

import (
	"context"
	"image"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/intake"
	"campus.example/sealdesk/workflow/lifecycle"
	"campus.example/sealdesk/workflow/query"
)

// Office is what the console asks of the office.
type Office interface {
	Desk(ctx context.Context, by domain.Caller) (query.Desk, error)
	Contracts(ctx context.Context, by domain.Caller, f domain.ContractFilter) ([]domain.Contract, error)
	Contract(ctx context.Context, by domain.Caller, no string) (query.Dossier, error)
	Push(ctx context.Context, by domain.Caller, no string) error
	Confirm(ctx context.Context, by domain.Caller, no string) error
	Remind(ctx context.Context, by domain.Caller, no string) error
	ChangeContact(ctx context.Context, by domain.Caller, no string, n lifecycle.NewContact) error
	Extend(ctx context.Context, by domain.Caller, no string, until time.Time, reason string) error
	Recall(ctx context.Context, by domain.Caller, no, reason string) error
	Quarantine(ctx context.Context, by domain.Caller, no string) (intake.Quarantine, error)
	Decide(ctx context.Context, by domain.Caller, no string, d domain.Decision, reason string) error
	Void(ctx context.Context, by domain.Caller, no, reason string) (paper string, err error)

	VerificationQueue(ctx context.Context, by domain.Caller, f domain.VerificationFilter) ([]query.QueuedVerification, error)
	RecheckVerification(ctx context.Context, by domain.Caller, id string) error
	ResendVerification(ctx context.Context, by domain.Caller, id string) error
	OpenManual(ctx context.Context, by domain.Caller, id string) error
	CancelVerification(ctx context.Context, by domain.Caller, id string) error

	ReviewQueue(ctx context.Context, by domain.Caller, states []domain.ReviewState, limit int) ([]query.ReviewCase, error)
	ClaimReview(ctx context.Context, by domain.Caller, id string) error
	ReviewPhotos(ctx context.Context, by domain.Caller, id string) (identity.Photos, error)
	ApproveReview(ctx context.Context, by domain.Caller, id, note string) error
	RejectReview(ctx context.Context, by domain.Caller, id string, reason domain.ReviewReason, note string) error
}

var _ Office = (*workflow.Office)(nil)

// Pictures shows pages of documents. Both calls may take a moment; they stop with their context.
type Pictures interface {
	// Render paints a page, about widthPx pixels wide.
	Render(ctx context.Context, no string, page, widthPx int) (image.Image, error)
	// TextView lays the words of a page out on a grid of cols columns.
	TextView(ctx context.Context, no string, page, cols int) (TextPage, error)
}

// TextPage is the words of a page on a grid whose rows are twice as high as its columns are wide: line i begins
// i*2*W/cols points from the top of the page. The lines come from a stranger's document.
type TextPage struct {
	Lines []string
	W, H  float64 // size of the page as shown, in points
}
