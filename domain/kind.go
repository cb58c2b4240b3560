package domain

import (
	"maps"
	"slices"
)

// Kind sorts the codes by what can be done about them. Package cli maps kinds to exit codes, web/portal to HTTP statuses.
type Kind string

// The kinds.
const (
	KindInput       Kind = "input"       // what was entered or handed over is not accepted; another value mends it
	KindTooLarge    Kind = "too_large"   // as KindInput, because of its size
	KindDocument    Kind = "document"    // the contract's document cannot be taken or signed as it is
	KindSettings    Kind = "settings"    // the settings or the call of the program are wrong; its administrator mends them
	KindNotFound    Kind = "not_found"   // there is no such thing, or not for this caller
	KindState       Kind = "state"       // it is not so now: stage, turn, claim, another act under way
	KindLimit       Kind = "limit"       // too soon after the last time
	KindSession     Kind = "session"     // the login is over
	KindIntegrity   Kind = "integrity"   // what is kept or came out is not what the record says
	KindDifference  Kind = "difference"  // the nightly comparison found two places with different finals
	KindRight       Kind = "right"       // the caller is unknown or has no right to it
	KindUnavailable Kind = "unavailable" // a provider, the disk or the drawing queue cannot do it now
	KindComponent   Kind = "component"   // a key, certificate, library or process of this office is missing or refuses
	KindInternal    Kind = "internal"    // a fault of the program
)

// Kinds lists the kinds in the order of the documentation.
func Kinds() []Kind {
	return []Kind{
		KindInput, KindTooLarge, KindDocument, KindSettings, KindNotFound, KindState, KindLimit, KindSession, KindIntegrity, KindDifference,
		KindRight, KindUnavailable, KindComponent, KindInternal,
	}
}

// Codes lists the codes in alphabetical order.
func Codes() []Code { return slices.Sorted(maps.Keys(codes())) }

// Kind returns the kind of the code. A code outside the table is KindInternal.
func (c Code) Kind() Kind { return c.traits().kind }

// SignerKind returns the kind of the code on the signers' pages, where the person at the other end can do other things
// about it than an operator.
func (c Code) SignerKind() Kind {
	if t := c.traits(); t.signer != "" {
		return t.signer
	}
	return c.Kind()
}

// Recorded reports whether the refusal of an act is an event of its own, because an auditor asks about it.
func (c Code) Recorded() bool { return c.traits().recorded }

// Retryable reports whether the same work may succeed later with nothing changed in it. A job that fails with a code
// that is not retryable waits for an operator at once.
func (c Code) Retryable() bool { return c.traits().retryable }

// AboutDocument reports whether the code refuses the document, and not the program that read it.
func (c Code) AboutDocument() bool { return c.Kind() == KindDocument }

// Lasting reports whether the refusal of an act stays what it is however often the act is tried, because of the
// document, the words and pictures of a seal, or the engine: the contract is flagged for an operator.
func (c Code) Lasting() bool {
	switch c.Kind() {
	case KindInput, KindTooLarge, KindDocument, KindIntegrity, KindComponent:
		return !c.Retryable()
	}
	return false
}

// Reconciled reports whether the code is one that the nightly comparison raises and takes away.
func (c Code) Reconciled() bool { return c.Kind() == KindDifference }

// traits returns the entry of the code. What has none may succeed later: an error of the operating system has no code.
func (c Code) traits() traits {
	if t, listed := codes()[c]; listed {
		return t
	}
	return traits{kind: KindInternal, retryable: true}
}
