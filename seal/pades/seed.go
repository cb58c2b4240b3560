package pades

import (
	"fmt"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/read"
)

// The bits of Ff that make an entry of a seed value binding (ISO 32000-2, table 237).
const (
	seedFilter = 1 << iota
	seedSubFilter
	seedVersion
	seedReasons
	seedLegal
	seedRevocation
	seedDigest
	seedLock
	seedAppearance

	seedKnown = 1<<iota - 1
)

// newestSeed is the latest version of seed values whose entries are known here (V).
const newestSeed = 3

// wishes are the seed value of a field: what it asks of its signature.
type wishes struct {
	doc  *read.Document
	dict read.Dict
	bits int
	r    Request
}

// seed honours what a field asks of its signature: a binding wish that cannot be met is refused.
func seed(doc *read.Document, field read.Dict, r Request) error {
	sv, err := doc.Dict(field["SV"])
	if err != nil || sv == nil {
		return err
	}
	bits, _, err := doc.Int(sv["Ff"])
	if err != nil {
		return err
	}
	w := wishes{doc, sv, bits, r}
	for _, wish := range []struct {
		name string
		met  func() (bool, error)
	}{
		{"Ff", func() (bool, error) { return bits&^seedKnown == 0, nil }},
		{"Filter", w.filter},
		{"SubFilter", w.subFilter},
		{"V", w.version},
		{"Reasons", w.reasons},
		{"LegalAttestation", func() (bool, error) { return bits&seedLegal == 0 || sv["LegalAttestation"] == nil, nil }},
		{"AddRevInfo", w.revocation},
		{"DigestMethod", w.digest},
		{"LockDocument", w.lock},
		{"AppearanceFilter", func() (bool, error) { return bits&seedAppearance == 0 || sv["AppearanceFilter"] == nil, nil }},
		{"MDP", w.permission},
		{"TimeStamp", w.timestamp},
		{"Cert", w.certificate},
	} {
		met, err := wish.met()
		if err != nil {
			return err
		}
		if !met {
			return domain.Fail(CodeSeed, wish.name).Because(fmt.Errorf("the field demands another %s", wish.name))
		}
	}
	return nil
}

func (w wishes) filter() (bool, error) {
	n, err := w.doc.Name(w.dict["Filter"])
	return w.bits&seedFilter == 0 || n == "" || n == "Adobe.PPKLite", err
}

func (w wishes) subFilter() (bool, error) {
	return w.oneOf("SubFilter", seedSubFilter, "ETSI.CAdES.detached")
}

func (w wishes) digest() (bool, error) {
	return w.oneOf("DigestMethod", seedDigest, "SHA256", "SHA-256")
}

func (w wishes) version() (bool, error) {
	v, _, err := w.doc.Number(w.dict["V"])
	return w.bits&seedVersion == 0 || v <= newestSeed, err
}

// reasons lists what may be given; a single period means that none may be.
func (w wishes) reasons() (bool, error) {
	if w.r.Reason == "" {
		return w.oneOf("Reasons", seedReasons, "", ".")
	}
	return w.oneOf("Reasons", seedReasons, w.r.Reason)
}

// revocation asks for what only other signatures than PAdES have inside.
func (w wishes) revocation() (bool, error) {
	o, err := w.doc.Get(w.dict["AddRevInfo"])
	return w.bits&seedRevocation == 0 || o != read.Object(true), err
}

func (w wishes) lock() (bool, error) {
	n, err := w.doc.Name(w.dict["LockDocument"])
	return w.bits&seedLock == 0 || n != "true", err
}

// permission asks for a certification, unless it is 0.
func (w wishes) permission() (bool, error) {
	mdp, err := w.doc.Dict(w.dict["MDP"])
	if err != nil {
		return false, err
	}
	p, _, err := w.doc.Int(mdp["P"])
	return p == 0, err
}

func (w wishes) timestamp() (bool, error) {
	stamp, err := w.doc.Dict(w.dict["TimeStamp"])
	if err != nil {
		return false, err
	}
	wanted, _, err := w.doc.Int(stamp["Ff"])
	return wanted&1 == 0 || w.r.Stamped, err
}

// oneOf tells whether an entry that binds lists one of what we have.
func (w wishes) oneOf(key read.Name, bit int, have ...string) (bool, error) {
	list, err := w.doc.Array(w.dict[key])
	if err != nil || w.bits&bit == 0 || list == nil {
		return err == nil, err
	}
	for _, o := range list {
		o, err := w.doc.Get(o)
		if err != nil {
			return false, err
		}
		for _, h := range have {
			switch v := o.(type) {
			case read.Name:
				if string(v) == h {
					return true, nil
				}
			case read.String:
				if plainText(v) == h {
					return true, nil
				}
			}
		}
	}
	return false, nil
}
