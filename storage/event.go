package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"campus.example/sealdesk/domain"
)

const eventColumns = "seq, at, actor_kind, actor_id, action, object, before, after, code, detail, hash, proof"

func readEvent(s scan) (e domain.Event, err error) {
	err = s(&e.Seq, moment{&e.At}, &e.Actor.Kind, &e.Actor.ID, &e.Action, &e.Object, &e.Before, &e.After, &e.Code, &e.Detail, &e.Hash, &e.Proof)
	return e, err
}

// hashEvent chains an event to all before it: SHA-256 over the previous hash (32 zero bytes before the first) and the
// event as JSON, with the fields in this order and the time in microseconds.
func hashEvent(previous string, e domain.Event) (string, error) {
	before := make([]byte, sha256.Size)
	if previous != "" {
		var err error
		if before, err = hex.DecodeString(previous); err != nil {
			return "", err
		}
	}
	canonical, err := json.Marshal(struct {
		Seq       int64            `json:"seq"`
		At        int64            `json:"at"`
		ActorKind domain.ActorKind `json:"actor_kind"`
		ActorID   string           `json:"actor_id"`
		Action    domain.Action    `json:"action"`
		Object    string           `json:"object"`
		Before    string           `json:"before"`
		After     string           `json:"after"`
		Code      domain.Code      `json:"code"`
		Detail    domain.Detail    `json:"detail"`
		Proof     string           `json:"proof,omitempty"` // absent in entries of older programs
	}{e.Seq, micros(e.At), e.Actor.Kind, e.Actor.ID, e.Action, e.Object, e.Before, e.After, e.Code, e.Detail, e.Proof})
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(append(before, canonical...))
	return hex.EncodeToString(sum[:]), nil
}

// replacement stands for bytes that are not UTF-8.
const replacement = "\uFFFD"

type head struct {
	count int64
	hash  string
}

func (t *Tx) head() (head, error) {
	return one(t, "event_head", func(s scan) (h head, err error) {
		err = s(&h.count, &h.hash)
		return h, err
	}, "select count, hash from event_head")
}

// Append adds an event to the record. Its number and hash are given here.
func (t *Tx) Append(e domain.Event) error {
	h, err := t.head()
	if err != nil {
		return err
	}
	for _, s := range []*string{&e.Actor.ID, &e.Proof, &e.Object, &e.Before, &e.After} {
		*s = strings.ToValidUTF8(*s, replacement) // what is hashed has to be what is stored
	}
	e.Detail = domain.Detail(strings.ToValidUTF8(string(e.Detail), replacement))
	e.Seq = h.count + 1
	if e.Hash, err = hashEvent(h.hash, e); err != nil {
		return err
	}
	_, err = t.exec("insert into event("+eventColumns+") values(?,?,?,?,?,?,?,?,?,?,?,?)", e.Seq, micros(e.At), e.Actor.Kind, e.Actor.ID,
		e.Action, e.Object, e.Before, e.After, e.Code, e.Detail, e.Hash, e.Proof)
	if err != nil {
		return err
	}
	return t.must(domain.CodeChainBroken, "update event_head set count = ?, hash = ? where count = ?", e.Seq, e.Hash, h.count)
}

// Events lists the record, oldest first.
func (t *Tx) Events(f domain.EventFilter) ([]domain.Event, error) {
	query, args := "select "+eventColumns+" from event where seq > ?", []any{f.After}
	if f.Object != "" {
		query, args = query+" and object = ?", append(args, f.Object)
	}
	return all(t, readEvent, query+" order by seq limit ?", append(args, limited(f.Limit))...)
}

// verifyStep is how many events are in memory at a time.
const verifyStep = 1000

// VerifyChain walks the whole record and compares its end with the one noted apart. Error: CodeChainBroken with the
// first number that is missing, added or changed.
func (t *Tx) VerifyChain() (count int64, hash string, err error) {
	for {
		list, err := t.Events(domain.EventFilter{After: count, Limit: verifyStep})
		if err != nil {
			return count, hash, err
		}
		for _, e := range list {
			want, err := hashEvent(hash, e)
			if err != nil || e.Seq != count+1 || e.Hash != want {
				return count, hash, domain.Fail(domain.CodeChainBroken, count+1)
			}
			count, hash = e.Seq, e.Hash
		}
		if len(list) < verifyStep {
			break
		}
	}
	h, err := t.head()
	switch {
	case err != nil:
		return count, hash, err
	case h.count != count:
		return count, hash, domain.Fail(domain.CodeChainBroken, min(h.count, count)+1)
	case h.hash != hash:
		return count, hash, domain.Fail(domain.CodeChainBroken, count)
	}
	return count, hash, nil
}
