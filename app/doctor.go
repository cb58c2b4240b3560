package app

import (
	"context"
	"crypto/x509"
	"net"
	"net/url"
	"time"

	"campus.example/sealdesk/config"
	"campus.example/sealdesk/domain"
)

// Level is how a check came out.
type Level string

// The levels.
const (
	Good    Level = "good"
	Warn    Level = "warn"
	Bad     Level = "bad"
	Skipped Level = "skipped"
)

// Check is one line of the doctor. Name is one of: config, database, vault, seal_key, certificate, chain, engine,
// procurement, sms, identity, tsa, clock, disk, duty, intake, pdf.
type Check struct {
	Name   string
	Level  Level
	Detail string
	Left   time.Duration // until the certificate expires
	Free   int64         // bytes
	Off    time.Duration // how far the clock is ahead
	Timed  bool          // Off was found
	Signs  string        // the engine that signs
	Other  string        // the state of UniPDF: left_out, unlicensed or licensed
	Lacks  []string      // keys of the settings without which the office cannot serve
	Err    error
	Intake *IntakeState // what stands at intake, nil when nothing does
}

// lowDisk is when free space becomes a warning, in bytes.
const lowDisk = 1 << 30

// Doctor looks at every component.
func (a *App) Doctor(ctx context.Context, by domain.Caller) []Check {
	checks := []Check{{Name: "config", Level: Good, Detail: SettingsPath(a.dir)}}
	if missing := a.Config.Missing(); len(missing) > 0 {
		checks[0] = Check{Name: "config", Level: Warn}
		for _, problem := range missing {
			checks[0].Lacks = append(checks[0].Lacks, problem.Key)
		}
	}
	if err := sealDrawable(a.Config.Office.Name, a.Config.Seal); err != nil {
		checks[0] = Check{Name: "config", Level: Bad, Detail: SettingsPath(a.dir), Err: err}
	}
	checks = append(checks, a.database(ctx)...)
	checks = append(checks, a.sealKey(), a.chain(ctx, by), a.engineCheck(ctx))
	admitted, err := a.admission(ctx)
	if err != nil {
		checks[0] = Check{Name: "config", Level: Bad, Detail: SettingsPath(a.dir), Err: err}
	}
	var reached []provider // nobody else tells the time, and asking would wait in vain
	for _, p := range a.providers() {
		check := reach(ctx, p.name, p.address)
		if why := admitted[p.name]; why != nil {
			check.Level, check.Err = Bad, why
		}
		checks = append(checks, check)
		if check.Level == Good {
			reached = append(reached, p)
		}
	}
	return append(checks, clock(ctx, a.now, reached), a.duty(ctx, by), a.intake(ctx, by), a.pdf())
}

// pdf returns which engine signs, whether it may, and the state of the other.
func (a *App) pdf() Check {
	c := Check{Name: "pdf", Level: Good, Signs: a.Config.Signing.Engine}
	other, err := uniPDF(a.Config)
	if a.Config.Signing.Engine != config.EngineUniPDF {
		c.Other = other.State()
		return c
	}
	if err == nil {
		err = other.Refuse(nil)
	}
	if err != nil {
		c.Level, c.Err = Bad, err
	}
	return c
}

func (a *App) database(ctx context.Context) []Check {
	s, err := a.Store.Check(ctx)
	if err != nil {
		return []Check{{Name: "database", Level: Bad, Detail: err.Error(), Err: err}}
	}
	disk := Check{Name: "disk", Level: Good, Free: s.FreeBytes}
	if s.FreeBytes < lowDisk {
		disk.Level = Warn
	}
	return []Check{{Name: "database", Level: Good, Detail: "SQLite " + s.SQLiteVersion}, {Name: "vault", Level: Good}, disk}
}

func (a *App) sealKey() Check {
	chain, err := a.Sealer.OfficeChain()
	if err != nil {
		return Check{Name: "seal_key", Level: Bad, Detail: string(domain.CodeOf(err)), Err: err}
	}
	leaf, err := x509.ParseCertificate(chain[0])
	if err != nil {
		return Check{Name: "certificate", Level: Bad, Detail: err.Error(), Err: err}
	}
	left := leaf.NotAfter.Sub(a.now())
	c := Check{Name: "certificate", Level: Good, Detail: leaf.Subject.CommonName, Left: left}
	switch {
	case left <= 0:
		c.Level = Bad
	case left < 30*24*time.Hour:
		c.Level = Warn
	}
	return c
}

func (a *App) chain(ctx context.Context, by domain.Caller) Check {
	_, head, err := a.Office.AuditVerify(ctx, by)
	switch domain.CodeOf(err) {
	case "":
		if err == nil {
			return Check{Name: "chain", Level: Good, Detail: head}
		}
	case domain.CodeNoRight:
		return Check{Name: "chain", Level: Skipped, Err: err}
	}
	return Check{Name: "chain", Level: Bad, Detail: err.Error(), Err: err}
}

func (a *App) engineCheck(ctx context.Context) Check {
	if holder := a.holder(ctx); holder != "" && !dead(holder) {
		return Check{Name: "engine", Level: Good, Detail: holder}
	}
	return Check{Name: "engine", Level: Warn}
}

func (a *App) duty(ctx context.Context, by domain.Caller) Check {
	ops, err := a.Office.OperatorList(ctx, by)
	if err != nil {
		return Check{Name: "duty", Level: Skipped, Err: err}
	}
	for _, op := range ops {
		if op.Duty && !op.Disabled && op.Person != "" {
			return Check{Name: "duty", Level: Good, Detail: op.Name}
		}
	}
	return Check{Name: "duty", Level: Warn, Err: domain.Fail(domain.CodeNoDuty)}
}

// intake tells what stands at intake. A list that cannot be read stops every new contract.
func (a *App) intake(ctx context.Context, by domain.Caller) Check {
	s, err := a.Office.IntakeState(ctx, by)
	switch {
	case err != nil:
		return Check{Name: "intake", Level: Skipped, Err: err}
	case s.Poll.Alarm(a.now()):
		return Check{Name: "intake", Level: Bad, Intake: &s}
	case s.Total() > 0:
		return Check{Name: "intake", Level: Warn, Intake: &s}
	}
	return Check{Name: "intake", Level: Good}
}

// reach tries to connect: no request is sent, so nothing is charged.
func reach(ctx context.Context, name, address string) Check {
	if address == "" {
		return Check{Name: name, Level: Skipped}
	}
	u, err := url.Parse(address)
	if err != nil {
		return Check{Name: name, Level: Bad, Detail: err.Error(), Err: err}
	}
	host := u.Host
	if u.Port() == "" {
		host = net.JoinHostPort(u.Hostname(), map[string]string{"http": "80", "https": "443"}[u.Scheme])
	}
	conn, err := (&net.Dialer{Timeout: 3 * time.Second}).DialContext(ctx, "tcp", host)
	if err != nil {
		return Check{Name: name, Level: Bad, Detail: host, Err: domain.Fail(domain.CodeProviderDown, name).Because(err)}
	}
	if err := conn.Close(); err != nil {
		return Check{Name: name, Level: Warn, Detail: host, Err: err}
	}
	return Check{Name: name, Level: Good, Detail: host}
}
