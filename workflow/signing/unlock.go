package signing

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// UnlockSeal opens the office's seal key in this process. The caller's right comes first; then the try is counted, and only
// then the PIN is tried. The PIN is wiped. Whether the caller is verified is asked when something is sealed. Errors:
// CodeNoRight, CodePINWait, CodePINWrong, CodeSealKeyMissing.
func (o *Signatures) UnlockSeal(ctx context.Context, by domain.Caller, pin []byte) error {
	defer clear(pin)
	err := o.Act(ctx, by, domain.ActionSealUnlock, action.ObjectSealKey, func(w *action.Work) error {
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
		return o.Refused(ctx, by, domain.ActionSealUnlock, action.ObjectSealKey, err)
	}
	return o.Act(ctx, by, domain.ActionSealUnlock, action.ObjectSealKey, func(w *action.Work) error {
		try, err := w.PINTry(by.ID)
		if err != nil {
			return err
		}
		try.Right()
		if err := w.PutPINTry(try); err != nil {
			return err
		}
		return w.Record(domain.ActionSealUnlock, action.ObjectSealKey, domain.Event{})
	})
}
