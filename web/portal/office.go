package portal

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow"
	"campus.example/sealdesk/workflow/access"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/query"
	"campus.example/sealdesk/workflow/signing"
)

// Office is what the pages ask of the office's acts. Every act is asked for in the name of the person behind the
// session, never by an id out of a form.
type Office interface {
	EntryOf(ctx context.Context, linkCode string) (access.Entry, error)
	SendEnterCode(ctx context.Context, linkCode string) error
	Enter(ctx context.Context, linkCode, guess string) (token string, err error)
	SendLoginCode(ctx context.Context, phone domain.Phone) error
	Login(ctx context.Context, phone domain.Phone, guess string) (token string, err error)
	SessionPerson(ctx context.Context, token string) (domain.Person, error)
	Leave(ctx context.Context, token string) error

	HomeOf(ctx context.Context, by domain.Caller) (query.Home, error)
	Pass(ctx context.Context, by domain.Caller) (domain.Link, error)

	DocKinds() []domain.DocKind
	PhotoKeepDays(ctx context.Context) (int, error)
	StateIdentity(ctx context.Context, by domain.Caller, id domain.Identity, consent domain.Consent) error
	Methods(ctx context.Context, by domain.Caller) (identity.MethodChoice, error)
	StartPhone(ctx context.Context, by domain.Caller) error
	PhoneCode(ctx context.Context, by domain.Caller, guess string) error
	StartBank(ctx context.Context, by domain.Caller, card string, phone domain.Phone, consent domain.Consent) error
	StartFace(ctx context.Context, by domain.Caller, consent domain.Consent) error
	SubmitPhotos(ctx context.Context, by domain.Caller, photos identity.Photos, consent domain.Consent) error
	PhotosWanted(ctx context.Context, by domain.Caller) (identity.PhotosWanted, error)
	StandingOf(ctx context.Context, by domain.Caller) (identity.Standing, error)

	SignerContract(ctx context.Context, by domain.Caller, no string) (query.Task, error)
	SignerDocument(ctx context.Context, by domain.Caller, no string) ([]byte, domain.Contract, error)
	SendSignCode(ctx context.Context, by domain.Caller, no string) error
	Sign(ctx context.Context, by domain.Caller, no string, s signing.Signing) error
	SealForB(ctx context.Context, by domain.Caller, no string, as domain.Authority, consent domain.Consent) error
	MandateOf(ctx context.Context, by domain.Caller, no string) (identity.Mandate, error)
	Enrol(ctx context.Context, by domain.Caller, no string, s identity.Showing) error
	SealPicture(ctx context.Context, by domain.Caller, no string) ([]byte, error)
	Refuse(ctx context.Context, by domain.Caller, no, reason string) error
}

var _ Office = (*workflow.Office)(nil)
