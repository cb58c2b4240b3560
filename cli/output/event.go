package output

import (
	"slices"
	"strconv"
	"strings"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// Event is one entry of the record.
type Event struct {
	Seq    int64  `json:"seq"`
	At     string `json:"at"`
	Actor  string `json:"actor"`
	Proof  string `json:"proof"` // how the actor was proven
	Action string `json:"action"`
	Object string `json:"object"`
	Before string `json:"before"`
	After  string `json:"after"`
	Code   string `json:"code"`
	Detail string `json:"detail"`
	Hash   string `json:"hash"`
}

// EventOf returns the shape of an event.
func EventOf(e domain.Event) Event {
	actor := string(e.Actor.Kind)
	if e.Actor.ID != "" {
		actor += ":" + e.Actor.ID
	}
	return Event{
		Seq: e.Seq, At: stamp(e.At), Actor: actor, Proof: e.Proof, Action: string(e.Action), Object: e.Object, Before: e.Before, After: e.After,
		Code: string(e.Code), Detail: string(e.Detail), Hash: e.Hash,
	}
}

// Events prints the record as a table.
func (p Printer) Events(list []domain.Event) error {
	return p.Table(p.Text.CLI.Tables.Events, p.events(list, nil))
}

// events returns the rows of a table of events. Names holds the names of persons by their ids.
func (p Printer) events(list []domain.Event, names map[string]string) [][]string {
	rows := make([][]string, 0, len(list))
	for _, e := range list {
		rows = append(rows, []string{
			strconv.FormatInt(e.Seq, 10), i18n.Instant(e.At), p.actor(e.Actor, names), p.Text.Action(e.Action), p.object(e.Object), p.result(e),
		})
	}
	return rows
}

// actor returns the name of an actor.
func (p Printer) actor(a domain.Actor, names map[string]string) string {
	w := p.Text.Output
	switch a.Kind {
	case domain.ActorOperator:
		return a.ID
	case domain.ActorSigner:
		if name := names[a.ID]; name != "" {
			return name
		}
		return p.Text.Fill(w.Signer, a.ID)
	case domain.ActorSystem:
		return w.System
	case domain.ActorProcurement:
		return p.Text.Words.Providers["procurement"]
	case domain.ActorVisitor:
		return w.Visitor
	}
	return string(a.Kind)
}

// object returns what an event is about: the word for its kind, and its id.
func (p Printer) object(s string) string {
	kind, id, _ := strings.Cut(s, ":")
	if word := p.Text.Output.Objects[kind]; word != "" {
		return strings.TrimSpace(word + " " + id)
	}
	return s
}

// result returns how an event came out: why it failed, or the state it led to, and the reason given.
func (p Printer) result(e domain.Event) string {
	parts := []string{p.state(e)}
	if e.Code != "" {
		parts[0] = p.Text.Problem(e.Code)
		if reason, found := p.Text.Words.Reasons[domain.ReviewReason(e.Code)]; found {
			parts[0] = reason
		}
	}
	parts = append(parts, e.Detail.Get("reason"))
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// state returns the word for the state an event led to. Words of several tables are alike, so the action decides which
// table it is.
func (p Printer) state(e domain.Event) string {
	w, subject := p.Text.Words, ""
	if before, _, dotted := strings.Cut(string(e.Action), "."); dotted {
		subject = before
	}
	switch subject {
	case "contract", "seal":
		if word, found := w.Stages[domain.Stage(e.After)]; found {
			return word
		}
		return p.Text.SealState(domain.SealState(e.After))
	case "review", "enrol":
		return p.Text.ReviewState(domain.ReviewState(e.After))
	case "verification":
		if word, found := w.DocKinds[domain.DocKind(e.After)]; found {
			return word
		}
		return p.Text.VerificationState(domain.VerificationState(e.After))
	case "sms":
		return p.Text.MessageState(domain.MessageState(e.After))
	case "job":
		return p.Text.JobState(domain.JobState(e.After))
	}
	return e.After
}
