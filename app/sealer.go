package app

import (
	"context"
	"path/filepath"

	"campus.example/sealdesk/config"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/sight"
	"campus.example/sealdesk/seal/stamp"
	"campus.example/sealdesk/seal/unipdf"
	"campus.example/sealdesk/workflow/port"
)

var _ port.Sealer = (*seal.Engine)(nil)

// sealer is the signing engine of the folder, with the independent check behind every act, which reads and looks.
func sealer(c config.Config, o Options, eye sight.Eye) (*seal.Engine, error) {
	zone, err := c.Location()
	if err != nil {
		return nil, domain.Fail(domain.CodeConfig, "office.time_zone").Because(err)
	}
	across := 0.0
	if c.Seal.Across {
		across = float64(c.Seal.SizeMM)
	}
	var refuse func([][]byte) error
	if c.Signing.Engine == config.EngineUniPDF {
		other, err := uniPDF(c)
		if err != nil {
			return nil, err
		}
		refuse = other.Refuse
	}
	return seal.New(seal.Options{
		Refuse:      refuse,
		Millimetres: across,
		PKI:         filepath.Join(o.Dir, pkiFolder), SealKey: c.Path(c.Seal.Key), TSARoots: c.Path(c.Timestamp.Roots), Zone: zone,
		Now: o.Now, Random: o.Random, Check: check.Act,
		Look: eye.Signed, LookPrepared: eye.Prepared,
	})
}

// uniPDF is the licensed engine as configured. A metered key would report each use to its maker, so only licences that
// are checked offline are meant by the setting.
func uniPDF(c config.Config) (*unipdf.Engine, error) {
	licence, err := read("signing.unipdf_licence", c.Signing.UniPDFLicence)
	return &unipdf.Engine{Licence: licence}, err
}

// sealDrawable refuses a contract seal that cannot be drawn, before anybody waits for it. Errors: CodeSealWords,
// CodeSealLength.
func sealDrawable(office string, c config.Seal) error {
	artist, err := stamp.New()
	if err != nil {
		return err
	}
	side := float64(c.SizeMM) * 72 / 25.4
	_, err = artist.Draw(stamp.Look{Appearance: domain.Appearance{Ring: office, Line: c.Name}}, side, side)
	return err
}

// unlockAs opens the seal key in an operator's name; the PIN is wiped.
func (a *App) unlockAs(by domain.Caller) func(ctx context.Context, pin []byte) error {
	return func(ctx context.Context, pin []byte) error { return a.Office.UnlockSeal(ctx, by, pin) }
}

// sealAs applies the contract seal in an operator's name.
func (a *App) sealAs(by domain.Caller) func(ctx context.Context, no string, at *domain.Spot) error {
	return func(ctx context.Context, no string, at *domain.Spot) error { return a.SealNow(ctx, by, no, at) }
}
