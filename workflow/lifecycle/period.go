package lifecycle

import (
	"context"
	"slices"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/port"
)

// periodEvery is how often the ends of signing periods are looked at.
const periodEvery = time.Hour

// Extend gives the signers of a contract time until the moment (G6). Whoever is due gets a link that lives as long.
// Errors: CodeReasonEmpty, CodeWrongStage, CodeDeadline.
func (o *Lifecycle) Extend(ctx context.Context, by domain.Caller, no string, until time.Time, reason string) error {
	reason, err := domain.CheckReason(reason)
	if err != nil {
		return err
	}
	return o.OnContract(ctx, by, no, domain.ActionContractExtend, func(w *action.Work, c domain.Contract) error {
		if err := c.Extend(until, o.Now(), o.Settings.WarnDays); err != nil {
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
func (o *Lifecycle) Remind(ctx context.Context, by domain.Caller, no string) error {
	return o.OnContract(ctx, by, no, domain.ActionContractRemind, func(w *action.Work, c domain.Contract) error {
		return o.remind(w, c, domain.ActionContractRemind, "", "")
	})
}

// remind records why and calls whoever is due; kind is the message, the usual one when empty.
func (o *Lifecycle) remind(w *action.Work, c domain.Contract, what domain.Action, detail domain.Detail, kind domain.MessageKind) error {
	act, due := c.Stage.Due()
	if !due {
		return domain.Fail(domain.CodeWrongStage, c.No, c.Stage)
	}
	now := o.Now()
	err := w.Record(what, action.ContractObject(c.No), domain.Event{Before: string(c.Stage), After: string(c.Stage), Detail: detail})
	if err != nil {
		return err
	}
	if act == domain.ActOfficeSeal {
		return o.Notifier.CallDuty(w, c, now)
	}
	signer := c.Party(act.Side()).Signer
	if err := w.KillLinks(c.No, signer); err != nil {
		return err
	}
	if kind == "" {
		kind = LinkTo(act.Side())
	}
	return o.Notifier.CallSigner(w, kind, c, signer, now)
}

// LinkTo is the message that carries a side's link.
func LinkTo(s domain.Side) domain.MessageKind {
	if s == domain.PartyA {
		return domain.MessageLinkA
	}
	return domain.MessageLinkB
}

// RunPeriod ends what was not signed in time, and warns before (G6). A contract in the middle of a signature is looked
// at again an hour later.
func (o *Lifecycle) RunPeriod(ctx context.Context, job domain.Job) error {
	longest := 0
	if len(o.Settings.WarnDays) > 0 {
		longest = slices.Max(o.Settings.WarnDays)
	}
	var near []domain.Contract
	err := o.Snapshot(ctx, func(w *action.Work) (err error) {
		near, err = w.Contracts(domain.ContractFilter{
			Stages:       []domain.Stage{domain.StageBSigning, domain.StageBSealing, domain.StageASigning},
			ExpireBefore: o.Now().AddDate(0, 0, longest),
		})
		return err
	})
	if err != nil {
		return err
	}
	for _, c := range near {
		if c.Doubted() || !c.Expired(o.Now()) && c.WarningDue(o.Now(), o.Settings.WarnDays) == 0 {
			continue // nobody can sign while a person of the office decides
		}
		err := o.lookAtPeriod(ctx, job, c.No)
		if code := domain.CodeOf(err); err != nil && code != domain.CodeSealRunning && code != domain.CodeStale {
			return err
		}
	}
	return &port.Later{At: o.Now().Add(periodEvery), Why: "schedule"}
}

func (o *Lifecycle) lookAtPeriod(ctx context.Context, job domain.Job, no string) error {
	return o.Step(ctx, job, func(w *action.Work) error {
		c, err := w.Contract(no)
		if err != nil || c.Doubted() {
			return err
		}
		if c.Expired(o.Now()) {
			return o.leave(w, c, domain.StageExpired, domain.ActionContractExpire, "", domain.Fields("until", c.ExpiresAt.UTC().Format(time.RFC3339)))
		}
		days := c.WarningDue(o.Now(), o.Settings.WarnDays)
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
