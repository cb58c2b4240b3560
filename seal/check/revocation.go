package check

import (
	"bytes"
	"crypto/x509"
	"time"

	"golang.org/x/crypto/ocsp"
)

// covers reports whether the store has revocation information for every certificate of a chain but its anchor.
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

// revocation looks one certificate up in the lists and answers that its issuer signed. known is false when none of them
// covers it; revoked is zero unless it is revoked.
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

// signed reports whether a list is signed by an issuer.
func (s secStore) signed(crl *x509.RevocationList, issuer *x509.Certificate) bool {
	key := [2]any{crl, string(issuer.Raw)}
	if known, ok := s.made[key]; ok {
		return known
	}
	ok := bytes.Equal(crl.RawIssuer, issuer.RawSubject) && crl.CheckSignatureFrom(issuer) == nil
	s.made[key] = ok
	return ok
}

// revokedBefore reports whether a certificate of the chain had been revoked by a time.
func (s secStore) revokedBefore(chain []*x509.Certificate, at time.Time) bool {
	for i := 0; i+1 < len(chain); i++ {
		if _, when := s.revocation(chain[i], chain[i+1]); !when.IsZero() && !when.After(at) {
			return true
		}
	}
	return false
}
