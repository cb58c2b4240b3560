// Package sample is an office in memory with made-up contracts and people, for the console's tests and its gallery.
package sample

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/intake"
	"campus.example/sealdesk/workflow/lifecycle"
	"campus.example/sealdesk/workflow/query"
)

// Office is a small office: enough of workflow's behaviour for a console to show and act.
type Office struct {
	mu        sync.Mutex
	Now       func() time.Time
	Me        domain.Operator
	list      []domain.Contract
	index     map[string]int
	people    map[string]domain.Person
	tries     []query.QueuedVerification
	reviews   []query.ReviewCase
	unlocked  bool
	Against   intake.Quarantine // what waits for a decision at a contract in quarantine
	Intake    int               // offers that need somebody
	PollFails bool
	Second    domain.Fen // amount from which a second sealer confirms
	version   int64
	Fail      error         // every answer, while it is set
	Slow      time.Duration // every answer takes so long
	Calls     []string      // the acts that were asked for
	LookedFor int           // contracts that were looked up one by one
}

// New makes an office without contracts.
func New(now func() time.Time) *Office {
	return &Office{
		Now: now, index: map[string]int{}, people: map[string]domain.Person{}, version: 1,
		Me: domain.Operator{Name: "张敏", Roles: []domain.Role{domain.RoleOperator, domain.RoleReviewer, domain.RoleSealer}},
	}
}

func (o *Office) enter(ctx context.Context) (func(), error) {
	if o.Slow > 0 {
		select {
		case <-time.After(o.Slow):
		case <-ctx.Done():
			return func() {}, ctx.Err()
		}
	}
	o.mu.Lock()
	return o.mu.Unlock, o.Fail
}

// Set changes the office under its lock and counts the change.
func (o *Office) Set(change func(*Office)) {
	o.mu.Lock()
	defer o.mu.Unlock()
	change(o)
	o.version++
}

// Changed is the probe.
func (o *Office) Changed(context.Context) (int64, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.version, nil
}

// Add puts contracts in.
func (o *Office) Add(list ...domain.Contract) {
	for _, c := range list {
		o.index[c.No] = len(o.list)
		o.list = append(o.list, c)
	}
}

// Desk counts.
func (o *Office) Desk(ctx context.Context, _ domain.Caller) (query.Desk, error) {
	done, err := o.enter(ctx)
	defer done()
	d := query.Desk{
		Operator: o.Me, Stages: map[domain.Stage]int{}, Verifications: map[domain.VerificationState]int{},
		Reviews: map[domain.ReviewState]int{}, Jobs: map[domain.JobState]int{}, Unlocked: o.unlocked, SecondFrom: o.Second,
		Intake: o.Intake, PollFailing: o.PollFails,
	}
	if err != nil {
		return d, err
	}
	for i := range o.list {
		d.Stages[o.list[i].Stage]++
	}
	for _, v := range o.tries {
		d.Verifications[v.State]++
		if v.State == domain.VerificationFailed {
			d.Stuck++
		}
	}
	for _, r := range o.reviews {
		d.Reviews[r.State]++
		if (r.State == domain.ReviewOpen || r.State == domain.ReviewClaimed) && (d.Due.IsZero() || r.Due.Before(d.Due)) {
			d.Due = r.Due
		}
	}
	if len(o.list) > 0 {
		d.Jobs[domain.JobDead] = 3
	}
	return d, nil
}

// Contracts lists a window.
func (o *Office) Contracts(ctx context.Context, _ domain.Caller, f domain.ContractFilter) ([]domain.Contract, error) {
	done, err := o.enter(ctx)
	defer done()
	if err != nil {
		return nil, err
	}
	var found []domain.Contract
	passed := 0
	for i := range o.list {
		if !fits(&o.list[i], f) {
			continue
		}
		if passed++; passed <= f.Offset {
			continue
		}
		found = append(found, o.list[i])
		if f.Limit > 0 && len(found) == f.Limit {
			break
		}
	}
	return found, nil
}

func fits(c *domain.Contract, f domain.ContractFilter) bool {
	ok := len(f.Stages) == 0
	for _, s := range f.Stages {
		ok = ok || s == c.Stage
	}
	if !ok || (f.Problem && c.Problem.Code == "") {
		return false
	}
	return f.Search == "" || strings.Contains(c.No+c.Title+c.B.Name+c.A.Department+c.B.Person, f.Search)
}

// Contract gives a dossier.
func (o *Office) Contract(ctx context.Context, _ domain.Caller, no string) (query.Dossier, error) {
	done, err := o.enter(ctx)
	defer done()
	i, ok := o.index[no]
	switch {
	case err != nil:
		return query.Dossier{}, err
	case !ok:
		return query.Dossier{}, domain.Fail(domain.CodeNotFound, no)
	}
	o.LookedFor++
	return o.dossier(o.list[i]), nil
}

func (o *Office) act(ctx context.Context, name, of string, do func() error) error {
	done, err := o.enter(ctx)
	defer done()
	if err != nil {
		return err
	}
	o.Calls = append(o.Calls, name+" "+of)
	o.version++
	return do()
}

func (o *Office) move(no string, to domain.Stage) error {
	i, ok := o.index[no]
	if !ok {
		return domain.Fail(domain.CodeNotFound, no)
	}
	return o.list[i].Move(to, o.Now())
}

// Push pushes.
func (o *Office) Push(ctx context.Context, _ domain.Caller, no string) error {
	return o.act(ctx, "push", no, func() error { return o.move(no, domain.StageBSigning) })
}

// Remind calls again.
func (o *Office) Remind(ctx context.Context, _ domain.Caller, no string) error {
	return o.act(ctx, "remind", no, func() error { return nil })
}

// ChangeContact changes a contact.
func (o *Office) ChangeContact(ctx context.Context, _ domain.Caller, no string, n lifecycle.NewContact) error {
	return o.act(ctx, "contact", fmt.Sprintf("%s %s %s %s verified=%v %s", no, n.Side, n.Phone, n.Name, n.Verified, n.Reason), func() error {
		o.list[o.index[no]].Problem = domain.Problem{}
		return nil
	})
}

// Extend gives more time.
func (o *Office) Extend(ctx context.Context, _ domain.Caller, no string, until time.Time, reason string) error {
	return o.act(ctx, "extend", no+" "+until.UTC().Format(time.RFC3339)+" "+reason, func() error {
		return o.list[o.index[no]].Extend(until, o.Now(), nil)
	})
}

// Recall takes back.
func (o *Office) Recall(ctx context.Context, _ domain.Caller, no, reason string) error {
	return o.act(ctx, "recall", no+" "+reason, func() error { return o.move(no, domain.StageRecalled) })
}

// Void begins to void.
func (o *Office) Void(ctx context.Context, _ domain.Caller, no, reason string) (string, error) {
	return no + "-ZF", o.act(ctx, "void", no+" "+reason, func() error { return o.move(no, domain.StageVoiding) })
}

// Quarantine shows what waits for a decision.
func (o *Office) Quarantine(ctx context.Context, _ domain.Caller, no string) (intake.Quarantine, error) {
	done, err := o.enter(ctx)
	defer done()
	q := o.Against
	q.Contract = o.list[o.index[no]]
	return q, err
}

// Decide decides.
func (o *Office) Decide(ctx context.Context, _ domain.Caller, no string, d domain.Decision, reason string) error {
	return o.act(ctx, string(d), no+" "+reason, func() error {
		o.list[o.index[no]].SettleDoubt("", o.Now())
		return nil
	})
}

// Confirm confirms as another sealer.
func (o *Office) Confirm(ctx context.Context, by domain.Caller, no string) error {
	return o.act(ctx, "confirm", no, func() error {
		o.list[o.index[no]].Confirmed = by.ID
		return nil
	})
}

// SealNow seals.
func (o *Office) SealNow(ctx context.Context, no string, at *domain.Spot) error {
	return o.act(ctx, "seal", no, func() error {
		if !o.unlocked {
			return domain.Fail(domain.CodeSealKeyLocked)
		}
		if at != nil {
			place := &o.list[o.index[no]].SealPlace
			place.Page, place.X, place.Y = at.Page, at.X-place.W/2, at.Y-place.H/2
		}
		return o.move(no, domain.StageDelivering)
	})
}

// Unlock takes the PIN 123456.
func (o *Office) Unlock(ctx context.Context, pin []byte) error {
	defer clear(pin)
	return o.act(ctx, "unlock", "", func() error {
		if string(pin) != "123456" {
			return domain.Fail(domain.CodePINWrong)
		}
		o.unlocked = true
		return nil
	})
}

// Advance takes one contract a step on, for a gallery in which things happen.
func (o *Office) Advance() {
	o.Set(func(o *Office) {
		for i := range o.list {
			if act, ok := o.list[i].Stage.Due(); ok && act != domain.ActOfficeSeal {
				_ = o.list[i].Move(act.Next(), o.Now())
				return
			}
		}
	})
}

func no(i int) string { return fmt.Sprintf("HT-2026-%04d", i) }

// Find gives a contract to change, under Set or before a console is open.
func (o *Office) Find(no string) *domain.Contract { return &o.list[o.index[no]] }
