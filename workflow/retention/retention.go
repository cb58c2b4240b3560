// Package retention destroys what may not be kept, and names what was kept long enough.
package retention

import (
	"campus.example/sealdesk/workflow/internal/action"
)

// Retention runs the acts of the subject. The services it names are those it calls.
type Retention struct {
	*action.Runner
}
