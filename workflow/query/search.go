package query

import (
	"context"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow/internal/action"
)

// Contracts lists contracts. A search that is a phone, or the tail of one, also finds the contracts of its signer.
func (o *Query) Contracts(ctx context.Context, by domain.Caller, f domain.ContractFilter) (list []domain.Contract, err error) {
	err = o.View(ctx, by, domain.ActionReadContracts, action.ObjectContracts, func(w *action.Work) error {
		signers, err := signersByPhone(w, f.Search)
		if err != nil {
			return err
		}
		f.Signers = append(signers, f.Signers...)
		list, err = w.Contracts(f)
		return err
	})
	return list, err
}

// signersByPhone returns who has the phone that a search names, in full or by its last digits. The phone goes nowhere else:
// an error of this search does not name it.
func signersByPhone(w *action.Work, search string) ([]string, error) {
	if tail := domain.PhoneTail(search); tail != "" {
		return w.SignersByPhoneTail(tail)
	}
	phone, err := domain.ParsePhone(search)
	if err != nil {
		return nil, nil // words, not a phone
	}
	p, err := w.PersonByPhone(phone)
	if domain.CodeOf(err) == domain.CodeNotFound {
		return nil, nil
	}
	return []string{p.ID}, err
}
