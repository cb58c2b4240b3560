package workflow

import (
	"context"
	"slices"
	"strconv"
	"time"

	"sealdesk/domain"
)

// periodEvery is how often the ends of signing periods are looked at.
const periodEvery = time.Hour

// Extend gives the signers of a contract time until the moment (G6). Whoever is due gets a link that lives as long.
// Errors: CodeReasonEmpty, CodeWrongStage, CodeDeadline.
func (o *Office) Extend(ctx context.Context, by domain.Caller, no string, until time.Time, reason string) error {
	reason, err := domain.CheckReason(reason)
	if err != nil {
		return err
	}
	return o.onContract(ctx, by, no, domain.ActionContractExtend, func(w *Work, c domain.Contract) error {
		if err := c.Extend(until, o.Now(), o.Rules.WarnDays); err != nil {
			return err
		}
		if err := w.UpdateContract(c); err != nil {
			return err
		}
		detail := domain.Fields("until", until.UTC().Format(time.RFC3339), "reason", reason)
		return o.remind(w, c, domain.ActionContractExtend, detail, "")
	})
}

// Remind calls whoever is due once more (S38): the signer with a new link in place of the old one, or the operator on
// duty. Error: CodeWrongStage when nobody is due.
func (o *Office) Remind(ctx context.Context, by domain.Caller, no string) error {
	return o.onContract(ctx, by, no, domain.ActionContractRemind, func(w *Work, c domain.Contract) error {
		return o.remind(w, c, domain.ActionContractRemind, "", "")
	})
}

// remind records why and calls whoever is due; kind is the message, the usual one when empty.
func (o *Office) remind(w *Work, c domain.Contract, action domain.Action, detail domain.Detail, kind domain.MessageKind) error {
	act, due := c.Stage.Due()
	if !due {
		return domain.Fail(domain.CodeWrongStage, c.No, c.Stage)
	}
	now := o.Now()
	err := w.Record(action, contractObject(c.No), domain.Event{Before: string(c.Stage), After: string(c.Stage), Detail: detail})
	if err != nil {
		return err
	}
	if act == domain.ActOfficeSeal {
		return o.callDuty(w, c, now)
	}
	signer := c.Party(act.Side()).Signer
	if err := w.KillLinks(c.No, signer); err != nil {
		return err
	}
	if kind == "" {
		kind = linkTo(act.Side())
	}
	return o.callSigner(w, kind, c, signer, now)
}

// linkTo is the message that carries a side's link.
func linkTo(s domain.Side) domain.MessageKind {
	if s == domain.PartyA {
		return domain.MessageLinkA
	}
	return domain.MessageLinkB
}

// runPeriod ends what was not signed in time, and warns before (G6). A contract in the middle of a signature is looked
// at again an hour later.
func (o *Office) runPeriod(ctx context.Context, job domain.Job) error {
	longest := 0
	if len(o.Rules.WarnDays) > 0 {
		longest = slices.Max(o.Rules.WarnDays)
	}
	var near []domain.Contract
	err := o.snapshot(ctx, func(w *Work) (err error) {
		near, err = w.Contracts(ContractFilter{
			Stages:       []domain.Stage{domain.StageBSigning, domain.StageBSealing, domain.StageASigning},
			ExpireBefore: o.Now().AddDate(0, 0, longest),
		})
		return err
	})
	if err != nil {
		return err
	}
	for _, c := range near {
		if c.Doubted() || !c.Expired(o.Now()) && c.WarningDue(o.Now(), o.Rules.WarnDays) == 0 {
			continue // nobody can sign while a person of the office decides
		}
		err := o.lookAtPeriod(ctx, job, c.No)
		if code := domain.CodeOf(err); err != nil && code != domain.CodeSealRunning && code != domain.CodeStale {
			return err
		}
	}
	return &Later{At: o.Now().Add(periodEvery), Why: "schedule"}
}

func (o *Office) lookAtPeriod(ctx context.Context, job domain.Job, no string) error {
	return o.step(ctx, job, func(w *Work) error {
		c, err := w.Contract(no)
		if err != nil || c.Doubted() {
			return err
		}
		if c.Expired(o.Now()) {
			return o.leave(w, c, domain.StageExpired, domain.ActionContractExpire, "", domain.Fields("until", c.ExpiresAt.UTC().Format(time.RFC3339)))
		}
		days := c.WarningDue(o.Now(), o.Rules.WarnDays)
		if days == 0 {
			return nil
		}
		c.Warned = days
		if err := w.UpdateContract(c); err != nil {
			return err
		}
		return o.remind(w, c, domain.ActionContractWarn, domain.Fields("days", strconv.Itoa(days)), domain.MessageWarn)
	})
}
