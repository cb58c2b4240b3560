package procurement

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"campus.example/sealdesk/domain"
)

// listed reads one item of the list.
func listed(index int, raw json.RawMessage) domain.ListedItem {
	sum := sha256.Sum256(raw)
	item := domain.ListedItem{Index: index, SHA256: hex.EncodeToString(sum[:])}
	var head struct {
		No json.RawMessage `json:"no"`
		ID words           `json:"id"`
	}
	var one contract
	if !bytes.HasPrefix(raw, []byte("{")) || json.Unmarshal(raw, &head) != nil || json.Unmarshal(raw, &one) != nil {
		item.Refusal = domain.Fail(domain.CodeOfferUnreadable)
		return item
	}
	if id := string(head.ID); domain.CheckNumber(id) == nil {
		item.ID = id
	}
	item.Offer = one.offer()
	if item.Refusal = domain.CheckNumber(item.Offer.No); !scalar(head.No) {
		item.Refusal = domain.Fail(domain.CodeNoEmpty)
	}
	return item
}

// scalar reports whether a value is written as a string or a number.
func scalar(raw json.RawMessage) bool {
	return len(raw) > 0 && (raw[0] == '"' || raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9')
}

// contract is a contract as the procurement system writes it. One that is built differently must not stop all others
// of the list: only its number is read then, and intake turns it away.
type contract struct{ fields }

// UnmarshalJSON reads all of it, or the number alone.
func (c *contract) UnmarshalJSON(raw []byte) error {
	if err := json.Unmarshal(raw, &c.fields); err == nil {
		return nil
	}
	var number struct {
		No words `json:"no"`
	}
	if err := json.Unmarshal(raw, &number); err != nil {
		return err
	}
	c.fields = fields{No: number.No}
	return nil
}

type fields struct {
	No          words `json:"no"`
	Title       words `json:"title"`
	Amount      words `json:"amount"`
	Currency    words `json:"currency"`
	ESeal       words `json:"e_seal"`
	SealProcess words `json:"seal_process"`
	PartyA      party `json:"party_a"`
	PartyB      party `json:"party_b"`
	Purchaser   party `json:"purchaser"`
	Approval    struct {
		By words `json:"approved_by"`
		At words `json:"approved_at"`
	} `json:"approval"`
	Document struct {
		SHA256 words `json:"sha256"`
	} `json:"document"`
}

type party struct {
	Name       words `json:"name"`
	Department words `json:"department"`
	CreditCode words `json:"credit_code"`
	Person     words `json:"person"`
	Phone      words `json:"phone"`
}

// words is a value as it is written. One contract whose amount or phone comes as a number must not stop all others
// of the list: whatever stands there is handed to intake, which refuses this one contract with a reason.
type words string

// UnmarshalJSON takes strings as they are, null as nothing, and anything else by its spelling.
func (w *words) UnmarshalJSON(raw []byte) error {
	if bytes.Equal(raw, []byte("null")) {
		*w = ""
		return nil
	}
	if raw[0] != '"' {
		*w = words(raw)
		return nil
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return err
	}
	*w = words(s)
	return nil
}

func (c contract) offer() domain.Offer {
	amount := string(c.Amount)
	if c.Currency != "" && c.Currency != "CNY" {
		// The office counts in CNY: an amount in another currency is refused as one that cannot be read.
		amount += " " + string(c.Currency)
	}
	// A time nobody can read is no approval; intake says so.
	approved, err := time.Parse(time.RFC3339, string(c.Approval.At))
	if err != nil {
		approved = time.Time{}
	}
	return domain.Offer{
		No: string(c.No), Title: string(c.Title), Amount: amount,
		ESeal: string(c.ESeal), SealProcess: string(c.SealProcess),
		PartyA: string(c.PartyA.Name), Department: string(c.PartyA.Department),
		PersonA: string(c.PartyA.Person), PhoneA: string(c.PartyA.Phone),
		PartyB: string(c.PartyB.Name), CreditCode: string(c.PartyB.CreditCode),
		PersonB: string(c.PartyB.Person), PhoneB: string(c.PartyB.Phone),
		PurchaserName: string(c.Purchaser.Name), PurchaserPhone: string(c.Purchaser.Phone),
		ApprovedBy: string(c.Approval.By), ApprovedAt: approved,
		SHA256: string(c.Document.SHA256), Source: domain.FromProcurement,
	}
}
