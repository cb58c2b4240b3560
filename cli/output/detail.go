package output

import (
	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
)

// Detail is one contract with what belongs to it.
type Detail struct {
	Contract
	Source     string      `json:"source"`
	ApprovedBy string      `json:"approved_by"`
	ApprovedAt string      `json:"approved_at"`
	ReceivedAt string      `json:"received_at"`
	PushedAt   string      `json:"pushed_at"`
	ExpiresAt  string      `json:"expires_at"`
	Pages      int         `json:"pages"`
	Round      int         `json:"round"`
	Voids      string      `json:"voids"`
	Confirmed  string      `json:"confirmed_by"`
	Reason     string      `json:"reason"`
	Original   string      `json:"original_sha256"`
	Current    string      `json:"current_sha256"`
	Signers    []Signer    `json:"signers"`
	Signatures []Signature `json:"signatures"`
	Consents   []Consent   `json:"consents"`
	Messages   []Message   `json:"messages"`
	Events     []Event     `json:"events"`
	Receipt    *Receipt    `json:"receipt,omitempty"`
}

// Signer is the person who signs for a party.
type Signer struct {
	Side     string `json:"side"`
	Name     string `json:"name"`
	Phone    string `json:"phone"` // masked
	Verified bool   `json:"verified"`
	As       string `json:"verified_as"`
	Method   string `json:"method"`
}

// Signature is one act of signing or sealing. Round counts the corrected texts: signatures of an older round do not count.
type Signature struct {
	Act      string `json:"act"`
	Round    int    `json:"round"`
	State    string `json:"state"`
	By       string `json:"by"` // an operator, or a person's opaque id
	Name     string `json:"name"`
	At       string `json:"at"`
	SHA256   string `json:"sha256"`
	KeyUses  int    `json:"key_uses"`
	CertHash string `json:"certificate_sha256"`
}

// Consent is a text that a signer agreed to.
type Consent struct {
	Side   string `json:"side"`
	Kind   string `json:"kind"`
	SHA256 string `json:"sha256"`
	Text   string `json:"text"`
	At     string `json:"at"`
}

// Message is one text message.
type Message struct {
	Kind  string `json:"kind"`
	To    string `json:"to"` // masked
	State string `json:"state"`
	At    string `json:"at"`
}

// DetailOf returns the shape of a contract's dossier. It fails when the stored receipt cannot be read.
func DetailOf(d app.Dossier) (Detail, error) {
	k := d.Contract
	receipt, err := ReceiptOf(d.Receipt)
	out := Detail{
		Contract: ContractOf(k), Source: string(k.Source), ApprovedBy: k.Approval.By, ApprovedAt: stamp(k.Approval.At),
		ReceivedAt: stamp(k.ReceivedAt), PushedAt: stamp(k.PushedAt), ExpiresAt: stamp(k.ExpiresAt), Pages: k.Pages, Round: k.Round,
		Voids: k.Voids, Confirmed: k.Confirmed, Reason: k.Reason, Original: k.OriginalSHA, Current: k.CurrentSHA, Receipt: receipt,
		Signers: []Signer{}, Signatures: []Signature{}, Consents: []Consent{},
		Messages: Each(d.Messages, MessageOf), Events: Each(d.Events, EventOf),
	}
	for _, side := range sides() {
		if p, there := d.Signers[side]; there {
			out.Signers = append(out.Signers, SignerOf(k, side, p))
		}
		for _, a := range d.Agreed[side] {
			out.Consents = append(out.Consents, ConsentOf(side, a))
		}
	}
	names := namesOf(d)
	for _, op := range d.Ops {
		out.Signatures = append(out.Signatures, SignatureOf(op, names))
	}
	return out, err
}

// SignerOf returns the shape of the person who signs for a side of the contract.
func SignerOf(k domain.Contract, side domain.Side, p domain.Person) Signer {
	s := Signer{
		Side: string(side), Name: nameOf(k, side, p), Phone: p.Phone.Masked(), Verified: !p.Verified.IsZero(), Method: string(p.Method),
	}
	if s.Verified {
		s.As = p.Identity.Name
	}
	return s
}

// SignatureOf returns the shape of an act. Names holds the names of persons by their ids.
func SignatureOf(op domain.SealOp, names map[string]string) Signature {
	by, name := op.Person, names[op.Person]
	if op.Operator != "" {
		by, name = op.Operator, op.Operator
	}
	return Signature{
		Act: string(op.Act), Round: op.Round, State: string(op.State), By: by, Name: name, At: stamp(op.Signing), SHA256: op.OutputSHA,
		KeyUses: op.KeyUses, CertHash: op.Certificate,
	}
}

// ConsentOf returns the shape of a text that the signer of a side agreed to.
func ConsentOf(side domain.Side, a domain.Agreement) Consent {
	return Consent{Side: string(side), Kind: a.Kind, SHA256: a.SHA256, Text: a.Text, At: stamp(a.At)}
}

// MessageOf returns the shape of a text message.
func MessageOf(m domain.Message) Message {
	return Message{Kind: string(m.Kind), To: m.Phone.Masked(), State: string(m.State), At: stamp(m.Queued)}
}

// sides lists the parties in the order in which they sign.
func sides() []domain.Side { return []domain.Side{domain.PartyB, domain.PartyA} }

// nameOf returns the verified name of a signer, or the one the contract came with.
func nameOf(k domain.Contract, side domain.Side, p domain.Person) string {
	if p.Identity.Name != "" {
		return p.Identity.Name
	}
	return k.Party(side).Person
}

// namesOf returns the names of a contract's signers by their opaque ids.
func namesOf(d app.Dossier) map[string]string {
	names := map[string]string{}
	for side, p := range d.Signers {
		names[p.ID] = nameOf(d.Contract, side, p)
	}
	return names
}
