package procurement

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"slices"
	"time"

	"campus.example/sealdesk/client/campus"
	"campus.example/sealdesk/domain"
)

// PutFinal returns the sealed final to its slot (合同附件 / 合同盖章终稿) and compares the receipt with what was sent. The
// same bytes again yield the same receipt. Errors: CodeProviderDown, CodeProviderNonsense; CodeProviderRefused, also
// when the slot holds other bytes; CodeReceiptMismatch when the receipt is for other bytes.
func (c *Campus) PutFinal(ctx context.Context, no string, pdf []byte) (domain.Receipt, error) {
	sum := sha256.Sum256(pdf)
	sha := hex.EncodeToString(sum[:])
	var got receipt
	err := c.caller.Ask(ctx, campus.Request{
		Method: http.MethodPut, Path: path(no, "attachments/final"), Kind: "application/pdf", Body: pdf,
		Key: idempotencyKey("final", no, sha),
	}, nil, &got)
	if err != nil {
		return domain.Receipt{}, err
	}
	r, err := c.read(got)
	if err == nil && (r.SHA256 != sha || r.Size != int64(len(pdf))) {
		return domain.Receipt{}, domain.Fail(domain.CodeReceiptMismatch, no)
	}
	return r, err
}

// finalUnknown is the other side's word for an empty slot.
const finalUnknown = "final_unknown"

// FinalReceipt asks what lies in the slot; found is false when it is empty. Errors: CodeProviderDown,
// CodeProviderNonsense, CodeProviderRefused.
func (c *Campus) FinalReceipt(ctx context.Context, no string) (r domain.Receipt, found bool, err error) {
	var got receipt
	err = c.caller.Ask(ctx, campus.Request{Method: http.MethodGet, Path: path(no, "attachments/final")}, nil, &got)
	var refused *domain.Error
	if errors.As(err, &refused) && refused.Code == domain.CodeProviderRefused && slices.Contains(refused.Args, any(finalUnknown)) {
		return r, false, nil
	}
	if err == nil {
		r, err = c.read(got)
	}
	return r, err == nil, err
}

// receipt is what the procurement system says of a final.
type receipt struct {
	Slot   string    `json:"slot"`
	Number string    `json:"receipt"`
	SHA256 string    `json:"sha256"`
	Size   int64     `json:"size"`
	At     time.Time `json:"received_at"`
}

func (c *Campus) read(got receipt) (domain.Receipt, error) {
	if got.Slot == "" || got.Number == "" || got.SHA256 == "" || got.At.IsZero() {
		return domain.Receipt{}, c.caller.Nonsense("incomplete receipt", nil)
	}
	return domain.Receipt{Slot: got.Slot, Number: got.Number, SHA256: got.SHA256, Size: got.Size, At: got.At.UTC()}, nil
}
