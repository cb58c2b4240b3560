// Package sandbox is the whole town on loopback: the procurement system, the SMS network, the identity gateway, the
// time-stamping authority, and the people who sign. The office speaks to it over HTTP only and cannot tell it from
// providers. It keeps its memory and its ports in one folder, so that it can be stopped and started again.
package sandbox

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/identity"
	"campus.example/sealdesk/sandbox/people"
	"campus.example/sealdesk/sandbox/procurement"
	"campus.example/sealdesk/sandbox/sms"
	"campus.example/sealdesk/sandbox/tsa"
)

// Options are what the town needs. Only State must be set.
type Options struct {
	State  string // folder
	Listen string // host or host:port of the index page; the other services take ports of the same host. "" is 127.0.0.1
	// Office gives the address of the office's portal, "" while there is none. Nil reads what WriteOffice wrote.
	Office func() string
	People bool          // let the people act
	Pause  time.Duration // of the people, before each thing they do
	Clock  func() time.Time
	Rand   io.Reader
	Log    *slog.Logger
}

// Sandbox is a running town.
type Sandbox struct {
	opt       Options
	addresses Addresses
	keys      Keys

	procurement *procurement.Server
	sms         *sms.Server
	identity    *identity.Server
	tsa         *tsa.Server

	people  *people.Town // nil when nobody acts
	servers []*http.Server
	serving sync.WaitGroup
	stop    context.CancelFunc
	closing sync.Once
	closed  error
}

// Start opens the town. It runs until Close; ctx only bounds its people and the requests it is answering.
func Start(ctx context.Context, opt Options) (*Sandbox, error) {
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.Rand == nil {
		opt.Rand = rand.Reader
	}
	opt.Rand = &sharedReader{from: opt.Rand}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	if opt.Office == nil {
		opt.Office = officeFile(opt.State, opt.Clock)
	}
	ctx, stop := context.WithCancel(ctx)
	s := &Sandbox{opt: opt, stop: stop}
	if err := s.open(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("sandbox: %w", err), s.Close())
	}
	return s, nil
}

// open takes the ports first: who holds them has the folder, and a second town on it fails here.
func (s *Sandbox) open(ctx context.Context) error {
	ports, err := listen(ctx, s.opt.State, s.opt.Listen)
	if err != nil {
		return err
	}
	s.addresses = ports.addresses()
	if s.keys, err = keys(s.opt.State, s.opt.Rand); err != nil {
		return errors.Join(err, ports.close())
	}
	if err := s.standIns(); err != nil {
		return errors.Join(err, ports.close())
	}
	for name, handler := range map[string]http.Handler{
		portIndex: s.index(), portProcurement: s.procurement.Handler(), portSMS: s.sms.Handler(),
		portIdentity: s.identity.Handler(), portTSA: s.tsa.Handler(),
	} {
		s.serve(ctx, ports.listeners[name], handler)
	}
	if s.opt.People {
		s.people = people.Start(ctx, people.Options{
			SMS: s.addresses.SMS, Cast: cast.People(), Pause: s.opt.Pause, Clock: s.opt.Clock, Random: s.opt.Rand, Log: s.opt.Log,
		})
	}
	return nil
}

func (s *Sandbox) standIns() (err error) {
	folder := func(name string) string { return filepath.Join(s.opt.State, name) }
	if s.procurement, err = procurement.New(procurement.Options{
		State: folder("procurement"), Clock: s.opt.Clock, Rand: s.opt.Rand,
		Key: s.keys.Procurement, Own: s.keys.Office, Office: s.opt.Office,
	}); err != nil {
		return err
	}
	if s.sms, err = sms.New(sms.Options{
		State: folder("sms"), Clock: s.opt.Clock, Rand: s.opt.Rand, AccessKeyID: s.keys.SMS.AccessKeyID,
		AccessKeySecret: s.keys.SMS.AccessKeySecret, SignName: s.keys.SMS.SignName, Templates: sms.DefaultTemplates(),
		Base: s.opt.Office,
	}); err != nil {
		return err
	}
	if s.identity, err = identity.New(identity.Options{
		State: folder("identity"), Clock: s.opt.Clock, Key: s.keys.Identity, Register: register(),
	}); err != nil {
		return err
	}
	s.tsa, err = tsa.New(tsa.Options{State: folder("tsa"), Clock: s.opt.Clock})
	return err
}

// Close ends the town: the people first, then what they and the office speak to. A second Close does nothing.
func (s *Sandbox) Close() error {
	s.closing.Do(func() { s.closed = s.close() })
	return s.closed
}

func (s *Sandbox) close() error {
	s.stop()
	if s.people != nil {
		s.people.Close()
	}
	err := s.hangUp()
	if s.procurement != nil {
		err = errors.Join(err, s.procurement.Close())
	}
	if s.sms != nil {
		err = errors.Join(err, s.sms.Close())
	}
	if s.identity != nil {
		err = errors.Join(err, s.identity.Close())
	}
	return err
}

// Addresses tells where the services answer.
func (s *Sandbox) Addresses() Addresses { return s.addresses }

// sharedReader lets several services draw from one source.
type sharedReader struct {
	mu   sync.Mutex
	from io.Reader
}

func (r *sharedReader) Read(b []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.from.Read(b)
}
