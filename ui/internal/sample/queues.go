package sample

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"slices"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/query"
)

// VerificationQueue lists tries.
func (o *Office) VerificationQueue(
	ctx context.Context, _ domain.Caller, f domain.VerificationFilter,
) ([]query.QueuedVerification, error) {
	done, err := o.enter(ctx)
	defer done()
	if err != nil {
		return nil, err
	}
	var list []query.QueuedVerification
	for _, v := range o.tries {
		if len(f.States) == 0 || slices.Contains(f.States, v.State) {
			list = append(list, v)
		}
	}
	return list, nil
}

func (o *Office) try(id string, do func(*query.QueuedVerification)) error {
	for i := range o.tries {
		if o.tries[i].ID == id {
			do(&o.tries[i])
			return nil
		}
	}
	return domain.Fail(domain.CodeNotFound, id)
}

// RecheckVerification asks again.
func (o *Office) RecheckVerification(ctx context.Context, _ domain.Caller, id string) error {
	return o.act(ctx, "recheck", id, func() error {
		return o.try(id, func(v *query.QueuedVerification) { v.Asking.Attempt++ })
	})
}

// ResendVerification sends again.
func (o *Office) ResendVerification(ctx context.Context, _ domain.Caller, id string) error {
	return o.act(ctx, "resend", id, func() error { return o.try(id, func(*query.QueuedVerification) {}) })
}

// OpenManual opens manual review.
func (o *Office) OpenManual(ctx context.Context, _ domain.Caller, id string) error {
	return o.act(ctx, "manual", id, func() error {
		return o.try(id, func(v *query.QueuedVerification) { v.Signer.ManualOpened = true })
	})
}

// CancelVerification ends a try.
func (o *Office) CancelVerification(ctx context.Context, _ domain.Caller, id string) error {
	return o.act(ctx, "cancel", id, func() error {
		return o.try(id, func(v *query.QueuedVerification) { v.State = domain.VerificationOff })
	})
}

// ReviewQueue lists cases.
func (o *Office) ReviewQueue(ctx context.Context, _ domain.Caller, states []domain.ReviewState, _ int) ([]query.ReviewCase, error) {
	done, err := o.enter(ctx)
	defer done()
	if err != nil {
		return nil, err
	}
	var list []query.ReviewCase
	for _, r := range o.reviews {
		if slices.Contains(states, r.State) {
			list = append(list, r)
		}
	}
	return list, nil
}

func (o *Office) review(id string, do func(*query.ReviewCase) error) error {
	for i := range o.reviews {
		if o.reviews[i].ID == id {
			return do(&o.reviews[i])
		}
	}
	return domain.Fail(domain.CodeNotFound, id)
}

// ClaimReview claims.
func (o *Office) ClaimReview(ctx context.Context, by domain.Caller, id string) error {
	return o.act(ctx, "claim", id, func() error {
		return o.review(id, func(r *query.ReviewCase) error {
			if r.State == domain.ReviewClaimed && r.By != by.ID {
				return domain.Fail(domain.CodeReviewClaimed, id, r.By)
			}
			r.State, r.By, r.Claimed = domain.ReviewClaimed, by.ID, o.Now()
			return nil
		})
	})
}

// ReviewPhotos draws two photos.
func (o *Office) ReviewPhotos(ctx context.Context, _ domain.Caller, id string) (p identity.Photos, err error) {
	err = o.act(ctx, "look", id, func() error {
		p = identity.Photos{Front: photo(430, 270, false), Held: photo(450, 600, true)}
		return nil
	})
	return p, err
}

// ApproveReview approves.
func (o *Office) ApproveReview(ctx context.Context, _ domain.Caller, id, _ string) error {
	return o.act(ctx, "approve", id, func() error {
		return o.review(id, func(r *query.ReviewCase) error { r.State = domain.ReviewApproved; return nil })
	})
}

// RejectReview sends back.
func (o *Office) RejectReview(ctx context.Context, _ domain.Caller, id string, reason domain.ReviewReason, _ string) error {
	return o.act(ctx, "reject "+string(reason), id, func() error {
		return o.review(id, func(r *query.ReviewCase) error { r.State = domain.ReviewRejected; return nil })
	})
}

// photo paints a card, or somebody who holds one.
func photo(w, h int, held bool) []byte {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	fill := func(x0, y0, x1, y1 int, c color.RGBA) {
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				img.SetRGBA(x, y, c)
			}
		}
	}
	round := func(cx, cy, rx, ry int, c color.RGBA) {
		for y := cy - ry; y < cy+ry; y++ {
			for x := cx - rx; x < cx+rx; x++ {
				dx, dy := float64(x-cx)/float64(rx), float64(y-cy)/float64(ry)
				if dx*dx+dy*dy < 1 {
					img.SetRGBA(x, y, c)
				}
			}
		}
	}
	card := func(x, y, w int) {
		h := w * 54 / 86
		fill(x, y, x+w, y+h, color.RGBA{214, 228, 238, 255})
		fill(x+w*62/100, y+h*14/100, x+w*92/100, y+h*74/100, color.RGBA{176, 196, 212, 255})
		round(x+w*77/100, y+h*38/100, w*8/100, h*15/100, color.RGBA{206, 164, 136, 255})
		round(x+w*77/100, y+h*70/100, w*13/100, h*14/100, color.RGBA{70, 84, 110, 255})
		for i := range 4 {
			fill(x+w*6/100, y+h*(16+i*14)/100, x+w*(30+i*7%22)/100, y+h*(22+i*14)/100, color.RGBA{60, 70, 82, 255})
		}
		fill(x+w*6/100, y+h*84/100, x+w*86/100, y+h*92/100, color.RGBA{40, 46, 56, 255})
	}
	fill(0, 0, w, h, color.RGBA{94, 104, 98, 255})
	if !held {
		card(w*4/100, h*6/100, w*92/100)
	} else {
		round(w/2, h, w*42/100, h*42/100, color.RGBA{52, 66, 96, 255})
		round(w/2, h*30/100, w*17/100, h*17/100, color.RGBA{208, 166, 138, 255})
		round(w/2, h*18/100, w*18/100, h*9/100, color.RGBA{40, 34, 32, 255})
		card(w*30/100, h*62/100, w*40/100)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return nil
	}
	return b.Bytes()
}
