package domain

// Untyped words that a data folder holds. Folders outlive programs: a word here never changes, whatever its identifier is
// called. A new meaning gets a new word. stored_test.go compares them, and the typed ones of this package, with a list.

// The names of notes. Those that end in a colon are followed by what the note is about.
const (
	NotePollCursor   = "poll.cursor"    // where the last poll of the procurement system ended
	NotePollFailures = "poll.failures"  // JSON of how often in a row the list could not be read
	NoteSettings     = "settings.file"  // JSON of the settings file as it was last seen
	NoteAnswer       = "answer:"        // Contract.No; the job of the newest answer
	NoteTemplates    = "templates"      // JSON of []Template
	NoteReconcile    = "reconcile.last" // JSON of Reconciliation
	NoteReceipt      = "receipt:"       // Contract.No; JSON of Receipt
	NoteKeep         = "keep:"          // Contract.No; the day until which it is kept
	NoteExplanation  = "explanation:"   // Contract.No; SHA-256 of the file that explains a forced end
	NoteSearch       = "search.version" // which search text the contracts hold
	NotePass         = "pass:"          // Person.ID; Link.ID of the pass made last
)

// What identifiers begin with, and the end of the number of a contract that voids another.
const (
	IDPerson       = "P-"
	IDLink         = "L-"
	IDMessage      = "M-"
	IDVerification = "V-"
	IDReview       = "R-"
	IDEnrolment    = "E-"
	IDSealOp       = "S-"
	IDSigningKey   = "K-"
	IDOffer        = "O-"
	IDDecision     = "D-"
	IDCode         = "C-"
	IDCompany      = "ORG-"
	IDVoidSuffix   = "-ZF"
)

// What Job.Unique begins with. Standing jobs have their kind as the whole key.
const (
	JobKeyPush    = "push:"    // Contract.No, SHA-256 of the original
	JobKeyAnswer  = "answer:"  // Contract.No, SHA-256 of the original, Verdict, Code
	JobKeyIntake  = "intake:"  // ReceivedOffer.ID
	JobKeyProblem = "problem:" // ReceivedOffer.ID of an item without a usable number
	JobKeySMS     = "sms:"     // Message.ID
	JobKeyCheck   = "check:"   // Verification.OrderNo
	JobKeyAct     = "act:"     // SealOp.ID
	JobKeyDeliver = "deliver:" // Contract.No, SHA-256 of the final
	JobKeyStatus  = "status:"  // Contract.No, round, Stage
)

// Why a contract has a revision of its document. After an act it is the Act.
const (
	RevisionOriginal = "original"
	RevisionPrepared = "prepared"
)

// The objects of events. Those that end in a colon are followed by the number, name or ID.
const (
	ObjectContract      = "contract:"
	ObjectPerson        = "person:"
	ObjectOperator      = "operator:"
	ObjectTemplate      = "template:"
	ObjectVerification  = "verification:"
	ObjectReview        = "review:"
	ObjectEnrolment     = "enrolment:"
	ObjectMessage       = "message:"
	ObjectKey           = "key:"
	ObjectRule          = "rule:"
	ObjectRules         = "rules"
	ObjectSettings      = "settings"
	ObjectJob           = "job"
	ObjectPhotos        = "photos"
	ObjectOffice        = "office"
	ObjectContracts     = "contracts"
	ObjectVerifications = "verifications"
	ObjectReviews       = "reviews"
	ObjectJobs          = "jobs"
	ObjectRecord        = "record"
	ObjectOperators     = "operators"
	ObjectPages         = "pages"
	ObjectSealKey       = "seal_key"
	ObjectIntake        = "intake"
	ObjectOffer         = "offer:"
)

// The names of the signature fields in a document.
const (
	FieldBSign      = "Sealdesk.PartyB.Signature"
	FieldBSeal      = "Sealdesk.PartyB.Seal"
	FieldASign      = "Sealdesk.PartyA.Signature"
	FieldOfficeSeal = "Sealdesk.Office.ContractSeal"
)

// The labels under which keys are derived from the vault's master key, and the nonce of a timestamp from a signature.
const (
	LabelVaultWrapping  = "sealdesk/kek/v1"
	LabelVaultProof     = "sealdesk/proof/v1"
	LabelIndexPhone     = "sealdesk/index/phone/v1"
	LabelIndexLink      = "sealdesk/index/link/v1"
	LabelIndexSession   = "sealdesk/index/session/v1"
	LabelIndexOffer     = "sealdesk/index/offer/v1"
	LabelTimestampNonce = "sealdesk timestamp nonce\n"
)

// What a sealed value is. The vault binds it, with the row and the subject, to the sealed bytes, which open nowhere else.
const (
	SealedPersonPhone        = "person|phone"
	SealedPersonName         = "person|name"
	SealedPersonNumber       = "person|number"
	SealedVerificationName   = "verification|name"
	SealedVerificationNumber = "verification|number"
	SealedVerificationCard   = "verification|card"
	SealedEnrolmentName      = "enrolment|name"
	SealedSigningKey         = "signing_key|private"
	SealedLinkCode           = "link|code"
	SealedOfferFields        = "offer|fields"
	SealedCode               = "code|code"
	SealedMessagePhone       = "message|phone"
	SealedAppearance         = "seal_op|appearance"
	SealedPhoto              = "photo"
	SealedSubjectKey         = "subject_key"
)

// Whose key seals a value that is no person's. Otherwise the subject is Person.ID.
const (
	SubjectSealOp  = "seal_op:" // SealOp.ID
	SubjectMessage = "message:" // Message.ID
)
