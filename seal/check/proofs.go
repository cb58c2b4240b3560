package check

import (
	"crypto"

	"campus.example/sealdesk/seal/check/cms"
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/reason"
)

// proofs checks every CMS against the bytes it signs.
func (d *validator) proofs(sigs []*judged) error {
	type pending struct {
		s    *judged
		data *cms.SignedData
		want *file.Digest
	}
	var all []pending
	var wants []*file.Digest
	for _, s := range sigs {
		if s.Contents == nil {
			continue
		}
		data, algo, ok := d.readContents(s)
		if !ok {
			continue
		}
		if s.Timestamp {
			if info, ok := cms.ParseTSTInfo(data.Content); ok {
				algo, _ = cms.DigestOf(info.ImprintAlgo)
			}
		}
		p := pending{s: s, data: data, want: &file.Digest{Hole: s.Hole, End: s.End, Hash: algo}}
		if s.End > 0 && algo != 0 {
			wants = append(wants, p.want)
		}
		all = append(all, p)
	}
	if err := d.Digests(wants); err != nil {
		return err
	}
	for _, p := range all {
		if p.s.Timestamp {
			judgeTimestamp(p.s, p.data, p.want)
			continue
		}
		judgeAct(p.s, p.data, p.want.Hash, p.want.Sum)
		judgeToken(p.s, &p.data.Signer)
	}
	return nil
}

// judgeTimestamp checks a document timestamp: the imprint is the digest of the document.
func judgeTimestamp(s *judged, data *cms.SignedData, w *file.Digest) {
	token, code := cms.ReadToken(data, func(algo crypto.Hash) ([]byte, error) {
		if algo != w.Hash {
			return nil, cms.ErrMalformed
		}
		return w.Sum, nil
	})
	if code != "" {
		s.unsure = code == reason.AlgorithmUnsupported && s.Intact
		s.Broken(code)
		return
	}
	s.token = token
	s.cert = token.Certificate
	s.digest = token.ImprintHash.String()
}

// judgeToken checks the timestamp of an act: the imprint is the digest of the signature value. A token that is there
// and wrong is a forgery, not an absence.
func judgeToken(s *judged, signer *cms.SignerInfo) {
	tokens := signer.Unsigned[cms.OIDTimestamp]
	if len(tokens) == 0 {
		return
	}
	if len(tokens) > 1 {
		s.Broken(reason.TimestampMalformed)
		return
	}
	data, rest, _, err := cms.Read(tokens[0])
	if err != nil || len(rest) > 0 {
		s.Broken(reason.TimestampMalformed)
		return
	}
	token, code := cms.ReadToken(data, func(algo crypto.Hash) ([]byte, error) {
		h := algo.New()
		h.Write(signer.Signature)
		return h.Sum(nil), nil
	})
	if code != "" {
		s.unsure = code == reason.AlgorithmUnsupported && s.Intact
		s.Broken(code)
		return
	}
	s.token = token
}
