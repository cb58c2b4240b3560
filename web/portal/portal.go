// Package portal is the signers' side: the pages behind the link of a text message, made for a phone, and the few
// pages of those who log in by phone alone. One file per page, with a template of the same name in pages/.
package portal

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log/slog"
	"net/http"
	"time"

	"campus.example/sealdesk/i18n"
)

//go:embed pages/*.html static/*
var files embed.FS

// Options are what the pages need.
type Options struct {
	Office   Office
	Texts    []*i18n.Text // the first one is the default
	Name     string       // the university
	Unit     string       // the office within it
	Phone    string       // number shown to those who need a person, may be empty
	BaseURL  string       // what phones reach the pages by, for the QR code; "" for the address asked for
	Pictures Pictures
	Secure   bool // the pages are reached over TLS
	Now      func() time.Time
	Random   io.Reader
	Log      *slog.Logger
}

type portal struct {
	Options
	pages   map[string]*template.Template
	assets  map[string]asset
	limits  *limits
	foreign *http.CrossOriginProtection
}

// New makes the handler of every page. It fails on a template that does not parse.
func New(o Options) (http.Handler, error) {
	if o.Office == nil || o.Pictures == nil || len(o.Texts) == 0 || o.Now == nil || o.Random == nil || o.Log == nil {
		return nil, errors.New("portal: office, pictures, texts, clock, randomness and log are all needed")
	}
	p := &portal{Options: o, limits: newLimits(o.Now), foreign: http.NewCrossOriginProtection()}
	if err := p.load(); err != nil {
		return nil, fmt.Errorf("portal: %w", err)
	}
	return p.guard(p.routes()), nil
}

func (p *portal) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", p.healthy)
	mux.HandleFunc("GET /static/{name}", p.static)
	mux.HandleFunc("GET /{$}", p.open(p.welcome))
	mux.HandleFunc("GET /s/{code}", p.open(p.entry))
	mux.HandleFunc("GET /q/{code}", p.open(p.entry))
	mux.HandleFunc("POST /s/{code}/code", p.open(p.sendEntryCode))
	mux.HandleFunc("GET /s/{code}/enter", p.open(p.enterForm))
	mux.HandleFunc("POST /s/{code}/enter", p.open(p.enter))
	mux.HandleFunc("GET /login", p.open(p.loginForm))
	mux.HandleFunc("POST /login", p.open(p.sendLoginCode))
	mux.HandleFunc("POST /login/enter", p.open(p.login))
	mux.HandleFunc("POST /leave", p.open(p.leave))

	mux.HandleFunc("GET /home", p.signed(p.home))
	mux.HandleFunc("GET /me", p.signed(p.me))
	mux.HandleFunc("GET /verify", p.signed(p.verify))
	mux.HandleFunc("GET /verify/identity", p.signed(p.identityForm))
	mux.HandleFunc("POST /verify/identity", p.signed(p.identity))
	mux.HandleFunc("GET /verify/method", p.signed(p.method))
	mux.HandleFunc("GET /verify/phone", p.signed(p.phoneForm))
	mux.HandleFunc("POST /verify/phone", p.signed(p.startPhone))
	mux.HandleFunc("POST /verify/phone/code", p.signed(p.phoneCode))
	mux.HandleFunc("GET /verify/bank", p.signed(p.bankForm))
	mux.HandleFunc("POST /verify/bank", p.signed(p.bank))
	mux.HandleFunc("GET /verify/face", p.signed(p.faceForm))
	mux.HandleFunc("POST /verify/face/consent", p.signed(p.faceConsent))
	mux.HandleFunc("GET /verify/face/camera", p.signed(p.faceCamera))
	mux.HandleFunc("GET /verify/face/action", p.signed(p.faceAction))
	mux.HandleFunc("POST /verify/face", p.signed(p.face))
	mux.HandleFunc("GET /verify/photos", p.signed(p.photosForm))
	mux.HandleFunc("POST /verify/photos", p.signed(p.photos))
	mux.HandleFunc("GET /verify/result", p.signed(p.result))

	mux.HandleFunc("GET /c/{no}", p.signed(p.contract))
	mux.HandleFunc("GET /c/{no}/read", p.signed(p.read))
	mux.HandleFunc("GET /c/{no}/page/{page}", p.signed(p.pagePicture))
	mux.HandleFunc("GET /c/{no}/document", p.signed(p.document))
	mux.HandleFunc("GET /c/{no}/seal.svg", p.signed(p.sealPicture))
	mux.HandleFunc("GET /c/{no}/seal.png", p.signed(p.enrolledSeal))
	mux.HandleFunc("GET /c/{no}/company", p.signed(p.companyForm))
	mux.HandleFunc("POST /c/{no}/company", p.signed(p.company))
	mux.HandleFunc("POST /c/{no}/code", p.signed(p.signCode))
	mux.HandleFunc("POST /c/{no}/sign", p.signed(p.sign))
	mux.HandleFunc("POST /c/{no}/seal", p.signed(p.seal))
	mux.HandleFunc("GET /c/{no}/refuse", p.signed(p.refuseForm))
	mux.HandleFunc("POST /c/{no}/refuse", p.signed(p.refuse))
	mux.HandleFunc("/", p.open(p.unknown))
	return mux
}

func (p *portal) healthy(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if _, err := io.WriteString(w, "ok\n"); err != nil {
		p.Log.Debug("healthz", "err", err)
	}
}

// unknown answers whatever no other page answers: the same for a page that never was and one of somebody else.
func (p *portal) unknown(v *visit) {
	v.failure(http.StatusNotFound, v.t().Errors.NotFound)
}

// token draws a secret for a page: bytes of randomness in hexadecimal.
func (p *portal) token(bytes int) (string, error) {
	b := make([]byte, bytes)
	if _, err := io.ReadFull(p.Random, b); err != nil {
		return "", fmt.Errorf("random: %w", err)
	}
	return hex.EncodeToString(b), nil
}

// short names bytes so that a changed file gets a new address.
func short(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:6])
}
