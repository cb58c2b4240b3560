package check

import (
	"bytes"
	"crypto/x509"
	"time"

	"golang.org/x/crypto/ocsp"
)

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

// covers tells whether the store has revocation information for every certificate of a chain but its anchor.
func (s secStore) covers(chain []*x509.Certificate) bool {
	if !s.there {
		return false
	}
	for i := 0; i+1 < len(chain); i++ {
		if known, _ := s.revocation(chain[i], chain[i+1]); !known {
			return false
		}
	}
	return true
}

// revocation asks the lists and answers about one certificate. Only what the issuer signed counts.
func (s secStore) revocation(c, issuer *x509.Certificate) (known bool, revoked time.Time) {
	for _, crl := range s.crls {
		if !s.signed(crl, issuer) {
			continue
		}
		known = true
		for _, e := range crl.RevokedCertificateEntries {
			if e.SerialNumber.Cmp(c.SerialNumber) == 0 {
				return true, e.RevocationTime
			}
		}
	}
	for _, der := range s.ocsps {
		answer, err := ocsp.ParseResponseForCert(der, c, issuer)
		if err != nil {
			continue
		}
		switch answer.Status {
		case ocsp.Good:
			known = true
		case ocsp.Revoked:
			return true, answer.RevokedAt
		}
	}
	return known, time.Time{}
}

func (s secStore) signed(crl *x509.RevocationList, issuer *x509.Certificate) bool {
	key := [2]any{crl, string(issuer.Raw)}
	if known, ok := s.made[key]; ok {
		return known
	}
	ok := bytes.Equal(crl.RawIssuer, issuer.RawSubject) && crl.CheckSignatureFrom(issuer) == nil
	s.made[key] = ok
	return ok
}

// revokedBefore tells whether a certificate of the chain had been revoked by a time.
func (s secStore) revokedBefore(chain []*x509.Certificate, at time.Time) bool {
	for i := 0; i+1 < len(chain); i++ {
		if _, when := s.revocation(chain[i], chain[i+1]); !when.IsZero() && !when.After(at) {
			return true
		}
	}
	return false
}
