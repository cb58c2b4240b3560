package identity

import (
	"context"
	"slices"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Standing is where somebody's manual review stands in the desk's queue (S88).
type Standing struct {
	Review domain.Review
	Ahead  int  // reviews that came before and are not decided
	Late   bool // past the promise
}

// StandingOf tells a waiting person how long the queue before him is. Error: CodeNotFound without a review.
func (o *Identities) StandingOf(ctx context.Context, by domain.Caller) (s Standing, err error) {
	err = o.View(ctx, by, domain.ActionSignerRead, action.PersonObject(by.ID), func(w *action.Work) error {
		s = Standing{}
		own, err := w.ReviewsOf(by.ID)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(own, func(r domain.Review) bool { return r.Kind == domain.ReviewIdentity })
		if at < 0 {
			return domain.Fail(domain.CodeNotFound, by.ID)
		}
		s.Review = own[at]
		if s.Review.State != domain.ReviewOpen && s.Review.State != domain.ReviewClaimed {
			return nil
		}
		queue, err := w.Reviews([]domain.ReviewState{domain.ReviewOpen, domain.ReviewClaimed}, 0)
		if err != nil {
			return err
		}
		for _, r := range queue {
			if r.ID != s.Review.ID && r.Opened.Before(s.Review.Opened) {
				s.Ahead++
			}
		}
		s.Late = !o.Now().Before(s.Review.Due)
		return nil
	})
	return s, err
}
