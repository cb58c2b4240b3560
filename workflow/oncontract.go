package workflow

import (
	"context"

	"sealdesk/domain"
)

// onContract does something to a contract in one transaction, for an operator who has the right to; a refusal is
// recorded under the action's name. Errors: CodeNoRight, CodeNotFound, those of do.
func (o *Office) onContract(
	ctx context.Context, operator string, right domain.Right, no, action string, do func(Tx, domain.Contract) error,
) error {
	return o.act(ctx, byOperator(operator), action, contractObject(no), func(tx Tx) error {
		if _, err := o.operator(tx, operator, right); err != nil {
			return err
		}
		c, err := tx.Contract(no)
		if err != nil {
			return err
		}
		return do(tx, c)
	})
}
