// Package unipdf is the place of UniPDF, a licensed engine for offices that have to use it. It says what that engine
// can do and refuses the rest before anything is written.
//
// The library itself is not linked into this build: see Built. Without a licence it would refuse to write and print so
// to standard output, so it is never called without one, and no licence is made up for a test. What is said of it here
// was read from its exported functions (github.com/unidoc/unipdf/v3 v3.69.0, model/sighandler) and was not run.
package unipdf

import (
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"fmt"

	"sealdesk/domain"
)

// Built tells whether the library is part of this program.
const Built = false

// Capability is one thing an engine is asked for, and whether UniPDF does it.
type Capability struct {
	Name string
	Can  bool
	Why  string
}

// Capabilities is the whole table.
func Capabilities() []Capability {
	return []Capability{
		{"PAdES B-B with an RSA key", true, "NewEtsiPAdESLevelB takes *rsa.PrivateKey"},
		{"PAdES B-T with an RSA key", true, "NewEtsiPAdESLevelT; the library asks the authority itself"},
		{"elliptic curves (P-256, P-384)", false, "every PAdES constructor takes *rsa.PrivateKey"},
		{"keys in a device", false, "only NewAdobeX509RSASHA1Custom takes a function that signs, which is no PAdES"},
		{"acts in recorded steps", false, "the PAdES handlers sign, fetch the token and write in one go: none can be taken up after a crash"},
		{"a token checked before it is used", false, "the library fetches it while it writes"},
		{"a seal across the pages", false, "nothing like it is exported"},
	}
}

// Engine is UniPDF as an office chose it.
type Engine struct {
	Licence string // empty when none is configured
}

// Usable tells why the engine may not be used, as the doctor shows it. Error: CodeUniPDFLicence, CodeUniPDFCannot.
func (e Engine) Usable() error {
	switch {
	case e.Licence == "":
		return domain.Fail(domain.CodeUniPDFLicence, "none")
	case !Built:
		return domain.Fail(domain.CodeUniPDFCannot, "not in this build").Because(errors.New("the library is not linked into this program"))
	}
	return nil
}

// Refuse is asked before an act. Chain is that of the key that would sign, leaf first; it is empty before the key is
// known. Errors: those of Usable, CodeUniPDFCannot for a key the engine cannot use.
func (e Engine) Refuse(chain [][]byte) error {
	if err := e.Usable(); err != nil {
		return err
	}
	if len(chain) == 0 {
		return nil
	}
	leaf, err := x509.ParseCertificate(chain[0])
	if err != nil {
		return domain.Fail(domain.CodeCertificate, "DER").Because(err)
	}
	if _, ok := leaf.PublicKey.(*rsa.PublicKey); !ok {
		return domain.Fail(domain.CodeUniPDFCannot, leaf.PublicKeyAlgorithm.String()).Because(fmt.Errorf("a key of type %T", leaf.PublicKey))
	}
	return domain.Fail(domain.CodeUniPDFCannot, "recorded steps")
}
