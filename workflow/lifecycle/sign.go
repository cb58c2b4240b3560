package lifecycle

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Refuse stops the contract: the signer says why, the procurement system is told (G5).
func (o *Lifecycle) Refuse(ctx context.Context, by domain.Caller, no, reason string) error {
	reason, err := domain.CheckReason(reason)
	if err != nil {
		return err
	}
	return o.Act(ctx, by, domain.ActionContractRefuse, action.ContractObject(no), func(w *action.Work) error {
		_, c, _, err := o.Parties.DueFrom(w, by.ID, no, "")
		if code := domain.CodeOf(err); err != nil && code != domain.CodeNotVerified && code != domain.CodeNameDiffers {
			return err
		}
		return o.leave(w, c, domain.StageRejected, domain.ActionContractRefuse, reason, domain.Fields("reason", "kept with the contract"))
	})
}
