// Package signing carries a contract from the push to the contract seal: reserve, prepare, sign, stamp, check, publish.
package signing

import (
	"sealdesk/workflow/access"
	"sealdesk/workflow/identity"
	"sealdesk/workflow/internal/action"
	"sealdesk/workflow/internal/notify"
	"sealdesk/workflow/internal/party"
	"sealdesk/workflow/placement"
	"sealdesk/workflow/port"
	"sealdesk/workflow/rules"
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
