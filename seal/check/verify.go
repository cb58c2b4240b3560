package check

import (
	"crypto/x509"
	"sort"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/check/diff"
	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/model"
)

// Options are the anchors of trust and the time of judgement.
type Options struct {
	Roots    []*x509.Certificate // anchors: authorities, timestamp authorities, self-signed signers
	At       time.Time           // judge as of this time; zero: Now
	Now      func() time.Time    // nil: time.Now
	Password string              // opens an encrypted document
}

// at returns the time of judgement.
func (o Options) at() time.Time {
	switch {
	case !o.At.IsZero():
		return o.At
	case o.Now != nil:
		return o.Now()
	}
	return time.Now()
}

// Verify judges all signatures of a document. It fails when the file cannot be read: CodeDocNotPDF, CodeDocDamaged,
// CodeDocLimits, CodeDocEncrypted.
func Verify(pdf []byte, o Options) (Report, error) {
	report, _, err := verify(pdf, o)
	return report, fail(err)
}

// verify does what Verify does, and returns the judged signatures too.
func verify(pdf []byte, o Options) (Report, []*judged, error) {
	report := Report{Verdict: Unsigned, Signatures: []Signature{}}
	d, err := file.Open(pdf, o.Password)
	if err != nil {
		return report, nil, err
	}
	m := model.New(d)
	found, err := m.Signatures()
	if err != nil {
		return report, nil, err
	}
	if report.Removed, err = m.Removed(found); err != nil || len(found) == 0 {
		return report, nil, err
	}
	if err := diff.NewHistory(m).Later(found); err != nil {
		return report, nil, err
	}
	sigs := make([]*judged, len(found))
	for i, s := range found {
		sigs[i] = &judged{Signature: s}
	}
	v := &validator{Document: d, stores: map[int]secStore{}}
	if err := v.proofs(sigs); err != nil {
		return report, nil, err
	}
	if err := v.trust(sigs, o); err != nil {
		return report, nil, err
	}
	sort.SliceStable(sigs, func(i, j int) bool { return sigs[i].End < sigs[j].End })
	for _, s := range sigs {
		report.Signatures = append(report.Signatures, s.report())
		report.Certified = report.Certified || s.Certifies && s.Intact
		report.Locked = report.Locked || s.LocksAll() && s.Intact
	}
	report.Verdict = verdictOf(sigs)
	return report, sigs, nil
}

// validator judges a document; it keeps the security stores it read.
type validator struct {
	*file.Document
	stores map[int]secStore
}

// fail returns a fault of reading with its code.
func fail(err error) error {
	switch {
	case err == nil || domain.CodeOf(err) != "":
		return err
	case file.IsLimit(err):
		return domain.Fail(domain.CodeDocLimits).Because(err)
	}
	return domain.Fail(domain.CodeDocDamaged).Because(err)
}
