package workflow

import (
	"context"

	"sealdesk/domain"
)

// UnlockSeal opens the office's seal key in this process. The caller's right comes first; then the try is counted, and only
// then the PIN is tried. The PIN is wiped. Whether the caller is verified is asked when something is sealed. Errors:
// CodeNoRight, CodePINWait, CodePINWrong, CodeSealKeyMissing.
func (o *Office) UnlockSeal(ctx context.Context, by domain.Caller, pin []byte) error {
	defer clear(pin)
	err := o.act(ctx, by, domain.ActionSealUnlock, objectSealKey, func(w *Work) error {
		try, err := w.PINTry(by.ID)
		if err != nil {
			return err
		}
		if err := try.Begin(o.Now()); err != nil {
			return err
		}
		return w.PutPINTry(try)
	})
	if err != nil {
		return err
	}
	if err := o.Sealer.Unlock(pin); err != nil {
		return o.refused(ctx, by, domain.ActionSealUnlock, objectSealKey, err)
	}
	return o.act(ctx, by, domain.ActionSealUnlock, objectSealKey, func(w *Work) error {
		try, err := w.PINTry(by.ID)
		if err != nil {
			return err
		}
		try.Right()
		if err := w.PutPINTry(try); err != nil {
			return err
		}
		return w.Record(domain.ActionSealUnlock, objectSealKey, domain.Event{})
	})
}
