package check

import "crypto"

// proofs checks every CMS against the bytes it signs.
func (d *validator) proofs(sigs []*judged) error {
	type pending struct {
		s    *judged
		data *signedData
		want *want
	}
	var all []pending
	var wants []*want
	for _, s := range sigs {
		if s.contents == nil {
			continue
		}
		data, algo, ok := d.readContents(s)
		if !ok {
			continue
		}
		if s.timestamp {
			if info, ok := parseTSTInfo(data.content); ok {
				algo, _ = digestOf(info.imprintAlgo)
			}
		}
		p := pending{s: s, data: data, want: &want{hole: s.hole, end: s.end, algo: algo}}
		if s.end > 0 && algo != 0 {
			wants = append(wants, p.want)
		}
		all = append(all, p)
	}
	if err := d.digests(wants); err != nil {
		return err
	}
	for _, p := range all {
		if p.s.timestamp {
			judgeTimestamp(p.s, p.data, p.want)
			continue
		}
		judgeAct(p.s, p.data, p.want.algo, p.want.sum)
		judgeToken(p.s, &p.data.signer)
	}
	return nil
}

// judgeTimestamp checks a document timestamp: the imprint is the digest of the document.
func judgeTimestamp(s *judged, data *signedData, w *want) {
	token, code := readToken(data, func(algo crypto.Hash) ([]byte, error) {
		if algo != w.algo {
			return nil, errCMS
		}
		return w.sum, nil
	})
	if code != "" {
		s.unsure = code == reasonAlgorithm && s.intact
		s.broken(code)
		return
	}
	s.token = token
	s.cert = token.cert
	s.digest = token.algo.String()
}

// judgeToken checks the timestamp of an act: the imprint is the digest of the signature value. A token that is there
// and wrong is a forgery, not an absence.
func judgeToken(s *judged, signer *signerInfo) {
	tokens := signer.unsigned[oidTimestamp]
	if len(tokens) == 0 {
		return
	}
	if len(tokens) > 1 {
		s.broken(reasonToken)
		return
	}
	data, rest, _, err := readCMS(tokens[0])
	if err != nil || len(rest) > 0 {
		s.broken(reasonToken)
		return
	}
	token, code := readToken(data, func(algo crypto.Hash) ([]byte, error) {
		h := algo.New()
		h.Write(signer.signature)
		return h.Sum(nil), nil
	})
	if code != "" {
		s.unsure = code == reasonAlgorithm && s.intact
		s.broken(code)
		return
	}
	s.token = token
}
