package storage

import (
	"encoding/json"
	"strings"

	"campus.example/sealdesk/domain"
)

const offerColumns = `id, no, fields, source, received, state, code, detail, reason, sha, tries, told, instead, changed,
	place, cursor, item, item_sha`

type offerRow struct {
	r      domain.ReceivedOffer
	fields []byte
}

func readOffer(s scan) (row offerRow, err error) {
	r := &row.r
	err = s(&r.ID, &r.No, bytesIn{&row.fields}, &r.Source, moment{&r.Received}, &r.State, &r.Code, &r.Detail, &r.Reason, &r.SHA256,
		&r.Tries, &r.Told, &r.Instead, moment{&r.Changed}, &r.Index, &r.Cursor, &r.ItemID, &r.Item)
	return row, err
}

// offerFields says where the sealed fields belong. The offer is a subject of its own: its key goes when it is settled.
func offerFields(id string) place { return place{domain.SealedOfferFields, id, id} }

func (t *Tx) openOffer(row offerRow, err error) (domain.ReceivedOffer, error) {
	if err != nil || len(row.fields) == 0 {
		return row.r, err
	}
	fields, err := t.open(offerFields(row.r.ID), row.fields)
	if err == nil {
		err = json.Unmarshal([]byte(fields), &row.r.Offer)
	}
	return row.r, err
}

// ReceivedOffer loads an offer. Error: CodeNotFound.
func (t *Tx) ReceivedOffer(id string) (domain.ReceivedOffer, error) {
	return t.openOffer(one(t, id, readOffer, "select "+offerColumns+" from offer where id = ?", id))
}

// ReceivedOffers lists offers, newest first.
func (t *Tx) ReceivedOffers(f domain.OfferFilter) ([]domain.ReceivedOffer, error) {
	where, args := []string{"true"}, []any{}
	and := func(condition string, value any) { where, args = append(where, condition), append(args, value) }
	if f.No != "" {
		and("no = ?", f.No)
	}
	if len(f.States) > 0 {
		and("state in (select value from json_each(?))", listed(f.States))
	}
	if f.Same != nil {
		same, err := t.sameOffer(*f.Same)
		if err != nil {
			return nil, err
		}
		and("same = ?", same)
	}
	if f.Item != "" {
		and("item_sha = ?", f.Item)
	}
	rows, err := all(t, readOffer, "select "+offerColumns+" from offer where "+strings.Join(where, " and ")+
		" order by received desc, rowid desc limit ?", append(args, limited(f.Limit))...)
	if err != nil {
		return nil, err
	}
	list := make([]domain.ReceivedOffer, len(rows))
	for i, row := range rows {
		if list[i], err = t.openOffer(row, nil); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// InsertReceivedOffer adds an offer. The fields of one that is settled already are not kept.
func (t *Tx) InsertReceivedOffer(r domain.ReceivedOffer) error {
	same, err := t.sameOffer(r.Offer)
	if err != nil {
		return err
	}
	fields, err := t.sealOffer(r)
	if err != nil {
		return err
	}
	_, err = t.exec("insert into offer("+offerColumns+", same) values(?"+strings.Repeat(",?", 18)+")",
		r.ID, r.No, fields, r.Source, micros(r.Received), r.State, r.Code, r.Detail, r.Reason, r.SHA256, r.Tries, r.Told, r.Instead,
		micros(r.Changed), r.Index, r.Cursor, r.ItemID, r.Item, same)
	return err
}

// UpdateReceivedOffer writes where an offer stands. One that is settled loses its fields and their key. Error: CodeNotFound.
func (t *Tx) UpdateReceivedOffer(r domain.ReceivedOffer) error {
	err := t.must(domain.CodeNotFound, `update offer set state = ?, code = ?, detail = ?, reason = ?, sha = ?, tries = ?, told = ?,
		instead = ?, changed = ? where id = ?`,
		r.State, r.Code, r.Detail, r.Reason, r.SHA256, r.Tries, r.Told, r.Instead, micros(r.Changed), r.ID)
	if err != nil || r.State.Open() {
		return err
	}
	if _, err := t.exec("update offer set fields = x'' where id = ?", r.ID); err != nil {
		return err
	}
	return t.dropKey(r.ID)
}

// IntakeCounts counts what needs an operator.
func (t *Tx) IntakeCounts() (domain.IntakeCounts, error) {
	return one(t, "offer", func(s scan) (c domain.IntakeCounts, err error) {
		err = s(&c.Waiting, &c.Refused, &c.Differs)
		return c, err
	}, `select coalesce(sum(state = 'waiting' and tries >= ?), 0), coalesce(sum(state = 'refused'), 0),
		coalesce(sum(state = 'differs'), 0) from offer
		where state in ('waiting', 'refused', 'differs')`, domain.TriesShown)
}

func (t *Tx) sealOffer(r domain.ReceivedOffer) ([]byte, error) {
	if !r.State.Open() || r.No == "" { // of an item without a number only its hash is kept
		return []byte{}, nil
	}
	fields, err := json.Marshal(r.Offer)
	if err != nil {
		return nil, err
	}
	return t.seal(offerFields(r.ID), string(fields))
}

// sameOffer returns what equal offers have in common. A plain hash would give phones away to trial and error.
func (t *Tx) sameOffer(o domain.Offer) ([]byte, error) {
	o.Source, o.ApprovedAt = "", o.ApprovedAt.UTC()
	fields, err := json.Marshal(o)
	if err != nil {
		return nil, err
	}
	return t.s.vault.blind(domain.LabelIndexOffer, string(fields)), nil
}
