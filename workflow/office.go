// Package workflow is what the office does: one file per act. An act checks the right, loads, asks domain, writes
// state, event and jobs in one transaction. Console, command line and signers' pages all call the same functions.
package workflow

import (
	"context"
	"encoding/base32"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"

	"sealdesk/domain"
)

// Office is one signing office: its rules and the ports it works through. It is safe for concurrent use when its
// ports are.
type Office struct {
	Store       Store
	Pages       Pages
	Sealer      Sealer
	Procurement Procurement
	SMS         SMS
	Verifier    Verifier
	Timestamps  Timestamper
	Rules       Rules
	Now         func() time.Time
	Random      io.Reader
	Log         *slog.Logger
	// Sentence turns an error into words for the procurement system, from package i18n.
	Sentence func(error) string
	// VoidPaper makes the document that voids a contract, with places for both parties and the office to sign.
	VoidPaper func(c domain.Contract, reason string, at time.Time) ([]byte, error)
	// Paint makes a PNG of a page so many pixels wide, for those who judge a document by looking at it; it may be nil.
	Paint func(ctx context.Context, pdf []byte, page, width int) ([]byte, error)

	strangers strangers
}

// Rules are the office's own choices in the settings. What binds people stands in the database: see domain.Rules.
type Rules struct {
	Name             string // the university
	Unit             string // whose seal it is: 采招办
	SealName         string // 合同专用章
	SealMillimetres  float64
	PollEvery        time.Duration
	PushAuto         bool
	ExpireDays       int   // G6
	WarnDays         []int // before the end
	ValidMonths      int   // G18
	ExtraKinds       []domain.DocKind
	CompletionNotice bool // G15
	SessionLife      time.Duration
	Zone             *time.Location // days are counted here (G24)
}

func (o *Office) newID(prefix string, bytes int) (string, error) {
	b := make([]byte, bytes)
	if _, err := io.ReadFull(o.Random, b); err != nil {
		return "", fmt.Errorf("random: %w", err)
	}
	return prefix + strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b)), nil
}

// The objects of events that are not about one contract, person or case.
const (
	objectOffice        = domain.ObjectOffice
	objectContracts     = domain.ObjectContracts
	objectVerifications = domain.ObjectVerifications
	objectReviews       = domain.ObjectReviews
	objectJobs          = domain.ObjectJobs
	objectRecord        = domain.ObjectRecord
	objectOperators     = domain.ObjectOperators
	objectPages         = domain.ObjectPages
	objectSealKey       = domain.ObjectSealKey
	objectIntake        = domain.ObjectIntake
)

func contractObject(no string) string { return domain.ObjectContract + no }

func personObject(id string) string { return domain.ObjectPerson + id }

// jobArgs is what a job carries: identifiers only.
type jobArgs struct {
	ID      string         `json:"id,omitempty"`
	Verdict domain.Verdict `json:"verdict,omitempty"`
	Code    domain.Code    `json:"code,omitempty"`
	SHA     string         `json:"sha,omitempty"`
	Stage   domain.Stage   `json:"stage,omitempty"`
	Offer   string         `json:"offer,omitempty"`
}

func (o *Office) enqueue(w *Work, kind domain.JobKind, unique string, args jobArgs, at time.Time) error {
	b, err := json.Marshal(args)
	if err != nil {
		return err
	}
	limit := 25
	if kind.Standing() {
		limit = 0
	}
	_, err = w.Enqueue(domain.Job{
		Kind: kind, Unique: unique, Args: string(b), Priority: priority(kind), RunAt: at, MaxAttempt: limit, Created: o.Now(),
	})
	return err
}

// priority puts what a waiting person notices first.
func priority(kind domain.JobKind) int {
	switch kind {
	case domain.JobSMS, domain.JobCheck:
		return 3
	case domain.JobAct:
		return 2
	}
	if kind.Standing() {
		return 0
	}
	return 1
}
