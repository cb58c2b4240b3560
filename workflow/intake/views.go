package intake

import (
	"context"

	"campus.example/sealdesk/domain"
)

// Import takes a contract in from an operator's hands, through the same intake as everything else.
func (o *Intakes) Import(ctx context.Context, by domain.Caller, offer domain.Offer, pdf []byte) (Intake, error) {
	offer.Source = domain.FromImport
	return o.Receive(ctx, by, offer, pdf)
}
