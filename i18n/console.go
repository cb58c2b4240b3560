package i18n

// Console holds what the full-screen console says.
type Console struct {
	Units        ConsoleUnits
	Pages        map[string]string        // by the page's name
	Actions      map[string]ConsoleAction // by the action's name
	Columns      ConsoleColumns
	Header       ConsoleHeader
	Dialogs      ConsoleDialogs
	Pipeline     ConsolePipeline
	Verification ConsoleVerification
	Review       ConsoleReview
	Sealing      ConsoleSealing
	Contract     ConsoleContract
	Steps        ConsoleSteps
	Next         ConsoleNext
	Acts         ConsoleActs
	Other        ConsoleOther
	Why          ConsoleWhy
	Tour         []ConsoleStep

	Here, Everywhere, TourTitle                      string // headings of the help
	Comma                                            string // between the parts of a list
	Marked                                           string // {0} how many
	NextLabel, SinceAgo                              string // {0} time, {1} how long ago
	Unnamed                                          string
	Refused                                          string // {0} what was tried, {1} why not
	LoadFailed, TryAgain, Loading, Retrying, Stopped string
}

// ConsoleUnits are units of time short enough for a column.
type ConsoleUnits struct{ Second, Minute, Hour, Day string }

// ConsoleAction names an action: in the status line, and in the help.
type ConsoleAction struct{ Name, Help string }

// ConsoleStep is one line of the tour: a key and what to do with it.
type ConsoleStep struct{ Key, Words string }

// ConsoleColumns are headings.
type ConsoleColumns struct {
	No, Title, PartyB, Department, Amount, Wait, Stage                                string
	Name, Phone, Document, Method, State, Tries, Contract, Deadline, Claimed          string
	Time, What, Who, To, Act, Step, Digest, Attempts, LastError, Started, Certificate string
}

// ConsoleHeader is the top line.
type ConsoleHeader struct {
	Tightest  string // {0} time left
	Jobs      string // {0} how many need somebody
	Intake    string // {0} how many offers need somebody
	Poll      string // the list of approved contracts cannot be read
	Unreached string // {0} how much waits for a provider
	Stale     string // {0} how old what is shown is
	Waiting   string // {0} how long
	TooSmall  string // {0} columns, {1} rows there are
	Needs     string
}

// ConsoleDialogs are the words of dialogs.
type ConsoleDialogs struct {
	Cancel, NothingFound, SecretKeys, HelpKeys      string
	TypeWord                                        string // {0} what must be typed
	Lines                                           string // {0} first, {1} last, {2} all
	Help, Palette                                   string
	QuitTitle, QuitText, QuitYes                    string
	Progress                                        string // {0} done, {1} all, {2} time left
	StopHint, Stopping, SomeFailed, CloseHint, Rest string // SomeFailed: {0} how many; Rest: {0} how many more
}

// ConsolePipeline is page 1.
type ConsolePipeline struct{ Stages, OnlyProblems, NothingFound, NothingToPush, NothingHere string }

// ConsoleVerification is page 2.
type ConsoleVerification struct {
	Running, Recent, Nothing, NothingRecent, NothingFound string
	Detail, Failed, Asking, Order                         string
	CancelTitle, CancelText, CancelYes                    string // {0} name
	ManualTitle, ManualText, ManualYes                    string // {0} name
}

// ConsoleReview is page 3.
type ConsoleReview struct {
	Queue, Nothing, Case, Stated, Check, Late         string
	Front, Held, PhotosHidden, PhotosAudited, NotMine string
	Open, Mine                                        string
	By                                                string // {0} operator
	Before                                            string // {0} how many earlier refusals
	Checks, ChecksAuthority, ChecksSeal               []string
	IDValid, IDInvalid, Birth, Age, Adult             string
	Zoom                                              string // {0} times
	ApproveTitle, ApproveText, ApproveYes             string // {0} name
	RejectTitle, RejectText, RejectYes, ChooseReason  string // {0} name, {1} reason
	PhotosBroken                                      string
}

// ConsoleSealing is page 4.
type ConsoleSealing struct {
	Ready, Nothing, Locked, Unlocked, Picture, Words, SealHere, NoPictures, Loading, Moving string
	PageOf                                                                                  string // {0} page, {1} pages
	At                                                                                      string // {0} page, {1} mm from the left, {2} mm from the bottom
	UnlockTitle, UnlockText                                                                 string
	SealTitle, SealText, SealYes                                                            string // {0} number, {1} title, {2} Party B
	ManyTitle, ManyText                                                                     string // {0} how many
	SecondMissing                                                                           string
	SecondThere                                                                             string // {0} operator
	Sealing, SealDone                                                                       string // {0} done, {1} all
}

// ConsoleContract is page 5.
type ConsoleContract struct {
	Overview, Timeline, Signers, Messages, Signatures                                  string
	NoMessages, NoSignatures, ValidTill, VerifiedAs, OldText, Method, Receipt, Process string
	Token, NoToken                                                                     string
	Differences, Current, Offered, Nothing, SameText                                   string
	More                                                                               string // {0} how many lines
	Unread                                                                             string // {0} why
}

// ConsoleSteps are the steps of a contract in one or two characters.
type ConsoleSteps struct{ Push, BSign, BSeal, ASign, Seal, Deliver string }

// ConsoleNext says who acts next. {0} is the person.
type ConsoleNext struct{ Push, BSign, BSeal, ASign, Seal, Deliver, Check string }

// ConsoleActs says what was done. {0} is the contract or person.
type ConsoleActs struct {
	Pushed, PushTitle, PushYes, PushMany, PushEffect, Pushing, PushDone             string
	Copied, Sealed, Confirmed, Unlocked, Rechecked, Resent, ManualOpened, Cancelled string
	Claimed, Approved, Rejected                                                     string
}

// ConsoleOther are the rarer acts on a contract: their names, and what their forms say. {0} is the contract, {1} its title.
type ConsoleOther struct {
	Title                                                   string
	Remind, ContactB, ContactA, Name, Extend, Recall, Void  string
	ContactText, NameText, ExtendText, RecallText, VoidText string
	Reason, Until, Change, NameDone                         string

	Accept, Refuse, Replace             string // of what waits for a person's decision
	AcceptText, RefuseText, ReplaceText string
	Decided                             string // {0} contract, {1} decision
}

// ConsoleWhy says why an action cannot be done.
type ConsoleWhy struct {
	NoRight                                                                 string // {0} right
	NotToPush, NotToSeal, NotNow                                            string // {0} stage
	NothingChosen, NeedsWidth, NoClipboard, NothingMarked                   string
	NotAsking, NotCode, Decided, NoContract, InReview                       string
	ClaimFirst                                                              string
	TakenBy                                                                 string // {0} operator
	TickAll                                                                 string // {0} ticked, {1} all
	PhotosFirst, KeyLocked, AlreadyUnlocked, NoPictures                     string
	NothingDiffers, WaitsForDecision                                        string
	NamesAgree, NoSecond, NoPlace, FirstPage, LastPage, NoSibling, NoUnlock string
}
