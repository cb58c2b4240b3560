package identity

import (
	"context"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/access"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/port"
)

// StateIdentity is step 1 of the verification: kind, number and name of the document (S57, S58). Errors:
// CodeAlreadyVerified, CodeConsentMissing, CodeVerificationRunning, and those of domain.CheckIdentity.
func (o *Identities) StateIdentity(ctx context.Context, by domain.Caller, id domain.Identity, consent domain.Consent) error {
	id, err := domain.CheckIdentity(id, o.Settings.ExtraKinds, o.Now().In(o.Zone()))
	if err != nil {
		return err
	}
	return o.Act(ctx, by, domain.ActionVerificationIdentity, action.PersonObject(by.ID), func(w *action.Work) error {
		p, err := o.unverified(w, by.ID)
		if err != nil {
			return err
		}
		if err := o.nothingRunning(w, by.ID); err != nil {
			return err
		}
		if err := o.Parties.Consent(w, by.ID, consent); err != nil {
			return err
		}
		p.Identity = id
		if err := w.UpdatePerson(p); err != nil {
			return err
		}
		return w.Record(domain.ActionVerificationIdentity, action.PersonObject(by.ID), domain.Event{After: string(id.Kind)})
	})
}

// MethodChoice is what step 2 offers (S57, S65).
type MethodChoice struct {
	Identity domain.Identity
	Methods  []domain.Method
	Left     map[domain.Method]int // tries left today
	UsedUp   []domain.Method       // would be open, but today's tries are used up (G10)
	Refusals int                   // of the review desk, in a row
}

// Methods tells which methods are open to the person now.
func (o *Identities) Methods(ctx context.Context, by domain.Caller) (m MethodChoice, err error) {
	err = o.View(ctx, by, domain.ActionSignerRead, action.PersonObject(by.ID), func(w *action.Work) error {
		p, err := w.Person(by.ID)
		if err != nil {
			return err
		}
		m, err = o.methods(w, p)
		return err
	})
	return m, err
}

func (o *Identities) methods(w *action.Work, p domain.Person) (MethodChoice, error) {
	m := MethodChoice{Identity: p.Identity, Left: map[domain.Method]int{}}
	rules, err := o.Rules(w)
	if err != nil {
		return m, err
	}
	offered := o.Verifier.Methods()
	if o.Rulebook.VerifierAdmitted(rules) != nil {
		offered = nil // what is left is the manual review
	}
	today := o.Today()
	tries, err := w.Verifications(domain.VerificationFilter{Person: p.ID, Since: today.AddDate(0, 0, -30)})
	if err != nil {
		return m, err
	}
	tried, failed := map[domain.Method]int{}, false
	for _, v := range tries {
		if v.State == domain.VerificationFailed && v.Method != domain.MethodManual {
			failed = true
		}
		if v.Started.Before(today) || v.State == domain.VerificationOff {
			continue
		}
		tried[v.Method]++
	}
	for _, v := range tries {
		if v.State != domain.VerificationRefused {
			break
		}
		m.Refusals++
	}
	m.Methods = domain.MethodsFor(p.Identity.Kind, offered, tried, rules.TriesPerDay, failed, p.ManualOpened)
	for _, method := range m.Methods {
		m.Left[method] = max(0, rules.TriesPerDay-tried[method])
	}
	for _, method := range offered {
		if p.Identity.Kind.Automatic() && tried[method] >= rules.TriesPerDay {
			m.UsedUp = append(m.UsedUp, method)
		}
	}
	return m, nil
}

// offered refuses a method the page would not have shown (S63).
func (o *Identities) offered(w *action.Work, p domain.Person, method domain.Method) error {
	if p.Identity.Number == "" {
		return domain.Fail(domain.CodeMethodNotOffered, string(method))
	}
	m, err := o.methods(w, p)
	if err != nil {
		return err
	}
	for _, open := range m.Methods {
		if open == method {
			return nil
		}
	}
	return domain.Fail(domain.CodeMethodNotOffered, string(method))
}

// StartPhone begins the phone method: a code goes to the person's phone (S72). What it hands to the provider is covered
// by the consent of step 1. Errors: CodeAlreadyVerified, CodeMethodNotOffered, CodeVerificationRunning, CodeTooOften within a
// minute of the last code.
func (o *Identities) StartPhone(ctx context.Context, by domain.Caller) error {
	return o.Act(ctx, by, domain.ActionVerificationStart, action.PersonObject(by.ID), func(w *action.Work) error {
		p, err := o.unverified(w, by.ID)
		if err != nil {
			return err
		}
		if v, running, err := o.running(w, by.ID); err != nil {
			return err
		} else if running {
			if v.Method == domain.MethodPhone && v.State == domain.VerificationCode {
				return o.Access.SendCode(w, p, domain.PurposeVerify, v.ID)
			}
			return domain.Fail(domain.CodeVerificationRunning)
		}
		if err := o.offered(w, p, domain.MethodPhone); err != nil {
			return err
		}
		v, err := o.newTry(w, p, domain.MethodPhone, domain.VerificationCode, "")
		if err != nil {
			return err
		}
		return o.Access.SendCode(w, p, domain.PurposeVerify, v.ID)
	})
}

// PhoneCode compares the code; the right one sends name, number and phone to the provider, which is what makes the
// phone prove the person (S73, S76). Five wrong guesses fail the try.
func (o *Identities) PhoneCode(ctx context.Context, by domain.Caller, guess string) error {
	var v domain.Verification
	err := o.View(ctx, by, domain.ActionSignerRead, action.PersonObject(by.ID), func(w *action.Work) (err error) {
		var running bool
		if v, running, err = o.running(w, by.ID); err == nil && (!running || v.State != domain.VerificationCode) {
			err = domain.Fail(domain.CodeCodeExpired)
		}
		return err
	})
	if err != nil {
		return err
	}
	key := access.CodeKey{Person: by.ID, Purpose: domain.PurposeVerify, Subject: v.ID}
	err = o.Access.WithCode(ctx, by, domain.ActionVerificationCode, domain.ObjectVerification+v.ID, key, guess, func(w *action.Work) error {
		from := v.State
		v.State = domain.VerificationChecked
		if err := w.UpdateVerification(v, from); err != nil {
			return err
		}
		return o.Enqueue(w, domain.JobCheck, domain.JobKeyCheck+v.OrderNo, action.JobArgs{ID: v.ID}, o.Now())
	})
	if domain.CodeOf(err) != domain.CodeTriesUsedUp {
		return err
	}
	if errFail := o.BySystem(ctx, func(w *action.Work) error { return o.fail(w, v, domain.CodeTriesUsedUp) }); errFail != nil {
		return errFail
	}
	return err
}

// RunCheck asks the provider. It deduplicates on the order number, so a repeat costs nothing. A provider that the rules do
// not admit is not asked, and its answer does not count when the rules have changed meanwhile: the try fails.
func (o *Identities) RunCheck(ctx context.Context, job domain.Job, args action.JobArgs) error {
	var v domain.Verification
	var p domain.Person
	var rules domain.Rules
	err := o.Snapshot(ctx, func(w *action.Work) (err error) {
		if v, err = w.Verification(args.ID); err != nil {
			return err
		}
		if rules, err = o.Rules(w); err != nil {
			return err
		}
		p, err = w.Person(v.Person)
		return err
	})
	if err != nil {
		return err
	}
	if v.State != domain.VerificationChecked {
		return o.Finish(ctx, job, action.Nothing)
	}
	if o.Rulebook.VerifierAdmitted(rules) != nil {
		return o.Finish(ctx, job, func(w *action.Work) error { return o.fail(w, v, domain.CodeProviderNotAdmitted) })
	}
	if err := o.Store.MarkInflight(ctx, job, o.Now()); err != nil {
		return err
	}
	answer, err := o.Verifier.Check(ctx, domain.IdentityQuestion{
		OrderNo: v.OrderNo, Method: v.Method, Name: v.Identity.Name, Number: v.Identity.Number, Phone: p.Phone, Card: v.Card,
	})
	if err == nil && answer.Outcome == domain.OutcomePending {
		return &port.Later{At: o.Now().Add(2 * time.Second), Why: "pending"}
	}
	if err != nil && domain.CodeOf(err) != domain.CodeProviderRefused {
		return err
	}
	return o.Finish(ctx, job, func(w *action.Work) error {
		rules, errRules := o.Rules(w)
		switch {
		case errRules != nil:
			return errRules
		case o.Rulebook.VerifierAdmitted(rules) != nil:
			return o.fail(w, v, domain.CodeProviderNotAdmitted)
		case err != nil:
			return o.fail(w, v, domain.CodeProviderRefused)
		case answer.Outcome == domain.OutcomeMatch:
			return o.pass(w, v)
		}
		return o.fail(w, v, domain.Code("identity_"+string(answer.Outcome)))
	})
}

func (o *Identities) newTry(w *action.Work, p domain.Person, m domain.Method, s domain.VerificationState, card string) (domain.Verification, error) {
	id, err := o.NewID(domain.IDVerification, 10)
	if err != nil {
		return domain.Verification{}, err
	}
	v := domain.Verification{
		ID: id, Person: p.ID, Method: m, State: s, Identity: p.Identity, Card: card, OrderNo: id, Started: o.Now(),
	}
	if err := w.InsertVerification(v); err != nil {
		return v, err
	}
	return v, w.Record(domain.ActionVerificationStart, domain.ObjectVerification+v.ID, domain.Event{
		After: string(s), Detail: domain.Fields("method", string(m), "person", p.ID),
	})
}

// pass makes the person verified. A key to sign with is made by each act, for it alone.
func (o *Identities) pass(w *action.Work, v domain.Verification) error {
	now, from := o.Now(), v.State
	v.State, v.Decided, v.Detail = domain.VerificationPassed, now, ""
	if err := w.UpdateVerification(v, from); err != nil {
		return err
	}
	p, err := w.Person(v.Person)
	if err != nil {
		return err
	}
	p.Identity, p.Method, p.Verified, p.ValidTill = v.Identity, v.Method, now, now.AddDate(0, o.Settings.ValidMonths, 0)
	p.ManualOpened = false
	if err := w.UpdatePerson(p); err != nil {
		return err
	}
	if err := o.Parties.CompareNamesOf(w, p.ID); err != nil {
		return err
	}
	return w.Record(domain.ActionVerificationPassed, domain.ObjectVerification+v.ID, domain.Event{
		Before: string(from), After: string(v.State), Detail: domain.Fields("method", string(v.Method), "person", p.ID),
	})
}

func (o *Identities) fail(w *action.Work, v domain.Verification, why domain.Code) error {
	from := v.State
	v.State, v.Decided, v.Detail = domain.VerificationFailed, o.Now(), why
	if err := w.UpdateVerification(v, from); err != nil {
		return err
	}
	return w.As(domain.System()).Record(domain.ActionVerificationFailed, domain.ObjectVerification+v.ID, domain.Event{
		Before: string(from), After: string(v.State), Code: why,
		Detail: domain.Fields("method", string(v.Method), "person", v.Person),
	})
}

// unverified loads a person who still has to verify himself: the verified are not asked again (S49).
func (o *Identities) unverified(w *action.Work, person string) (domain.Person, error) {
	p, err := w.Person(person)
	if err == nil && p.VerifiedAt(o.Now()) {
		err = domain.Fail(domain.CodeAlreadyVerified)
	}
	return p, err
}

func (o *Identities) running(w *action.Work, person string) (domain.Verification, bool, error) {
	tries, err := w.Verifications(domain.VerificationFilter{Person: person, Limit: 1})
	if err != nil || len(tries) == 0 {
		return domain.Verification{}, false, err
	}
	return tries[0], tries[0].Open(), nil
}

// nothingRunning lets go of a try that only waits for its code. It fails with CodeVerificationRunning while a provider or
// reviewer decides.
func (o *Identities) nothingRunning(w *action.Work, person string) error {
	v, running, err := o.running(w, person)
	switch {
	case err != nil || !running:
		return err
	case v.State == domain.VerificationCode:
		return o.fail(w, v, domain.CodeCodeExpired)
	}
	return domain.Fail(domain.CodeVerificationRunning)
}
