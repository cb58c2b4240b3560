package page

import (
	"context"
	"image"
	"time"

	"sealdesk/domain"
	"sealdesk/workflow"
)

// Office is what the console asks of the office.
type Office interface {
	Desk(ctx context.Context, operator string) (workflow.Desk, error)
	Contracts(ctx context.Context, operator string, f domain.ContractFilter) ([]domain.Contract, error)
	Contract(ctx context.Context, operator, no string) (workflow.Dossier, error)
	Push(ctx context.Context, operator, no string) error
	Confirm(ctx context.Context, operator, no string) error
	Remind(ctx context.Context, operator, no string) error
	ChangeContact(ctx context.Context, operator, no string, n workflow.NewContact) error
	Extend(ctx context.Context, operator, no string, until time.Time, reason string) error
	Recall(ctx context.Context, operator, no, reason string) error
	Void(ctx context.Context, operator, no, reason string) (paper string, err error)

	VerificationQueue(ctx context.Context, operator string, f domain.VerificationFilter) ([]workflow.QueuedVerification, error)
	RecheckVerification(ctx context.Context, operator, id string) error
	ResendVerification(ctx context.Context, operator, id string) error
	OpenManual(ctx context.Context, operator, id string) error
	CancelVerification(ctx context.Context, operator, id string) error

	ReviewQueue(ctx context.Context, operator string, states []domain.ReviewState, limit int) ([]workflow.ReviewCase, error)
	ClaimReview(ctx context.Context, operator, id string) error
	ReviewPhotos(ctx context.Context, operator, id string) (workflow.Photos, error)
	ApproveReview(ctx context.Context, operator, id, note string) error
	RejectReview(ctx context.Context, operator, id string, reason domain.ReviewReason, note string) error
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
