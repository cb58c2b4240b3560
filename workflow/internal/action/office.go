package action

import (
	"encoding/base32"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"campus.example/sealdesk/domain"
)

func (o *Runner) NewID(prefix string, bytes int) (string, error) {
	b := make([]byte, bytes)
	if _, err := io.ReadFull(o.Random, b); err != nil {
		return "", fmt.Errorf("random: %w", err)
	}
	return prefix + strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b)), nil
}

// The objects of events that are not about one contract, person or case.
const (
	ObjectOffice        = domain.ObjectOffice
	ObjectContracts     = domain.ObjectContracts
	ObjectVerifications = domain.ObjectVerifications
	ObjectReviews       = domain.ObjectReviews
	ObjectJobs          = domain.ObjectJobs
	ObjectRecord        = domain.ObjectRecord
	ObjectOperators     = domain.ObjectOperators
	ObjectPages         = domain.ObjectPages
	ObjectSealKey       = domain.ObjectSealKey
	ObjectIntake        = domain.ObjectIntake
)

func ContractObject(no string) string { return domain.ObjectContract + no }

func PersonObject(id string) string { return domain.ObjectPerson + id }

// JobArgs is what a job carries: identifiers only.
type JobArgs struct {
	ID      string         `json:"id,omitempty"`
	Verdict domain.Verdict `json:"verdict,omitempty"`
	Code    domain.Code    `json:"code,omitempty"`
	SHA     string         `json:"sha,omitempty"`
	Stage   domain.Stage   `json:"stage,omitempty"`
	Offer   string         `json:"offer,omitempty"`
}

func (o *Runner) Enqueue(w *Work, kind domain.JobKind, unique string, args JobArgs, at time.Time) error {
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
