package check

import (
	"crypto/x509"
	"time"
)

// trust looks for chains and times, and names the levels.
func (d *validator) trust(sigs []*judged, o Options) error {
	store, err := d.storeAt(d.last())
	if err != nil {
		return err
	}
	for _, s := range sigs {
		if s.token != nil {
			s.token.trust(store.certs, o.Roots)
		}
	}
	for _, s := range sigs {
		if s.cert == nil {
			continue
		}
		if s.timestamp {
			s.trusted = s.token.code == "" && !store.revokedBefore(s.token.chain, s.token.at)
			if !s.trusted {
				s.reasons.add(reasonTSA)
				s.reasons.add(s.token.code)
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

// trustAct looks for the signer's chain as of the time that is proven: by a trusted timestamp on the signature, or by
// a trusted timestamp on the document that covers it, else as of the time of judgement. The time the signer claims
// proves nothing.
func (s *judged) trustAct(sigs []*judged, store secStore, o Options) []*x509.Certificate {
	at := o.at()
	if t, ok := s.proven(sigs); ok {
		at = t
	}
	if s.token != nil && s.token.code != "" {
		s.reasons.add(reasonTSA)
	}
	others := append(append([]*x509.Certificate(nil), s.others...), store.certs...)
	chain, code := chainOf(s.cert, others, o.Roots, at)
	switch {
	case code != "":
	case !maySign(s.cert):
		code = reasonUsage
	case !strongKey(s.cert):
		code = reasonKeyWeak
	case store.revokedBefore(chain, at):
		code = reasonRevoked
	}
	s.trusted = code == ""
	s.reasons.add(code)
	return chain
}

// proven gives the earliest time at which a trusted authority saw the signature.
func (s *judged) proven(sigs []*judged) (t time.Time, ok bool) {
	if s.token != nil && s.token.code == "" {
		return s.token.at, true
	}
	for _, other := range sigs {
		if other.seals(s) && (!ok || other.token.at.Before(t)) {
			t, ok = other.token.at, true
		}
	}
	return t, ok
}

// seals tells that s is a good document timestamp over a revision with the other signature in it.
func (s *judged) seals(other *judged) bool {
	return s.timestamp && s.intact && s.token != nil && s.token.code == "" &&
		s.rank > other.rank && other.rank >= 0
}

// level names what the signature carries for later (EN 319 142-1).
func (d *validator) level(s *judged, sigs []*judged, chain []*x509.Certificate, store secStore) error {
	s.level = LevelB
	if _, ok := s.proven(sigs); !ok && s.token == nil {
		return nil
	}
	s.level = LevelT
	if chain == nil || !store.covers(chain) || (s.token != nil && !store.covers(s.token.chain)) {
		return nil
	}
	s.level = LevelLT
	for _, other := range sigs {
		if !other.seals(s) {
			continue
		}
		then, err := d.storeAt(other.rank)
		if err != nil {
			return err
		}
		if then.covers(chain) {
			s.level = LevelLTA
		}
	}
	return nil
}

// verdictOf sums up.
func verdictOf(sigs []*judged) Verdict {
	out := Valid
	for _, s := range sigs {
		switch {
		case s.forbidden, !s.intact && !s.unsure, !s.covers:
			return Invalid
		case !s.intact, !s.trusted:
			out = Indeterminate
		}
	}
	return out
}
