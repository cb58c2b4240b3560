package retention

import (
	"context"
	"strconv"
	"strings"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/port"
)

const (
	sweepEvery = 24 * time.Hour
	// strayAge is how old a file nothing names must be: younger ones may belong to an act under way.
	strayAge = 24 * time.Hour
	// sweepBatch bounds one transaction.
	sweepBatch = 200
)

// RunSweep destroys once a day what may not be kept: photos of identity documents some days after the decision (G19),
// refused letters and seals likewise, files of acts that never came to their end, keys of acts that stood still. What
// goes is let go of first, with an event as its record, and destroyed then: cut off in between, the next day does it.
func (o *Retention) RunSweep(ctx context.Context, job domain.Job) error {
	for more := true; more; {
		err := o.Step(ctx, job, func(w *action.Work) error {
			rules, err := o.Rules(w)
			if err != nil {
				return err
			}
			more, err = o.forget(w, o.Now().AddDate(0, 0, -rules.PhotoKeepDays))
			return err
		})
		if err != nil {
			return err
		}
	}
	gone, err := o.Store.DropPhotos(ctx, o.Now().Add(-strayAge))
	if err != nil {
		return err
	}
	err = o.Step(ctx, job, func(w *action.Work) error {
		if gone > 0 {
			if err := o.swept(w, domain.ActionPhotoDestroy, domain.ObjectPhotos, domain.Fields("files", strconv.Itoa(gone))); err != nil {
				return err
			}
		}
		return o.destroyOld(w)
	})
	if err != nil {
		return err
	}
	if err := o.appraise(ctx, job); err != nil {
		return err
	}
	return &port.Later{At: o.Now().Add(sweepEvery), Why: "schedule"}
}

// forget lets go of photos and refused files that were decided before the time. A photo that a later try shows as well
// stays until that one is old enough: its file goes when nothing names it any more.
func (o *Retention) forget(w *action.Work, before time.Time) (more bool, err error) {
	tries, err := w.PhotosDecided(before, sweepBatch)
	if err != nil {
		return false, err
	}
	for _, v := range tries {
		if err := w.ForgetPhotos(v.ID); err != nil {
			return false, err
		}
		err := o.swept(w, domain.ActionPhotoForget, domain.ObjectVerification+v.ID, domain.Fields(
			"person", v.Person, "photos", strings.Trim(v.Front+","+v.Held, ",")))
		if err != nil {
			return false, err
		}
	}
	refused, err := w.FilesRefused(before, sweepBatch)
	if err != nil {
		return false, err
	}
	for _, e := range refused {
		if err := w.ForgetFile(e.ID); err != nil {
			return false, err
		}
		detail := domain.Fields("person", e.Person, string(e.Kind), e.File)
		if err := o.swept(w, domain.ActionPhotoForget, domain.ObjectEnrolment+e.ID, detail); err != nil {
			return false, err
		}
	}
	return len(tries) == sweepBatch || len(refused) == sweepBatch, nil
}

// destroyOld lets go of the keys of acts that can no longer be signed.
func (o *Retention) destroyOld(w *action.Work) error {
	keys, err := w.KeysOver(o.Now())
	if err != nil {
		return err
	}
	for _, id := range keys {
		if err := w.DestroySigningKey(id, o.Now()); err != nil {
			return err
		}
		if err := o.swept(w, domain.ActionKeyDestroy, domain.ObjectKey+id, domain.Fields("why", "its certificate is over")); err != nil {
			return err
		}
	}
	return nil
}

func (o *Retention) swept(w *action.Work, what domain.Action, object string, detail domain.Detail) error {
	return w.Record(what, object, domain.Event{Detail: detail})
}
