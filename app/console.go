package app

import (
	"context"
	"io"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/ui"
)

// ConsoleOptions say how the console shows itself.
type ConsoleOptions struct {
	Caller  domain.Caller
	Text    *i18n.Text
	Tour    bool   // begin with what to press
	TourPIN string // the PIN the tour tells, for a key that protects nothing
	Serving bool   // this process does the background work already
	In      io.Reader
	Out     io.Writer
}

// Console runs the full-screen console until the operator leaves. Beside the screen this process does the
// background work of the folder whenever nobody else does.
func (a *App) Console(ctx context.Context, o ConsoleOptions) error {
	if !o.Serving {
		if err := a.logRules(ctx); err != nil {
			return err
		}
	}
	ctx, stop := context.WithCancel(ctx)
	go a.warm(ctx)
	followed := make(chan error, 1)
	go func() {
		if o.Serving {
			followed <- nil
			return
		}
		followed <- a.Follow(ctx)
	}()
	err := ui.Run(ctx, ui.Options{
		Office: a.Office, Caller: o.Caller, Text: o.Text, Now: a.now, Changed: a.Store.DataVersion, Pages: a.pictures(o.Caller),
		SealNow: a.sealAs(o.Caller), Unlock: a.unlockAs(o.Caller), Unit: a.Config.Office.Unit, Tour: o.Tour, TourPIN: o.TourPIN, Log: a.Log,
	}, o.In, o.Out)
	stop()
	if work := <-followed; err == nil {
		err = work
	}
	return err
}

// warm compiles the page renderer in the background, once per version and folder, so that the first page asked for
// need not wait for it.
func (a *App) warm(ctx context.Context) {
	if err := a.renderer.Warm(ctx); err != nil && ctx.Err() == nil {
		a.Log.Warn("the page renderer could not be made ready", "err", err)
	}
}
