// Package app wires the rooms together: the only place that knows every one of them.
package app

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"campus.example/sealdesk/config"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/gallery"
	"campus.example/sealdesk/pdf/render"
	"campus.example/sealdesk/seal"
	"campus.example/sealdesk/seal/sight"
	"campus.example/sealdesk/storage"
	"campus.example/sealdesk/workflow"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/intake"
	"campus.example/sealdesk/workflow/lifecycle"
	"campus.example/sealdesk/workflow/operators"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/query"
	"campus.example/sealdesk/workflow/runner"
)

// The words of workflow a command needs, so that the command line need not know the room below.
type (
	ContractFilter     = domain.ContractFilter
	VerificationFilter = domain.VerificationFilter
	JobFilter          = domain.JobFilter
	EventFilter        = domain.EventFilter
	Dossier            = query.Dossier
	Tally              = query.Tally
	NewOperator        = operators.NewOperator
	NewContact         = lifecycle.NewContact
	Photos             = identity.Photos
	ReviewCase         = query.ReviewCase
	Quarantine         = intake.Quarantine
	IntakeState        = intake.IntakeState
)

// Options are what an App needs of the machine.
type Options struct {
	Dir    string
	Getenv func(string) string
	Exe    string // this program, for its child processes
	Now    func() time.Time
	Random io.Reader
	// created are the rules of a folder that is being made, nil for one that is opened.
	created map[domain.RuleKey]string
	// Serving tells that the settings must be enough to serve; without it an office that lacks a provider opens too.
	Serving bool
}

// App is an open data folder.
type App struct {
	Office *workflow.Office
	Store  *storage.Store
	Config config.Config
	Sealer *seal.Engine
	Log    *slog.Logger

	dir    string
	exe    string
	now    func() time.Time
	random io.Reader
	wake   *hook

	renderer *render.Renderer
	gallery  *gallery.Gallery
	runner   *runner.Runner
	owner    string
	log      io.Closer
}

// Open opens the data folder. A folder without rules gets them first, and a settings file that has changed is recorded.
// Errors: CodeFolderNotThere, CodeConfig, those of storage.
func Open(ctx context.Context, o Options) (a *App, err error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	c, err := settings(o)
	if err != nil {
		return nil, err
	}
	log, closer, err := openLog(c)
	if err != nil {
		return nil, err
	}
	a = &App{Config: c, Log: log, dir: o.Dir, exe: o.Exe, now: o.Now, random: o.Random, log: closer, wake: &hook{}, renderer: renderer(o)}
	a.gallery = gallery.New(a.renderer, a.now)
	defer func() {
		if err != nil {
			err = errors.Join(err, a.Close())
			a = nil
		}
	}()
	if a.Store, err = storage.Open(ctx, storage.Options{Dir: o.Dir, Random: o.Random, Now: o.Now, Committed: a.wake.call}); err != nil {
		return a, err
	}
	if a.Sealer, err = sealer(c, o, sight.Eye{Compare: a.renderer.Compare}); err != nil {
		return a, err
	}
	if a.owner, err = owner(o.Random); err != nil {
		return a, err
	}
	if a.Office, err = a.office(o); err != nil {
		return a, err
	}
	if err = a.takeOver(ctx, o.created); err != nil {
		return a, err
	}
	a.runner = runner.New(runner.Options{
		Queue: a.Store, Run: a.Office.Run, Owner: a.owner, Workers: c.Engine.Workers, Lease: time.Duration(c.Engine.Lease),
		Idle: idle(c), Now: o.Now, Log: log,
	})
	a.wake.set(a.runner.Wake)
	return a, nil
}

// Close lets go of the folder.
func (a *App) Close() error {
	var err error
	if a.Store != nil {
		err = a.Store.Close()
	}
	if a.log != nil {
		err = errors.Join(err, a.log.Close())
	}
	return err
}

// Dir is the data folder.
func (a *App) Dir() string { return a.dir }

func (a *App) office(o Options) (*workflow.Office, error) {
	zone, err := a.Config.Location()
	if err != nil {
		return nil, domain.Fail(domain.CodeConfig, "office.time_zone").Because(err)
	}
	out, err := a.outside(o)
	if err != nil {
		return nil, err
	}
	text := i18n.For(i18n.Chinese)
	return workflow.New(workflow.Options{
		Store: a.Store, Sealer: a.Sealer,
		Pages: pages{examine.Pages{
			Exe: o.Exe, Args: []string{ChildCommand}, MaxBytes: a.Config.Documents.MaxMB << 20, MaxPages: a.Config.Documents.MaxPages,
		}, a.renderer},
		Procurement: out.procurement, SMS: out.sms, Verifier: out.identity, Timestamps: out.tsa,
		Settings: officeSettings(a.Config, zone), Now: o.Now, Random: o.Random, Log: a.Log, Sentence: text.Sentence,
		Paint: a.paint, VoidPaper: voidPaper(text),
	}), nil
}

func officeSettings(c config.Config, zone *time.Location) port.Settings {
	r := port.Settings{
		Name: c.Office.Name, Unit: c.Seal.Unit, SealName: c.Seal.Name, SealMillimetres: float64(c.Seal.SizeMM),
		PollEvery: time.Duration(c.Procurement.Poll), PushAuto: c.Procurement.Push == config.PushAuto,
		ExpireDays: c.Signing.ExpireDays, WarnDays: c.Signing.WarnDays, ValidMonths: c.Identity.ValidMonths,
		CompletionNotice: c.SMS.CompletionNotice, SessionLife: time.Duration(c.Portal.Session), Zone: zone,
	}
	for _, kind := range c.Documents.ExtraIDKinds {
		r.ExtraKinds = append(r.ExtraKinds, domain.DocKind(kind))
	}
	return r
}

// idle is how often an idle runner looks for work another process left in the outbox.
func idle(c config.Config) time.Duration {
	return min(250*time.Millisecond, time.Duration(c.Engine.Lease)/4)
}

func settings(o Options) (config.Config, error) {
	c, err := config.Load(o.Dir, o.Getenv)
	switch {
	case errors.Is(err, config.ErrNoOffice):
		return c, domain.Fail(domain.CodeFolderNotThere, o.Dir)
	case err != nil:
		return c, domain.Fail(domain.CodeConfig, err.Error()).Because(err)
	}
	problems := c.CheckFiles()
	if o.Serving {
		problems = append(problems, c.Missing()...)
	}
	if len(problems) > 0 {
		return c, domain.Fail(domain.CodeConfig, problems.Error()).Because(problems)
	}
	return c, nil
}

// openLog writes the program's own log as JSON lines, without personal data by the discipline of those who write.
func openLog(c config.Config) (*slog.Logger, io.Closer, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(c.Log.Level)); err != nil {
		return nil, nil, domain.Fail(domain.CodeConfig, "log.level").Because(err)
	}
	path := c.Path(c.Log.File)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, nil, domain.Fail(domain.CodeConfig, "log.file").Because(err)
	}
	f, err := os.OpenFile(filepath.Clean(path), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, nil, domain.Fail(domain.CodeConfig, "log.file").Because(err)
	}
	return slog.New(slog.NewJSONHandler(f, &slog.HandlerOptions{Level: level})), f, nil
}
