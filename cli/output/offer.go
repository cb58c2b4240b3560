package output

import (
	"strconv"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
)

// Offer is one received offer, or an item of the list without a usable number.
type Offer struct {
	ID       string `json:"id"`
	No       string `json:"no"`
	Source   string `json:"source"`
	Received string `json:"received_at"`
	State    string `json:"state"`
	Code     string `json:"code"`
	Reason   string `json:"reason"`
	Tries    int    `json:"tries"`
	SHA256   string `json:"sha256"`
	Item     int    `json:"item"` // its place in the list, from 1; 0 for one that has a number
	ItemHash string `json:"item_sha256"`
	Told     bool   `json:"told"` // the sender has heard of an item without a number
}

// OfferOf returns the shape of an offer, its reason in the language of the text.
func OfferOf(t *i18n.Text, r domain.ReceivedOffer) Offer {
	o := Offer{
		ID: r.ID, No: r.No, Source: string(r.Source), Received: stamp(r.Received), State: string(r.State), Code: string(r.Code),
		Reason: offerReason(t, r), Tries: r.Tries, SHA256: r.SHA256, ItemHash: r.Item, Told: r.Told,
	}
	if r.No == "" {
		o.Item = r.Index + 1
	}
	return o
}

// Offers prints offers as a table.
func (p Printer) Offers(list []domain.ReceivedOffer) error {
	rows := make([][]string, 0, len(list))
	for _, r := range list {
		no := r.No
		if no == "" {
			no = p.Text.Fill(p.Text.CLI.Quarantine.Item, r.Index+1)
		}
		rows = append(rows, []string{r.ID, no, moment(r.Received), p.Text.OfferState(r.State), p.Text.Problem(r.Code), strconv.Itoa(r.Tries)})
	}
	return p.Table(p.Text.CLI.Tables.Offers, rows)
}

// offerReason returns why an offer is not taken in: an operator's words, or the sentence of its code.
func offerReason(t *i18n.Text, r domain.ReceivedOffer) string {
	switch {
	case r.Reason != "":
		return r.Reason
	case r.Code == "":
		return ""
	case r.Detail != "":
		return t.Sentence(domain.Fail(r.Code, r.Detail))
	}
	return t.Sentence(domain.Fail(r.Code))
}
