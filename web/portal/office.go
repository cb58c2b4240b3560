package portal

import (
	"context"

	"sealdesk/domain"
	"sealdesk/workflow"
)

// Office is what the pages ask of the office's acts. Every act is asked for in the name of the person behind the
// session, never by an id out of a form.
type Office interface {
	EntryOf(ctx context.Context, linkCode string) (workflow.Entry, error)
	SendEnterCode(ctx context.Context, linkCode string) error
	Enter(ctx context.Context, linkCode, guess string) (token string, err error)
	SendLoginCode(ctx context.Context, phone domain.Phone) error
	Login(ctx context.Context, phone domain.Phone, guess string) (token string, err error)
	SessionPerson(ctx context.Context, token string) (domain.Person, error)
	Leave(ctx context.Context, token string) error

	HomeOf(ctx context.Context, person string) (workflow.Home, error)
	Pass(ctx context.Context, person string) (domain.Link, error)

	DocKinds() []domain.DocKind
	StateIdentity(ctx context.Context, person string, id domain.Identity, consent workflow.Consent) error
	Methods(ctx context.Context, person string) (workflow.MethodChoice, error)
	StartPhone(ctx context.Context, person string) error
	PhoneCode(ctx context.Context, person, guess string) error
	StartBank(ctx context.Context, person, card string, phone domain.Phone, consent workflow.Consent) error
	StartFace(ctx context.Context, person string, consent workflow.Consent) error
	SubmitPhotos(ctx context.Context, person string, photos workflow.Photos, consent workflow.Consent) error
	PhotosWanted(ctx context.Context, person string) (workflow.PhotosWanted, error)
	StandingOf(ctx context.Context, person string) (workflow.Standing, error)

	SignerContract(ctx context.Context, person, no string) (workflow.Task, error)
	SignerDocument(ctx context.Context, person, no string) ([]byte, domain.Contract, error)
	SendSignCode(ctx context.Context, person, no string) error
	Sign(ctx context.Context, person, no string, s workflow.Signing) error
	SealForB(ctx context.Context, person, no string, as domain.Authority, consent workflow.Consent) error
	MandateOf(ctx context.Context, person, no string) (workflow.Mandate, error)
	Enrol(ctx context.Context, person, no string, s workflow.Showing) error
	SealPicture(ctx context.Context, person, no string) ([]byte, error)
	Refuse(ctx context.Context, person, no, reason string) error
}

var _ Office = (*workflow.Office)(nil)
