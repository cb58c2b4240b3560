package identity

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Mandate is what Party B has shown already: that this person may act for the company, and its seal.
type Mandate struct {
	As      domain.Authority   // "" when he has not shown it, or when it is too old
	Seal    *domain.Enrolment  // the company's seal, nil before the first
	Waiting []domain.Enrolment // his own, at the review desk
	Refused []domain.Enrolment // his own newest, where the desk refused them
	Ahead   int                // reviews before his oldest
	Late    bool               // it is past the promise
	// LetterNeeded reports that the declaration of a legal representative does not count alone.
	LetterNeeded bool
	Company      string
}

// MandateOf tells what a signer has shown for the company he is to seal for, so that his page asks for the rest only.
func (o *Identities) MandateOf(ctx context.Context, by domain.Caller, no string) (m Mandate, err error) {
	err = o.View(ctx, by, domain.ActionSignerRead, action.PersonObject(by.ID), func(w *action.Work) error {
		c, err := w.Contract(no)
		if err != nil {
			return err
		}
		if c.B.Signer != by.ID {
			return domain.Fail(domain.CodeNotFound, no)
		}
		if m, err = o.Mandate(w, by.ID, c.B); err != nil || len(m.Waiting) == 0 {
			return err
		}
		return o.wait(w, &m)
	})
	return m, err
}

func (o *Identities) Mandate(w *action.Work, person string, b domain.Party) (m Mandate, err error) {
	rules, err := o.Rules(w)
	if err != nil {
		return m, err
	}
	m.Company, m.LetterNeeded = domain.CompanyID(b), rules.CompanyCheck == domain.CheckLetter
	for _, kind := range []domain.EnrolmentKind{domain.EnrolAuthority, domain.EnrolSeal} {
		own, err := found(w.NewestEnrolment(kind, m.Company, person))
		if err != nil {
			return m, err
		}
		switch {
		case own == nil:
		case own.State == domain.ReviewOpen:
			m.Waiting = append(m.Waiting, *own)
		case own.State == domain.ReviewRejected:
			m.Refused = append(m.Refused, *own)
		}
	}
	// What was approved stands until something newer is: also while the desk looks at that.
	shown, err := found(w.NewestEnrolment(domain.EnrolAuthority, m.Company, person, domain.ReviewApproved))
	if err != nil {
		return m, err
	}
	if shown != nil && o.Now().Before(shown.Decided.AddDate(0, o.Settings.ValidMonths, 0)) {
		if shown.File != "" || !m.LetterNeeded {
			m.As = shown.As
		}
	}
	m.Seal, err = found(w.NewestEnrolment(domain.EnrolSeal, m.Company, "", domain.ReviewApproved))
	if m.Seal != nil && m.Seal.Name != b.Name {
		m.Seal = nil // the company has another name now, which the seal does not bear
	}
	return m, err
}

func found(e domain.Enrolment, err error) (*domain.Enrolment, error) {
	switch {
	case domain.CodeOf(err) == domain.CodeNotFound:
		return nil, nil
	case err != nil:
		return nil, err
	}
	return &e, nil
}

// wait tells how long the queue before somebody's enrolments is.
func (o *Identities) wait(w *action.Work, m *Mandate) error {
	queue, err := w.Reviews([]domain.ReviewState{domain.ReviewOpen, domain.ReviewClaimed}, 0)
	if err != nil {
		return err
	}
	for i, r := range queue {
		for _, own := range m.Waiting {
			if r.Enrolment == own.ID {
				m.Ahead, m.Late = i, !o.Now().Before(r.Due)
				return nil
			}
		}
	}
	return nil
}

// Authorise makes sure that the person may seal for the company; a legal representative's declaration is kept.
func (o *Identities) Authorise(w *action.Work, m *Mandate, c domain.Contract, person string, as domain.Authority) error {
	switch {
	case len(m.Waiting) > 0:
		return domain.Fail(domain.CodeAuthorityWaiting)
	case m.As != "":
		return nil
	case as != domain.AuthorityLegalRepresentative:
		return domain.Fail(domain.CodeAuthorityMissing) // who is authorised shows the letter first
	case m.LetterNeeded:
		return domain.Fail(domain.CodeLetterRequired)
	}
	m.As = as
	_, err := o.enrol(w, c, domain.Enrolment{Kind: domain.EnrolAuthority, Person: person, As: as, State: domain.ReviewApproved})
	return err
}

// SealOf is what the company's seal looks like; the first one is drawn from the registered name and enrolled.
func (o *Identities) SealOf(ctx context.Context, w *action.Work, m *Mandate, c domain.Contract, person string) (domain.Appearance, error) {
	if m.Seal == nil {
		drawn, err := o.enrol(w, c, domain.Enrolment{Kind: domain.EnrolSeal, Person: person, State: domain.ReviewApproved})
		if err != nil {
			return domain.Appearance{}, err
		}
		m.Seal = &drawn
	}
	look := domain.Appearance{Ring: m.Seal.Name}
	if m.Seal.File == "" {
		return look, nil
	}
	var err error
	look.Picture, err = o.Store.Photo(ctx, m.Seal.Person, m.Seal.File)
	return look, err
}

// enrol keeps what a company shows. What is not approved at once waits at the review desk.
func (o *Identities) enrol(w *action.Work, c domain.Contract, e domain.Enrolment) (domain.Enrolment, error) {
	var err error
	if e.ID, err = o.NewID(domain.IDEnrolment, 6); err != nil {
		return e, err
	}
	e.Company, e.Name, e.Made = domain.CompanyID(c.B), c.B.Name, o.Now()
	if e.State == domain.ReviewApproved {
		e.Decided = e.Made
	}
	if err := w.InsertEnrolment(e); err != nil {
		return e, err
	}
	return e, w.Record(enrolAction(e.Kind), action.ContractObject(c.No), domain.Event{
		After:  string(e.State),
		Detail: domain.Fields("enrolment", e.ID, "company", e.Company, "authority", string(e.As), "file", e.File),
	})
}

// enrolAction is the action of an enrolment of the kind.
func enrolAction(k domain.EnrolmentKind) domain.Action { return domain.Action("enrol." + string(k)) }

// SealPicture gives the picture of the seal a company has enrolled, to whoever is to seal with it. Error: CodeNotFound
// where it is drawn from the name.
func (o *Identities) SealPicture(ctx context.Context, by domain.Caller, no string) ([]byte, error) {
	m, err := o.MandateOf(ctx, by, no)
	if err != nil {
		return nil, err
	}
	if m.Seal == nil || m.Seal.File == "" {
		return nil, domain.Fail(domain.CodeNotFound, no)
	}
	return o.Store.Photo(ctx, m.Seal.Person, m.Seal.File)
}
