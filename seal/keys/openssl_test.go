package keys_test

import (
	"crypto/ecdsa"
	"crypto/rsa"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/keys"
)

// openssl runs that program in a folder.
func openssl(t *testing.T, dir string, args ...string) {
	t.Helper()
	path, err := exec.LookPath("openssl")
	if err != nil {
		if os.Getenv("SEALDESK_ALL") == "1" {
			t.Fatal("openssl is not here")
		}
		t.Skip("openssl is not here")
	}
	cmd := exec.CommandContext(t.Context(), path, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
}

// Files of keys as openssl writes them open, whatever the key, the encryption and the form, and not with another PIN.
func TestKeysOfOpenSSLOpen(t *testing.T) {
	const pin = "测试 PIN 1"
	for name, make := range map[string][]string{
		"RSA 2048": {"-newkey", "rsa:2048"}, "RSA 3072": {"-newkey", "rsa:3072"}, "RSA 4096": {"-newkey", "rsa:4096"},
		"P-256": {"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"}, "P-384": {"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			openssl(t, dir, append([]string{"req", "-x509", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "30", "-utf8", "-subj", "/CN=测试单位"}, make...)...)
			check := func(kind string, key keys.Key, err error) {
				t.Helper()
				if err != nil {
					t.Errorf("%s: %v", kind, err)
					return
				}
				if err := keys.Usable(key.Chain[0], time.Now()); err != nil || key.Chain[0].Subject.CommonName != "测试单位" {
					t.Errorf("%s: %v", kind, err)
				}
				bits := 0
				switch public := key.Signer.Public().(type) {
				case *rsa.PublicKey:
					bits = public.N.BitLen()
				case *ecdsa.PublicKey:
					bits = public.Curve.Params().BitSize
				}
				if want := name[len(name)-len(fmt.Sprint(bits)):]; want != fmt.Sprint(bits) {
					t.Errorf("%s: %d bits", kind, bits)
				}
			}
			for kind, how := range map[string][]string{
				"modern":                {},
				"legacy":                {"-legacy"},
				"3DES":                  {"-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"},
				"AES-256, many rounds":  {"-keypbe", "AES-256-CBC", "-certpbe", "AES-256-CBC", "-macalg", "sha512", "-iter", "20000"},
				"certificates in clear": {"-certpbe", "NONE"},
			} {
				openssl(t, dir, append([]string{"pkcs12", "-export", "-inkey", "key.pem", "-in", "cert.pem", "-out", "key.p12", "-passout", "pass:" + pin}, how...)...)
				key, err := keys.Open(filepath.Join(dir, "key.p12"), []byte(pin))
				check("PKCS #12, "+kind, key, err)
				if _, err := keys.Open(filepath.Join(dir, "key.p12"), []byte("other")); domain.CodeOf(err) != domain.CodePINWrong {
					t.Errorf("%s: a wrong PIN: %v", kind, err)
				}
			}
			openssl(t, dir, "pkey", "-in", "key.pem", "-traditional", "-out", "old.pem")
			for kind, file := range map[string]string{"PKCS #8": "key.pem", "as before it": "old.pem"} {
				key, err := openPEM(filepath.Join(dir, "cert.pem"), filepath.Join(dir, file))
				check("PEM, "+kind, key, err)
			}
			openssl(t, dir, "pkey", "-in", "key.pem", "-aes256", "-passout", "pass:x", "-out", "locked.pem")
			if _, err := openPEM(filepath.Join(dir, "cert.pem"), filepath.Join(dir, "locked.pem")); domain.CodeOf(err) != domain.CodeCertificate {
				t.Errorf("an encrypted PEM: %v", err)
			}
		})
	}
}

// openPEM reads a certificate file and its key, as seal-file does.
func openPEM(certificates, key string) (keys.Key, error) {
	chain, err := keys.ReadPEM(certificates)
	if err != nil {
		return keys.Key{}, err
	}
	b, err := os.ReadFile(key)
	if err != nil {
		return keys.Key{}, err
	}
	signer, err := keys.ParseKeyPEM(key, b)
	return keys.Key{Signer: signer, Chain: chain}, err
}
