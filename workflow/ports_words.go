package workflow

import "sealdesk/domain"

// The words that cross the ports stand in domain, so that the adapters below need not know this package.
type (
	ContractFilter     = domain.ContractFilter
	VerificationFilter = domain.VerificationFilter
	JobFilter          = domain.JobFilter
	EventFilter        = domain.EventFilter
	SigningKey         = domain.SigningKey
	Field              = domain.Field
	SealRequest        = domain.SealRequest
	Appearance         = domain.Appearance
	Prepared           = domain.Prepared
	Keyword            = domain.Keyword
	Examination        = domain.Examination
	IntakeAnswer       = domain.IntakeAnswer
	Receipt            = domain.Receipt
	SMSReceipt         = domain.SMSReceipt
	IdentityQuestion   = domain.IdentityQuestion
	IdentityAnswer     = domain.IdentityAnswer
)

// The names that go with them.
const (
	OfficeKey = domain.OfficeKey
	FinalSlot = domain.FinalSlot
)
