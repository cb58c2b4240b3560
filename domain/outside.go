package domain

import "time"

// IntakeAnswer is what the procurement system hears of an offer.
type IntakeAnswer struct {
	Key     string // the same for the same answer, another one for every other
	No      string
	Verdict Verdict
	Code    Code
	Reason  string // a sentence for the sender
	SHA256  string
}

// Receipt is the procurement system's word that it has the sealed final.
type Receipt struct {
	Slot   string    `json:"Slot"`
	Number string    `json:"Number"`
	SHA256 string    `json:"SHA256"`
	Size   int64     `json:"Size"`
	At     time.Time `json:"At"`
}

// FinalSlot is where the sealed final belongs in the procurement system (S36).
const FinalSlot = "合同附件/合同盖章终稿"

// SMSReceipt is the gateway's word on one message.
type SMSReceipt struct {
	Provider string
	State    MessageState
	Detail   string
}

// IdentityQuestion asks whether the facts belong together: name and number always, phone or card by method.
type IdentityQuestion struct {
	OrderNo string
	Method  Method
	Name    string
	Number  string
	Phone   Phone
	Card    string
}

// IdentityAnswer is the provider's answer.
type IdentityAnswer struct {
	Outcome Outcome
	Detail  string
	Charged bool
}
