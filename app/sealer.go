package app

import (
	"context"
	"path/filepath"

	"sealdesk/config"
	"sealdesk/domain"
	"sealdesk/seal"
	"sealdesk/seal/check"
	"sealdesk/workflow"
)

var _ workflow.Sealer = (*seal.Engine)(nil)

// sealer is the signing engine of the folder, with the independent check behind every act.
func sealer(c config.Config, o Options) (*seal.Engine, error) {
	zone, err := c.Location()
	if err != nil {
		return nil, domain.Fail(domain.CodeConfig, "office.time_zone").Because(err)
	}
	across := 0.0
	if c.Seal.Across {
		across = float64(c.Seal.SizeMM)
	}
	return seal.New(seal.Options{
		Millimetres: across,
		PKI:         filepath.Join(o.Dir, pkiFolder), SealKey: c.Path(c.Seal.Key), TSARoots: c.Path(c.Timestamp.Roots), Zone: zone,
		Now: o.Now, Random: o.Random, Check: check.Act,
	})
}

// sealAs applies the contract seal in an operator's name.
func (a *App) sealAs(operator string) func(ctx context.Context, no string, at *domain.Place) error {
	return func(ctx context.Context, no string, at *domain.Place) error { return a.SealNow(ctx, operator, no, at) }
}
