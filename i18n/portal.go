package i18n

import "campus.example/sealdesk/domain"

// Portal holds the texts of the signers' pages, a struct per page. Placeholders are named beside the fields.
type Portal struct {
	Common   PortalCommon
	Entry    PortalEntry
	Login    PortalLogin
	Code     PortalCode
	Home     PortalHome
	Identity PortalIdentity
	Methods  PortalMethods
	Phone    PortalPhone
	Bank     PortalBank
	Face     PortalFace
	Photos   PortalPhotos
	Results  PortalResults
	Read     PortalRead
	Sign     PortalSign
	Seal     PortalSeal
	Refuse   PortalRefuse
	Done     PortalDone
	Errors   PortalErrors
}

// PortalCommon is what stands on every page.
type PortalCommon struct {
	Product       string // name in the title bar: 电子签署平台
	Title         string // {0} page, {1} product
	Office        string // 采招办
	CallOffice    string // {0} phone of the office, may be missing
	Paper         string // the way out for whoever cannot sign here
	Continue      string
	Back          string
	Cancel        string
	Submit        string
	Refresh       string
	Required      string // mark of a required field
	Optional      string
	Waiting       string // while the page refreshes itself
	OtherLanguage string // the name of the other language, in that language
	SignOut       string
	SignedOut     string
	Me            string // avatar, top right: 个人中心
	SkipToContent string // for screen readers
	ErrorHeading  string // above a form's error
	Consent       string // heading above a consent text
	ReadConsent   string // opens the full text
	Attachments   string
	Step          string // {0} of {1}
}

// PortalEntry is the page behind the link of a text message, and the plain entry page.
type PortalEntry struct {
	Title       string
	Welcome     string // {0} name of the office's organisation
	Explain     string // what will happen
	Phone       string // {0} masked phone the code goes to
	Use         string // the button 使用, sends the code
	NoLink      string // for somebody who came without a link
	SafetyTitle string
	Safety      string // what the office never asks for
}

// PortalLogin lets somebody in by his phone alone.
type PortalLogin struct {
	Title     string
	Explain   string
	Phone     string
	PhoneHint string
	Send      string // button
	Sent      string // says the same whether or not the phone is known here
	Wrong     string // as well
	Link      string // leads here from the plain entry page
}

// PortalCode is the page where the code of a text message is entered.
type PortalCode struct {
	Title     string
	Sent      string // {0} masked phone
	Label     string
	Hint      string // {0} minutes it lives
	Enter     string
	Resend    string
	ResendIn  string // {0} seconds
	NotGotten string // what to do when nothing arrives
}

// PortalHome is the home page and 个人中心.
type PortalHome struct {
	Title         string
	Greeting      string // {0} name
	GreetingPhone string // {0} masked phone, before the name is known
	Todo          string
	Nothing       string // nothing to do now
	VerifyFirst   string
	VerifyNow     string // button
	Verified      string // {0} method, {1} until when
	NotVerified   string
	VerifyAgain   string // the old verification has run out
	SignNow       string // button
	SealNow       string // button
	Look          string // link to a contract that waits for others
	Waiting       string // {0} whom it waits for
	Finished      string
	Contract      string
	ContractNo    string
	ContractTitle string
	Amount        string
	Stage         string
	Deadline      string
	Progress      string // heading of the three steps
	Steps         [3]string
	Center        string // 个人中心
	Name          string
	PhoneNumber   string
	Document      string
	ScanTitle     string // QR code, from the computer to the phone
	ScanExplain   string // {0} minutes the code lives
	ScanAlt       string
	Purchases     string // heading of the purchaser's contracts
	ScanGoOn      string // QR code of somebody verified
	ScanNew       string // makes a new code
	Signature     string // heading of the verification in 个人中心
}

// PortalIdentity is step 1 of the verification: 完善身份信息.
type PortalIdentity struct {
	Title      string
	Intro      string
	Steps      [2]string // ① 完善身份信息 ② 选择认证方式
	Kind       string
	SwitchKind string
	Name       string
	NameHint   string
	Number     string
	NumberHint string                    // of kinds the office added
	Hints      map[domain.DocKind]string // what a number of each kind looks like
	OnlyManual string                    // shown to holders of other documents than the identity card
	Next       string
}

// PortalMethods is step 2: 选择认证方式.
type PortalMethods struct {
	Title         string
	Intro         string // any one of the first three is enough
	Face          string // buttons, as the manual writes them
	Phone         string
	Bank          string
	Manual        string
	FaceExplain   string
	PhoneExplain  string
	BankExplain   string
	ManualExplain string
	ManualLater   string // why manual review is not open yet
	ManualOnly    string // why only manual review is open
	TriesLeft     string // {0} tries left today
	NoTries       string
	NoneOffered   string
	EditIdentity  string
}

// PortalPhone is the phone method.
type PortalPhone struct {
	Title   string
	Explain string // both the code and the carrier's record are checked (S76)
	Start   string
	Sent    string // {0} masked phone
	Label   string
	Check   string
	Resend  string
	Switch  string
}

// PortalBank is the bank-card method.
type PortalBank struct {
	Title    string
	Explain  string
	Card     string
	CardHint string
	Phone    string
	PhoneIs  string // {0} masked phone it must be
	Check    string
	Switch   string
}

// PortalFace is the face method: consent, camera, action.
type PortalFace struct {
	Title       string
	Explain     string
	Camera      string // what comes after the consent
	CameraTitle string
	Stays       string // the camera's picture stays here
	Seen        string // button of somebody who sees himself
	ActionTitle string
	Action      string // what to do before the camera
	ByProvider  string // who takes the pictures that are compared
	Start       string
	NoCamera    string
	NoScript    string
	Mirror      string // what the camera shows, for screen readers
	Switch      string
	Permission  string
}

// PortalPhotos is the manual review.
type PortalPhotos struct {
	Title     string
	Explain   string
	Promise   string // 15 to 30 minutes (S88)
	Start     string
	Front     string
	FrontHint string
	Held      string
	HeldHint  string
	Formats   string // {0} limit in MB
	Send      string
	Choose    string
	Again     string // only the named photo is asked for again
}

// PortalResult is one result of one method.
type PortalResult struct{ Title, Explain string }

// PortalMethodResults are the results of one method. Refused is only said by the review desk.
type PortalMethodResults struct{ Waiting, Passed, Failed, Refused PortalResult }

// PortalResults are the result pages of the verification (S70, S74, S81, S90, S94).
type PortalResults struct {
	Face, Phone, Bank, Manual PortalMethodResults
	Again                     string // 再试一次
	OtherMethod               string
	ToIdentity                string
	Resubmit                  string // sends the photos again
	GoOn                      string
	Since                     string // {0} time the review was opened
	Ahead                     string // {0} number of reviews before this one
	Next                      string // none is before it
	Late                      string // past the promise; {0} phone of the office, may be missing
	Reason                    string // {0} sentence
	CallOffice                string // after three refusals; {0} phone of the office, may be missing
	NameDiffers               string // verified, but not the contract's contact
}

// PortalRead is the page where the document is read.
type PortalRead struct {
	Title        string
	Views        string // name of the switch between the two views
	Pictures     string
	Words        string
	Download     string
	Page         string // {0} number, {1} how many
	PictureAlt   string // {0} number, {1} how many
	Enlarge      string // {0} number
	WordsNote    string // what the text view is worth
	NoWords      string
	WordsMissing string
	NotShown     string // pictures did not come
	SignHere     string // beside the frame on the page
	SealHere     string
	SignAt       string // {0} page, {1} one of Where
	SealAt       string
	Prev         string
	Next         string
	ToSign       string
	ToSeal       string
	Where        [9]string // parts of a page, from the top left to the bottom right
}

// PortalSign is the signing page.
type PortalSign struct {
	Title       string
	Heading     string // {0} title of the contract
	Read        string // link to the PDF
	ReadFirst   string
	SHA         string // label of the document's SHA-256
	SHAExplain  string
	Pages       string // {0} number of pages
	Parties     string
	Draw        string
	DrawHint    string
	Clear       string
	Type        string // instead of drawing
	TypeHint    string
	SendCode    string
	CodeSent    string // {0} masked phone
	Label       string // of the code's field
	Sign        string // button
	Refuse      string // link
	Working     string
	Held        string // signed, and the office has to look into it
	HeldExplain string // what the office does and what he can do; {0} phone of the office, may be missing
	Done        string
	ThenSeal    string // Party B goes on to the seal
	NoScript    string
	PadAlt      string
	DueBy       string // {0} end of the signing period
	Paused      string // somebody's name is being cleared up
	OrderTitle  string
	WaitForTurn string
	CodeFirst   string // heading of asking for the code
	NewCode     string // button, when one has been sent
	Undo        string // takes the last stroke away
	YourAct     string // {0} act that is due from this person
	ActDone     string // state of an act in the order of signing
	ActDue      string
	ActLater    string
}

// PortalSeal is the page where Party B seals.
type PortalSeal struct {
	Title      string
	Explain    string
	Company    string
	CreditCode string
	Preview    string
	PreviewAlt string // {0} company
	Authority  string // heading of the declaration (G3)
	Legal      string // 法定代表人
	Authorised string // 受托人
	Seal       string // button
	Working    string
	Held       string // sealed, and the office has to look into it
	Done       string

	Shown           string // heading of the capacity that is known already
	LegalShown      string
	AuthorisedShown string
	LetterNeeded    string // a declaration alone does not count
	ToLetter        string // link to the page where the letter is shown
	LetterHintAll   string // instead of LetterHint where legal representatives show one too
	ToCompany       string // link to the page for those who are authorised or have a seal's picture
	CompanyTitle    string
	CompanyExplain  string
	Letter          string
	LetterHint      string
	Picture         string
	PictureHint     string
	Formats         string // {0} limit in MB
	Choose          string
	Send            string
	Waiting         string // the review desk looks at it
	WaitingExplain  string
}

// PortalRefuse is the refusal.
type PortalRefuse struct {
	Title       string
	Explain     string
	Reason      string
	ReasonHint  string
	Choices     []string // common reasons
	Page        string
	Confirm     string
	Done        string
	DoneExplain string
}

// PortalDone is the last page.
type PortalDone struct {
	Title       string
	Signed      string
	Sealed      string
	Next        string // {0} whom the contract waits for now
	AllDone     string
	Download    string
	Keep        string
	CloseWindow string
	Stopped     string // heading of a contract off the path; {0} stage
	StoppedHint string
}

// PortalErrors is the error page.
type PortalErrors struct {
	Title          string
	NotFound       string
	LinkDead       string
	SessionGone    string
	Forged         string // a form without its token
	TooBig         string
	Busy           string
	WhatNow        string
	Number         string // {0} number of the failure, for a call
	MethodNotHere  string
	BackToHome     string
	OpenSMSAgain   string
	NotYourTurn    string
	NothingToDo    string
	MaintenanceNow string
}
