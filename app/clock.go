package app

import (
	"context"
	"slices"
	"time"

	"campus.example/sealdesk/client/outbound"
)

// How far the clock may be off before it is worth a look, and before signatures and signed requests suffer.
const (
	clockWarn = 5 * time.Second
	clockBad  = time.Minute
)

// provider is where somebody answers.
type provider struct{ name, address string }

func (a *App) providers() []provider {
	return []provider{
		{"procurement", a.Config.Procurement.BaseURL},
		{"sms", a.Config.SMS.Endpoint},
		{"identity", a.Config.Identity.BaseURL},
		{"tsa", a.Config.Timestamp.URL},
	}
}

// clock compares this machine's time with that of the providers (G24). The one in the middle counts: a single one that
// is wrong decides nothing where there are several.
func clock(ctx context.Context, now func() time.Time, list []provider) Check {
	var offs []time.Duration
	for _, p := range list {
		if p.address == "" {
			continue
		}
		off, err := offset(ctx, now, p)
		if err == nil {
			offs = append(offs, off)
		}
	}
	if len(offs) == 0 {
		return Check{Name: "clock", Level: Skipped}
	}
	slices.Sort(offs)
	c := Check{Name: "clock", Level: Good, Off: offs[len(offs)/2], Timed: true}
	switch off := c.Off.Abs(); {
	case off >= clockBad:
		c.Level = Bad
	case off >= clockWarn:
		c.Level = Warn
	}
	return c
}

// offset is how far this machine is ahead of a provider, as well as an answer in whole seconds tells.
func offset(ctx context.Context, now func() time.Time, p provider) (time.Duration, error) {
	client, err := outbound.New(outbound.Options{Provider: p.name, BaseURL: p.address, Timeout: 3 * time.Second})
	if err != nil {
		return 0, err
	}
	before := now()
	there, err := client.Clock(ctx)
	if err != nil {
		return 0, err
	}
	after := now()
	switch {
	case after.Before(there):
		return after.Sub(there), nil
	case before.After(there.Add(time.Second)):
		return before.Sub(there.Add(time.Second)), nil
	}
	return 0, nil // its second and our time between question and answer overlap
}
