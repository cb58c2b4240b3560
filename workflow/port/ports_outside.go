package port

import (
	"context"
	"time"

	"campus.example/sealdesk/domain"
)

// Procurement is the procurement system. All calls are safe to repeat. Errors of every port that talks to the
// outside: CodeProviderDown (nothing is known, try later), CodeProviderNonsense (an answer that cannot be read),
// CodeProviderRefused (a clear no, with the provider's own code in Args).
type Procurement interface {
	// Approved lists approved contracts after the cursor; next is kept for the following call. An item that cannot be taken
	// as an offer is listed with its refusal.
	Approved(ctx context.Context, cursor string) (items []domain.ListedItem, next string, err error)
	// Document fetches the document of an offer. Errors as well, about this document alone: CodeDocumentRefused,
	// CodeDocTooBig, CodeDocNotPDF.
	Document(ctx context.Context, no string) ([]byte, error)
	// Answer tells what became of an offer.
	Answer(ctx context.Context, a domain.IntakeAnswer) error
	// Problem reports a listed item without a usable number; heard is false when the other side does not take such messages.
	Problem(ctx context.Context, p domain.IntakeProblem) (heard bool, err error)
	// PutFinal returns the sealed final to the slot. The same bytes again yield the same receipt.
	PutFinal(ctx context.Context, no string, pdf []byte) (domain.Receipt, error)
	// FinalReceipt asks what lies in the slot; found is false when it is empty.
	FinalReceipt(ctx context.Context, no string) (r domain.Receipt, found bool, err error)
	// Status tells of a stage off the path.
	Status(ctx context.Context, no string, stage domain.Stage, reason string) error
}

// SMS is the gateway for text messages.
type SMS interface {
	// Send hands one message to the gateway. key is ours and comes back from Ask.
	Send(ctx context.Context, key string, kind domain.MessageKind, to domain.Phone, params map[string]string) (domain.SMSReceipt, error)
	// Ask tells what became of the message sent under the key on that day; found is false when the gateway has no
	// such message.
	Ask(ctx context.Context, key string, to domain.Phone, day time.Time) (r domain.SMSReceipt, found bool, err error)
	// Visible is how long the gateway may take until Ask knows a message it has taken.
	Visible() time.Duration
}

// Verifier is the identity provider. It deduplicates on the order number.
type Verifier interface {
	Check(ctx context.Context, q domain.IdentityQuestion) (domain.IdentityAnswer, error)
	// Methods lists the automatic methods the provider offers.
	Methods() []domain.Method
	// Provider names the provider as the rule identity_provider does: VENDOR@HOST, "none" where none is configured.
	Provider() string
}

// Timestamper is a timestamp authority (RFC 3161).
type Timestamper interface {
	// Token exchanges a DER TimeStampReq for a DER TimeStampResp.
	Token(ctx context.Context, request []byte) (response []byte, err error)
	// Authority names the authority as the rule time_authority does: its host, "none" where none is configured.
	Authority() string
}

// Pages reads untrusted documents, in a child process with limits. Errors: the doc_ codes.
type Pages interface {
	Examine(ctx context.Context, pdf []byte, keywords []string) (domain.Examination, error)
	// Text returns the text of each page, lines parted by newlines.
	Text(ctx context.Context, pdf []byte) ([]string, error)
}

// Sealer is the signing engine. Nothing here touches the network.
type Sealer interface {
	// Drawable refuses what cannot be drawn in a field of that size, in points. Errors: CodeSealWords, CodeSealLength,
	// CodeSignatureWords, CodeSignatureEmpty, CodePhotoInvalid.
	Drawable(look domain.Appearance, width, height float64) error
	// Prepare adds empty signature fields in one incremental update.
	Prepare(pdf []byte, fields []domain.Field) ([]byte, error)
	// CheckPrepared reads and draws the document before and after Prepare with other code: the fields are where they were
	// asked, and nothing looks different. Errors: CodeFieldsUnsound for a document that must not go out; any other, as
	// CodeSealUnseen, says nothing about it.
	CheckPrepared(ctx context.Context, input, output []byte, fields []domain.Field) error
	// Begin draws the appearance and leaves a hole for the signature. The result is kept before any key is used.
	Begin(r domain.SealRequest) (domain.Prepared, error)
	// Sign signs the digest of what was prepared. Errors: CodeSealKeyLocked for the office's key in a process that
	// has not unlocked it.
	Sign(key domain.SigningKey, pending []byte) (signature []byte, err error)
	// TokenRequest makes the DER TimeStampReq for a signature; it is the same for the same signature.
	TokenRequest(signature []byte) ([]byte, error)
	// Token takes the checked token out of a TimeStampResp. Error: CodeProviderNonsense.
	Token(signature, response []byte) ([]byte, error)
	// Finish fills the hole: the same input gives the same bytes.
	Finish(prepared, pending, signature, token []byte) ([]byte, error)
	// Check reads the finished document with other code and compares: input is a prefix, the field is signed,
	// every signature is intact and trusted. It draws both and compares: the seal shows at its place, which is the
	// field's own where place is the zero value, and nothing else changed. Errors: CodeSealQuarantined for a
	// document that must not be published; any other, as CodeSealUnseen, says nothing about it: it is checked again.
	Check(ctx context.Context, input, output []byte, field string, place domain.Place) error
	// IssuePerson makes a key for one act, with a certificate of a few days naming the person and the opaque id (G25).
	IssuePerson(name, id string, at time.Time) (domain.SigningKey, error)
	// IssueOrganisation makes one for Party B's seal.
	IssueOrganisation(name, id string, at time.Time) (domain.SigningKey, error)
	// Unlock opens the office's seal key for this process. Errors: CodePINWrong, CodeSealKeyMissing.
	Unlock(pin []byte) error
	Unlocked() bool
	// Anchors gives the SHA-256 of each certificate that the settings name as an anchor for timestamps, in lower-case
	// hexadecimal.
	Anchors() []string
	// OfficeChain gives the certificates of the office's seal key, which are not secret.
	OfficeChain() ([][]byte, error)
}
