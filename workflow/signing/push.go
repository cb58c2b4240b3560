package signing

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/placement"
)

// Push starts signing: the document gets its empty signature fields once, Party B's representative gets the link.
// Errors: CodeWrongStage, CodeOfferDiffers, CodeNoPlaceToSign, CodeSealWords, CodeSealLength, CodeNoRight, CodeStale, those of Prepare.
func (o *Signatures) Push(ctx context.Context, by domain.Caller, no string) error {
	return o.PushAt(ctx, by, no, nil)
}

// PushAt is Push with places named by hand, of as many acts as need one (G14). Errors as well: CodePlaceNoPage,
// CodePlaceOffPage.
func (o *Signatures) PushAt(ctx context.Context, by domain.Caller, no string, hand map[domain.Act]domain.Spot) error {
	if err := domain.CheckSpots(hand); err != nil {
		return err
	}
	return o.push(ctx, by, no, hand, action.Nothing)
}

// RunPush is the automatic push, where the office chose it. What waits for a person's decision is queued anew by the
// decision.
func (o *Signatures) RunPush(ctx context.Context, job domain.Job, args action.JobArgs) error {
	err := o.push(ctx, domain.System(), args.ID, nil, func(w *action.Work) error { return w.FinishJob(job, o.Now()) })
	if code := domain.CodeOf(err); code == domain.CodeWrongStage || code == domain.CodeOfferDiffers {
		return o.Finish(ctx, job, action.Nothing)
	}
	return err
}

// push checks the right, then reads and prepares the document, which takes a while, and then starts the signing of what
// was read. Also runs in the last transaction.
func (o *Signatures) push(ctx context.Context, by domain.Caller, no string, hand map[domain.Act]domain.Spot, also func(*action.Work) error) error {
	c, all, err := o.readForPush(ctx, by, no)
	if err != nil {
		return err
	}
	pdf, err := o.Store.Document(ctx, c.OriginalSHA)
	if err != nil {
		return err
	}
	how := placement.PlacingOf(all, c.Title, hand)
	look, err := o.Pages.Examine(ctx, pdf, how.Words.List())
	if err != nil {
		return err
	}
	at, err := how.Find(look, o.Settings.SealMillimetres)
	if len(hand) > 0 && err != nil { // the operator's coordinates are wrong, not the contract
		return err
	}
	if err == nil {
		err = o.drawableSeals(c, at)
	}
	if err != nil {
		return o.Flagged(ctx, by, domain.ActionContractPush, c, err)
	}
	prepared, err := o.prepare(ctx, pdf, []domain.Field{
		{Name: domain.ActBSign.Field(), Place: at.BSign},
		{Name: domain.ActBSeal.Field(), Place: at.BSeal},
		{Name: domain.ActASign.Field(), Place: at.ASign},
	})
	switch {
	case domain.CodeOf(err) == domain.CodeSealUnseen, err != nil && ctx.Err() != nil: // it says nothing about the contract
		return err
	case err != nil:
		return o.Flagged(ctx, by, domain.ActionContractPush, c, err)
	}
	sha, err := o.Store.PutDocument(ctx, prepared)
	if err != nil {
		return err
	}
	return o.Act(ctx, by, domain.ActionContractPush, action.ContractObject(no), func(w *action.Work) error {
		fresh, err := action.Unrevised(w, c)
		if err != nil {
			return err
		}
		if err := also(w); err != nil {
			return err
		}
		return o.startSigning(w, fresh, at, sha, how.How)
	})
}

// drawableSeals refuses a seal that cannot be drawn: it would stop the contract at its second act or its last, with people
// waiting.
func (o *Signatures) drawableSeals(c domain.Contract, at placement.Places) error {
	if err := o.Placement.Drawable(domain.ActBSeal, at.BSeal, domain.Appearance{Ring: c.B.Name}); err != nil {
		return err
	}
	return o.Placement.Drawable(domain.ActOfficeSeal, at.OfficeSeal, o.officeLook())
}

// prepare adds the empty fields and lets other code look at the result, before anybody signs it.
func (o *Signatures) prepare(ctx context.Context, pdf []byte, fields []domain.Field) ([]byte, error) {
	prepared, err := o.Sealer.Prepare(pdf, fields)
	if err != nil {
		return nil, err
	}
	return prepared, o.Sealer.CheckPrepared(ctx, pdf, prepared, fields)
}

func (o *Signatures) readForPush(ctx context.Context, by domain.Caller, no string) (c domain.Contract, all []domain.Template, err error) {
	err = o.View(ctx, by, domain.ActionContractPush, action.ContractObject(no), func(w *action.Work) error {
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
			all, err = placement.Templates(w)
		}
		return err
	})
	return c, all, err
}

// startSigning writes the push of a contract whose document is prepared.
func (o *Signatures) startSigning(w *action.Work, c domain.Contract, at placement.Places, sha, how string) error {
	now := o.Now()
	if err := c.CheckDoubt(); err != nil { // another offer came while the document was prepared
		return err
	}
	if err := c.Move(domain.StageBSigning, now); err != nil {
		return err
	}
	c.Begin(now, o.Settings.ExpireDays, o.Settings.WarnDays)
	c.CurrentSHA, c.SealPlace = sha, at.OfficeSeal
	if err := o.Parties.CompareNames(w, &c); err != nil {
		return err
	}
	if err := w.UpdateContract(c); err != nil {
		return err
	}
	if err := w.AddRevision(c.No, 1, sha, domain.RevisionPrepared, now); err != nil {
		return err
	}
	err := w.Record(domain.ActionContractPush, action.ContractObject(c.No), domain.Event{
		Before: string(domain.StageToPush), After: string(c.Stage), Detail: domain.Fields("sha256", sha, "places", how),
	})
	if err != nil {
		return err
	}
	return o.Notifier.CallSigner(w, domain.MessageLinkB, c, c.B.Signer, now)
}
