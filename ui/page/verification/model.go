// Package verification is the page of the signers' personal verifications: who is being verified, how, how far it is
// and why it failed.
package verification

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/component"
	"campus.example/sealdesk/ui/page"
	"campus.example/sealdesk/workflow/query"
)

// Model is the page.
type Model struct {
	d      *page.Deps
	list   component.List[query.QueuedVerification]
	rows   page.Latest
	all    []query.QueuedVerification // before the filter
	loaded bool
	failed error
	recent bool // the last day instead of what is running

	filter  component.Line
	reading bool
}

// New makes the page.
func New(d *page.Deps) *Model {
	m := &Model{d: d, filter: component.NewLine(d.Theme)}
	m.list.Key = func(v query.QueuedVerification) string { return v.ID }
	return m
}

// running are the states that are not decided, and failures, which need somebody too.
func running() []domain.VerificationState {
	return []domain.VerificationState{
		domain.VerificationCode, domain.VerificationChecked, domain.VerificationReview, domain.VerificationFailed,
		domain.VerificationRefused,
	}
}

// settled tells whether a failed try needs nobody any more: the signer got through another way.
func settled(d *page.Deps, v query.QueuedVerification) bool {
	return !v.Open() && v.Signer.VerifiedAt(d.Now())
}

func name(v query.QueuedVerification) string {
	if v.Identity.Name != "" {
		return v.Identity.Name
	}
	return v.Signer.Identity.Name
}
