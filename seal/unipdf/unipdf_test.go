package unipdf_test

import (
	"testing"

	"sealdesk/domain"
	"sealdesk/seal/unipdf"
)

// Whatever is configured, an engine that is not there or not licensed never writes.
func TestNothingIsWrittenWithoutALicence(t *testing.T) {
	if err := (unipdf.Engine{}).Refuse(nil); domain.CodeOf(err) != domain.CodeUniPDFLicence {
		t.Error(err)
	}
	if err := (unipdf.Engine{Licence: "anything"}).Refuse(nil); !unipdf.Built && domain.CodeOf(err) != domain.CodeUniPDFCannot {
		t.Error(err)
	}
}

func TestCapabilitiesSayWhy(t *testing.T) {
	for _, c := range unipdf.Capabilities() {
		if c.Name == "" || c.Why == "" {
			t.Errorf("%+v", c)
		}
		t.Logf("%-40s %-5v %s", c.Name, c.Can, c.Why)
	}
}
