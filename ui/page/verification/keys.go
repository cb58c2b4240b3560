package verification

import (
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/ui/keys"
)

// The page's actions.
const (
	recheck  keys.ID = "verification.recheck"
	resend   keys.ID = "verification.resend"
	manual   keys.ID = "verification.manual"
	cancel   keys.ID = "verification.cancel"
	recent   keys.ID = "verification.recent"
	contract keys.ID = "verification.contract"
	copyID   keys.ID = "copy"
)

// Actions is the page's table.
func (m *Model) Actions() keys.Table {
	return append(keys.Table{
		{ID: recheck, Binding: keys.On("r"), Hint: 1},
		{ID: resend, Binding: keys.On("c"), Hint: 2},
		{ID: manual, Binding: keys.On("m"), Hint: 3},
		{ID: cancel, Binding: keys.On("x"), Hint: 4},
		{ID: contract, Binding: keys.On("enter", "right", "l"), Hint: 5},
		{ID: recent, Binding: keys.On("t"), Hint: 7},
		{ID: keys.Filter, Binding: keys.On("/"), Hint: 8},
		{ID: copyID, Binding: keys.On("y")},
	}, keys.Lists()...)
}

// Why tells why an action cannot be done now.
func (m *Model) Why(id keys.ID) string {
	w := m.d.Words().Why
	v, found := m.list.Current()
	switch id {
	case recheck, resend, manual, cancel:
		if why := m.d.May(domain.RightVerify); why != "" {
			return why
		}
		if !found {
			return w.NothingChosen
		}
	case contract, copyID:
		if !found {
			return w.NothingChosen
		}
	}
	switch {
	case id == recheck && v.State != domain.VerificationChecked:
		return w.NotAsking
	case id == resend && v.State != domain.VerificationCode:
		return w.NotCode
	case id == manual && (v.Signer.VerifiedAt(m.d.Now()) || v.Signer.ManualOpened || v.State == domain.VerificationReview):
		return w.Decided
	case id == cancel && v.State == domain.VerificationReview:
		return w.InReview
	case id == cancel && !v.Open():
		return w.Decided
	case id == contract && v.Contract.No == "":
		return w.NoContract
	}
	return ""
}
