package app

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"sealdesk/client/tsa"
	"sealdesk/config"
	"sealdesk/domain"
	"sealdesk/seal"
	"sealdesk/seal/check"
	"sealdesk/seal/keys"
	"sealdesk/seal/pades"
	"sealdesk/seal/sight"
	"sealdesk/seal/stamp"
	"sealdesk/seal/unipdf"
)

// SealFileOptions say how one document outside the office is sealed.
type SealFileOptions struct {
	In, Out      string
	Key, PINFile string // PKCS #12
	Cert, KeyPEM string // or PEM
	PasswordFile string // of an encrypted document
	Look         FileLook
	At           FilePlace
	Across       bool
	TSA          string // URL; empty leaves the signature without a timestamp
	Reason       string
	// Engine is what writes the field: sealdesk, or unipdf with the file of its licence and whom that was given to.
	Engine                   string
	LicenceFile, LicenceName string
	Exe                      string
	Now                      func() time.Time
}

// FileLook is what the seal shows: a picture, or words. Without either it shows the name in the certificate.
type FileLook struct {
	Image       string // PNG or JPEG
	Text, Name  string // around a round seal, and below its star
	Shape       string // round, oval, name, hand
	Millimetres float64
}

// FilePlace is where the seal stands: in a field of the document, at a point, or at a word.
type FilePlace struct {
	Field   string
	Page    int     // from 1
	X, Y    float64 // the seal's middle, points from the bottom left of the page as shown
	Keyword string
	Nth     int // from 1; 0 is the last line to be signed; LastHit the last place at all
}

// LastHit asks for the last place of a word.
const LastHit = -1

// SealFile seals a document and writes the result, which is untouched when anything is refused. It gives the level of
// the signature.
func SealFile(ctx context.Context, o SealFileOptions) (level string, err error) {
	pdf, err := ReadDocument(o.In)
	if err != nil {
		return "", err
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	r := seal.FileRequest{PDF: pdf, Across: o.Across, Reason: o.Reason, Now: o.Now, Field: o.At.Field}
	if o.PasswordFile != "" {
		password, err := ReadPIN(o.PasswordFile)
		if err != nil {
			return "", err
		}
		r.Password = string(password)
	}
	if r.Begin, err = o.begin(); err != nil {
		return "", err
	}
	if r.Key, err = fileKey(o); err != nil {
		return "", err
	}
	if r.Look, err = o.Look.look(r.Key.Chain[0]); err != nil {
		return "", err
	}
	r.Width, r.Height = o.Look.size()
	r.Page, r.X, r.Y = o.At.Page, o.At.X, o.At.Y
	if o.At.Keyword != "" {
		if err := findPlace(ctx, o, &r); err != nil {
			return "", err
		}
	}
	level = check.LevelB
	if o.TSA != "" {
		client, err := tsa.New(tsa.Options{URL: o.TSA})
		if err != nil {
			return "", err
		}
		r.Stamp = func(request []byte) ([]byte, error) { return client.Token(ctx, request) }
		level = check.LevelT
	}
	r.Check = func(input, output []byte, field string, place domain.Place) error {
		if err := secondLook(r.Password, input, output, field, level, o.Now()); err != nil {
			return err
		}
		return o.seen(ctx, sight.Act{Input: input, Output: output, Password: r.Password, Field: field, Place: place})
	}
	out, err := seal.File(r)
	if domain.CodeOf(err) == domain.CodeDocEncrypted {
		err = domain.Fail(domain.CodeDocPassword).Because(err) // here it can be given
	}
	if err != nil {
		return "", err
	}
	return level, WriteFile(o.Out, out)
}

// begin is the engine asked for, which is told apart before a key is opened. Errors: those of unipdf.Engine.Usable.
func (o SealFileOptions) begin() (func(*pades.Engine, pades.Request) (domain.Prepared, error), error) {
	switch o.Engine {
	case "", config.EngineSealdesk:
		return nil, nil
	case config.EngineUniPDF:
	default:
		return nil, errors.Join(errUsage, fmt.Errorf("--engine %s|%s: %q", config.EngineSealdesk, config.EngineUniPDF, o.Engine))
	}
	licence := &unipdf.Engine{Customer: o.LicenceName}
	if o.LicenceFile != "" {
		text, err := os.ReadFile(filepath.Clean(o.LicenceFile))
		if err != nil {
			return nil, errors.Join(errUsage, err)
		}
		licence.Licence = string(text)
	}
	return licence.Begin, licence.Usable()
}

func fileKey(o SealFileOptions) (keys.Key, error) {
	if o.Key == "" {
		return keys.OpenPEM(o.Cert, o.KeyPEM)
	}
	pin, err := ReadPIN(o.PINFile)
	if err != nil {
		return keys.Key{}, err
	}
	return keys.Open(o.Key, pin)
}

// look gives the drawing.
func (l FileLook) look(leaf *x509.Certificate) (stamp.Look, error) {
	if l.Image != "" {
		b, err := os.ReadFile(filepath.Clean(l.Image))
		if err != nil {
			return stamp.Look{}, errors.Join(errUsage, err)
		}
		return stamp.Look{Appearance: domain.Appearance{Picture: b}}, nil
	}
	text := l.Text
	if text == "" {
		text = leaf.Subject.CommonName
	}
	switch l.Shape {
	case "", "round":
		return stamp.Look{Appearance: domain.Appearance{Ring: text, Line: l.Name}}, nil
	case "oval":
		return stamp.Look{Appearance: domain.Appearance{Ring: text, Line: l.Name}, Shape: stamp.Oval}, nil
	case "name":
		return stamp.Look{Appearance: domain.Appearance{Typed: text}, Shape: stamp.Name}, nil
	case "hand":
		return stamp.Look{Appearance: domain.Appearance{Typed: text}}, nil
	}
	return stamp.Look{}, errors.Join(errUsage, fmt.Errorf("--shape round|oval|name|hand: %q", l.Shape))
}

// size gives width and height in points. What is asked for is the width; the usual ones are those of custom.
func (l FileLook) size() (w, h float64) {
	usual, tall := 42.0, 1.0
	switch {
	case l.Image != "":
	case l.Shape == "oval":
		usual, tall = 40, 0.75
	case l.Shape == "name":
		usual = 18
	case l.Shape == "hand":
		usual, tall = 39, 0.36
	}
	if l.Millimetres > 0 {
		usual = l.Millimetres
	}
	w = usual * 72 / 25.4
	return w, w * tall
}
