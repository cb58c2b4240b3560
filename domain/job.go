package domain

import (
	"slices"
	"time"
)

// JobKind is a kind of background work.
type JobKind string

// The kinds.
const (
	JobPush      JobKind = "push"      // start signing without an operator, where the office wants it so
	JobPoll      JobKind = "poll"      // ask the procurement system for approved contracts
	JobIntake    JobKind = "intake"    // fetch the document of one offer and take the contract in
	JobAnswer    JobKind = "answer"    // tell it what became of an offer
	JobSMS       JobKind = "sms"       // send one message
	JobCheck     JobKind = "check"     // ask the identity provider
	JobAct       JobKind = "act"       // carry a seal operation forward
	JobDeliver   JobKind = "deliver"   // return the sealed final
	JobStatus    JobKind = "status"    // tell the procurement system of a stage off the path
	JobPeriod    JobKind = "period"    // end what was not signed in time and warn before, once an hour
	JobReconcile JobKind = "reconcile" // compare the finals in three places, every night
	JobSweep     JobKind = "sweep"     // destroy what may not be kept, once a day
	JobRefusals  JobKind = "refusals"  // record the repeats of refusals, once a minute
)

// JobClass says what the other side is able to do about repetition, and so what may happen after an unknown outcome.
type JobClass string

// The classes.
const (
	ClassDedupes JobClass = "A" // deduplicates on our key: repeat with the same key and bytes
	ClassQuery   JobClass = "B" // can be asked by our key: ask first
	ClassPark    JobClass = "C" // neither: a person decides
	ClassLocal   JobClass = "D" // ours alone: idempotent by its own state
)

// Class is the class of the kind with the built-in providers.
func (k JobKind) Class() JobClass {
	switch k {
	case JobSMS:
		return ClassQuery
	case JobAct, JobPush, JobPeriod, JobSweep, JobRefusals:
		return ClassLocal
	}
	return ClassDedupes
}

// StandingKinds lists work that is never over: each has one job that always waits for its next time.
func StandingKinds() []JobKind {
	return []JobKind{JobPoll, JobPeriod, JobReconcile, JobSweep, JobRefusals}
}

// Standing tells whether the work is never over: a clear no of the other side today may be a yes tomorrow.
func (k JobKind) Standing() bool { return slices.Contains(StandingKinds(), k) }

// JobState is where a job stands.
type JobState string

// The states.
const (
	JobReady     JobState = "ready"
	JobRunning   JobState = "running"
	JobDone      JobState = "done"
	JobUnknown   JobState = "unknown" // the outcome is not known and must not be guessed
	JobDead      JobState = "dead"    // gave up after MaxAttempt
	JobCancelled JobState = "cancelled"
)

// Job is one piece of background work: a row, claimed under a lease and a fence number.
type Job struct {
	ID         int64
	Kind       JobKind
	Unique     string // business key: a second job of the same key is not made
	Args       string // JSON of identifiers, never personal data
	State      JobState
	Priority   int
	RunAt      time.Time
	Attempt    int
	MaxAttempt int   // 0 means no limit
	Fence      int64 // grows with every claim; a write under an old fence is refused with CodeFenced
	Owner      string
	LeaseUntil time.Time
	InflightAt time.Time // when the intent to touch the network was committed, zero before
	LastError  string
	Created    time.Time
	Finished   time.Time
}
