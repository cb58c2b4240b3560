package procurement

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"time"

	"sealdesk/client/campus"
	"sealdesk/domain"
)

// PutFinal returns the sealed final to its slot (合同附件 / 合同盖章终稿) and compares the receipt with what was sent. The
// same bytes again yield the same receipt. Errors: CodeProviderDown, CodeProviderNonsense; CodeProviderRefused, also
// when the slot holds other bytes; CodeReceiptMismatch when the receipt is for other bytes.
func (c *Campus) PutFinal(ctx context.Context, no string, pdf []byte) (domain.Receipt, error) {
	sum := sha256.Sum256(pdf)
	sha := hex.EncodeToString(sum[:])
	var got struct {
		Slot   string    `json:"slot"`
		Number string    `json:"receipt"`
		SHA256 string    `json:"sha256"`
		Size   int64     `json:"size"`
		At     time.Time `json:"received_at"`
	}
	err := c.caller.Ask(ctx, campus.Request{
		Method: http.MethodPut, Path: path(no, "attachments/final"), Kind: "application/pdf", Body: pdf,
		Key: idempotencyKey("final", no, sha),
	}, nil, &got)
	if err != nil {
		return domain.Receipt{}, err
	}
	if got.Slot == "" || got.Number == "" || got.SHA256 == "" || got.At.IsZero() {
		return domain.Receipt{}, c.caller.Nonsense("incomplete receipt", nil)
	}
	if got.SHA256 != sha || got.Size != int64(len(pdf)) {
		return domain.Receipt{}, domain.Fail(domain.CodeReceiptMismatch, no)
	}
	return domain.Receipt{Slot: got.Slot, Number: got.Number, SHA256: got.SHA256, Size: got.Size, At: got.At.UTC()}, nil
}
