// Package workflow is what the office does. Each subject is a package of its own; an Office holds them all, so that the
// console, the command line and the signers' pages call every act through one value.
package workflow

import (
	"context"
	"io"
	"log/slog"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/access"
	"campus.example/sealdesk/workflow/delivery"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/intake"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/notify"
	"campus.example/sealdesk/workflow/internal/party"
	"campus.example/sealdesk/workflow/lifecycle"
	"campus.example/sealdesk/workflow/operators"
	"campus.example/sealdesk/workflow/placement"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/query"
	"campus.example/sealdesk/workflow/retention"
	"campus.example/sealdesk/workflow/rules"
	"campus.example/sealdesk/workflow/signing"
)

// Office is one signing office. It is safe for concurrent use when its ports are.
type Office struct {
	*action.Runner
	*placement.Placement
	*rules.Rulebook
	*retention.Retention
	*operators.Operators
	*access.Access
	*intake.Intakes
	*identity.Identities
	*signing.Signatures
	*lifecycle.Lifecycle
	*query.Query
	*delivery.Delivery

	notifier *notify.Notifier
}

// Options are the settings of an office and the ports it works through.
type Options struct {
	Store       port.Store
	Pages       port.Pages
	Sealer      port.Sealer
	Procurement port.Procurement
	SMS         port.SMS
	Verifier    port.Verifier
	Timestamps  port.Timestamper
	Settings    port.Settings
	Now         func() time.Time
	Random      io.Reader
	Log         *slog.Logger
	// Sentence turns an error into words for the procurement system, from package i18n.
	Sentence func(error) string
	// VoidPaper makes the document that voids a contract, with places for both parties and the office to sign.
	VoidPaper func(c domain.Contract, reason string, at time.Time) ([]byte, error)
	// Paint makes a PNG of a page so many pixels wide, for those who judge a document by looking at it; it may be nil.
	Paint func(ctx context.Context, pdf []byte, page, width int) ([]byte, error)
}

// New returns the office.
func New(o Options) *Office {
	run := &action.Runner{Store: o.Store, Settings: o.Settings, Now: o.Now, Random: o.Random, Log: o.Log}
	notifier := &notify.Notifier{Runner: run, Procurement: o.Procurement, SMS: o.SMS}
	parties := &party.Parties{Runner: run}
	place := &placement.Placement{Runner: run, Sealer: o.Sealer}
	book := &rules.Rulebook{Runner: run, Sealer: o.Sealer, Timestamps: o.Timestamps, Verifier: o.Verifier}
	kept := &retention.Retention{Runner: run}
	people := &operators.Operators{Runner: run, Parties: parties}
	entry := &access.Access{Runner: run, Notifier: notifier}
	received := &intake.Intakes{Runner: run, Notifier: notifier, Parties: parties, Placement: place, Pages: o.Pages, Procurement: o.Procurement, Sentence: o.Sentence}
	persons := &identity.Identities{Runner: run, Access: entry, Parties: parties, Placement: place, Rulebook: book, Pages: o.Pages, Paint: o.Paint, Verifier: o.Verifier}
	signs := &signing.Signatures{Runner: run, Access: entry, Identities: persons, Notifier: notifier, Parties: parties, Placement: place, Rulebook: book, Pages: o.Pages, Sealer: o.Sealer, Timestamps: o.Timestamps}
	course := &lifecycle.Lifecycle{Runner: run, Notifier: notifier, Parties: parties, Signatures: signs, Pages: o.Pages, VoidPaper: o.VoidPaper}
	reads := &query.Query{Runner: run, Parties: parties, Sealer: o.Sealer}
	returns := &delivery.Delivery{Runner: run, Lifecycle: course, Notifier: notifier, Procurement: o.Procurement}
	return &Office{Runner: run, Placement: place, Rulebook: book, Retention: kept, Operators: people, Access: entry, Intakes: received, Identities: persons, Signatures: signs, Lifecycle: course, Query: reads, Delivery: returns, notifier: notifier}
}
