package domain

import "time"

// MessageKind is a kind of text message.
type MessageKind string

// The kinds: the manual describes links to B and A and the call to the office (S40, S43, S45); codes belong to the
// verification (S72); the notice of completion is our addition (S48, G15).
const (
	MessageLinkB  MessageKind = "link_b"
	MessageLinkA  MessageKind = "link_a"
	MessageDuty   MessageKind = "duty"
	MessageCode   MessageKind = "code"
	MessageDone   MessageKind = "done"
	MessageRecall MessageKind = "recall"
	MessageWarn   MessageKind = "warn" // the signing period ends soon (G6)
)

// MessageState is what is known of a message.
type MessageState string

// The states. Unknown means the gateway may or may not have taken it: it is asked before anything is sent again.
const (
	MessageQueued    MessageState = "queued"
	MessageSent      MessageState = "sent"
	MessageDelivered MessageState = "delivered"
	MessageFailed    MessageState = "failed"
	MessageUnknown   MessageState = "unknown"
	MessageDropped   MessageState = "dropped" // never sent: its link was dead before its time came
)

// Message is one text message. Its ID goes to the gateway as our key.
type Message struct {
	ID       string
	Kind     MessageKind
	Person   string // Person.ID, or "" for someone who is not a signer
	Phone    Phone
	Contract string
	Link     string // Link.ID for messages that carry one
	Code     string // OneTimeCode.ID for MessageCode
	State    MessageState
	Provider string // the gateway's own number
	Detail   string // the gateway's code when it failed
	Queued   time.Time
	Sent     time.Time
}
