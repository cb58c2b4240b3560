package fake

import "sealdesk/workflow"

var (
	_ workflow.SMS         = (*SMS)(nil)
	_ workflow.Verifier    = (*Verifier)(nil)
	_ workflow.Procurement = (*Procurement)(nil)
	_ workflow.Timestamper = (*Timestamper)(nil)
	_ workflow.Sealer      = (*Sealer)(nil)
	_ workflow.Pages       = (*Pages)(nil)
)
