package pades

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	_ "crypto/sha1"   // older authorities name their certificate by it (RFC 2634); nothing else uses it
	_ "crypto/sha512" // tokens may use SHA-384 and SHA-512
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"math/big"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"
)

// token is a TimeStampToken, read (RFC 3161, 2.4.2).
type token struct {
	content      []byte // TSTInfo, DER
	imprintHash  crypto.Hash
	imprint      []byte
	time         time.Time
	nonce        *big.Int
	certificates []*x509.Certificate
	signer       *x509.Certificate
	digest       crypto.Hash
	algorithm    string
	attributes   []byte // DER, as a SET
	signature    []byte
}

func context(n uint8) tag.Tag { return tag.Tag(n).Constructed().ContextSpecific() }

var errToken = errors.New("the token cannot be read")

// parseToken reads the ContentInfo of a token; everything in it must be DER, with one signer.
func parseToken(der []byte) (*token, error) {
	t := &token{}
	in := cryptobyte.String(der)
	var info, wrapped, data, skip, encap, octets, certs, signers cryptobyte.String
	var id asn1.ObjectIdentifier
	var version int
	var has, hasCerts bool
	ok := in.ReadASN1(&info, tag.SEQUENCE) && in.Empty() && info.ReadASN1ObjectIdentifier(&id) && id.Equal(oidSignedData()) &&
		info.ReadASN1(&wrapped, context(0)) && wrapped.ReadASN1(&data, tag.SEQUENCE) &&
		data.ReadASN1Integer(&version) && data.ReadASN1(&skip, tag.SET) &&
		data.ReadASN1(&encap, tag.SEQUENCE) && encap.ReadASN1ObjectIdentifier(&id) &&
		id.String() == "1.2.840.113549.1.9.16.1.4" && encap.ReadOptionalASN1(&octets, &has, context(0)) && has &&
		data.ReadOptionalASN1(&certs, &hasCerts, context(0)) && data.SkipOptionalASN1(context(1)) &&
		data.ReadASN1(&signers, tag.SET) && data.Empty()
	var content cryptobyte.String
	if !ok || !octets.ReadASN1(&content, tag.OCTET_STRING) {
		return nil, errToken
	}
	t.content = content
	for !certs.Empty() {
		var one cryptobyte.String
		var kind tag.Tag
		if !certs.ReadAnyASN1Element(&one, &kind) {
			return nil, errToken
		}
		if kind != tag.SEQUENCE {
			continue // attribute certificates and the like
		}
		c, err := x509.ParseCertificate(one)
		if err != nil {
			return nil, err
		}
		t.certificates = append(t.certificates, c)
	}
	if err := t.parseInfo(content); err != nil {
		return nil, err
	}
	var signer cryptobyte.String
	if !signers.ReadASN1(&signer, tag.SEQUENCE) || !signers.Empty() {
		return nil, errors.New("the token has not exactly one signer")
	}
	return t, t.parseSigner(signer)
}

// parseInfo reads TSTInfo.
func (t *token) parseInfo(content cryptobyte.String) error {
	var info, imprint, alg cryptobyte.String
	var version int
	var policy, id asn1.ObjectIdentifier
	var hashed []byte
	var serial big.Int
	ok := content.ReadASN1(&info, tag.SEQUENCE) && content.Empty() && info.ReadASN1Integer(&version) && version == 1 &&
		info.ReadASN1ObjectIdentifier(&policy) && info.ReadASN1(&imprint, tag.SEQUENCE) &&
		imprint.ReadASN1(&alg, tag.SEQUENCE) && alg.ReadASN1ObjectIdentifier(&id) &&
		imprint.ReadASN1Bytes(&hashed, tag.OCTET_STRING) && imprint.Empty() && info.ReadASN1Integer(&serial)
	if !ok {
		return errToken
	}
	var stamp cryptobyte.String
	if !info.ReadASN1(&stamp, tag.GeneralizedTime) {
		return errToken
	}
	var err error
	// Fractions of a second are allowed (2.4.2), which asn1 does not read.
	if t.time, err = time.Parse("20060102150405.999999999Z", string(stamp)); err != nil {
		return errToken
	}
	hash, known := hashOf(id.String())
	if !known || len(hashed) != hash.Size() {
		return errors.New("the token uses another hash")
	}
	t.imprintHash, t.imprint = hash, hashed
	info.SkipOptionalASN1(tag.SEQUENCE) // accuracy
	info.SkipOptionalASN1(tag.BOOLEAN)  // ordering
	if info.PeekASN1Tag(tag.INTEGER) {
		t.nonce = new(big.Int)
		if !info.ReadASN1Integer(t.nonce) {
			return errToken
		}
	}
	return nil
}

// parseSigner reads SignerInfo (RFC 5652, 5.3) and finds its certificate.
func (t *token) parseSigner(in cryptobyte.String) error {
	var version int
	var alg, attributes cryptobyte.String
	var id asn1.ObjectIdentifier
	if !in.ReadASN1Integer(&version) {
		return errToken
	}
	switch version {
	case 1:
		var sid, issuer cryptobyte.String
		serial := new(big.Int)
		if !in.ReadASN1(&sid, tag.SEQUENCE) || !sid.ReadASN1Element(&issuer, tag.SEQUENCE) || !sid.ReadASN1Integer(serial) {
			return errToken
		}
		for _, c := range t.certificates {
			if bytes.Equal(c.RawIssuer, issuer) && c.SerialNumber.Cmp(serial) == 0 {
				t.signer = c
			}
		}
	case 3:
		var key cryptobyte.String
		if !in.ReadASN1(&key, tag.Tag(0).ContextSpecific()) {
			return errToken
		}
		for _, c := range t.certificates {
			if bytes.Equal(c.SubjectKeyId, key) {
				t.signer = c
			}
		}
	}
	if t.signer == nil {
		return errors.New("the authority's certificate is not in the token")
	}
	if !in.ReadASN1(&alg, tag.SEQUENCE) || !alg.ReadASN1ObjectIdentifier(&id) || !in.ReadASN1Element(&attributes, context(0)) {
		return errToken
	}
	var known bool
	if t.digest, known = hashOf(id.String()); !known {
		return errors.New("the token is signed over another hash")
	}
	t.attributes = retag(attributes, 0x31)
	if !in.ReadASN1(&alg, tag.SEQUENCE) || !alg.ReadASN1ObjectIdentifier(&id) || !in.ReadASN1Bytes(&t.signature, tag.OCTET_STRING) {
		return errToken
	}
	t.algorithm = id.String()
	return nil
}

// signed checks the signature of the token: its attributes name its content and its certificate, and the
// certificate's key signed the attributes (RFC 5652, 5.4 and 5.6; RFC 3161, 2.4.2).
func (t *token) signed() error {
	values := map[string][]byte{}
	in := cryptobyte.String(t.attributes)
	var set cryptobyte.String
	if !in.ReadASN1(&set, tag.SET) {
		return errToken
	}
	for !set.Empty() {
		var one, value cryptobyte.String
		var id asn1.ObjectIdentifier
		if !set.ReadASN1(&one, tag.SEQUENCE) || !one.ReadASN1ObjectIdentifier(&id) || !one.ReadASN1(&value, tag.SET) {
			return errToken
		}
		if _, twice := values[id.String()]; twice {
			return errors.New("an attribute of the token stands twice")
		}
		values[id.String()] = value
	}
	kind := cryptobyte.String(values[oidContentType().String()])
	var id asn1.ObjectIdentifier
	if !kind.ReadASN1ObjectIdentifier(&id) || id.String() != "1.2.840.113549.1.9.16.1.4" {
		return errors.New("the token's content type")
	}
	digest := cryptobyte.String(values[oidDigest().String()])
	var want []byte
	h := t.digest.New()
	h.Write(t.content)
	if !digest.ReadASN1Bytes(&want, tag.OCTET_STRING) || !bytes.Equal(want, h.Sum(nil)) {
		return errors.New("the token's content was changed")
	}
	if err := t.names(values); err != nil {
		return err
	}
	h = t.digest.New()
	h.Write(t.attributes)
	ok := false
	switch key := t.signer.PublicKey.(type) {
	case *rsa.PublicKey:
		ok = rsa.VerifyPKCS1v15(key, t.digest, h.Sum(nil), t.signature) == nil ||
			t.algorithm == "1.2.840.113549.1.1.10" && rsa.VerifyPSS(key, t.digest, h.Sum(nil), t.signature, nil) == nil
	case *ecdsa.PublicKey:
		ok = ecdsa.VerifyASN1(key, h.Sum(nil), t.signature)
	}
	if !ok {
		return errors.New("the token's signature is wrong")
	}
	return nil
}

// names checks that the token's attributes name the certificate it is verified with (RFC 2634, RFC 5035).
func (t *token) names(values map[string][]byte) error {
	hash, value := crypto.SHA1, cryptobyte.String(values[oidCertificateV1().String()])
	if v2, ok := values[oidCertificateV2().String()]; ok {
		hash, value = crypto.SHA256, cryptobyte.String(v2)
	}
	var outer, list, first cryptobyte.String
	if !value.ReadASN1(&outer, tag.SEQUENCE) || !outer.ReadASN1(&list, tag.SEQUENCE) || !list.ReadASN1(&first, tag.SEQUENCE) {
		return errors.New("the token names no certificate")
	}
	if hash == crypto.SHA256 && first.PeekASN1Tag(tag.SEQUENCE) {
		var alg cryptobyte.String
		var id asn1.ObjectIdentifier
		var known bool
		if !first.ReadASN1(&alg, tag.SEQUENCE) || !alg.ReadASN1ObjectIdentifier(&id) {
			return errToken
		}
		if hash, known = hashOf(id.String()); !known {
			return errToken
		}
	}
	var got []byte
	h := hash.New()
	h.Write(t.signer.Raw)
	if !first.ReadASN1Bytes(&got, tag.OCTET_STRING) || !bytes.Equal(got, h.Sum(nil)) {
		return errors.New("the token names another certificate")
	}
	return nil
}
