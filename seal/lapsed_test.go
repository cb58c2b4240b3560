package seal_test

import (
	"crypto/x509"
	"path/filepath"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/keys"
)

// The certificate of an act is over after a week. What it signed stays valid: the timestamp says that it was signed
// within.
func TestSignaturesOutliveTheirCertificates(t *testing.T) {
	o := newOffice(t)
	revisions := o.sealed(t, contract(t, habits()[0]), 3)
	roots, err := keys.ReadPEM(filepath.Join(o.dir, "pki", "root.pem"))
	if err != nil {
		t.Fatal(err)
	}
	key, err := o.IssuePerson("赵样例", "P-2", now())
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(key.Chain[0])
	if err != nil {
		t.Fatal(err)
	}
	if !key.Until.Equal(leaf.NotAfter) || leaf.NotAfter.After(now().AddDate(0, 0, 7)) {
		t.Errorf("good until %s, said to be until %s", leaf.NotAfter, key.Until)
	}
	report, err := check.Verify(revisions[len(revisions)-1], check.Options{Roots: roots, At: leaf.NotAfter.AddDate(0, 2, 0)})
	if err != nil || report.Verdict != "valid" || len(report.Signatures) != len(domain.Acts()) {
		t.Errorf("%+v, %v", report, err)
	}
}
