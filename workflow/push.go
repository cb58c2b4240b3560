package workflow

import (
	"context"
	"time"

	"sealdesk/domain"
)

// Push starts signing: the document gets its empty signature fields once, Party B's representative gets the link.
// Errors: CodeWrongStage, CodeNoPlaceToSign, CodeSealWords, CodeSealLength, CodeNoRight, those of Prepare.
func (o *Office) Push(ctx context.Context, operator, no string) error {
	return o.PushAt(ctx, operator, no, nil)
}

// PushAt is Push with places named by hand, of as many acts as need one (G14). Errors as well: CodePlaceNoPage,
// CodePlaceOffPage.
func (o *Office) PushAt(ctx context.Context, operator, no string, hand map[domain.Act]domain.Spot) error {
	if err := domain.CheckSpots(hand); err != nil {
		return err
	}
	return o.push(ctx, byOperator(operator), no, hand, func(tx Tx) error {
		_, err := o.operator(tx, operator, domain.RightPush)
		return err
	})
}

// runPush is the automatic push, where the office chose it.
func (o *Office) runPush(ctx context.Context, job domain.Job, args jobArgs) error {
	err := o.push(ctx, domain.System(), args.ID, nil, func(tx Tx) error { return tx.FinishJob(job, o.Now()) })
	if domain.CodeOf(err) == domain.CodeWrongStage {
		return o.Store.InTx(ctx, func(tx Tx) error { return tx.FinishJob(job, o.Now()) })
	}
	return err
}

func (o *Office) push(ctx context.Context, who domain.Actor, no string, hand map[domain.Act]domain.Spot, allowed func(Tx) error) error {
	c, all, err := o.readForPush(ctx, no)
	if err != nil {
		return o.act(ctx, who, "contract.push", contractObject(no), func(tx Tx) error {
			if errRight := allowed(tx); errRight != nil {
				return errRight
			}
			return err
		})
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
	if len(hand) > 0 && err != nil { // his own word is wrong, not the contract
		return err
	}
	if err != nil {
		return o.flag(ctx, no, err)
	}
	// A seal that cannot be drawn would stop the contract at its second act or its last, with people waiting.
	err = o.drawable(domain.ActBSeal, at.bSeal, Appearance{Ring: c.B.Name})
	if err == nil {
		err = o.drawable(domain.ActOfficeSeal, at.officeSeal, o.officeLook())
	}
	if err != nil {
		return o.flag(ctx, no, err)
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
		return o.flag(ctx, no, err)
	}
	sha, err := o.Store.PutDocument(ctx, prepared)
	if err != nil {
		return err
	}
	return o.act(ctx, who, "contract.push", contractObject(no), func(tx Tx) error {
		if err := allowed(tx); err != nil {
			return err
		}
		return o.startSigning(tx, who, c, at, sha, how.how)
	})
}

// prepare adds the empty fields and lets other code look at the result, before anybody signs it.
func (o *Office) prepare(ctx context.Context, pdf []byte, fields []Field) ([]byte, error) {
	prepared, err := o.Sealer.Prepare(pdf, fields)
	if err != nil {
		return nil, err
	}
	return prepared, o.Sealer.CheckPrepared(ctx, pdf, prepared, fields)
}

func (o *Office) readForPush(ctx context.Context, no string) (c domain.Contract, all []domain.Template, err error) {
	err = o.Store.Read(ctx, func(tx Tx) error {
		if c, err = tx.Contract(no); err != nil {
			return err
		}
		if !domain.Follows(c.Stage, domain.StageBSigning) {
			return domain.Fail(domain.CodeWrongStage, no, c.Stage, domain.StageBSigning)
		}
		if c.Voids == "" { // the office made that one itself, with the usual words
			all, err = templates(tx)
		}
		return err
	})
	return c, all, err
}

// startSigning writes the push. c is as it was read before the document was prepared: its version guards against
// anyone who was faster.
func (o *Office) startSigning(tx Tx, who domain.Actor, c domain.Contract, at places, sha, how string) error {
	now := o.Now()
	if err := c.Move(domain.StageBSigning, now); err != nil {
		return err
	}
	c.Begin(now, o.Rules.ExpireDays, o.Rules.WarnDays)
	c.CurrentSHA, c.SealPlace = sha, at.officeSeal
	if err := o.compareNames(tx, &c); err != nil {
		return err
	}
	if err := tx.UpdateContract(c); err != nil {
		return err
	}
	if err := tx.AddRevision(c.No, 1, sha, "prepared", now); err != nil {
		return err
	}
	err := tx.Append(domain.Event{
		At: now, Actor: who, Action: "contract.push", Object: contractObject(c.No),
		Before: string(domain.StageToPush), After: string(c.Stage), Detail: "sha256=" + sha + " places=" + how,
	})
	if err != nil {
		return err
	}
	return o.callSigner(tx, domain.MessageLinkB, c, c.B.Signer, now)
}

// callSigner sends a link to whoever's turn it is (S38).
func (o *Office) callSigner(tx Tx, kind domain.MessageKind, c domain.Contract, person string, now time.Time) error {
	p, err := tx.Person(person)
	if err != nil {
		return err
	}
	link, err := o.newLink(tx, p.ID, c.No, c.ExpiresAt)
	if err != nil {
		return err
	}
	return o.text(tx, domain.Message{Kind: kind, Person: p.ID, Phone: p.Phone, Contract: c.No, Link: link.ID}, now, o.awake(now))
}

func (o *Office) newLink(tx Tx, person, contract string, until time.Time) (domain.Link, error) {
	id, err := o.newID("L-", 10)
	if err != nil {
		return domain.Link{}, err
	}
	code, err := o.newID("", 10)
	if err != nil {
		return domain.Link{}, err
	}
	link := domain.Link{ID: id, Code: code, Person: person, Contract: contract, Expires: until}
	return link, tx.InsertLink(link)
}

// text puts one message and the job that sends it into the outbox.
func (o *Office) text(tx Tx, m domain.Message, now, at time.Time) error {
	id, err := o.newID("M-", 10)
	if err != nil {
		return err
	}
	m.ID, m.State, m.Queued = id, domain.MessageQueued, now
	if err := tx.InsertMessage(m); err != nil {
		return err
	}
	return o.enqueue(tx, domain.JobSMS, "sms:"+id, jobArgs{ID: id}, at)
}

// flag raises a problem on a contract and gives the error back.
func (o *Office) flag(ctx context.Context, no string, err error) error {
	noted := o.Store.InTx(ctx, func(tx Tx) error {
		c, errRead := tx.Contract(no)
		if errRead != nil {
			return errRead
		}
		c.Flag(domain.CodeOf(err), o.Now())
		return tx.UpdateContract(c)
	})
	if noted != nil {
		o.Log.Error("flag", "contract", no, "err", noted)
	}
	return err
}
