package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"

	"sealdesk/domain"
)

// Intake is what became of an offer.
type Intake struct {
	Verdict  domain.Verdict
	Contract domain.Contract
	Repeated bool  // the same number with the same bytes was here already
	Saves    int   // how often the document was saved before it came
	Refusal  error // why it was not accepted
}

// Receive takes one offer in: accepted, turned away with a reason or quarantined. It is idempotent by number and
// SHA-256 (G8). Refused documents are kept too: what came in can be shown later. The error speaks of the office,
// not of the offer.
func (o *Office) Receive(ctx context.Context, by domain.Caller, offer domain.Offer, pdf []byte) (Intake, error) {
	sum := sha256.Sum256(pdf)
	sha := hex.EncodeToString(sum[:])
	if offer.SHA256 != "" && offer.SHA256 != sha {
		// The sender states other bytes than came over: the transport failed, not the contract.
		return Intake{}, domain.Fail(domain.CodeDocumentMismatch, offer.No)
	}
	var office []domain.Phone
	err := o.view(ctx, by, domain.ActionContractIntake, contractObject(offer.No), func(w *Work) (err error) {
		office, err = officePhones(w)
		return err
	})
	if err != nil {
		return Intake{}, err
	}
	c, refusal := offer.Check(office)
	if domain.CodeOf(refusal) == domain.CodeNoEmpty {
		return Intake{Verdict: domain.TurnedAway, Contract: c, Refusal: refusal}, nil
	}
	var look Examination
	if refusal == nil {
		if look, refusal = o.Pages.Examine(ctx, pdf, domain.Usual().List()); refusal != nil && !domain.CodeOf(refusal).AboutDocument() {
			return Intake{}, refusal
		}
		c.Pages = look.Pages
	}
	if len(pdf) > 0 {
		if _, err := o.Store.PutDocument(ctx, pdf); err != nil {
			return Intake{}, err
		}
		c.OriginalSHA, c.CurrentSHA = sha, sha
	}
	return o.settleIntake(ctx, by, c, look.Saves, refusal)
}

func (o *Office) settleIntake(ctx context.Context, by domain.Caller, c domain.Contract, saves int, refusal error) (Intake, error) {
	now := o.Now()
	var in Intake
	err := o.act(ctx, by, domain.ActionContractIntake, contractObject(c.No), func(w *Work) error {
		in = Intake{Verdict: domain.VerdictOf(refusal), Contract: c, Refusal: refusal, Saves: saves}
		old, err := w.Contract(c.No)
		switch {
		case domain.CodeOf(err) == domain.CodeNotFound:
			return o.insertOffer(w, &in, now)
		case err != nil:
			return err
		case old.Stage == domain.StageTurnedAway && (old.OriginalSHA != c.OriginalSHA || refusal == nil):
			return o.replaceOffer(w, &in, old, now)
		case old.OriginalSHA == c.OriginalSHA:
			in.Repeated, in.Contract = true, old
			switch {
			case old.Stage == domain.StageTurnedAway:
				in.Verdict = domain.TurnedAway
			case old.Stage == domain.StageQuarantined && in.Verdict == domain.Quarantined: // nobody has decided yet
			default:
				in.Verdict, in.Refusal = domain.Accepted, nil
			}
			return o.answer(w, in, now)
		case old.Stage.Corrected() && old.Voids == "" && refusal == nil:
			return o.newRound(w, &in, old, now)
		}
		return o.quarantineOther(w, &in, old, now)
	})
	return in, err
}

func (o *Office) insertOffer(w *Work, in *Intake, now time.Time) error {
	c := &in.Contract
	c.Stage, c.StageSince, c.ReceivedAt = stageOf(in.Verdict), now, now
	c.Reason = string(domain.CodeOf(in.Refusal))
	if err := o.adopt(w, c); err != nil {
		return err
	}
	if err := w.InsertContract(*c); err != nil {
		return err
	}
	return o.afterIntake(w, *in, "", now)
}

// replaceOffer lets a corrected offer take the place of one that was turned away.
func (o *Office) replaceOffer(w *Work, in *Intake, old domain.Contract, now time.Time) error {
	c := &in.Contract
	c.Version, c.Stage, c.StageSince, c.ReceivedAt = old.Version, old.Stage, now, now
	c.Reason = string(domain.CodeOf(in.Refusal))
	if next := stageOf(in.Verdict); next != old.Stage {
		if err := c.Move(next, now); err != nil {
			return err
		}
	}
	if err := o.adopt(w, c); err != nil {
		return err
	}
	if err := w.UpdateContract(*c); err != nil {
		return err
	}
	return o.afterIntake(w, *in, string(old.Stage), now)
}

// newRound lets a corrected text begin anew where a signer refused, the office recalled, or the time ran out (G5). What
// was signed before belongs to the rounds before, and stays with its documents.
func (o *Office) newRound(w *Work, in *Intake, old domain.Contract, now time.Time) error {
	c := &in.Contract
	c.Version, c.Round, c.Stage = old.Version, old.Round+1, old.Stage
	c.Source = old.Source // a correction from an operator's hands goes back where the contract came from
	c.ReceivedAt = now
	if err := c.Move(domain.StageToPush, now); err != nil {
		return err
	}
	if err := o.adopt(w, c); err != nil {
		return err
	}
	if err := w.UpdateContract(*c); err != nil {
		return err
	}
	return o.afterIntake(w, *in, string(old.Stage), now, "round", strconv.Itoa(c.Round), "instead_of", old.OriginalSHA)
}

// quarantineOther keeps the contract as it is and flags it: the number came again with other bytes, and a person
// has to decide (G8).
func (o *Office) quarantineOther(w *Work, in *Intake, old domain.Contract, now time.Time) error {
	sha := in.Contract.OriginalSHA
	in.Verdict, in.Refusal = domain.Quarantined, domain.Fail(domain.CodeOtherBytes, old.No)
	old.Flag(domain.CodeOtherBytes, now)
	if err := w.UpdateContract(old); err != nil {
		return err
	}
	in.Contract = old
	err := w.Record(domain.ActionContractOtherBytes, contractObject(old.No), domain.Event{
		Before: string(old.Stage), After: string(old.Stage), Code: domain.CodeOtherBytes, Detail: domain.Fields("sha256", sha),
	})
	if err != nil {
		return err
	}
	in.Contract.OriginalSHA = sha
	return o.answer(w, *in, now)
}

func (o *Office) afterIntake(w *Work, in Intake, before string, now time.Time, also ...string) error {
	c := in.Contract
	if c.OriginalSHA != "" {
		if err := w.AddRevision(c.No, 0, c.OriginalSHA, domain.RevisionOriginal, now); err != nil {
			return err
		}
	}
	detail := domain.Fields("sha256", c.OriginalSHA)
	if in.Saves > 1 {
		detail = detail.And("saves", strconv.Itoa(in.Saves)) // it was changed after it was made
	}
	if c.Approval.By != "" {
		detail = detail.And("approved_by", c.Approval.By, "approved_at", c.Approval.At.UTC().Format(time.RFC3339))
	}
	detail = detail.And(also...)
	err := w.Record(domain.ActionContractIntake, contractObject(c.No), domain.Event{
		Before: before, After: string(c.Stage), Code: domain.CodeOf(in.Refusal), Detail: detail,
	})
	if err != nil {
		return err
	}
	if in.Verdict == domain.Accepted && o.Rules.PushAuto {
		if err := o.enqueue(w, domain.JobPush, domain.JobKeyPush+c.No+":"+c.OriginalSHA, jobArgs{ID: c.No}, now); err != nil {
			return err
		}
	}
	return o.answer(w, in, now)
}

// answer tells the sender; an import has none.
func (o *Office) answer(w *Work, in Intake, now time.Time) error {
	c := in.Contract
	if c.Source != domain.FromProcurement {
		return nil
	}
	code := domain.CodeOf(in.Refusal)
	unique := domain.JobKeyAnswer + c.No + ":" + c.OriginalSHA + ":" + string(in.Verdict) + ":" + string(code)
	return o.enqueue(w, domain.JobAnswer, unique, jobArgs{ID: c.No, Verdict: in.Verdict, Code: code, SHA: c.OriginalSHA}, now)
}

// adopt finds or makes the people behind the contract's phones.
func (o *Office) adopt(w *Work, c *domain.Contract) error {
	for _, side := range []struct {
		phone domain.Phone
		id    *string
	}{{c.A.Phone, &c.A.Signer}, {c.B.Phone, &c.B.Signer}, {c.Purchaser.Phone, &c.Purchaser.Person}} {
		if side.phone == "" {
			continue
		}
		p, err := o.personOf(w, side.phone)
		if err != nil {
			return err
		}
		*side.id = p.ID
	}
	return nil
}

func (o *Office) personOf(w *Work, phone domain.Phone) (domain.Person, error) {
	p, err := w.PersonByPhone(phone)
	if domain.CodeOf(err) != domain.CodeNotFound {
		return p, err
	}
	id, err := o.newID(domain.IDPerson, 10)
	if err != nil {
		return p, err
	}
	p = domain.Person{ID: id, Phone: phone}
	return p, w.InsertPerson(p)
}

// officePhones are the phones of the office's own people, which Party B may not carry (G2).
func officePhones(w *Work) (phones []domain.Phone, err error) {
	ops, err := w.Operators()
	if err != nil {
		return nil, err
	}
	for _, op := range ops {
		if op.Person == "" {
			continue
		}
		p, err := w.Person(op.Person)
		if err != nil {
			return nil, err
		}
		phones = append(phones, p.Phone)
	}
	return phones, nil
}

func stageOf(v domain.Verdict) domain.Stage {
	switch v {
	case domain.Accepted:
		return domain.StageToPush
	case domain.Quarantined:
		return domain.StageQuarantined
	}
	return domain.StageTurnedAway
}
