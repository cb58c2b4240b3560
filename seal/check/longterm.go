package check

import "crypto/x509"

// storeCost is what reading a byte of certificates and lists costs, in steps.
const storeCost = 8

// secStore is the document security store of a rank: what is needed to judge certificates later on.
type secStore struct {
	there bool
	certs []*x509.Certificate
	crls  []*x509.RevocationList
	ocsps [][]byte
	made  map[[2]any]bool // which list is signed by which issuer: long lists are hashed once
}

// storeAt reads the store. What it cannot read it passes over: nothing in it is believed without a signature.
func (d *document) storeAt(rank int) (secStore, error) {
	if have, ok := d.stores[rank]; ok {
		return have, nil
	}
	out, err := d.readStore(rank)
	d.stores[rank] = out
	return out, err
}

func (d *document) readStore(rank int) (secStore, error) {
	out := secStore{made: map[[2]any]bool{}}
	dss := d.dictAt(d.catalog(rank).get("DSS"), rank)
	if dss == nil {
		return out, nil
	}
	out.there = true
	err := d.eachStream(dss.get("Certs"), rank, func(der []byte) {
		if c := readCert(der); c != nil {
			out.certs = append(out.certs, c)
		}
	})
	if err != nil {
		return out, err
	}
	err = d.eachStream(dss.get("CRLs"), rank, func(der []byte) {
		if crl, err := x509.ParseRevocationList(der); err == nil {
			out.crls = append(out.crls, crl)
		}
	})
	if err != nil {
		return out, err
	}
	return out, d.eachStream(dss.get("OCSPs"), rank, func(der []byte) { out.ocsps = append(out.ocsps, der) })
}

func (d *document) eachStream(v value, rank int, f func([]byte)) error {
	list, _ := d.arrayAt(v, rank)
	for i, e := range list {
		if i >= maxCerts {
			return nil
		}
		loaded, err := d.resolve(e, rank)
		if isLimit(err) {
			return err
		}
		if s, ok := loaded.(*stream); ok {
			raw, err := d.decode(s)
			if isLimit(err) {
				return err
			}
			if err != nil {
				continue
			}
			if err := d.budget.work(storeCost * len(raw)); err != nil {
				return err
			}
			f(raw)
		}
	}
	return nil
}
