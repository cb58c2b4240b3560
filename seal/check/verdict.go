package check

import (
	"crypto/x509"
	"time"
)

// trust looks for chains and times, and names the levels.
func (d *validator) trust(sigs []*sig, o Options) error {
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
		if s.signer.cert == nil {
			continue
		}
		if s.report.Kind == KindTimestamp {
			s.report.Trusted = s.token.code == "" && !store.revokedBefore(s.token.chain, s.token.at)
			if !s.report.Trusted {
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
func (s *sig) trustAct(sigs []*sig, store secStore, o Options) []*x509.Certificate {
	at := o.at()
	if t, ok := s.proven(sigs); ok {
		at = t
	}
	if s.token != nil && s.token.code != "" {
		s.reasons.add(reasonTSA)
	}
	others := append(append([]*x509.Certificate(nil), s.signer.others...), store.certs...)
	chain, code := chainOf(s.signer.cert, others, o.Roots, at)
	switch {
	case code != "":
	case !maySign(s.signer.cert):
		code = reasonUsage
	case !strongKey(s.signer.cert):
		code = reasonKeyWeak
	case store.revokedBefore(chain, at):
		code = reasonRevoked
	}
	s.report.Trusted = code == ""
	s.reasons.add(code)
	return chain
}

// proven gives the earliest time at which a trusted authority saw the signature.
func (s *sig) proven(sigs []*sig) (t time.Time, ok bool) {
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
func (s *sig) seals(other *sig) bool {
	return s.report.Kind == KindTimestamp && s.report.Intact && s.token != nil && s.token.code == "" &&
		s.rank > other.rank && other.rank >= 0
}

// level names what the signature carries for later (EN 319 142-1).
func (d *validator) level(s *sig, sigs []*sig, chain []*x509.Certificate, store secStore) error {
	s.report.Level = LevelB
	if _, ok := s.proven(sigs); !ok && s.token == nil {
		return nil
	}
	s.report.Level = LevelT
	if chain == nil || !store.covers(chain) || (s.token != nil && !store.covers(s.token.chain)) {
		return nil
	}
	s.report.Level = LevelLT
	for _, other := range sigs {
		if !other.seals(s) {
			continue
		}
		then, err := d.storeAt(other.rank)
		if err != nil {
			return err
		}
		if then.covers(chain) {
			s.report.Level = LevelLTA
		}
	}
	return nil
}

// verdictOf sums up.
func verdictOf(sigs []*sig) Verdict {
	out := Valid
	for _, s := range sigs {
		switch {
		case s.report.ChangesAfter == ChangesForbidden, !s.report.Intact && !s.unsure, !s.report.CoversWholeRevision:
			return Invalid
		case !s.report.Intact, !s.report.Trusted:
			out = Indeterminate
		}
	}
	return out
}
