package signing

import (
	"context"
	"encoding/json"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/port"
)

// reserve begins a seal operation: the act is taken, its time is fixed, the job that carries it out is in the outbox. Key
// is the one made for the act; it is not looked at when the office's own key signs. Errors: those of Sealer.Drawable.
func (o *Signatures) reserve(w *action.Work, c domain.Contract, op domain.SealOp, look domain.Appearance, key domain.SigningKey) (domain.SealOp, error) {
	if err := o.Placement.Drawable(op.Act, op.Place, look); err != nil {
		return op, err
	}
	id, err := o.NewID(domain.IDSealOp, 10)
	if err != nil {
		return op, err
	}
	if op.Appearance, err = json.Marshal(look); err != nil {
		return op, err
	}
	now := o.Now()
	op.ID, op.Contract, op.Round, op.State, op.InputSHA = id, c.No, c.Round, domain.SealReserved, c.CurrentSHA
	op.Reserved, op.Signing = now, now
	if op.KeyID == "" {
		if op.KeyID, err = o.keepKey(w, c, op, key); err != nil {
			return op, err
		}
	}
	if err := w.InsertSealOp(op); err != nil {
		return op, err
	}
	err = w.Record(domain.ActionSealReserve, action.ContractObject(c.No), domain.Event{
		Before: string(c.Stage), After: string(c.Stage),
		Detail: domain.Fields("op", op.ID, "act", string(op.Act), "input", op.InputSHA, "key", op.KeyID),
	})
	if err != nil {
		return op, err
	}
	return op, o.Enqueue(w, domain.JobAct, domain.JobKeyAct+op.ID, action.JobArgs{ID: op.ID}, now)
}

// RunAct carries a seal operation from wherever it stands to its end. Each step is durable before the next begins;
// every write holds the job's fence. An operation whose time authority the rules do not admit rests before a key is used.
func (o *Signatures) RunAct(ctx context.Context, job domain.Job, args action.JobArgs) error {
	for {
		var op domain.SealOp
		var rules domain.Rules
		err := o.Snapshot(ctx, func(w *action.Work) (err error) {
			if op, err = w.SealOp(args.ID); err != nil {
				return err
			}
			rules, err = o.Rules(w)
			return err
		})
		if err != nil {
			return err
		}
		if err := o.opAdmitted(rules, op); err != nil {
			return o.waitForRule(ctx, job, op, err)
		}
		var step func(context.Context, domain.Job, domain.SealOp) error
		switch op.State {
		case domain.SealReserved:
			step = o.prepareOp
		case domain.SealPrepared, domain.SealKeyUse:
			step = o.signOp
		case domain.SealSigned:
			step = o.stampOp
		case domain.SealStamped:
			step = o.materialiseOp
		case domain.SealMaterialised:
			step = o.checkOp
		case domain.SealVerified:
			return o.commitOp(ctx, job, op) // it finishes the job too
		default:
			return o.Finish(ctx, job, action.Nothing)
		}
		if err := step(ctx, job, op); domain.CodeOf(err).Lasting() {
			return o.FlaggedByJob(ctx, job, op.Contract, err)
		} else if err != nil {
			return err
		}
	}
}

// opAdmitted refuses to go on with an operation under a time authority or anchors that are not those of the rules. A token
// that was taken under the rules of its time is kept. Error: CodeProviderNotAdmitted.
func (o *Signatures) opAdmitted(r domain.Rules, op domain.SealOp) error {
	switch op.State {
	case domain.SealReserved, domain.SealPrepared, domain.SealKeyUse, domain.SealSigned:
		return o.Rulebook.TimeAdmitted(r)
	case domain.SealStamped, domain.SealMaterialised:
		return o.Rulebook.AnchorsAdmitted(r)
	}
	return nil
}

// waitForRule flags the contract of an operation that the rules hold up. The operation is tried again and goes on once the
// rule, or the setting, is another one.
func (o *Signatures) waitForRule(ctx context.Context, job domain.Job, op domain.SealOp, why error) error {
	err := o.Step(ctx, job, func(w *action.Work) error {
		c, err := w.Contract(op.Contract)
		if err != nil {
			return err
		}
		return o.Flag(w, c, domain.CodeOf(why))
	})
	if err != nil {
		return err
	}
	return &port.Later{At: o.Now().Add(keyWait), Why: string(domain.CodeOf(why))}
}

func (o *Signatures) prepareOp(ctx context.Context, job domain.Job, op domain.SealOp) error {
	key, err := o.keyOf(ctx, op)
	if err != nil {
		return err
	}
	if o.tooLate(key) {
		return o.abortOp(ctx, job, op)
	}
	pdf, err := o.Store.Document(ctx, op.InputSHA)
	if err != nil {
		return err
	}
	prepared, err := o.Sealer.Begin(domain.SealRequest{
		PDF: pdf, Field: op.Act.Field(), Place: op.Place, Key: key, Appearance: op.Appearance, Signing: op.Signing,
	})
	if err != nil {
		return err
	}
	sha, err := o.Store.PutDocument(ctx, prepared.PDF)
	if err != nil {
		return err
	}
	return o.stepOp(ctx, job, op, func(op *domain.SealOp) {
		op.State, op.PreparedSHA, op.Pending, op.Digest = domain.SealPrepared, sha, prepared.Pending, prepared.Digest
		op.Certificate = leafOf(key)
	})
}

// signOp records the key use before the key is used. After a crash in between, the same digest is signed once more:
// at most one use too many, and it stands in the record.
func (o *Signatures) signOp(ctx context.Context, job domain.Job, op domain.SealOp) error {
	if op.KeyID == domain.OfficeKey && !o.Sealer.Unlocked() {
		return &port.Later{At: o.Now().Add(keyWait), Why: string(domain.CodeSealKeyLocked)}
	}
	if op.KeyID == domain.OfficeKey && op.State == domain.SealPrepared {
		if err := o.undoubted(ctx, op.Contract); err != nil {
			return err
		}
	}
	key, err := o.keyOf(ctx, op)
	if err != nil {
		return err
	}
	switch {
	case op.State == domain.SealPrepared && o.tooLate(key):
		return o.abortOp(ctx, job, op)
	case op.KeyID != domain.OfficeKey && len(key.Private) == 0: // its time ran out after a use that left no signature
		return o.FlaggedByJob(ctx, job, op.Contract, domain.Fail(domain.CodeActLapsed))
	}
	err = o.stepOp(ctx, job, op, func(op *domain.SealOp) {
		op.State = domain.SealKeyUse
		op.KeyUses++
	}, o.keyUsed)
	if err != nil {
		return err
	}
	op.State = domain.SealKeyUse
	op.KeyUses++
	signature, err := o.Sealer.Sign(key, op.Pending)
	if err != nil {
		return err
	}
	return o.stepOp(ctx, job, op, func(op *domain.SealOp) {
		op.State, op.Signature = domain.SealSigned, signature
	}, o.destroyKey)
}

// undoubted lets the office's seal rest while another offer of the contract waits for a person's decision.
func (o *Signatures) undoubted(ctx context.Context, no string) error {
	return o.Snapshot(ctx, func(w *action.Work) error {
		c, err := w.Contract(no)
		if err == nil && c.Doubted() {
			err = &port.Later{At: o.Now().Add(keyWait), Why: string(domain.CodeOfferDiffers)}
		}
		return err
	})
}

// stampOp fetches the timestamp token. Asking again after a crash yields another token over the same signature,
// which harms nothing: the first recorded one is used.
func (o *Signatures) stampOp(ctx context.Context, job domain.Job, op domain.SealOp) error {
	request, err := o.Sealer.TokenRequest(op.Signature)
	if err != nil {
		return err
	}
	response, err := o.Timestamps.Token(ctx, request)
	if err != nil {
		return err
	}
	token, err := o.Sealer.Token(op.Signature, response)
	if err != nil {
		return err
	}
	return o.stepOp(ctx, job, op, func(op *domain.SealOp) {
		op.State, op.Token = domain.SealStamped, token
	})
}

func (o *Signatures) materialiseOp(ctx context.Context, job domain.Job, op domain.SealOp) error {
	prepared, err := o.Store.Document(ctx, op.PreparedSHA)
	if err != nil {
		return err
	}
	out, err := o.Sealer.Finish(prepared, op.Pending, op.Signature, op.Token)
	if err != nil {
		return err
	}
	sha, err := o.Store.PutDocument(ctx, out)
	if err != nil {
		return err
	}
	return o.stepOp(ctx, job, op, func(op *domain.SealOp) {
		op.State, op.OutputSHA = domain.SealMaterialised, sha
	})
}

// checkOp lets other code than the signer's read the result. What it refuses is never published.
func (o *Signatures) checkOp(ctx context.Context, job domain.Job, op domain.SealOp) error {
	input, err := o.Store.Document(ctx, op.InputSHA)
	if err != nil {
		return err
	}
	output, err := o.Store.Document(ctx, op.OutputSHA)
	if err != nil {
		return err
	}
	bad := o.Sealer.Check(ctx, input, output, op.Act.Field(), op.Place)
	switch {
	case bad == nil:
		return o.stepOp(ctx, job, op, func(op *domain.SealOp) { op.State = domain.SealVerified })
	case domain.CodeOf(bad) != domain.CodeSealQuarantined: // it could not be looked at, and waits unpublished
		return bad
	}
	o.Log.Error("seal operation quarantined", "op", op.ID, "contract", op.Contract, "err", bad)
	// The job is finished in the next turn, which sees the new state.
	return o.Step(ctx, job, func(w *action.Work) error {
		from := op.State
		op.State, op.Reason = domain.SealQuarantined, bad.Error()
		if err := w.UpdateSealOp(op, from); err != nil {
			return err
		}
		c, err := w.Contract(op.Contract)
		if err != nil {
			return err
		}
		c.Flag(domain.CodeSealQuarantined, o.Now())
		if err := w.UpdateContract(c); err != nil {
			return err
		}
		return w.As(domain.System()).Record(domain.ActionSealQuarantine, action.ContractObject(c.No), domain.Event{
			Code: domain.CodeSealQuarantined, Detail: domain.Fields("op", op.ID, "reason", op.Reason),
		})
	})
}

// commitOp publishes the revision: contract, event and the next person's message in one transaction.
func (o *Signatures) commitOp(ctx context.Context, job domain.Job, op domain.SealOp) error {
	return o.Finish(ctx, job, func(w *action.Work) error {
		now := o.Now()
		c, err := w.Contract(op.Contract)
		if err != nil {
			return err
		}
		if c.CurrentSHA != op.InputSHA || c.Round != op.Round { // the contract began anew meanwhile
			return domain.Fail(domain.CodeStale)
		}
		from := c.Stage
		if err := c.Move(op.Act.Next(), now); err != nil {
			return err
		}
		c.CurrentSHA = op.OutputSHA
		if err := o.Parties.CompareNames(w, &c); err != nil {
			return err
		}
		if err := w.UpdateContract(c); err != nil {
			return err
		}
		op.State, op.Committed = domain.SealCommitted, now
		if err := w.UpdateSealOp(op, domain.SealVerified); err != nil {
			return err
		}
		if err := w.AddRevision(c.No, revisionOf(op.Act), op.OutputSHA, string(op.Act), now); err != nil {
			return err
		}
		err = w.As(callerOf(op)).Record(domain.ActionSealCommit, action.ContractObject(c.No), domain.Event{
			Before: string(from), After: string(c.Stage),
			Detail: domain.Fields("op", op.ID, "act", string(op.Act), "sha256", op.OutputSHA),
		})
		if err != nil {
			return err
		}
		return o.afterAct(w, c, op.Act)
	})
}

// afterAct lets go of the link of whoever is done and calls whoever is next (S38, S43, S45), or hands the final over.
func (o *Signatures) afterAct(w *action.Work, c domain.Contract, done domain.Act) error {
	now := o.Now()
	if done == domain.ActBSeal || done == domain.ActASign {
		if err := w.KillLinks(c.No, c.Party(done.Side()).Signer); err != nil {
			return err
		}
	}
	switch done {
	case domain.ActBSeal:
		return o.Notifier.CallSigner(w, domain.MessageLinkA, c, c.A.Signer, now)
	case domain.ActASign:
		return o.Notifier.CallDuty(w, c, now)
	case domain.ActOfficeSeal:
		return o.Enqueue(w, domain.JobDeliver, domain.JobKeyDeliver+c.No+":"+c.CurrentSHA, action.JobArgs{ID: c.No}, now)
	}
	return nil
}

// stepOp writes one step, and what goes with it, under the fence.
func (o *Signatures) stepOp(
	ctx context.Context, job domain.Job, op domain.SealOp, change func(*domain.SealOp), also ...func(*action.Work, domain.SealOp) error,
) error {
	return o.Step(ctx, job, func(w *action.Work) error {
		from := op.State
		change(&op)
		if err := w.UpdateSealOp(op, from); err != nil {
			return err
		}
		for _, do := range also {
			if err := do(w, op); err != nil {
				return err
			}
		}
		return nil
	})
}

// keyOf returns the key an operation signs with: the office's own, without its private part, or the one made for the act.
func (o *Signatures) keyOf(ctx context.Context, op domain.SealOp) (key domain.SigningKey, err error) {
	if op.KeyID == domain.OfficeKey {
		key = domain.SigningKey{ID: domain.OfficeKey}
		key.Chain, err = o.Sealer.OfficeChain()
	} else {
		err = o.Snapshot(ctx, func(w *action.Work) (err error) {
			key, err = w.SigningKey(op.KeyID)
			return err
		})
	}
	if err == nil && len(key.Chain) == 0 {
		err = domain.Fail(domain.CodeCertificate, op.KeyID)
	}
	return key, err
}

// callerOf returns the operator or signer who asked for the operation. How that caller was proven stands in the event of
// the reservation.
func callerOf(op domain.SealOp) domain.Caller {
	if op.Operator != "" {
		return domain.Caller{Actor: domain.Actor{Kind: domain.ActorOperator, ID: op.Operator}}
	}
	return domain.Caller{Actor: domain.Actor{Kind: domain.ActorSigner, ID: op.Person}}
}

// revisionOf numbers the revisions of a document: 0 original, 1 prepared, then the acts.
func revisionOf(a domain.Act) int {
	for i, act := range domain.Acts() {
		if act == a {
			return i + 2
		}
	}
	return 0
}
