package check

import (
	"crypto/x509"
	"time"

	"campus.example/sealdesk/seal/check/cms"
	"campus.example/sealdesk/seal/check/reason"
)

// trust finds chains and times, and sets the levels.
func (d *validator) trust(sigs []*judged, o Options) error {
	store, err := d.storeAt(d.Last())
	if err != nil {
		return err
	}
	for _, s := range sigs {
		if s.token != nil {
			s.token.Trust(store.certs, o.Roots)
		}
	}
	for _, s := range sigs {
		if s.cert == nil {
			continue
		}
		if s.Timestamp {
			s.trusted = s.token.Code == "" && !store.revokedBefore(s.token.Chain, s.token.Time)
			if !s.trusted {
				s.Reasons.Add(reason.TimestampNotTrusted)
				s.Reasons.Add(s.token.Code)
			}
			continue
		}
		chain := s.trustAct(sigs, store, o)
		if err := d.level(s, sigs, chain, store); err != nil {
			return err
		}
	}
	return nil
}

// trustAct finds the signer's chain as of the time that is proven: by a trusted timestamp on the signature, or by a
// trusted timestamp on the document that covers it, else as of the time of judgement. The time that the signer claims
// proves nothing.
func (s *judged) trustAct(sigs []*judged, store secStore, o Options) []*x509.Certificate {
	at := o.at()
	if t, ok := s.proven(sigs); ok {
		at = t
	}
	if s.token != nil && s.token.Code != "" {
		s.Reasons.Add(reason.TimestampNotTrusted)
	}
	others := append(append([]*x509.Certificate(nil), s.others...), store.certs...)
	chain, code := cms.BuildChain(s.cert, others, o.Roots, at)
	switch {
	case code != "":
	case !cms.MaySign(s.cert):
		code = reason.CertificateUsage
	case !cms.StrongKey(s.cert):
		code = reason.KeyWeak
	case store.revokedBefore(chain, at):
		code = reason.Revoked
	}
	s.trusted = code == ""
	s.Reasons.Add(code)
	return chain
}

// proven returns the earliest time at which a trusted authority saw the signature.
func (s *judged) proven(sigs []*judged) (t time.Time, ok bool) {
	if s.token != nil && s.token.Code == "" {
		return s.token.Time, true
	}
	for _, other := range sigs {
		if other.seals(s) && (!ok || other.token.Time.Before(t)) {
			t, ok = other.token.Time, true
		}
	}
	return t, ok
}

// seals reports whether s is a good document timestamp over a revision with the other signature in it.
func (s *judged) seals(other *judged) bool {
	return s.Timestamp && s.Intact && s.token != nil && s.token.Code == "" &&
		s.Rank > other.Rank && other.Rank >= 0
}

// level sets the level of EN 319 142-1, by what the signature carries for later.
func (d *validator) level(s *judged, sigs []*judged, chain []*x509.Certificate, store secStore) error {
	s.level = LevelB
	if _, ok := s.proven(sigs); !ok && s.token == nil {
		return nil
	}
	s.level = LevelT
	if chain == nil || !store.covers(chain) || (s.token != nil && !store.covers(s.token.Chain)) {
		return nil
	}
	s.level = LevelLT
	for _, other := range sigs {
		if !other.seals(s) {
			continue
		}
		then, err := d.storeAt(other.Rank)
		if err != nil {
			return err
		}
		if then.covers(chain) {
			s.level = LevelLTA
		}
	}
	return nil
}

// verdictOf returns the verdict over all signatures.
func verdictOf(sigs []*judged) Verdict {
	out := Valid
	for _, s := range sigs {
		switch {
		case s.Forbidden, !s.Intact && !s.unsure, !s.Covers:
			return Invalid
		case !s.Intact, !s.trusted:
			out = Indeterminate
		}
	}
	return out
}
