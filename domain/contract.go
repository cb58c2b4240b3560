package domain

import (
	"strconv"
	"time"
)

// Contract is one contract (合同) on its way from the procurement system to 合同盖章终稿.
type Contract struct {
	No          string // the number of the procurement system, the business key
	Title       string
	Amount      Fen
	A, B        Party
	Purchaser   Contact // the user who made the contract upstream (S15)
	SealProcess string  // 用印流程
	Approval    Approval
	Source      Source

	Stage       Stage
	StageSince  time.Time
	OriginalSHA string // what was pushed to us, never rewritten (S33)
	CurrentSHA  string // the newest revision: prepared, then signed
	Pages       int
	SealPlace   Place // where the contract seal goes, found at push

	ReceivedAt time.Time
	PushedAt   time.Time
	ExpiresAt  time.Time // end of the signing period (G6)
	Reason     string    // why it left the path: a Code or an operator's words
	Problem    Problem
	Round      int    // counts corrected texts under the same number (G5)
	Voids      string // number of the contract this document voids, "" for every other (G7)
	Warned     int    // days before the end of the last warning given, 0 before the first (G6)
	Confirmed  string // the second sealer who has confirmed (G13)
	Version    int64  // counts changes; a write with an old version is refused with CodeStale
	Revision   int64  // counts changes of substance: see Substance
	Flags      int64  // counts changes of the problem, which void nothing
}

// Substance is what a contract consists of: its text, round, places, parties, stage and recorded answers. Work that read
// a contract is void when its substance has changed meanwhile.
type Substance struct {
	Title                   string
	Amount                  Fen
	A, B                    Party
	Purchaser               Contact
	SealProcess             string
	Stage                   Stage
	OriginalSHA, CurrentSHA string
	Pages                   int
	SealPlace               Place
	Reason                  string
	Round                   int
	Confirmed               string
}

// Substance returns what the contract consists of. Phones are left out: a contract is stored with the people behind them.
func (c *Contract) Substance() Substance {
	s := Substance{
		Title: c.Title, Amount: c.Amount, A: c.A, B: c.B, Purchaser: c.Purchaser, SealProcess: c.SealProcess, Stage: c.Stage,
		OriginalSHA: c.OriginalSHA, CurrentSHA: c.CurrentSHA, Pages: c.Pages, SealPlace: c.SealPlace, Reason: c.Reason,
		Round: c.Round, Confirmed: c.Confirmed,
	}
	s.A.Phone, s.B.Phone, s.Purchaser.Phone = "", "", ""
	return s
}

// Contact is a name and a phone.
type Contact struct {
	Name   string
	Phone  Phone
	Person string // Person.ID, as in Party.Signer
}

// Approval keeps who approved the contract upstream, and when (S2).
type Approval struct {
	By string
	At time.Time
}

// Source tells how a contract came in.
type Source string

// The sources.
const (
	FromProcurement Source = "procurement"
	FromImport      Source = "import"
	FromVoid        Source = "void" // made by the office, to void another contract (G7)
)

// Problem is a flag beside the stage: something needs a person. The zero Problem means none.
type Problem struct {
	Code  Code
	Since time.Time
}

// Party gives one side's party.
func (c *Contract) Party(s Side) Party {
	if s == PartyA {
		return c.A
	}
	return c.B
}

// WantsSecond tells whether a second sealer has to confirm: from the office's amount on, 0 for never (G13).
func (c *Contract) WantsSecond(from Fen) bool { return from > 0 && c.Amount >= from }

// VoidedBy gives the document that voids the contract: a contract of its own between the same parties.
func (c *Contract) VoidedBy(no string, now time.Time) Contract {
	return Contract{
		No: no, Title: "作废：" + c.Title, Amount: c.Amount, A: c.A, B: c.B, Purchaser: c.Purchaser, SealProcess: c.SealProcess,
		Source: FromVoid, Stage: StageToPush, StageSince: now, ReceivedAt: now, Voids: c.No,
	}
}

// SignSubject is what a code to sign with is good for: this text of this contract, and no corrected one.
func (c *Contract) SignSubject() string {
	if c.Round == 0 {
		return c.No
	}
	return c.No + "#" + strconv.Itoa(c.Round)
}

// Move takes the contract to the next stage, clears its problem and notes the time. The table of stages decides. A
// problem that waits for a person's decision stays (Code.Doubt).
func (c *Contract) Move(to Stage, now time.Time) error {
	if !Follows(c.Stage, to) {
		return Fail(CodeWrongStage, c.No, c.Stage, to)
	}
	c.Stage, c.StageSince = to, now
	if !c.Doubted() {
		c.Problem = Problem{}
	}
	return nil
}

// Flag raises a problem; an older one of the same code keeps its age. One that waits for a person's decision stays.
func (c *Contract) Flag(code Code, now time.Time) {
	if c.Problem.Code != code && !c.Doubted() {
		c.Problem = Problem{Code: code, Since: now}
	}
}
