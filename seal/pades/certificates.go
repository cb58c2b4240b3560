package pades

import (
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"errors"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/keys"
)

// certificates are a chain, leaf first.
type certificates []*x509.Certificate

// chain reads and judges the certificates: an unusable one is refused before anything is written.
func (e *Engine) chain(raw [][]byte) (certificates, error) {
	out, err := e.parse(raw)
	if err != nil {
		return nil, err
	}
	return out, keys.Usable(out[0], e.Now())
}

func (e *Engine) parse(raw [][]byte) (certificates, error) {
	var out certificates
	for _, der := range raw {
		c, err := e.memory.certificate(der)
		if err != nil {
			return nil, domain.Fail(domain.CodeCertificate, "DER").Because(err)
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil, domain.Fail(domain.CodeCertificate, "").Because(errors.New("no certificate"))
	}
	return out, nil
}

func (c certificates) raw() [][]byte {
	var out [][]byte
	for _, cert := range c {
		out = append(out, cert.Raw)
	}
	return out
}

// size is the most bytes the CMS signature takes without a token.
func (c certificates) size() int {
	n := 512 + len(c[0].RawIssuer) // attributes, algorithms and what holds them together
	for _, cert := range c {
		n += len(cert.Raw)
	}
	switch key := c[0].PublicKey.(type) {
	case *rsa.PublicKey:
		n += key.Size()
	case *ecdsa.PublicKey:
		n += 2*(key.Curve.Params().BitSize/8+3) + 8
	}
	return n
}

// room is how many bytes a hole must have. Only a signature that gets a token keeps room for one: what is not filled is
// hashed, written and kept all the same.
func (c certificates) room(stamped bool) int {
	if stamped {
		return c.size() + tokenRoom
	}
	return c.size()
}
