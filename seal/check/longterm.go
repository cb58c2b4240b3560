package check

import (
	"crypto/x509"

	"campus.example/sealdesk/seal/check/cms"
	"campus.example/sealdesk/seal/check/file"
)

// storeCost is what reading a byte of certificates and lists costs, in steps.
const storeCost = 8

// maxStored bounds how much the stores of all saves may hold.
const maxStored = 8 * cms.MaxCerts

// secStore is the document security store of a rank: what is needed to judge certificates later on.
type secStore struct {
	there bool
	certs []*x509.Certificate
	crls  []*x509.RevocationList
	ocsps [][]byte
	seen  map[file.Version]bool
	made  map[[2]any]bool // which list is signed by which issuer: long lists are hashed once
}

// storeAt reads the stores of all saves up to a rank: a later one may leave out what an earlier one had, such as a list
// that revokes a certificate. What cannot be read is passed over: nothing in a store counts without a signature.
func (d *validator) storeAt(rank int) (secStore, error) {
	if have, ok := d.stores[rank]; ok {
		return have, nil
	}
	out := secStore{made: map[[2]any]bool{}, seen: map[file.Version]bool{}}
	for r := range rank + 1 {
		if err := d.addStore(&out, r); err != nil {
			return out, err
		}
	}
	d.stores[rank] = out
	return out, nil
}

// addStore adds the store of one rank.
func (d *validator) addStore(out *secStore, rank int) error {
	dss := d.DictAt(d.Catalog(rank).Get("DSS"), rank)
	if dss == nil {
		return nil
	}
	out.there = true
	err := d.eachStream(out, dss.Get("Certs"), rank, func(der []byte) {
		if c := cms.ReadCertificate(der); c != nil {
			out.certs = append(out.certs, c)
		}
	})
	if err != nil {
		return err
	}
	err = d.eachStream(out, dss.Get("CRLs"), rank, func(der []byte) {
		if crl, err := x509.ParseRevocationList(der); err == nil {
			out.crls = append(out.crls, crl)
		}
	})
	if err != nil {
		return err
	}
	return d.eachStream(out, dss.Get("OCSPs"), rank, func(der []byte) { out.ocsps = append(out.ocsps, der) })
}

// eachStream calls f with the streams of a list that no earlier store had.
func (d *validator) eachStream(out *secStore, v file.Value, rank int, f func([]byte)) error {
	list, _ := d.ArrayAt(v, rank)
	for i, e := range list {
		if i >= cms.MaxCerts || len(out.seen) >= maxStored {
			return nil
		}
		r, ok := e.(file.Ref)
		entry, there := d.Lookup(r.Num, rank)
		if !ok || !there || out.seen[entry.Of(r.Num)] {
			continue
		}
		out.seen[entry.Of(r.Num)] = true
		loaded, err := d.Resolve(e, rank)
		if file.IsLimit(err) {
			return err
		}
		if s, ok := loaded.(*file.Stream); ok {
			raw, err := d.Decode(s)
			if file.IsLimit(err) {
				return err
			}
			if err != nil {
				continue
			}
			if err := d.Work(storeCost * len(raw)); err != nil {
				return err
			}
			f(raw)
		}
	}
	return nil
}
