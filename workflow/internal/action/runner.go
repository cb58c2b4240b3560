// Package action is the one way in to the office: it checks the right of a caller, opens the transaction, and records what
// was done or refused.
package action

import (
	"io"
	"log/slog"
	"time"

	"campus.example/sealdesk/workflow/port"
)

// Runner runs acts. It is safe for concurrent use when its ports are.
type Runner struct {
	Store    port.Store
	Settings port.Settings
	Now      func() time.Time
	Random   io.Reader
	Log      *slog.Logger

	strangers Strangers
}
