package storage

import (
	"errors"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
)

func TestEnrolmentsComeBack(t *testing.T) {
	s := newStore(t)
	people(t, s)
	old := domain.Enrolment{
		ID: "E-1", Kind: domain.EnrolSeal, Company: "ORG-1", Name: "某某科技有限公司", Person: "P-a", State: domain.ReviewApproved,
		Made: t0(), Decided: t0(),
	}
	open := domain.Enrolment{
		ID: "E-2", Kind: domain.EnrolSeal, Company: "ORG-1", Name: "某某科技有限公司", Person: "P-b", File: "f", State: domain.ReviewOpen,
		Made: t0().Add(time.Second),
	}
	letter := domain.Enrolment{
		ID: "E-3", Kind: domain.EnrolAuthority, Company: "ORG-1", Person: "P-b", As: domain.AuthorityAuthorised, File: "g",
		State: domain.ReviewOpen, Made: t0(),
	}
	r := domain.Review{ID: "R-1", Kind: domain.ReviewSeal, Enrolment: "E-2", Person: "P-b", State: domain.ReviewOpen, Opened: t0(), Due: t0()}
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(tx.InsertEnrolment(old), tx.InsertEnrolment(open), tx.InsertEnrolment(letter), tx.InsertReview(r))
	})
	read(t, s, func(tx *Tx) error {
		same(t, "by id", letter)(tx.Enrolment("E-3"))
		same(t, "newest", open)(tx.NewestEnrolment(domain.EnrolSeal, "ORG-1", ""))
		same(t, "approved", old)(tx.NewestEnrolment(domain.EnrolSeal, "ORG-1", "", domain.ReviewApproved))
		same(t, "of a person", old)(tx.NewestEnrolment(domain.EnrolSeal, "ORG-1", "P-a"))
		code[domain.Enrolment](t, "of another company", domain.CodeNotFound)(tx.NewestEnrolment(domain.EnrolSeal, "ORG-2", ""))
		same(t, "review", r)(tx.Review("R-1"))
		return nil
	})
	open.State, open.Reason, open.Decided = domain.ReviewRejected, domain.ReasonSealOther, t0()
	inTx(t, s, func(tx *Tx) error { return tx.DecideEnrolment(open) })
	read(t, s, func(tx *Tx) error {
		same(t, "decided", open)(tx.Enrolment("E-2"))
		return nil
	})
	err := s.inTx(t.Context(), func(tx *Tx) error { return tx.DecideEnrolment(open) })
	if domain.CodeOf(err) != domain.CodeStale {
		t.Errorf("decided twice: %v", err)
	}
	r.ID, r.Verification = "R-2", "V-1"
	if err := s.inTx(t.Context(), func(tx *Tx) error { return tx.InsertReview(r) }); err == nil {
		t.Error("a review of two things is kept")
	}
}
