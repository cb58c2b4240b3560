package i18n

// CLI holds what the command line says.
type CLI struct {
	Tables        CLITables
	Contract      CLIContract
	Quarantine    CLIQuarantine
	Demo          CLIDemo
	Doctor        CLIDoctor
	Verify        CLIVerify
	Acts          CLIActs
	Init          CLIInit
	Serve         CLIServe
	Rules         CLIRules
	Empty         string // a table without rows
	NoFolder      string // {0} folder: what to do when there is no office yet
	NoStandIns    string // the program was built without the demonstration
	Console       string // {0} folder: the demonstration's console has closed
	ErrorPrefix   string // {0} sentence
	ReasonMissing string
	Rows          string // {0} number of rows shown, {1} number there are
}

// CLITables are the headings of the tables, in the order of the columns.
type CLITables struct {
	Contracts     []string // number, title, stage, Party A, Party B, amount, waiting since, problem
	Verifications []string // id, name, method, state, tries, since
	Reviews       []string // id, name, document, state, opened, due, by
	Jobs          []string // id, kind, state, attempt, next run, last error
	Operators     []string // name, roles, account, on duty, stand-in, disabled
	Events        []string // number, time, who, what, on what, result
	Messages      []string // time, kind, to, state
	Seals         []string // act, contracts sealed
	Ledger        []string // number, time, contract, title, Party B, amount, sealer, certificate, file
	Templates     []string // name, title, words, places
	Differences   []string // contract, difference
	Offers        []string // id, contract, received, state, reason, tries
	Fields        []string // field, present, offered
	Signatures    []string // field, kind, signer, level, intact, trusted, signing time
}

// CLIContract labels the page of one contract.
type CLIContract struct {
	No, Title, Amount, Stage, Since, Source, Approved, Expires, Original, Current, Pages, Problem string
	PartyA, PartyB, Purchaser, Signers, Events, Messages, Signatures                              string
	Verified, NotVerified                                                                         string
}

// CLIQuarantine labels what waits for a person's decision.
type CLIQuarantine struct {
	Item                           string // {0} place in the list of an item without a number
	Current, Offered, Fields, Text string
	SameText                       string
	More                           string // {0} how many lines
	Unread                         string // {0} why
	Decide                         string // {0} contract, {1} decisions that are possible
}

// CLIDemo is the progress of the demonstration. {0} counts what is done, {1} what there is.
type CLIDemo struct {
	Starting  string // {0} folder
	StandIns  string // {0} address
	Offered   string
	Pushed    string
	Signed    string
	Sealed    string
	Delivered string
	Reviewed  string
	Turned    string
	Done      string // {0} contracts, {1} seconds
	Stalled   string // {0} what it waits for
	Finals    string // {0} folder of the finals
	Open      string // {0} command that opens the folder
	Summary   CLISummary
}

// CLISummary labels the numbers at the end.
type CLISummary struct {
	Contracts, Done, TurnedAway, Refused, Links, Codes, Notices, Unknown, Verifications, Reviews, Seals, Seconds string
}

// CLIDoctor labels the checks of doctor.
type CLIDoctor struct {
	Title                                          string
	Good, Warn, Bad, Skipped                       string
	Database, Vault, SealKey, Certificate, Chain   string
	Engine, Tools, Procurement, SMS, Identity, TSA string
	Clock, Disk, Config, Duty, Language            string
	Intake                                         string
	IntakeWaits                                    string // {0} offers that fail again and again, {1} given up or without a number
	PollFails                                      string // {0} how often in a row, {1} since when, {2} why
	NoEngine                                       string // nobody does the background work, and what to do
	ExpiresIn                                      string // {0} length of time
	Expired                                        string // {0} time
	Free                                           string // {0} free space
	ClockOff                                       string // {0} length of time
	Reachable, NotReachable, NotConfigured         string
	Locked, Unlocked, TestKey                      string
	AllGood                                        string
	Problems                                       string // {0} number
}

// CLIVerify labels the check of a signed file.
type CLIVerify struct {
	File, Verdict, Valid, Invalid, Indeterminate, Unsigned string
	Act, Timestamp, Intact, Broken, Trusted, NotTrusted    string
	WholeRevision, ChangesNone, ChangesPermitted           string
	ChangesForbidden, Certified, Locked, Removed, Reason   string
}

// CLIActs says what an act did. {0} is the contract, review, verification, job or operator.
type CLIActs struct {
	Imported, Pushed, Reminded, ContactChanged, Extended, Recalled, Voided, Ended                                                      string
	Sealed, Downloaded, Claimed, Approved, Rejected, Rechecked, Resent                                                                 string
	ManualOpened, Cancelled, Retried, OperatorAdded, OperatorDisabled, DutySet, StandInSet, Confirmed, TemplateSet, TemplateGone, Kept string
	ChainGood                                                                                                                          string // {0} entries, {1} head
	OfferDropped                                                                                                                       string // {0} offer
	Decided                                                                                                                            string // {0} contract, {1} decision
	SealedFile                                                                                                                         string // {0} file, {1} level
	Reconciled                                                                                                                         string // {0} time, {1} compared, {2} differences
	BackedUp, Restored, Exported                                                                                                       string // {0} file
}

// CLIInit asks for what a new office needs.
type CLIInit struct {
	OfficeName, Folder, OperatorName, Roles, Phone, Key, MakeKey, PIN, PINAgain, PINsDiffer string
	Done                                                                                    string // {0} folder
	TestKeyWarning                                                                          string
}

// CLIServe says what the service does.
type CLIServe struct {
	Listening string // {0} address
	Leading   string
	Following string // {0} holder
	Stopping  string
	Stopped   string
}

// CLIRules are the words of the rules commands: list, change and history.
type CLIRules struct {
	Heads         []string // rule, value, since, by, reason, meaning
	HistoryHeads  []string // time, rule, before, after, by, reason
	Set           string   // {0} rule, {1} value, {2} value before
	NotCarriedOut string   // {0} value: of a rule that this version does not carry out yet
	Created       string   // instead of a reason: the rule began with the folder
	Adopted       string   // the rule was taken over from the settings
	Moved         string   // {0} place, {1} rule: a setting that is a rule now
}
