package domain

import "time"

// ActorKind is who did something.
type ActorKind string

// The kinds of actors.
const (
	ActorOperator ActorKind = "operator"
	ActorSigner   ActorKind = "signer"
	ActorSystem   ActorKind = "system"
	// ActorProcurement is the procurement system, which fetches finals.
	ActorProcurement ActorKind = "procurement"
	// ActorVisitor is a caller of the signers' pages who has proven nothing. No event carries it.
	ActorVisitor ActorKind = "visitor"
)

// Actor is who did something. ID is an operator's name or a person's opaque id.
type Actor struct {
	Kind ActorKind
	ID   string
}

// Event is one line of the record: append-only and chained by hash. It never holds personal data.
type Event struct {
	Seq    int64
	At     time.Time
	Actor  Actor
	Proof  string // how the actor's identity was proven, "" in entries of older programs
	Action Action // what was done, dotted: contract.push, seal.keyuse
	Object string // what it was done to: contract:NO, verification:ID
	Before string // stage or state before
	After  string
	Code   Code   // set when it was refused or failed
	Detail Detail // hashes, counts, an operator's reason
	Hash   string // SHA-256 over the previous hash and this event, in hexadecimal
}
