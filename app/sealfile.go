package app

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"time"

	"campus.example/sealdesk/client/tsa"
	"campus.example/sealdesk/config"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/keys"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/sight"
	"campus.example/sealdesk/seal/stamp"
	"campus.example/sealdesk/seal/unipdf"
)

// SealFileOptions say how one document outside the office is sealed.
type SealFileOptions struct {
	PDF          []byte
	Key          File // PKCS #12, which PIN opens
	PIN          []byte
	Cert, KeyPEM File   // or PEM
	Password     string // of an encrypted document
	Look         FileLook
	At           FilePlace
	Across       bool
	TSA          string // URL; empty leaves the signature without a timestamp
	Reason       string
	// Engine is what writes the field: sealdesk, or unipdf with its licence and the name of the licensee.
	Engine               string
	Licence, LicenceName string
	Exe                  string
	Now                  func() time.Time
}

// FileLook is what the seal shows: a picture, or words. Without either it shows the name in the certificate.
type FileLook struct {
	Image       []byte // PNG or JPEG
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

// SealFile returns the sealed document and the level of its signature. Errors: those of the engine, the key, the place
// and the checks of the result.
func SealFile(ctx context.Context, o SealFileOptions) (out []byte, level string, err error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	r := seal.FileRequest{
		PDF: o.PDF, Across: o.Across, Reason: o.Reason, Now: o.Now, Field: o.At.Field, Password: o.Password,
	}
	if r.Begin, err = o.begin(); err != nil {
		return nil, "", err
	}
	if r.Key, err = fileKey(o); err != nil {
		return nil, "", err
	}
	if r.Look, err = o.Look.look(r.Key.Chain[0]); err != nil {
		return nil, "", err
	}
	r.Width, r.Height = o.Look.size()
	r.Page, r.X, r.Y = o.At.Page, o.At.X, o.At.Y
	if o.At.Keyword != "" {
		if err := findPlace(ctx, o, &r); err != nil {
			return nil, "", err
		}
	}
	level = check.LevelB
	if o.TSA != "" {
		client, err := tsa.New(tsa.Options{URL: o.TSA})
		if err != nil {
			return nil, "", err
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
	out, err = seal.File(r)
	if domain.CodeOf(err) == domain.CodeDocEncrypted {
		err = domain.Fail(domain.CodeDocPassword).Because(err) // here it can be given
	}
	if err != nil {
		return nil, "", err
	}
	return out, level, nil
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
	licence := &unipdf.Engine{Customer: o.LicenceName, Licence: o.Licence}
	return licence.Begin, licence.Usable()
}

func fileKey(o SealFileOptions) (k keys.Key, err error) {
	if o.Key.Name != "" {
		return keys.Parse(o.Key.Content, o.PIN)
	}
	if k.Chain, err = keys.ParsePEM(o.Cert.Name, o.Cert.Content); err != nil {
		return k, err
	}
	k.Signer, err = keys.ParseKeyPEM(o.KeyPEM.Name, o.KeyPEM.Content)
	return k, err
}

// look gives the drawing.
func (l FileLook) look(leaf *x509.Certificate) (stamp.Look, error) {
	if l.Image != nil {
		return stamp.Look{Appearance: domain.Appearance{Picture: l.Image}}, nil
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
	case l.Image != nil:
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
