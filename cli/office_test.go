//go:build !office

package cli_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/samples"
)

// office is a data folder that every script gets a copy of, with a case for each command. Its providers run on loopback
// until the last script has ended; its people are idle, since no copy serves their pages.
type office struct {
	dir  string
	town *app.Town
	vars map[string]string // what scripts call its contracts and cases
}

// pin opens the seal key of the prepared office.
const pin = "390417-office"

// The contracts of the prepared office by what is the case with them.
const (
	reviewed = "HT-2026-0001" // Party B signs; its representative waits for manual review
	done     = "HT-2026-0002" // complete
	sealable = "HT-2026-0003" // the contract seal is due
	another  = "HT-2026-0004" // likewise
	coded    = "HT-2026-0005" // Party B signs; its representative has been sent a code
	checked  = "HT-2026-0006" // Party B signs; a provider checks its representative's identity
	fresh    = "HT-2026-0007" // to be pushed
	samePile = "HT-2026-X004" // quarantined
)

// prepare makes the office by a day's work of simulated people.
func prepare(ctx context.Context, dir string) (o *office, err error) {
	exe, err := exec.LookPath("sealdesk")
	if err != nil {
		return nil, err
	}
	o = &office{dir: dir, vars: map[string]string{
		"REVIEWED": reviewed, "DONE": done, "SEALABLE": sealable, "ANOTHER": another, "CODED": coded, "CHECKED": checked, "FRESH": fresh,
		"QUARANTINED": samePile, "TURNED_AWAY": "HT-2026-X001", "ACCOUNT": account(),
	}}
	if o.town, err = app.StartTown(ctx, app.TownOptions{State: dir + "-sandbox", Listen: "127.0.0.1", People: true, Now: time.Now}); err != nil {
		return nil, err
	}
	town := o.town
	defer func() {
		if err != nil {
			err = errors.Join(err, town.Close())
		}
	}()
	err = town.Office(ctx, dir, app.TownOffice{
		PIN: []byte(pin), Operator: "demo", OSUser: account(), Getenv: none, Exe: exe, Now: time.Now,
		Roles: []domain.Role{domain.RoleOperator, domain.RoleReviewer, domain.RoleSealer, domain.RoleAuditor, domain.RoleAdmin},
	})
	if err != nil {
		return nil, err
	}
	if err := o.day(ctx, exe); err != nil {
		return nil, err
	}
	return o, o.evening(ctx, exe)
}

func none(string) string { return "" }

// day serves until the contracts stand where scripts want them.
func (o *office) day(ctx context.Context, exe string) (err error) {
	ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
	defer stop()
	a, err := app.Open(ctx, app.Options{Dir: o.dir, Getenv: none, Exe: exe, Serving: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	served := make(chan error, 1)
	go func() {
		served <- a.Serve(ctx, app.Progress{Listening: func(string) {}, Leading: func() {}, Following: func(string) {}})
	}()
	defer func() {
		stop()
		if ended := <-served; !errors.Is(ended, context.Canceled) {
			err = errors.Join(err, ended)
		}
	}()
	if err := o.town.OfferSamples(ctx, 7); err != nil {
		return err
	}
	by := domain.Claimed("demo")
	for there := false; !there; {
		if there, err = o.round(ctx, a, by); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	return nil
}

// round does what is due and reports whether everything stands where it should.
func (o *office) round(ctx context.Context, a *app.App, by domain.Caller) (there bool, err error) {
	list, err := a.Office.Contracts(ctx, by, app.ContractFilter{})
	if err != nil {
		return false, err
	}
	at := map[string]domain.Stage{}
	for _, c := range list {
		at[c.No] = c.Stage
	}
	for _, no := range []string{reviewed, done, sealable, another} {
		if at[no] == domain.StageToPush {
			if err := passing(a.Office.Push(ctx, by, no)); err != nil {
				return false, err
			}
		}
	}
	if at[done] == domain.StageToSeal {
		err := a.Office.UnlockSeal(ctx, by, []byte(pin))
		if err == nil {
			err = a.SealNow(ctx, by, done, nil)
		}
		if err := passing(err); err != nil {
			return false, err
		}
	}
	reviews, err := a.Office.Reviews(ctx, by, []domain.ReviewState{domain.ReviewOpen}, 0)
	if err != nil {
		return false, err
	}
	if len(reviews) > 0 {
		o.vars["REVIEW"] = reviews[0].ID
	}
	wrong, err := app.WrongSamples()
	return err == nil && len(reviews) > 0 && len(list) == 7+wrong && at[reviewed] == domain.StageBSigning && at[done] == domain.StageDone &&
		at[sealable] == domain.StageToSeal && at[another] == domain.StageToSeal && o.town.Answered(), err
}

// passing drops a failure that passes by itself: a sealer who is just being verified, a contract that moved meanwhile.
func passing(err error) error {
	if domain.CodeOf(err) == domain.CodeNotVerified || domain.CodeOf(err).Kind() == domain.KindState {
		return nil
	}
	return err
}

// evening adds what only stands still when nothing serves: operators, and verifications that are not decided. It is past,
// so that no pause between two codes is in the way of a script.
func (o *office) evening(ctx context.Context, exe string) (err error) {
	past := func() time.Time { return time.Now().Add(-10 * time.Minute) }
	a, err := app.Open(ctx, app.Options{Dir: o.dir, Getenv: none, Exe: exe, Now: past})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	by := domain.Claimed("demo")
	for _, n := range []app.NewOperator{
		{Name: "op", Roles: []domain.Role{domain.RoleOperator}},
		{Name: "rev", Roles: []domain.Role{domain.RoleReviewer}},
		{Name: "sealer", Roles: []domain.Role{domain.RoleSealer}, Phone: "15400000097"},
		{Name: "aud", Roles: []domain.Role{domain.RoleAuditor}},
		{Name: "adm", Roles: []domain.Role{domain.RoleAdmin}},
		{Name: "gone", Roles: []domain.Role{domain.RoleOperator}},
	} {
		n.OSUser = account()
		if err := a.Office.AddOperator(ctx, by, n); err != nil {
			return err
		}
	}
	if err := a.Office.DisableOperator(ctx, by, "gone"); err != nil {
		return err
	}
	// The account's first operator speaks where none is named; demo was first.
	for no, start := range map[string]func(signer domain.Caller, p cast.Person) error{
		coded: func(signer domain.Caller, _ cast.Person) error { return a.Office.StartPhone(ctx, signer) },
		checked: func(signer domain.Caller, p cast.Person) error {
			phone, err := domain.ParsePhone(p.Phone)
			if err != nil {
				return err
			}
			return a.Office.StartBank(ctx, signer, p.Card, phone, consent("bank"))
		},
	} {
		if err := a.Office.Push(ctx, by, no); err != nil {
			return err
		}
		d, err := a.Office.Contract(ctx, by, no)
		if err != nil {
			return err
		}
		signer := domain.InSession(d.Signers[domain.PartyB].ID)
		p := personOf(d.Signers[domain.PartyB].Phone.Clear())
		id := domain.Identity{Name: p.Name, Kind: domain.DocKind(p.DocKind), Number: p.DocNo}
		if err := a.Office.StateIdentity(ctx, signer, id, consent("verify")); err != nil {
			return err
		}
		if err := start(signer, p); err != nil {
			return err
		}
	}
	secret, err := os.ReadFile(filepath.Join(o.dir, "secrets", "procurement"))
	if err != nil {
		return err
	}
	o.vars["SECRET"] = strings.TrimSpace(string(secret))
	jobs, err := a.Office.Jobs(ctx, by, app.JobFilter{States: []domain.JobState{domain.JobDone}})
	if err != nil {
		return err
	}
	o.vars["DONE_JOB"] = strconv.FormatInt(jobs[0].ID, 10)
	return o.tries(ctx, a, by)
}

// tries names the verifications by their states.
func (o *office) tries(ctx context.Context, a *app.App, by domain.Caller) error {
	list, err := a.Office.Verifications(ctx, by, app.VerificationFilter{})
	if err != nil {
		return err
	}
	for _, v := range list {
		switch v.State {
		case domain.VerificationCode:
			o.vars["CODE_TRY"] = v.ID
		case domain.VerificationChecked:
			o.vars["CHECKED_TRY"] = v.ID
		case domain.VerificationReview:
			o.vars["REVIEW_TRY"] = v.ID
		case domain.VerificationPassed:
			o.vars["PASSED_TRY"] = v.ID
		}
	}
	return nil
}

func consent(kind string) domain.Consent {
	return domain.Consent{Agreed: true, Kind: kind, Text: "同意"}
}

func personOf(phone string) cast.Person {
	for _, p := range cast.People() {
		if p.Phone == phone {
			return p
		}
	}
	return cast.Person{}
}

// copyTo gives a script an office of its own below its working folder, its PIN in pin, a wrong one in wrong-pin, the text
// of a contract in contract.pdf and bytes that are no PDF in junk.pdf.
func (o *office) copyTo(work string) error {
	text, err := samples.Good(9)
	if err != nil {
		return err
	}
	for name, content := range map[string][]byte{
		"pin": []byte(pin + "\n"), "wrong-pin": []byte("000000-wrong\n"), "contract.pdf": text.PDF, "junk.pdf": []byte("no PDF at all\n"),
	} {
		if err := os.WriteFile(filepath.Join(work, name), content, 0o600); err != nil {
			return err
		}
	}
	into := filepath.Join(work, "office")
	if err := filepath.WalkDir(o.dir, func(path string, d fs.DirEntry, err error) error {
		name, errRel := filepath.Rel(o.dir, path)
		switch {
		case err != nil || errRel != nil:
			return errors.Join(err, errRel)
		case d.IsDir() && name == "cache":
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(into, name), 0o700)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(into, name), content, 0o600)
	}); err != nil {
		return err
	}
	// The cache holds compiled code of the drawing engine: it is the same for all, and slow to make.
	return os.Symlink(filepath.Join(o.dir, "cache"), filepath.Join(into, "cache"))
}

// until repeats a command until it exits with 0.
func until(ts *testscript.TestScript, _ bool, args []string) {
	deadline := time.Now().Add(30 * time.Second)
	for run(ts, args) != 0 {
		if time.Now().After(deadline) {
			ts.Fatalf("%s did not come to pass\n%s", strings.Join(args, " "), ts.ReadFile("stderr"))
		}
		time.Sleep(50 * time.Millisecond)
	}
}
