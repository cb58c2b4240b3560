package storage

import (
	"errors"
	"testing"

	"campus.example/sealdesk/domain"
)

func receivedOffer(id string, state domain.OfferState) domain.ReceivedOffer {
	return domain.ReceivedOffer{
		ID: id, No: "HT-1", Source: domain.FromProcurement, Received: t0(), State: state, Changed: t0(), Tries: 2, Told: true,
		Code: domain.CodeDocumentRefused, Detail: "contract_unknown", Reason: "r", SHA256: "aa", Instead: domain.CodeSMSFailed, Index: 3, Cursor: "c", ItemID: "i",
		Item: "bb", Offer: domain.Offer{No: "HT-1", PhoneA: "15400000021", PhoneB: "15400000012", ApprovedAt: t0(), Source: domain.FromProcurement},
	}
}

// An offer comes back as it was kept while it is open; its fields and their key go when it is settled.
func TestOfferIsSealedWhileItIsOpen(t *testing.T) {
	s := newStore(t)
	open, settled := receivedOffer("O-1", domain.OfferWaiting), receivedOffer("O-2", domain.OfferTaken)
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(tx.InsertReceivedOffer(open), tx.InsertReceivedOffer(settled))
	})
	settled.Offer = domain.Offer{}
	read(t, s, func(tx *Tx) error {
		same(t, "an open offer", open)(tx.ReceivedOffer("O-1"))
		same(t, "a settled offer", settled)(tx.ReceivedOffer("O-2"))
		same(t, "the open ones", []domain.ReceivedOffer{open})(tx.ReceivedOffers(domain.OfferFilter{No: "HT-1", States: domain.OpenOffers()}))
		same(t, "those with the same fields", []domain.ReceivedOffer{settled, open})(tx.ReceivedOffers(domain.OfferFilter{Same: &open.Offer}))
		other := open.Offer
		other.PhoneB = "15400000013"
		same(t, "those with other fields", []domain.ReceivedOffer{})(tx.ReceivedOffers(domain.OfferFilter{Same: &other}))
		code[domain.ReceivedOffer](t, "unknown", domain.CodeNotFound)(tx.ReceivedOffer("O-3"))
		return nil
	})
	open.State, open.Tries = domain.OfferRefused, 25
	inTx(t, s, func(tx *Tx) error { return tx.UpdateReceivedOffer(open) })
	read(t, s, func(tx *Tx) error {
		same(t, "counts", domain.IntakeCounts{Refused: 1})(tx.IntakeCounts())
		same(t, "an offer that was given up", open)(tx.ReceivedOffer("O-1"))
		return nil
	})
	open.State = domain.OfferDiffers
	inTx(t, s, func(tx *Tx) error { return tx.UpdateReceivedOffer(open) })
	read(t, s, func(tx *Tx) error {
		same(t, "counts with another version", domain.IntakeCounts{Differs: 1})(tx.IntakeCounts())
		return nil
	})
	open.State = domain.OfferDropped
	inTx(t, s, func(tx *Tx) error { return tx.UpdateReceivedOffer(open) })
	open.Offer = domain.Offer{}
	read(t, s, func(tx *Tx) error {
		same(t, "a dropped offer", open)(tx.ReceivedOffer("O-1"))
		_, err := tx.key("O-1")
		if domain.CodeOf(err) != domain.CodeNotFound {
			t.Errorf("its key is still there: %v", err)
		}
		return nil
	})
}

// A job that is no longer wanted is cancelled unless it runs or is done.
func TestCancelledJobIsNotClaimed(t *testing.T) {
	s := newStore(t)
	enqueue(t, s, "unwanted", 0, t0())
	enqueue(t, s, "running", 0, t0().Add(-1))
	j := claim(t, s, "w", t0())
	inTx(t, s, func(tx *Tx) error {
		return errors.Join(tx.CancelJob("unwanted", t0()), tx.CancelJob(j.Unique, t0()), tx.CancelJob("none", t0()))
	})
	if _, found, err := s.Claim(t.Context(), "w", t0(), lease, 0); found || err != nil {
		t.Error(found, err)
	}
	read(t, s, func(tx *Tx) error {
		got, err := tx.JobByKey("unwanted")
		if got.State != domain.JobCancelled || err != nil {
			t.Error(got.State, err)
		}
		return nil
	})
	inTx(t, s, func(tx *Tx) error { return tx.HoldJob(j) })
}
