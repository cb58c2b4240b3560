package pades_test

import (
	"bytes"
	"crypto"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/asn1"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
)

// OpenSSL verifies the CMS of every kind of key over the bytes the range names.
func TestOpenSSLVerifiesEveryKindOfKey(t *testing.T) {
	openssl := program(t, "openssl")
	e := engine(t)
	root := issue(t, nil, "Root", ec(t, elliptic.P256()), nil)
	for name, key := range map[string]crypto.Signer{
		"RSA 2048": rsaKey(t, 2048), "RSA 3072": rsaKey(t, 3072), "RSA 4096": rsaKey(t, 4096),
		"P-256": ec(t, elliptic.P256()), "P-384": ec(t, elliptic.P384()), "P-521": ec(t, elliptic.P521()),
	} {
		t.Run(name, func(t *testing.T) {
			leaf := issue(t, root, "测试大学", key, nil)
			prepared, err := e.Begin(request(t, leaf, root))
			if err != nil {
				t.Fatal(err)
			}
			signature, err := e.Sign(leaf.key, prepared.Pending)
			if err != nil {
				t.Fatal(err)
			}
			again, err := e.Sign(leaf.key, prepared.Pending)
			if err != nil || !bytes.Equal(signature, again) {
				t.Error("signing again gave another signature", err)
			}
			out, err := e.Finish(prepared.PDF, prepared.Pending, signature, nil)
			if err != nil {
				t.Fatal(err)
			}
			cms, signed := taken(t, out, prepared.Pending)
			dir := t.TempDir()
			text, err := exec.CommandContext(t.Context(), openssl, "cms", "-verify", "-binary", "-inform", "DER",
				"-in", save(t, dir, "sig.der", cms), "-content", save(t, dir, "content", signed), "-out", "/dev/null",
				"-CAfile", save(t, dir, "root.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: root.cert.Raw})),
				"-purpose", "any", "-attime", "1772424000").CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			attributesOf(t, save(t, dir, "again.der", cms), name)
		})
	}
}

// attributesOf lets OpenSSL print a signature: it has what PAdES wants signed and nothing else (EN 319 142-1, table 1).
func attributesOf(t *testing.T, path, key string) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), program(t, "openssl"), "cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text := string(out)
	signer := text[strings.Index(text, "signerInfos:"):]
	for _, want := range []string{"object: contentType", "object: messageDigest", "object: id-smime-aa-signingCertificateV2", "algorithm: sha256"} {
		if strings.Count(signer, want) != 1 {
			t.Errorf("%d of %q", strings.Count(signer, want), want)
		}
	}
	if strings.Count(signer, "object: ") != 3 || strings.Contains(signer, "signingTime") || !strings.Contains(signer, "version: 1") {
		t.Error("other attributes:\n" + signer)
	}
	if ec := strings.HasPrefix(key, "P-"); ec != strings.Contains(signer, "algorithm: ecdsa-with-SHA256") || ec == strings.Contains(signer, "algorithm: rsaEncryption") {
		t.Error("signature algorithm:\n" + signer)
	}
}

// device is a key behind a driver, of which nothing is known but that it signs.
type device struct {
	public crypto.PublicKey
	sign   func(digest []byte) ([]byte, error)
}

func (d device) Public() crypto.PublicKey { return d.public }

func (d device) Sign(_ io.Reader, digest []byte, _ crypto.SignerOpts) ([]byte, error) {
	return d.sign(digest)
}

// Any device can sign. One that signs wrongly, or not at all, is found out before anything is written.
func TestDevicesSignAndWrongOnesAreFound(t *testing.T) {
	e := engine(t)
	root := issue(t, nil, "Root", ec(t, elliptic.P256()), nil)
	for _, key := range []crypto.Signer{ec(t, elliptic.P256()), rsaKey(t, 2048)} {
		leaf := issue(t, root, "测试大学", key, nil)
		prepared, err := e.Begin(request(t, leaf, root))
		if err != nil {
			t.Fatal(err)
		}
		real := func(digest []byte) ([]byte, error) { return key.Sign(rand.Reader, digest, crypto.SHA256) }
		for name, c := range map[string]struct {
			sign func([]byte) ([]byte, error)
			want domain.Code
		}{
			"right":          {real, ""},
			"another digest": {func(digest []byte) ([]byte, error) { return real(bytes.Repeat([]byte{1}, len(digest))) }, pades.CodeSignature},
			"a bit turned":   {func(digest []byte) ([]byte, error) { s, err := real(digest); s[len(s)/2] ^= 4; return s, err }, pades.CodeSignature},
			"nothing":        {func([]byte) ([]byte, error) { return nil, nil }, pades.CodeSignature},
			"taken away":     {func([]byte) ([]byte, error) { return nil, errors.New("no device") }, domain.CodeInternal},
		} {
			signature, err := e.Sign(device{key.Public(), c.sign}, prepared.Pending)
			if domain.CodeOf(err) != c.want || (err == nil) != (signature != nil) {
				t.Errorf("%T, %s: %v, want %q", key, name, err, c.want)
			}
		}
	}
}

// taken gives the CMS of a document and what it signs.
func taken(t *testing.T, pdf, pending []byte) (cms, signed []byte) {
	t.Helper()
	var p pades.Pending
	if err := json.Unmarshal(pending, &p); err != nil {
		t.Fatal(err)
	}
	hole, err := hex.DecodeString(string(pdf[p.Open+1 : p.Shut-1]))
	if err != nil {
		t.Fatal(err)
	}
	var whole asn1.RawValue
	rest, err := asn1.Unmarshal(hole, &whole)
	if err != nil {
		t.Fatal(err)
	}
	if len(bytes.Trim(rest, "\x00")) != 0 {
		t.Error("the rest of the hole is not zero")
	}
	return whole.FullBytes, append(bytes.Clone(pdf[:p.Open]), pdf[p.Shut:]...)
}

func TestUnusableCertificatesAreRefusedBeforeAnythingIsWritten(t *testing.T) {
	e := engine(t)
	root := issue(t, nil, "Root", ec(t, elliptic.P256()), nil)
	for name, leaf := range map[string]*who{
		"expired":         issue(t, root, "a", ec(t, elliptic.P256()), func(c *x509.Certificate) { c.NotAfter = now().AddDate(0, 0, -1) }),
		"not valid yet":   issue(t, root, "a", ec(t, elliptic.P256()), func(c *x509.Certificate) { c.NotBefore = now().AddDate(0, 0, 1) }),
		"wrong usage":     issue(t, root, "a", ec(t, elliptic.P256()), func(c *x509.Certificate) { c.KeyUsage = x509.KeyUsageKeyEncipherment }),
		"for web servers": issue(t, root, "a", ec(t, elliptic.P256()), func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth} }),
		"RSA 1024":        issue(t, root, "a", smallKey(t), nil),
	} {
		prepared, err := e.Begin(request(t, leaf, root))
		if domain.CodeOf(err) != domain.CodeCertificate || prepared.PDF != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := e.Begin(request(t)); domain.CodeOf(err) != domain.CodeCertificate {
		t.Error("no certificate:", err)
	}
}

func TestKeyOfAnotherCertificateSignsNothing(t *testing.T) {
	e := engine(t)
	root := issue(t, nil, "Root", ec(t, elliptic.P256()), nil)
	leaf := issue(t, root, "测试大学", ec(t, elliptic.P256()), nil)
	prepared, err := e.Begin(request(t, leaf, root))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Sign(ec(t, elliptic.P256()), prepared.Pending); domain.CodeOf(err) != domain.CodeCertificate {
		t.Error(err)
	}
	for _, rubbish := range []string{"", "{}", `{"attributes":"MQA=","chain":["MAA="],"open":1,"shut":0,"size":0}`} {
		if _, err := e.Sign(leaf.key, []byte(rubbish)); err == nil {
			t.Errorf("%q was signed", rubbish)
		}
	}
}
