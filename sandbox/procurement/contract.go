package procurement

import "time"

// Contract is a contract as the API gives it out: words a purchaser typed, checked by nobody here.
type Contract struct {
	No          string    `json:"no"`
	Title       string    `json:"title"`
	Amount      string    `json:"amount"` // yuan with two decimals
	Currency    string    `json:"currency"`
	ESeal       string    `json:"e_seal"`       // 电子签章合同: 是 or 否
	SealProcess string    `json:"seal_process"` // 用印流程
	PartyA      PartyA    `json:"party_a"`
	PartyB      PartyB    `json:"party_b"`
	Purchaser   Contact   `json:"purchaser"`
	Approval    *Approval `json:"approval,omitempty"`
	Document    Document  `json:"document"`
}

// PartyA is the university's side: 甲方履约人.
type PartyA struct {
	Name       string `json:"name"`
	Department string `json:"department"`
	Person     string `json:"person"`
	Phone      string `json:"phone"`
}

// PartyB is the supplier's side.
type PartyB struct {
	Name       string `json:"name"`
	CreditCode string `json:"credit_code"`
	Person     string `json:"person"`
	Phone      string `json:"phone"`
}

// Contact is a name and a phone.
type Contact struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
}

// Approval tells who let the contract pass.
type Approval struct {
	By string    `json:"approved_by"`
	At time.Time `json:"approved_at"`
}

// Document names the bytes of 待盖章的合同文本.
type Document struct {
	FileName string `json:"file_name"`
	SHA256   string `json:"sha256"`
	Size     int64  `json:"size"`
}

// Intake is the office's answer to a contract.
type Intake struct {
	Status string `json:"status"` // accepted, turned_away or quarantined
	Code   string `json:"code"`
	Reason string `json:"reason"`
	SHA256 string `json:"sha256"`
}

// Progress is what the office tells of a contract that left the path.
type Progress struct {
	Status string `json:"status"`
	Reason string `json:"reason"`
}

// Receipt is given for the sealed final.
type Receipt struct {
	Slot       string    `json:"slot"`
	Number     string    `json:"receipt"`
	SHA256     string    `json:"sha256"`
	Size       int64     `json:"size"`
	ReceivedAt time.Time `json:"received_at"`
}

// Slot is where the sealed final lands.
const Slot = "合同附件/合同盖章终稿"

// Pull is one try of this system to fetch a final from the office by itself.
type Pull struct {
	Outcome string `json:"outcome"` // stored, equal, different, refused or failed
	Detail  string `json:"detail"`
	SHA256  string `json:"sha256"`
}

// The values of the form's choices. The last process is one the office does not know.
func seals() []string { return []string{"是", "否"} }

func processes() []string {
	return []string{"合同双方签署", "单方用印", "线下用印", "三方会签"}
}
