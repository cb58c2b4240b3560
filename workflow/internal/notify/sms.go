package notify

import (
	"context"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/port"
)

// RunSMS sends one message. The gateway does not deduplicate but can be asked: after a crash or an unclear answer it
// is asked first, and only what it does not know after its own delay is sent again.
func (o *Notifier) RunSMS(ctx context.Context, job domain.Job, args action.JobArgs) error {
	m, params, dead, err := o.readMessage(ctx, args.ID)
	if err != nil {
		return err
	}
	if m.State != domain.MessageQueued && m.State != domain.MessageUnknown {
		return o.Finish(ctx, job, action.Nothing)
	}
	if !job.InflightAt.IsZero() {
		settled, err := o.askAbout(ctx, job, m)
		if settled || err != nil {
			return err
		}
	}
	if dead { // it waited for the morning, and its reader is not wanted any more
		return o.settleMessage(ctx, job, m, domain.SMSReceipt{State: domain.MessageDropped})
	}
	if err := o.Store.MarkInflight(ctx, job, o.Now()); err != nil {
		return err
	}
	receipt, err := o.SMS.Send(ctx, m.ID, m.Kind, m.Phone, params)
	if domain.CodeOf(err) == domain.CodeProviderRefused {
		return o.settleMessage(ctx, job, m, domain.SMSReceipt{State: domain.MessageFailed, Detail: err.Error()})
	}
	if err != nil {
		return err
	}
	return o.settleMessage(ctx, job, m, receipt)
}

// askAbout settles a message that may or may not have gone out.
func (o *Notifier) askAbout(ctx context.Context, job domain.Job, m domain.Message) (settled bool, err error) {
	if m.State != domain.MessageUnknown {
		m.State = domain.MessageUnknown
		err := o.Step(ctx, job, func(w *action.Work) error {
			if err := w.Record(domain.ActionSMSUnknown, domain.ObjectMessage+m.ID, domain.Event{Code: domain.CodeOutcomeUnknown}); err != nil {
				return err
			}
			return w.UpdateMessage(m)
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
		return true, &port.Later{At: visible, Why: "asked, not known yet"}
	}
	return false, nil
}

func (o *Notifier) settleMessage(ctx context.Context, job domain.Job, m domain.Message, r domain.SMSReceipt) error {
	return o.Finish(ctx, job, func(w *action.Work) error {
		now := o.Now()
		m.State, m.Provider, m.Detail, m.Sent = r.State, r.Provider, r.Detail, now
		if err := w.UpdateMessage(m); err != nil {
			return err
		}
		ev := domain.Event{Detail: domain.Fields("kind", string(m.Kind), "contract", m.Contract)}
		if m.State == domain.MessageFailed {
			ev.Code = domain.CodeProviderRefused
			if err := o.messageFailed(w, m); err != nil {
				return err
			}
		}
		return w.Record(smsAction(m.State), domain.ObjectMessage+m.ID, ev)
	})
}

// smsAction is the action of a message that came to the state.
func smsAction(s domain.MessageState) domain.Action { return domain.Action("sms." + string(s)) }

// messageFailed flags the contract of a message that nobody got; where the office was called, the stand-in is (G12).
func (o *Notifier) messageFailed(w *action.Work, m domain.Message) error {
	if m.Contract == "" {
		return nil
	}
	c, err := w.Contract(m.Contract)
	if err != nil {
		return err
	}
	if m.Kind == domain.MessageDuty && c.Stage == domain.StageToSeal {
		return o.callStandIn(w, c, o.Now(), domain.CodeSMSFailed)
	}
	return o.Flag(w, c, domain.CodeSMSFailed)
}

func (o *Notifier) readMessage(ctx context.Context, id string) (m domain.Message, params map[string]string, dead bool, err error) {
	params = map[string]string{}
	err = o.Snapshot(ctx, func(w *action.Work) (err error) {
		if m, err = w.Message(id); err != nil {
			return err
		}
		if m.Contract != "" {
			params["no"] = m.Contract
		}
		if m.Link != "" {
			link, err := w.Link(m.Link)
			if err != nil {
				return err
			}
			params["code"], dead = link.Code, link.Dead
			if m.Kind == domain.MessageWarn {
				params["days"] = strconv.Itoa(daysUntil(o.Now(), link.Expires))
			}
		}
		if m.Code != "" {
			code, err := w.Code(m.Code)
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
