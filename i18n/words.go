package i18n

import "campus.example/sealdesk/domain"

// Words names the things of the field. Keys are the values of package domain.
type Words struct {
	Stages             map[domain.Stage]string
	Acts               map[domain.Act]string
	Sides              map[domain.Side]string
	Agents             map[domain.Side]string // the person who acts for a side
	Methods            map[domain.Method]string
	DocKinds           map[domain.DocKind]string
	Reasons            map[domain.ReviewReason]string // short, for the review desk
	ReasonsToSigner    map[domain.ReviewReason]string // plain words and what to do (G11)
	ReviewKinds        map[domain.ReviewKind]string
	ReviewStates       map[domain.ReviewState]string
	VerificationStates map[domain.VerificationState]string
	Outcomes           map[domain.Outcome]string
	MessageKinds       map[domain.MessageKind]string
	MessageStates      map[domain.MessageState]string
	JobKinds           map[domain.JobKind]string
	JobStates          map[domain.JobState]string
	OfferStates        map[domain.OfferState]string
	Decisions          map[domain.Decision]string
	First              map[string]string // what comes before an act that the stage does not allow
	SealStates         map[domain.SealState]string
	Roles              map[domain.Role]string
	Rights             map[domain.Right]string
	Verdicts           map[domain.Verdict]string
	Sources            map[domain.Source]string
	Problems           map[domain.Code]string
	Actions            map[domain.Action]string
	Actors             map[domain.ActorKind]string
	Waits              map[string]string // why a job runs again later
	Providers          map[string]string
	Fields             map[string]string
	Rules              map[domain.RuleKey]string // what a rule means, short enough for a column
	UniPDF             map[string]string         // what that engine does not do, why it may not be used, what there is of it
	OffPath            string                    // the stages off the path, together
	Yes, No, None      string
	Units              Units
}

// Units are the units of time.
type Units struct{ Second, Seconds, Minute, Minutes, Hour, Hours, Day, Days string }

// word gives the word for a value, or the value itself when there is none.
func word[K ~string](words map[K]string, value K) string {
	if w, ok := words[value]; ok {
		return w
	}
	return string(value)
}

// Stage names a stage.
func (t *Text) Stage(s domain.Stage) string { return word(t.Words.Stages, s) }

// Act names one of the four acts.
func (t *Text) Act(a domain.Act) string { return word(t.Words.Acts, a) }

// Side names a party.
func (t *Text) Side(s domain.Side) string { return word(t.Words.Sides, s) }

// Agent names the person who acts for a party: one word each, though the manual has two for Party A's (S16).
func (t *Text) Agent(s domain.Side) string { return word(t.Words.Agents, s) }

// Method names a way of personal verification, as the manual writes it.
func (t *Text) Method(m domain.Method) string { return word(t.Words.Methods, m) }

// DocKind names a kind of identity document. The office's further kinds carry their own names.
func (t *Text) DocKind(k domain.DocKind) string { return word(t.Words.DocKinds, k) }

// Reason names why a review was refused, for the review desk.
func (t *Text) Reason(r domain.ReviewReason) string { return word(t.Words.Reasons, r) }

// ReasonToSigner says to the signer why the photos were refused and what to do (G11).
func (t *Text) ReasonToSigner(r domain.ReviewReason) string { return word(t.Words.ReasonsToSigner, r) }

// ReviewKind names what the review desk looks at.
func (t *Text) ReviewKind(k domain.ReviewKind) string { return word(t.Words.ReviewKinds, k) }

// ReviewState names where a review stands.
func (t *Text) ReviewState(s domain.ReviewState) string { return word(t.Words.ReviewStates, s) }

// VerificationState names where a try at verification stands.
func (t *Text) VerificationState(s domain.VerificationState) string {
	return word(t.Words.VerificationStates, s)
}

// Outcome names a provider's answer.
func (t *Text) Outcome(o domain.Outcome) string { return word(t.Words.Outcomes, o) }

// MessageKind names a kind of text message.
func (t *Text) MessageKind(k domain.MessageKind) string { return word(t.Words.MessageKinds, k) }

// MessageState names what is known of a text message.
func (t *Text) MessageState(s domain.MessageState) string { return word(t.Words.MessageStates, s) }

// JobKind names a kind of background work.
func (t *Text) JobKind(k domain.JobKind) string { return word(t.Words.JobKinds, k) }

// JobState names where a job stands.
func (t *Text) JobState(s domain.JobState) string { return word(t.Words.JobStates, s) }

// OfferState names where a received offer stands.
func (t *Text) OfferState(s domain.OfferState) string { return word(t.Words.OfferStates, s) }

// Decision names what a person decides of a contract in quarantine.
func (t *Text) Decision(d domain.Decision) string { return word(t.Words.Decisions, d) }

// Field names a field of a contract or a form.
func (t *Text) Field(name string) string { return word(t.Words.Fields, name) }

// SealState names a step of the seal operation.
func (t *Text) SealState(s domain.SealState) string { return word(t.Words.SealStates, s) }

// Role names a role.
func (t *Text) Role(r domain.Role) string { return word(t.Words.Roles, r) }

// Right names a right.
func (t *Text) Right(r domain.Right) string { return word(t.Words.Rights, r) }

// Verdict names what intake did with an offer.
func (t *Text) Verdict(v domain.Verdict) string { return word(t.Words.Verdicts, v) }

// Rule returns the meaning of a rule.
func (t *Text) Rule(k domain.RuleKey) string { return word(t.Words.Rules, k) }

// Source names how a contract came in.
func (t *Text) Source(s domain.Source) string { return word(t.Words.Sources, s) }
