package porttest

import "campus.example/sealdesk/workflow/port"

var (
	_ port.SMS         = (*SMS)(nil)
	_ port.Verifier    = (*Verifier)(nil)
	_ port.Procurement = (*Procurement)(nil)
	_ port.Timestamper = (*Timestamper)(nil)
	_ port.Sealer      = (*Sealer)(nil)
	_ port.Pages       = (*Pages)(nil)
)
