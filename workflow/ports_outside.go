package workflow

import (
	"context"
	"time"

	"sealdesk/domain"
)

// Procurement is the procurement system. All calls are safe to repeat. Errors of every port that talks to the
// outside: CodeProviderDown (nothing is known, try later), CodeProviderNonsense (an answer that cannot be read),
// CodeProviderRefused (a clear no, with the provider's own code in Args).
type Procurement interface {
	// Approved lists approved contracts after the cursor; next is kept for the following call.
	Approved(ctx context.Context, cursor string) (offers []domain.Offer, next string, err error)
	Document(ctx context.Context, no string) ([]byte, error)
	// Answer tells what became of an offer.
	Answer(ctx context.Context, a IntakeAnswer) error
	// PutFinal returns the sealed final to the slot. The same bytes again yield the same receipt.
	PutFinal(ctx context.Context, no string, pdf []byte) (Receipt, error)
	// Status tells of a stage off the path.
	Status(ctx context.Context, no string, stage domain.Stage, reason string) error
}

// IntakeAnswer is what the procurement system hears of an offer.
type IntakeAnswer struct {
	No      string
	Verdict domain.Verdict
	Code    domain.Code
	Reason  string // a sentence for the sender
	SHA256  string
}

// Receipt is the procurement system's word that it has the sealed final.
type Receipt struct {
	Slot, Number, SHA256 string
	Size                 int64
	At                   time.Time
}

// FinalSlot is where the sealed final belongs in the procurement system (S36).
const FinalSlot = "合同附件/合同盖章终稿"

// SMS is the gateway for text messages.
type SMS interface {
	// Send hands one message to the gateway. key is ours and comes back from Ask.
	Send(ctx context.Context, key string, kind domain.MessageKind, to domain.Phone, params map[string]string) (SMSReceipt, error)
	// Ask tells what became of the message sent under the key on that day; found is false when the gateway has no
	// such message.
	Ask(ctx context.Context, key string, to domain.Phone, day time.Time) (r SMSReceipt, found bool, err error)
	// Visible is how long the gateway may take until Ask knows a message it has taken.
	Visible() time.Duration
}

// SMSReceipt is the gateway's word on one message.
type SMSReceipt struct {
	Provider string
	State    domain.MessageState
	Detail   string
}

// Verifier is the identity provider. It deduplicates on the order number.
type Verifier interface {
	Check(ctx context.Context, q IdentityQuestion) (IdentityAnswer, error)
	// Methods lists the automatic methods the provider offers.
	Methods() []domain.Method
}

// IdentityQuestion asks whether the facts belong together: name and number always, phone or card by method.
type IdentityQuestion struct {
	OrderNo string
	Method  domain.Method
	Name    string
	Number  string
	Phone   domain.Phone
	Card    string
}

// IdentityAnswer is the provider's answer.
type IdentityAnswer struct {
	Outcome domain.Outcome
	Detail  string
	Charged bool
}

// Timestamper is a timestamp authority (RFC 3161).
type Timestamper interface {
	// Token exchanges a DER TimeStampReq for a DER TimeStampResp.
	Token(ctx context.Context, request []byte) (response []byte, err error)
}

// Keyword is one place where a wanted word stands, in points from the bottom left of the page as shown.
type Keyword struct {
	Word string
	domain.Place
}

// Examination is what a look at a document found.
type Examination struct {
	Pages    int
	Sizes    [][2]float64 // width and height of each page as shown, points
	Keywords []Keyword
}

// Pages reads untrusted documents, in a child process with limits. Errors: the doc_ codes.
type Pages interface {
	Examine(ctx context.Context, pdf []byte, keywords []string) (Examination, error)
}

// Sealer is the signing engine. Nothing here touches the network.
type Sealer interface {
	// Prepare adds empty signature fields in one incremental update.
	Prepare(pdf []byte, fields []Field) ([]byte, error)
	// Begin draws the appearance and leaves a hole for the signature. The result is kept before any key is used.
	Begin(r SealRequest) (Prepared, error)
	// Sign signs the digest of what was prepared. Errors: CodeSealKeyLocked for the office's key in a process that
	// has not unlocked it.
	Sign(key SigningKey, pending []byte) (signature []byte, err error)
	// TokenRequest makes the DER TimeStampReq for a signature; it is the same for the same signature.
	TokenRequest(signature []byte) ([]byte, error)
	// Token takes the checked token out of a TimeStampResp. Error: CodeProviderNonsense.
	Token(signature, response []byte) ([]byte, error)
	// Finish fills the hole: the same input gives the same bytes.
	Finish(prepared, pending, signature, token []byte) ([]byte, error)
	// Check reads the finished document with other code and compares: input is a prefix, the field is signed,
	// every signature is intact and trusted.
	Check(input, output []byte, field string) error
	// IssuePerson makes a key and certificate naming the person and the opaque id (G25).
	IssuePerson(name, id string, at time.Time) (SigningKey, error)
	// IssueOrganisation makes a key and certificate for Party B's seal.
	IssueOrganisation(name, id string, at time.Time) (SigningKey, error)
	// Unlock opens the office's seal key for this process. Errors: CodePINWrong, CodeSealKeyMissing.
	Unlock(pin []byte) error
	Unlocked() bool
	// OfficeChain gives the certificates of the office's seal key, which are not secret.
	OfficeChain() ([][]byte, error)
}

// Field is an empty signature field to prepare.
type Field struct {
	Name  string
	Place domain.Place
}

// SealRequest says what one act looks like in the document.
type SealRequest struct {
	PDF        []byte
	Field      string
	Place      domain.Place // zero when the field stands in the document already
	Key        SigningKey
	Appearance []byte // JSON of Appearance
	Signing    time.Time
	Reason     string
}

// Appearance is what is drawn in a field: a hand-drawn or typed signature, or a round seal.
type Appearance struct {
	Strokes [][][2]float64 `json:"strokes,omitempty"` // 0..1000 each way, origin top left
	Typed   string         `json:"typed,omitempty"`
	Caption string         `json:"caption,omitempty"` // small line below a signature
	Ring    string         `json:"ring,omitempty"`    // words around the round seal
	Line    string         `json:"line,omitempty"`    // words below the star: 合同专用章
}

// Prepared is a document with a hole, and what is needed to fill it.
type Prepared struct {
	PDF     []byte
	Pending []byte
	Digest  string // SHA-256 of the signed attributes, hexadecimal
}
