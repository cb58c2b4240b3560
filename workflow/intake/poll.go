package intake

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/port"
)

// pollAlarm is after how long a list that cannot be read is an alarm, also after one failure.
const pollAlarm = time.Minute

// PollFailures counts how often in a row the list of approved contracts could not be read. The zero value means that the
// last poll read it.
type PollFailures struct {
	Count int         `json:"count"`
	Since time.Time   `json:"since"`
	Code  domain.Code `json:"code"`
}

// Alarm reports whether an operator has to look: the list could not be read twice in a row, or for a minute.
func (f PollFailures) Alarm(now time.Time) bool {
	return f.Count > 1 || f.Count == 1 && !now.Before(f.Since.Add(pollAlarm))
}

// RunPoll keeps what was approved since the last poll, each offer with a job of its own (S32), and moves on: no offer
// delays another one. The cursor moves in the transaction that keeps the offers before it, so a crash loses none and
// takes none in twice. A list that cannot be read as a whole fails the poll, which counts its failures in a row.
func (o *Intakes) RunPoll(ctx context.Context, job domain.Job) error {
	failed := o.poll(ctx, job)
	if ctx.Err() != nil || domain.CodeOf(failed) == domain.CodeFenced {
		return failed
	}
	if err := o.notePoll(ctx, job, failed); err != nil {
		return err
	}
	if failed != nil {
		return failed
	}
	return &port.Later{At: o.Now().Add(o.Settings.PollEvery), Why: "schedule"}
}

func (o *Intakes) poll(ctx context.Context, job domain.Job) error {
	var cursor string
	err := o.Snapshot(ctx, func(w *action.Work) (err error) {
		cursor, err = w.Note(domain.NotePollCursor)
		return err
	})
	if err != nil {
		return err
	}
	for {
		items, next, err := o.Procurement.Approved(ctx, cursor)
		if err != nil {
			return err
		}
		if next != cursor {
			err := o.Step(ctx, job, func(w *action.Work) error {
				for _, item := range items {
					if err := o.list(w, item, cursor); err != nil {
						return err
					}
				}
				return w.SetNote(domain.NotePollCursor, next)
			})
			if err != nil {
				return err
			}
			cursor = next
		}
		if len(items) == 0 {
			return nil
		}
	}
}

// notePoll counts a poll that failed, or ends the count.
func (o *Intakes) notePoll(ctx context.Context, job domain.Job, failed error) error {
	var f PollFailures
	err := o.Snapshot(ctx, func(w *action.Work) (err error) {
		f, err = pollFailuresOf(w)
		return err
	})
	if err != nil || failed == nil && f.Count == 0 {
		return err
	}
	if failed == nil {
		f = PollFailures{}
	} else {
		if f.Count == 0 {
			f.Since = o.Now()
		}
		f.Count++
		f.Code = domain.CodeOf(failed)
	}
	kept, err := json.Marshal(f)
	if err != nil {
		return err
	}
	return o.Step(ctx, job, func(w *action.Work) error { return w.SetNote(domain.NotePollFailures, string(kept)) })
}

func pollFailuresOf(w *action.Work) (f PollFailures, err error) {
	kept, err := w.Note(domain.NotePollFailures)
	if err != nil || kept == "" {
		return f, err
	}
	return f, json.Unmarshal([]byte(kept), &f)
}

// list keeps one item of the list. The same offer again makes nothing new while the sender has not been told of the first
// one; any other open offer of the number gives way to the newer one, and so is tried and answered again.
func (o *Intakes) list(w *action.Work, item domain.ListedItem, cursor string) error {
	if item.Refusal != nil {
		return o.listRefused(w, item, cursor)
	}
	same, err := w.ReceivedOffers(domain.OfferFilter{Same: &item.Offer, No: item.Offer.No, States: []domain.OfferState{domain.OfferWaiting}, Limit: 1})
	if err != nil || len(same) > 0 && !aboutOffer(same[0].Code) {
		return err
	}
	if err := o.supersede(w, item.Offer.No); err != nil {
		return err
	}
	r, err := o.newOffer(item.Offer)
	if err != nil {
		return err
	}
	if err := w.InsertReceivedOffer(r); err != nil {
		return err
	}
	return o.Enqueue(w, domain.JobIntake, intakeKey(r.ID), action.JobArgs{Offer: r.ID}, o.Now())
}

func intakeKey(offer string) string { return domain.JobKeyIntake + offer }

func (o *Intakes) newOffer(offer domain.Offer) (domain.ReceivedOffer, error) {
	id, err := o.NewID(domain.IDOffer, 6)
	now := o.Now()
	return domain.ReceivedOffer{
		ID: id, No: offer.No, Offer: offer, Source: offer.Source, Received: now, State: domain.OfferWaiting, Changed: now,
	}, err
}

// supersede drops the offers of a number that are still tried or were given up, with their jobs. One that stands beside
// its contract stays until a person decides, or the newer one turns out to differ too.
func (o *Intakes) supersede(w *action.Work, no string) error {
	old, err := w.ReceivedOffers(domain.OfferFilter{No: no, States: []domain.OfferState{domain.OfferWaiting, domain.OfferRefused}})
	if err != nil {
		return err
	}
	for _, r := range old {
		r.State, r.Changed = domain.OfferDropped, o.Now()
		if err := w.UpdateReceivedOffer(r); err != nil {
			return err
		}
		if err := w.CancelJob(intakeKey(r.ID), o.Now()); err != nil {
			return err
		}
	}
	return nil
}

// listRefused keeps an item without a usable number for the operators, and tells the sender. The record holds its hash and
// nothing of its content.
func (o *Intakes) listRefused(w *action.Work, item domain.ListedItem, cursor string) error {
	known, err := w.ReceivedOffers(domain.OfferFilter{Item: item.SHA256, States: []domain.OfferState{domain.OfferRefused}, Limit: 1})
	if err != nil || len(known) > 0 {
		return err
	}
	r, err := o.newOffer(domain.Offer{Source: domain.FromProcurement})
	if err != nil {
		return err
	}
	r.State, r.Code, r.Index, r.Cursor, r.ItemID, r.Item = domain.OfferRefused, domain.CodeOf(item.Refusal), item.Index, cursor, item.ID, item.SHA256
	if err := w.InsertReceivedOffer(r); err != nil {
		return err
	}
	err = w.Record(domain.ActionIntakeRefused, offerObject(r.ID), domain.Event{
		After: string(r.State), Code: r.Code, Detail: domain.Fields("item", strconv.Itoa(r.Index+1), "sha256", r.Item),
	})
	if err != nil {
		return err
	}
	return o.Enqueue(w, domain.JobAnswer, domain.JobKeyProblem+r.ID, action.JobArgs{Offer: r.ID}, o.Now())
}

func offerObject(id string) string { return domain.ObjectOffer + id }
