package domain

import (
	"slices"
	"time"
)

// ListedItem is one item of the list of approved contracts. Refusal says why it cannot be taken as an offer: it is no
// object, or has no number that intake can use. The office cannot answer such an item under a number.
type ListedItem struct {
	Offer   Offer
	Index   int    // its place in the list, from 0
	ID      string // as the sender names the item, may be empty
	SHA256  string // of the item as it was written, in hexadecimal
	Refusal error
}

// IntakeProblem is what the procurement system hears of an item that has no usable number.
type IntakeProblem struct {
	Key    string // the same for the same message
	Index  int
	Cursor string // the list was read from here
	ID     string // as the sender names the item, may be empty
	Code   Code
	Reason string // a sentence for the sender
	SHA256 string // of the item as it was written
}

// OfferState is where a received offer stands.
type OfferState string

// The states. Only the first three are open.
const (
	OfferWaiting    OfferState = "waiting"     // a job fetches its document, or tries again
	OfferRefused    OfferState = "refused"     // given up, or without a number: an operator retries or drops it
	OfferDiffers    OfferState = "differs"     // stands beside a contract until a person decides
	OfferTaken      OfferState = "taken"       // the contract holds it
	OfferTurnedAway OfferState = "turned_away" // refused with a reason that no repetition mends
	OfferDropped    OfferState = "dropped"     // a newer offer of the number or an operator took its place
)

// OpenOffers lists the states of offers that are not settled. The fields of an offer are kept while it is open.
func OpenOffers() []OfferState { return []OfferState{OfferWaiting, OfferRefused, OfferDiffers} }

// Open reports whether the offer is not settled.
func (s OfferState) Open() bool { return slices.Contains(OpenOffers(), s) }

// ReceivedOffer is an offer as the office keeps it from its arrival on.
type ReceivedOffer struct {
	ID       string
	No       string // "" for an item without a usable number
	Offer    Offer  // as stated; the zero value once it is settled
	Source   Source
	Received time.Time
	State    OfferState
	Code     Code   // why it waits, was refused or differs
	Detail   string // what the sentence of the code names, never personal
	Reason   string // an operator's words
	SHA256   string // of the document, "" before it was fetched
	Tries    int    // failed ones
	Told     bool   // the sender has heard of an item without a number
	Instead  Code   // the contract's problem when the offer came to stand beside it
	Changed  time.Time

	// Where an item without a number stood.
	Index  int
	Cursor string
	ItemID string
	Item   string // SHA-256 of the item as it was written
}

// TriesShown is after how many failed tries an operator is shown an offer that waits.
const TriesShown = 3

// OfferFilter narrows a list of received offers; zero fields do not narrow.
type OfferFilter struct {
	No     string
	States []OfferState
	Same   *Offer // the same fields and announced hash
	Item   string // SHA-256 of an item without a number
	Limit  int    // 0 means all
}

// IntakeCounts is what stands at intake and needs an operator.
type IntakeCounts struct {
	Waiting int // offers that failed TriesShown times and are tried again
	Refused int // offers that were given up, and items without a number
	Differs int // offers of another text or other fields, which wait for a decision
}

// Total returns how many offers need an operator.
func (c IntakeCounts) Total() int { return c.Waiting + c.Refused + c.Differs }
