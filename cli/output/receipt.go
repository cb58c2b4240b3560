package output

import (
	"encoding/json"
	"fmt"

	"campus.example/sealdesk/domain"
)

// Receipt is the procurement system's word that it has the sealed final.
type Receipt struct {
	Slot       string `json:"slot"`
	Receipt    string `json:"receipt"` // the number it gave
	SHA256     string `json:"sha256"`
	Size       int64  `json:"size"`
	ReceivedAt string `json:"received_at"`
}

// ReceiptOf returns the shape of a receipt from its stored JSON, nil where there is none.
func ReceiptOf(stored string) (*Receipt, error) {
	if stored == "" {
		return nil, nil //nolint:nilnil // no receipt yet is not an error
	}
	var r domain.Receipt
	if err := json.Unmarshal([]byte(stored), &r); err != nil {
		return nil, fmt.Errorf("receipt: %w", err)
	}
	return &Receipt{Slot: r.Slot, Receipt: r.Number, SHA256: r.SHA256, Size: r.Size, ReceivedAt: stamp(r.At)}, nil
}
