package workflow

import (
	"context"
	"strconv"
	"time"

	"sealdesk/domain"
)

// runSMS sends one message. The gateway does not deduplicate but can be asked: after a crash or an unclear answer it
// is asked first, and only what it does not know after its own delay is sent again.
func (o *Office) runSMS(ctx context.Context, job domain.Job, args jobArgs) error {
	m, params, dead, err := o.readMessage(ctx, args.ID)
	if err != nil {
		return err
	}
	if m.State != domain.MessageQueued && m.State != domain.MessageUnknown {
		return o.Store.InTx(ctx, func(tx Tx) error { return tx.FinishJob(job, o.Now()) })
	}
	if !job.InflightAt.IsZero() {
		settled, err := o.askAbout(ctx, job, m)
		if settled || err != nil {
			return err
		}
	}
	if dead { // it waited for the morning, and its reader is not wanted any more
		return o.settleMessage(ctx, job, m, SMSReceipt{State: domain.MessageDropped})
	}
	if err := o.Store.MarkInflight(ctx, job, o.Now()); err != nil {
		return err
	}
	receipt, err := o.SMS.Send(ctx, m.ID, m.Kind, m.Phone, params)
	if domain.CodeOf(err) == domain.CodeProviderRefused {
		return o.settleMessage(ctx, job, m, SMSReceipt{State: domain.MessageFailed, Detail: err.Error()})
	}
	if err != nil {
		return err
	}
	return o.settleMessage(ctx, job, m, receipt)
}

// askAbout settles a message that may or may not have gone out.
func (o *Office) askAbout(ctx context.Context, job domain.Job, m domain.Message) (settled bool, err error) {
	if m.State != domain.MessageUnknown {
		m.State = domain.MessageUnknown
		err := o.Store.InTx(ctx, func(tx Tx) error {
			if err := tx.HoldJob(job); err != nil {
				return err
			}
			if err := tx.Append(domain.Event{
				At: o.Now(), Actor: domain.System(), Action: "sms.unknown", Object: "message:" + m.ID, Code: domain.CodeOutcomeUnknown,
			}); err != nil {
				return err
			}
			return tx.UpdateMessage(m)
		})
		if err != nil {
			return false, err
		}
	}
	receipt, found, err := o.SMS.Ask(ctx, m.ID, m.Phone, job.InflightAt)
	if err != nil {
		return false, err
	}
	if found {
		return true, o.settleMessage(ctx, job, m, receipt)
	}
	if visible := job.InflightAt.Add(o.SMS.Visible()); o.Now().Before(visible) {
		return true, &Later{At: visible, Why: "asked, not known yet"}
	}
	return false, nil
}

func (o *Office) settleMessage(ctx context.Context, job domain.Job, m domain.Message, r SMSReceipt) error {
	return o.Store.InTx(ctx, func(tx Tx) error {
		now := o.Now()
		if err := tx.FinishJob(job, now); err != nil {
			return err
		}
		m.State, m.Provider, m.Detail, m.Sent = r.State, r.Provider, r.Detail, now
		if err := tx.UpdateMessage(m); err != nil {
			return err
		}
		ev := domain.Event{
			At: now, Actor: domain.System(), Action: "sms." + string(m.State), Object: "message:" + m.ID,
			Detail: "kind=" + string(m.Kind) + " contract=" + m.Contract,
		}
		if m.State == domain.MessageFailed {
			ev.Code = domain.CodeProviderRefused
			if err := o.messageFailed(tx, m); err != nil {
				return err
			}
		}
		return tx.Append(ev)
	})
}

// messageFailed flags the contract of a message that nobody got; where the office was called, the stand-in is (G12).
func (o *Office) messageFailed(tx Tx, m domain.Message) error {
	if m.Contract == "" {
		return nil
	}
	c, err := tx.Contract(m.Contract)
	if err != nil {
		return err
	}
	if m.Kind == domain.MessageDuty && c.Stage == domain.StageToSeal {
		return o.callStandIn(tx, c, o.Now(), domain.CodeSMSFailed)
	}
	c.Flag(domain.CodeSMSFailed, o.Now())
	return tx.UpdateContract(c)
}

func (o *Office) readMessage(ctx context.Context, id string) (m domain.Message, params map[string]string, dead bool, err error) {
	params = map[string]string{}
	err = o.Store.Read(ctx, func(tx Tx) (err error) {
		if m, err = tx.Message(id); err != nil {
			return err
		}
		if m.Contract != "" {
			params["no"] = m.Contract
		}
		if m.Link != "" {
			link, err := tx.Link(m.Link)
			if err != nil {
				return err
			}
			params["code"], dead = link.Code, link.Dead
			if m.Kind == domain.MessageWarn {
				params["days"] = strconv.Itoa(daysUntil(o.Now(), link.Expires))
			}
		}
		if m.Code != "" {
			code, err := tx.Code(m.Code)
			if err != nil {
				return err
			}
			params["code"] = code.Code
		}
		return nil
	})
	return m, params, dead, err
}

// daysUntil counts the days that are left, the last one begun as a whole one.
func daysUntil(now, end time.Time) int {
	const day = 24 * time.Hour
	return max(0, int((end.Sub(now)+day-1)/day))
}
