// Package seal signs and seals documents: what stamp draws, pades puts into the document and signs with what keys
// opens; a check by other code is handed in.
package seal

import (
	"context"
	"crypto"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/keys"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/sight"
	"campus.example/sealdesk/seal/stamp"
)

// Options say where an engine finds what it needs.
type Options struct {
	// PKI is the folder of the office's own authority, made by keys.Init. Its root.pem holds all anchors.
	PKI string
	// SealKey is the PKCS #12 file of the office's seal key.
	SealKey string
	// TSARoots is a PEM file of the anchors for timestamps; empty takes those of PKI.
	TSARoots string
	// Millimetres is how far the seal across the pages (骑缝章) measures; 0 leaves it out.
	Millimetres float64
	// Refuse is asked with the signer's certificates before an act, and without any before fields are prepared; nil
	// refuses nothing. An office that chose another engine is told by it what that cannot do.
	Refuse func(chain [][]byte) error
	// Zone is where the office is: the moment of signing stands in the document in its time. nil is China's.
	Zone   *time.Location
	Now    func() time.Time
	Random io.Reader
	// Check is the second look at a finished document, by code that shares nothing with this one.
	Check func(input, output []byte, field string, roots []*x509.Certificate, at time.Time) error
	// Look draws a document that passed Check, before and after. Errors are those of sight.Eye.Signed.
	Look func(ctx context.Context, a sight.Act) error
	// LookPrepared draws a document before and after empty fields were added. Errors are those of sight.Eye.Prepared.
	LookPrepared func(ctx context.Context, p sight.Prepared) error
}

// Engine carries out acts of signing. It may be used by many goroutines.
type Engine struct {
	opt     Options
	pades   *pades.Engine
	artist  *stamp.Artist
	anchors []*x509.Certificate
	stamps  []string // fingerprints of the anchors in TSARoots

	mu     sync.Mutex
	office *keys.Key // nil while locked
	drawn  map[string]*stamp.Form
}

// New makes an engine. The office's seal key stays locked. Errors: CodeSealKeyMissing, CodeCertificate.
func New(o Options) (*Engine, error) {
	if o.Zone == nil {
		o.Zone = time.FixedZone("CST", 8*60*60) // no summer time since 1991
	}
	anchors, err := keys.ReadPEM(filepath.Join(o.PKI, "root.pem"))
	if err != nil {
		return nil, err
	}
	stamps := anchors
	var listed []string
	if o.TSARoots != "" {
		if stamps, err = keys.ReadPEM(o.TSARoots); err != nil {
			return nil, err
		}
		anchors = append(anchors, stamps...)
		for _, c := range stamps {
			sum := sha256.Sum256(c.Raw)
			listed = append(listed, hex.EncodeToString(sum[:]))
		}
	}
	pool := x509.NewCertPool()
	for _, c := range stamps {
		pool.AddCert(c)
	}
	artist, err := stamp.New()
	if err != nil {
		return nil, err
	}
	e := &Engine{opt: o, artist: artist, anchors: anchors, stamps: listed, drawn: map[string]*stamp.Form{}}
	e.pades = &pades.Engine{Draw: e.draw, Now: o.Now, TSARoots: pool}
	return e, nil
}

// Anchors returns the SHA-256 of each certificate in Options.TSARoots, in lower-case hexadecimal.
func (e *Engine) Anchors() []string { return slices.Clone(e.stamps) }

// FieldName is how an act's field is called in the document: a name may not have a period there (ISO 32000-1,
// 12.7.3.2), and strict readers refuse the whole file if it does.
func FieldName(name string) string { return strings.ReplaceAll(name, ".", "-") }

// mostDrawn bounds how many drawings are kept: the seals of the office and of the companies of the day.
const mostDrawn = 256

// draw keeps seals, which come again and again; a signature is drawn once.
func (e *Engine) draw(look stamp.Look, w, h float64) (*stamp.Form, error) {
	if look.Ring == "" && look.Picture == nil {
		return e.artist.Draw(look, w, h)
	}
	sum := sha256.Sum256(look.Picture)
	key := fmt.Sprintf("%s\n%s\n%s\n%s\n%.2f %.2f\n%x", look.Shape, look.Ring, look.Line, look.Number, w, h, sum)
	e.mu.Lock()
	form, ok := e.drawn[key]
	e.mu.Unlock()
	if ok {
		return form, nil
	}
	form, err := e.artist.Draw(look, w, h)
	if err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.drawn) >= mostDrawn {
		clear(e.drawn)
	}
	e.drawn[key] = form
	return form, nil
}

// acrossPrefix begins the names of the strips for a seal across the pages.
const acrossPrefix = "Sealdesk-Across-"

// across is the seal across the pages, the zero value when there is none.
func (e *Engine) across() pades.Across {
	if e.opt.Millimetres <= 0 {
		return pades.Across{}
	}
	return pades.Across{Prefix: acrossPrefix, Size: e.opt.Millimetres * 72 / 25.4}
}

// signer finds the key that signs. Error: CodeSealKeyLocked, CodeCertificate.
func (e *Engine) signer(key domain.SigningKey) (crypto.Signer, error) {
	if key.ID != domain.OfficeKey {
		return keys.ParsePrivate(key.Private)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.office == nil {
		return nil, domain.Fail(domain.CodeSealKeyLocked)
	}
	return e.office.Signer, nil
}
