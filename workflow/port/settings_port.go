package port

import (
	"time"

	"campus.example/sealdesk/domain"
)

// Settings are the office's own choices in the settings file. What binds people stands in the database: see domain.Rules.
type Settings struct {
	Name             string // the university
	Unit             string // whose seal it is: 采招办
	SealName         string // 合同专用章
	SealMillimetres  float64
	PollEvery        time.Duration
	PushAuto         bool
	ExpireDays       int   // G6
	WarnDays         []int // before the end
	ValidMonths      int   // G18
	ExtraKinds       []domain.DocKind
	CompletionNotice bool // G15
	SessionLife      time.Duration
	Zone             *time.Location // days are counted here (G24)
}
