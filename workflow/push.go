package workflow

import (
	"context"
	"time"

	"sealdesk/domain"
)

// Push starts signing: the document gets its empty signature fields once, Party B's representative gets the link.
// Errors: CodeWrongStage, CodeOfferDiffers, CodeNoPlaceToSign, CodeSealWords, CodeSealLength, CodeNoRight, CodeStale, those of Prepare.
func (o *Office) Push(ctx context.Context, by domain.Caller, no string) error {
	return o.PushAt(ctx, by, no, nil)
}

// PushAt is Push with places named by hand, of as many acts as need one (G14). Errors as well: CodePlaceNoPage,
// CodePlaceOffPage.
func (o *Office) PushAt(ctx context.Context, by domain.Caller, no string, hand map[domain.Act]domain.Spot) error {
	if err := domain.CheckSpots(hand); err != nil {
		return err
	}
	return o.push(ctx, by, no, hand, nothing)
}

// runPush is the automatic push, where the office chose it. What waits for a person's decision is queued anew by the
// decision.
func (o *Office) runPush(ctx context.Context, job domain.Job, args jobArgs) error {
	err := o.push(ctx, domain.System(), args.ID, nil, func(w *Work) error { return w.FinishJob(job, o.Now()) })
	if code := domain.CodeOf(err); code == domain.CodeWrongStage || code == domain.CodeOfferDiffers {
		return o.finish(ctx, job, nothing)
	}
	return err
}

// push checks the right, then reads and prepares the document, which takes a while, and then starts the signing of what
// was read. Also runs in the last transaction.
func (o *Office) push(ctx context.Context, by domain.Caller, no string, hand map[domain.Act]domain.Spot, also func(*Work) error) error {
	c, all, err := o.readForPush(ctx, by, no)
	if err != nil {
		return err
	}
	pdf, err := o.Store.Document(ctx, c.OriginalSHA)
	if err != nil {
		return err
	}
	how := placingOf(all, c.Title, hand)
	look, err := o.Pages.Examine(ctx, pdf, how.words.List())
	if err != nil {
		return err
	}
	at, err := how.find(look, o.Rules.SealMillimetres)
	if len(hand) > 0 && err != nil { // the operator's coordinates are wrong, not the contract
		return err
	}
	if err == nil {
		err = o.drawableSeals(c, at)
	}
	if err != nil {
		return o.flagged(ctx, by, domain.ActionContractPush, c, err)
	}
	prepared, err := o.prepare(ctx, pdf, []Field{
		{Name: domain.ActBSign.Field(), Place: at.bSign},
		{Name: domain.ActBSeal.Field(), Place: at.bSeal},
		{Name: domain.ActASign.Field(), Place: at.aSign},
	})
	switch {
	case domain.CodeOf(err) == domain.CodeSealUnseen, err != nil && ctx.Err() != nil: // it says nothing about the contract
		return err
	case err != nil:
		return o.flagged(ctx, by, domain.ActionContractPush, c, err)
	}
	sha, err := o.Store.PutDocument(ctx, prepared)
	if err != nil {
		return err
	}
	return o.act(ctx, by, domain.ActionContractPush, contractObject(no), func(w *Work) error {
		fresh, err := unrevised(w, c)
		if err != nil {
			return err
		}
		if err := also(w); err != nil {
			return err
		}
		return o.startSigning(w, fresh, at, sha, how.how)
	})
}

// drawableSeals refuses a seal that cannot be drawn: it would stop the contract at its second act or its last, with people
// waiting.
func (o *Office) drawableSeals(c domain.Contract, at places) error {
	if err := o.drawable(domain.ActBSeal, at.bSeal, Appearance{Ring: c.B.Name}); err != nil {
		return err
	}
	return o.drawable(domain.ActOfficeSeal, at.officeSeal, o.officeLook())
}

// prepare adds the empty fields and lets other code look at the result, before anybody signs it.
func (o *Office) prepare(ctx context.Context, pdf []byte, fields []Field) ([]byte, error) {
	prepared, err := o.Sealer.Prepare(pdf, fields)
	if err != nil {
		return nil, err
	}
	return prepared, o.Sealer.CheckPrepared(ctx, pdf, prepared, fields)
}

func (o *Office) readForPush(ctx context.Context, by domain.Caller, no string) (c domain.Contract, all []domain.Template, err error) {
	err = o.view(ctx, by, domain.ActionContractPush, contractObject(no), func(w *Work) error {
		if c, err = w.Contract(no); err != nil {
			return err
		}
		if !domain.Follows(c.Stage, domain.StageBSigning) {
			return domain.Fail(domain.CodeWrongStage, no, c.Stage, domain.StageBSigning)
		}
		if err := c.CheckDoubt(); err != nil {
			return err
		}
		if c.Voids == "" { // the office made that one itself, with the usual words
			all, err = templates(w)
		}
		return err
	})
	return c, all, err
}

// startSigning writes the push of a contract whose document is prepared.
func (o *Office) startSigning(w *Work, c domain.Contract, at places, sha, how string) error {
	now := o.Now()
	if err := c.CheckDoubt(); err != nil { // another offer came while the document was prepared
		return err
	}
	if err := c.Move(domain.StageBSigning, now); err != nil {
		return err
	}
	c.Begin(now, o.Rules.ExpireDays, o.Rules.WarnDays)
	c.CurrentSHA, c.SealPlace = sha, at.officeSeal
	if err := o.compareNames(w, &c); err != nil {
		return err
	}
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	if err := w.AddRevision(c.No, 1, sha, domain.RevisionPrepared, now); err != nil {
		return err
	}
	err := w.Record(domain.ActionContractPush, contractObject(c.No), domain.Event{
		Before: string(domain.StageToPush), After: string(c.Stage), Detail: domain.Fields("sha256", sha, "places", how),
	})
	if err != nil {
		return err
	}
	return o.callSigner(w, domain.MessageLinkB, c, c.B.Signer, now)
}

// callSigner sends a link to whoever's turn it is (S38).
func (o *Office) callSigner(w *Work, kind domain.MessageKind, c domain.Contract, person string, now time.Time) error {
	p, err := w.Person(person)
	if err != nil {
		return err
	}
	link, err := o.newLink(w, p.ID, c.No, c.ExpiresAt)
	if err != nil {
		return err
	}
	at, err := o.awake(w, now)
	if err != nil {
		return err
	}
	return o.text(w, domain.Message{Kind: kind, Person: p.ID, Phone: p.Phone, Contract: c.No, Link: link.ID}, now, at)
}

func (o *Office) newLink(w *Work, person, contract string, until time.Time) (domain.Link, error) {
	id, err := o.newID(domain.IDLink, 10)
	if err != nil {
		return domain.Link{}, err
	}
	code, err := o.newID("", 10)
	if err != nil {
		return domain.Link{}, err
	}
	link := domain.Link{ID: id, Code: code, Person: person, Contract: contract, Expires: until}
	return link, w.InsertLink(link)
}

// text puts one message and the job that sends it into the outbox.
func (o *Office) text(w *Work, m domain.Message, now, at time.Time) error {
	id, err := o.newID(domain.IDMessage, 10)
	if err != nil {
		return err
	}
	m.ID, m.State, m.Queued = id, domain.MessageQueued, now
	if err := w.InsertMessage(m); err != nil {
		return err
	}
	return o.enqueue(w, domain.JobSMS, domain.JobKeySMS+id, jobArgs{ID: id}, at)
}
