//go:build !office

package demo

import (
	"strconv"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

// Summary is what the day came to.
type Summary struct {
	Contracts     int // good ones that were offered
	Done          int
	TurnedAway    int // wrong ones, the quarantined among them
	Quarantined   int
	Refused       int // by a signer
	SMS           Messages
	Verifications int // passed
	Reviews       int // decided at the desk
	Seals         int // contract seals
	Seconds       float64
}

// Messages counts text messages that went out; Unknown are those whose fate is not known.
type Messages struct {
	Link    int
	Code    int
	Notice  int
	Unknown int
}

func summarise(t app.Tally, contracts int) Summary {
	s := Summary{
		Contracts: contracts, Done: t.Stages[domain.StageDone],
		TurnedAway: t.Stages[domain.StageTurnedAway] + t.Stages[domain.StageQuarantined], Quarantined: t.Stages[domain.StageQuarantined],
		Refused: t.Stages[domain.StageRejected], Verifications: t.Verifications[domain.VerificationPassed],
		Reviews: t.Reviews[domain.ReviewApproved] + t.Reviews[domain.ReviewRejected], Seals: t.Seals[domain.ActOfficeSeal],
	}
	for kind, states := range t.Messages {
		out := states[domain.MessageSent] + states[domain.MessageDelivered]
		s.SMS.Unknown += states[domain.MessageUnknown]
		switch kind {
		case domain.MessageLinkB, domain.MessageLinkA, domain.MessageDuty:
			s.SMS.Link += out
		case domain.MessageCode:
			s.SMS.Code += out
		default:
			s.SMS.Notice += out
		}
	}
	return s
}

// state is a fingerprint of where everything stands: while it changes, something moves.
func state(s Summary, t app.Tally) string {
	out := ""
	for _, stage := range domain.Stages() {
		if n := t.Stages[stage]; n > 0 {
			out += string(stage) + "=" + strconv.Itoa(n) + " "
		}
	}
	return out + "sms=" + strconv.Itoa(s.SMS.Link+s.SMS.Code+s.SMS.Notice) + " verified=" + strconv.Itoa(s.Verifications)
}
