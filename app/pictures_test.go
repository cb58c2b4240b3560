package app

import (
	"fmt"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/gallery"
	"campus.example/sealdesk/pdf/render"
)

// Every reason a page cannot be drawn for has its own code.
func TestPagesThatCannotBeShownHaveACode(t *testing.T) {
	for err, want := range map[error]domain.Code{
		gallery.ErrBusy: domain.CodePicturesBusy, render.ErrNoPage: domain.CodeNotFound, render.ErrCost: domain.CodeDocLimits,
		render.ErrTooLarge: domain.CodeDocLimits, render.ErrUnreadable: domain.CodeDocDamaged,
	} {
		if got := domain.CodeOf(unshown(fmt.Errorf("draw: %w", err))); got != want {
			t.Errorf("%v is %q, want %q", err, got, want)
		}
	}
}
