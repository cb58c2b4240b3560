package port

import (
	"context"
	"time"

	"campus.example/sealdesk/domain"
)

// Store keeps everything. Its adapter is package storage.
type Store interface {
	// InTx runs one act in one immediate write transaction. An error from the commit itself is not a rollback but
	// an unknown: the adapter ends the process with a reason.
	InTx(ctx context.Context, act func(Tx) error) error
	// Read runs a view on one consistent snapshot; writes fail.
	Read(ctx context.Context, view func(Tx) error) error
	Documents
	Queue
}

// Documents keeps bytes by their SHA-256 (lower-case hexadecimal). A put returns after the bytes are on disk.
type Documents interface {
	PutDocument(ctx context.Context, pdf []byte) (sha string, err error)
	// Document re-hashes what it read. Errors: CodeNotFound, CodeDocumentMismatch.
	Document(ctx context.Context, sha string) ([]byte, error)
	// PutPhoto seals a photo under the person's key; the reference is the hash of the sealed bytes.
	PutPhoto(ctx context.Context, person string, photo []byte) (ref string, err error)
	Photo(ctx context.Context, person, ref string) ([]byte, error)
	// DropPhotos destroys photos that came before the time and that nothing names.
	DropPhotos(ctx context.Context, before time.Time) (gone int, err error)
}

// Queue is what the runner needs of the job table beside the acts.
type Queue interface {
	// Claim takes the next ready job, or one whose lease ran out, under a new fence. Only is a job id, or 0 for any.
	Claim(ctx context.Context, owner string, now time.Time, lease time.Duration, only int64) (job domain.Job, found bool, err error)
	// Extend prolongs the lease. Error: CodeFenced when another worker has the job now.
	Extend(ctx context.Context, job domain.Job, until time.Time) error
	// MarkInflight commits the intent to touch the network. Error: CodeFenced.
	MarkInflight(ctx context.Context, job domain.Job, now time.Time) error
	// Release puts a job that did not finish in its own act where it belongs: ready again at runAt, unknown or dead.
	// Counted tells whether the attempt counts. Error: CodeFenced.
	Release(ctx context.Context, job domain.Job, state domain.JobState, runAt time.Time, counted bool, reason string) error
	// LeadRunner makes owner the runner of the folder until then, unless another holds it. The holder's name comes
	// back either way.
	LeadRunner(ctx context.Context, owner string, now, until time.Time) (holder string, led bool, err error)
	// LeaveEngine gives the lease up.
	LeaveEngine(ctx context.Context, owner string) error
}

// Tx is one open transaction, or one snapshot. Not-found is CodeNotFound everywhere.
type Tx interface {
	Contracts
	Offers
	People
	Verifications
	Enrolments
	Entries
	Messages
	SealOps
	Jobs
	Record
	Refusals
	Operators
	RuleBook
	Notes
}

// Contracts keeps contracts. Phones are kept with the people: a stored contract names Signer ids, a loaded one has
// the phones filled in.
type Contracts interface {
	Contract(no string) (domain.Contract, error)
	Contracts(domain.ContractFilter) ([]domain.Contract, error) // newest change first
	StageCounts() (map[domain.Stage]int, error)
	InsertContract(domain.Contract) error
	// UpdateContract writes when c.Version is still the stored one, which it then raises. Error: CodeStale.
	UpdateContract(c domain.Contract) error
	// AddRevision notes one document revision of a contract: original, prepared, or after an act.
	AddRevision(no string, n int, sha, why string, at time.Time) error
}

// People keeps signers and their keys.
type People interface {
	Person(id string) (domain.Person, error)
	PersonByPhone(domain.Phone) (domain.Person, error)
	// SignersByPhoneTail returns the ids of signers whose phone ends in the digits, the newest first.
	SignersByPhoneTail(tail string) ([]string, error)
	InsertPerson(domain.Person) error
	UpdatePerson(domain.Person) error
	SigningKey(id string) (domain.SigningKey, error)
	InsertSigningKey(domain.SigningKey) error
	// DestroySigningKey overwrites the private part; the certificates stay.
	DestroySigningKey(id string, at time.Time) error
	// KeysAlive counts the keys whose private part is there.
	KeysAlive() (int, error)
	// KeysOver lists keys whose private part is there though their certificate is over.
	KeysOver(at time.Time) ([]string, error)
	// AddConsent keeps that a text was agreed to, and the text.
	AddConsent(person, kind, words string, at time.Time) error
	Agreements(person string) ([]domain.Agreement, error) // oldest first
}

// Verifications keeps personal verifications and their manual reviews.
type Verifications interface {
	Verification(id string) (domain.Verification, error)
	Verifications(domain.VerificationFilter) ([]domain.Verification, error) // newest first
	InsertVerification(domain.Verification) error
	// UpdateVerification writes when the stored state is from. Error: CodeStale.
	UpdateVerification(v domain.Verification, from domain.VerificationState) error
	// PhotosDecided lists tries that still name photos and were decided before the time: ID, Person, State and the
	// references are filled in.
	PhotosDecided(before time.Time, limit int) ([]domain.Verification, error)
	ForgetPhotos(verification string) error
	VerificationCounts() (map[domain.VerificationState]int, error)
	ReviewCounts() (map[domain.ReviewState]int, error)
	Review(id string) (domain.Review, error)
	Reviews(states []domain.ReviewState, limit int) ([]domain.Review, error) // oldest first
	ReviewsOf(person string) ([]domain.Review, error)                        // newest first
	InsertReview(domain.Review) error
	// UpdateReview writes when the stored state is from. Error: CodeStale.
	UpdateReview(r domain.Review, from domain.ReviewState) error
}

// Enrolments keeps what companies of Party B have shown once.
type Enrolments interface {
	Enrolment(id string) (domain.Enrolment, error)
	// NewestEnrolment is of one person, or of anybody; no states mean all.
	NewestEnrolment(k domain.EnrolmentKind, company, person string, states ...domain.ReviewState) (domain.Enrolment, error)
	InsertEnrolment(domain.Enrolment) error
	// DecideEnrolment writes what was decided of an open one. Error: CodeStale.
	DecideEnrolment(domain.Enrolment) error
	// FilesRefused lists enrolments that were refused before the time and still name a file.
	FilesRefused(before time.Time, limit int) ([]domain.Enrolment, error)
	ForgetFile(enrolment string) error
}

// Entries keeps how signers come in: links, sessions, one-time codes. Secrets are stored sealed or hashed.
type Entries interface {
	InsertLink(domain.Link) error
	Link(id string) (domain.Link, error)
	LinkByCode(code string) (domain.Link, error)
	KillLinks(contract, person string) error
	InsertSession(domain.Session) error
	Session(token string) (domain.Session, error)
	DeleteSession(token string) error
	InsertCode(domain.OneTimeCode) error
	Code(id string) (domain.OneTimeCode, error)
	LatestCode(person string, p domain.Purpose, subject string) (domain.OneTimeCode, error)
	UpdateCode(domain.OneTimeCode) error
}

// Messages keeps text messages.
type Messages interface {
	InsertMessage(domain.Message) error
	UpdateMessage(domain.Message) error
	Message(id string) (domain.Message, error)
	MessagesOf(contract string) ([]domain.Message, error) // oldest first
	MessageCounts() (map[domain.MessageKind]map[domain.MessageState]int, error)
}

// SealOps keeps seal operations; one per contract and act that is not aborted.
type SealOps interface {
	InsertSealOp(domain.SealOp) error
	SealOp(id string) (domain.SealOp, error)
	SealOpFor(contract string, a domain.Act) (domain.SealOp, error)
	SealOpsOf(contract string) ([]domain.SealOp, error)
	SealCounts() (map[domain.Act]int, error) // committed ones
	// UpdateSealOp writes when the stored state is from. Error: CodeStale. A recorded signature never changes.
	UpdateSealOp(op domain.SealOp, from domain.SealState) error
}

// Jobs keeps background work, in the transaction of the act that wants it.
type Jobs interface {
	// Enqueue adds a ready job unless one with its Unique key exists; added tells which.
	Enqueue(domain.Job) (added bool, err error)
	Job(id int64) (domain.Job, error)
	JobByKey(unique string) (domain.Job, error)
	Jobs(domain.JobFilter) ([]domain.Job, error)
	JobCounts() (map[domain.JobState]int, error)
	// HoldJob makes sure, inside the act, that the worker still has the job. Error: CodeFenced.
	HoldJob(domain.Job) error
	// FinishJob ends a held job in the transaction of its effect. Error: CodeFenced.
	FinishJob(job domain.Job, now time.Time) error
	// WakeJob makes a ready, unknown or dead job ready at the time.
	WakeJob(id int64, at time.Time) error
	// CancelJob ends a ready, unknown or dead job that is no longer wanted. Without one nothing changes.
	CancelJob(unique string, now time.Time) error
}

// Offers keeps what was offered, from its arrival on.
type Offers interface {
	ReceivedOffer(id string) (domain.ReceivedOffer, error)
	ReceivedOffers(domain.OfferFilter) ([]domain.ReceivedOffer, error) // newest first
	// InsertReceivedOffer seals the fields of an open offer.
	InsertReceivedOffer(domain.ReceivedOffer) error
	// UpdateReceivedOffer writes where an offer stands. The fields of a settled one are destroyed with their key.
	UpdateReceivedOffer(domain.ReceivedOffer) error
	IntakeCounts() (domain.IntakeCounts, error)
}

// Record is the append-only chain of events.
type Record interface {
	Append(domain.Event) error
	Events(domain.EventFilter) ([]domain.Event, error) // oldest first
	// VerifyChain walks the whole chain. Error: CodeChainBroken with the first broken number.
	VerifyChain() (count int64, head string, err error)
}

// Refusals counts repeated refusals, and those of strangers, apart from the record.
type Refusals interface {
	// Refusal returns the counted refusal of the same actor, action, object and code. Error: CodeNotFound.
	Refusal(domain.Refusal) (domain.Refusal, error)
	PutRefusal(domain.Refusal) error
	DropRefusal(domain.Refusal) error
	RefusalsBefore(at time.Time, limit int) ([]domain.Refusal, error)
	// CountStrangers adds to the counts of strangers' refusals.
	CountStrangers(counts map[domain.StrangerKey]int, at time.Time) error
	StrangerCounts() ([]domain.StrangerCount, error)
	// PINTry returns how often an operator was wrong in a row; the zero value when never.
	PINTry(operator string) (domain.PINTry, error)
	PutPINTry(domain.PINTry) error
}

// Operators keeps the people of the office.
type Operators interface {
	Operator(name string) (domain.Operator, error)
	Operators() ([]domain.Operator, error)
	PutOperator(domain.Operator) error
}

// RuleBook keeps the rules that bind people, as proposals, decisions and their history.
type RuleBook interface {
	RuleValues() (map[domain.RuleKey]string, error) // of the rules that were ever decided
	RulesInForce() (map[domain.RuleKey]domain.RuleChange, error)
	// RuleChanges lists the changes of one rule, of all for "", oldest first.
	RuleChanges(domain.RuleKey) ([]domain.RuleChange, error)
	ProposeRule(domain.RuleChange) (id int64, err error)
	// DecideRule puts a proposal in force. Error: CodeStale when it is decided already, or the rule has changed since.
	DecideRule(id int64, decider domain.Actor, at time.Time) error
}

// Notes keeps small facts by name: the cursor of the poll, the identity of the folder.
type Notes interface {
	Note(name string) (string, error) // "" when there is none
	SetNote(name, value string) error
}
