package pades

import (
	"bytes"

	"campus.example/sealdesk/pdf/read"
)

// The bits of Ff of a wish for certificates (ISO 32000-2, table 238). Where to get one (URL) binds nobody who has one.
const (
	certSubject = 1 << 0
	certIssuer  = 1 << 1
	certURL     = 1 << 6
)

func (w wishes) certificate() (bool, error) {
	cert, err := w.doc.Dict(w.dict["Cert"])
	if err != nil {
		return false, err
	}
	bits, _, err := w.doc.Int(cert["Ff"])
	if err != nil || bits&^(certSubject|certIssuer|certURL) != 0 {
		return false, err
	}
	if bits&certSubject != 0 {
		if ok, err := w.among(cert["Subject"], w.r.Chain[:1]); err != nil || !ok {
			return false, err
		}
	}
	if bits&certIssuer != 0 {
		return w.among(cert["Issuer"], w.r.Chain[1:])
	}
	return true, nil
}

// among tells whether one of our certificates is in a list of the field.
func (w wishes) among(list read.Object, have [][]byte) (bool, error) {
	all, err := w.doc.Array(list)
	if err != nil {
		return false, err
	}
	for _, o := range all {
		der, err := w.doc.Text(o)
		if err != nil {
			return false, err
		}
		for _, h := range have {
			if bytes.Equal([]byte(der), h) {
				return true, nil
			}
		}
	}
	return false, nil
}
