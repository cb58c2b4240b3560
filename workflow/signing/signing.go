// Package signing carries a contract from the push to the contract seal: reserve, prepare, sign, stamp, check, publish.
package signing

import (
	"campus.example/sealdesk/workflow/access"
	"campus.example/sealdesk/workflow/identity"
	"campus.example/sealdesk/workflow/internal/action"
	"campus.example/sealdesk/workflow/internal/notify"
	"campus.example/sealdesk/workflow/internal/party"
	"campus.example/sealdesk/workflow/placement"
	"campus.example/sealdesk/workflow/port"
	"campus.example/sealdesk/workflow/rules"
)

// Signatures runs the acts of the subject. The services it names are those it calls.
type Signatures struct {
	*action.Runner
	Access     *access.Access
	Identities *identity.Identities
	Notifier   *notify.Notifier
	Parties    *party.Parties
	Placement  *placement.Placement
	Rulebook   *rules.Rulebook

	Pages      port.Pages
	Sealer     port.Sealer
	Timestamps port.Timestamper
}
