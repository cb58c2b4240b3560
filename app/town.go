//go:build !office

package app

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"campus.example/sealdesk/config"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/samples"
)

// TownOptions say how the stand-ins and their people run.
type TownOptions struct {
	State  string // folder
	Listen string
	People bool
	Pause  time.Duration
	Now    func() time.Time
}

// Town are running stand-ins.
type Town struct {
	*sandbox.Sandbox
	state string
	log   *os.File
}

// StartTown starts the stand-ins on loopback.
func StartTown(ctx context.Context, o TownOptions) (*Town, error) {
	if err := os.MkdirAll(o.State, 0o700); err != nil {
		return nil, errors.Join(errUsage, err)
	}
	f, err := os.OpenFile(filepath.Join(o.State, "sandbox.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, errors.Join(errUsage, err)
	}
	s, err := sandbox.Start(ctx, sandbox.Options{
		State: o.State, Listen: o.Listen, People: o.People, Pause: o.Pause, Clock: o.Now,
		Log: slog.New(slog.NewJSONHandler(f, nil)),
	})
	if err != nil {
		return nil, errors.Join(domain.Fail(domain.CodeListen, o.Listen).Because(err), f.Close())
	}
	return &Town{Sandbox: s, state: o.State, log: f}, nil
}

// Close ends the stand-ins.
func (t *Town) Close() error { return errors.Join(t.Sandbox.Close(), t.log.Close()) }

// Index is the address of the page that leads to all stand-ins.
func (t *Town) Index() string { return t.Addresses().Index }

// OfferSamples has good contracts and one of each wrong kind approved in the procurement system.
func (t *Town) OfferSamples(ctx context.Context, good int) error {
	var all []samples.Contract
	for n := range good {
		c, err := samples.Good(n + 1)
		if err != nil {
			return err
		}
		all = append(all, c)
	}
	wrong, err := samples.Wrong()
	if err != nil {
		return err
	}
	return t.Offer(ctx, append(all, wrong...)...)
}

// WrongSamples is how many wrong contracts are offered beside the good ones.
func WrongSamples() (int, error) {
	wrong, err := samples.Wrong()
	return len(wrong), err
}

// Answered tells that the procurement system has heard of every contract it offered.
func (t *Town) Answered() bool { return t.Stats().Procurement.Unanswered == 0 }

// TownOffice says who works in an office at the stand-ins.
type TownOffice struct {
	PIN              []byte
	Operator, OSUser string
	Roles            []domain.Role
	Exe              string
	Getenv           func(string) string
	Now              func() time.Time
}

// Office makes a data folder that works with the stand-ins, unless it is there already.
func (t *Town) Office(ctx context.Context, dir string, o TownOffice) error {
	if _, err := os.Stat(config.Path(dir)); err == nil {
		return nil
	}
	i := InitOptions{
		Dir: dir, Getenv: o.Getenv, Exe: o.Exe, Config: DefaultSettings(), Name: cast.University, PIN: o.PIN, Now: o.Now,
		First: NewOperator{Name: o.Operator, OSUser: o.OSUser, Roles: o.Roles, Phone: cast.Duty().Phone, Duty: true},
	}
	// The demonstration is looked at, not lived with: everything at once, on any free port.
	i.Config.Portal.Listen = "127.0.0.1:0"
	i.Config.Procurement.Poll = config.Duration(500 * time.Millisecond)
	if err := UseStandIns(&i, t.state); err != nil {
		return err
	}
	return Init(ctx, i)
}

// UseStandIns fills the settings of a new office with the addresses and keys of stand-ins that run on a state folder, and
// its rules with what suits them.
func UseStandIns(i *InitOptions, state string) error {
	at, k, err := sandbox.Look(state)
	if err != nil {
		return errors.Join(errUsage, err)
	}
	root, err := os.ReadFile(filepath.Join(state, "tsa", "root.pem"))
	if err != nil {
		return errors.Join(errUsage, err)
	}
	secret := func(name, value string) config.Secret {
		i.Files["secrets/"+name] = []byte(value + "\n")
		return config.Secret{File: "secrets/" + name}
	}
	if i.Files == nil {
		i.Files = map[string][]byte{}
	}
	i.Files["pki/tsa-root.pem"] = root
	c := &i.Config
	c.Portal.BaseURL = "http://" + c.Portal.Listen
	c.Procurement.BaseURL, c.Procurement.KeyID = at.Procurement, k.Procurement.ID
	c.Procurement.Secret = secret("procurement", k.Procurement.Secret)
	c.Identity.BaseURL, c.Identity.KeyID = at.Identity, k.Identity.ID
	c.Identity.Secret = secret("identity", k.Identity.Secret)
	c.API.KeyID, c.API.Secret = k.Office.ID, secret("api", k.Office.Secret)
	c.SMS.Endpoint, c.SMS.AccessKeyID, c.SMS.SignName = at.SMS, k.SMS.AccessKeyID, k.SMS.SignName
	c.SMS.AccessKeySecret = secret("sms", k.SMS.AccessKeySecret)
	c.SMS.Templates = config.Templates{
		LinkB: k.SMS.Templates.LinkB, LinkA: k.SMS.Templates.LinkA, Duty: k.SMS.Templates.Duty, Code: k.SMS.Templates.Code,
		Done: k.SMS.Templates.Done, Recall: k.SMS.Templates.Recall, Warn: k.SMS.Templates.Warn,
	}
	if i.Rules == nil {
		i.Rules = map[domain.RuleKey]string{}
	}
	i.Rules[domain.RuleQuietHours] = domain.RuleNone // nobody there sleeps
	c.Timestamp = config.Timestamp{URL: at.TSA, Roots: "pki/tsa-root.pem"}
	i.StandIns = state
	return nil
}

// announce tells the stand-ins, where there are some, at which address the office answers now.
func (a *App) announce(address string) error {
	state, err := os.ReadFile(filepath.Join(a.dir, standInFile))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return sandbox.WriteOffice(strings.TrimSpace(string(state)), address)
}
