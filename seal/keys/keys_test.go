package keys_test

import (
	"crypto/rand"
	"crypto/x509"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/keys"
)

func newOffice(t *testing.T) (dir, sealKey string, now time.Time) {
	t.Helper()
	dir = t.TempDir()
	sealKey, now = filepath.Join(dir, "seal.p12"), time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	err := keys.Init(keys.InitOptions{
		Dir: dir, Name: "测试大学", SealName: "测试大学 合同专用章", SealKey: sealKey, PIN: []byte("123456"), Now: now, Random: rand.Reader,
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir, sealKey, now
}

// G25: a signer's certificate names him and an opaque id, leads to the root that is handed out, says that no licensed
// authority made it, and holds no number of a document.
func TestG25CertificateNamesTheHolder(t *testing.T) {
	dir, _, now := newOffice(t)
	a, err := keys.Load(dir, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	k, err := a.Person("赵样例", "P-opaque", now)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(k.Chain[0])
	if err != nil {
		t.Fatal(err)
	}
	if leaf.Subject.CommonName != "赵样例" || leaf.Subject.SerialNumber != "P-opaque" {
		t.Error(leaf.Subject)
	}
	if !strings.Contains(leaf.Subject.String(), "not from a licensed CA") || !strings.Contains(leaf.Issuer.String(), "not from a licensed CA") {
		t.Error("nobody is told that the authority is not a licensed one")
	}
	roots, between := x509.NewCertPool(), x509.NewCertPool()
	anchors, err := keys.ReadPEM(filepath.Join(dir, "root.pem"))
	if err != nil {
		t.Fatal(err)
	}
	roots.AddCert(anchors[0])
	for _, der := range k.Chain[1:] {
		c, err := x509.ParseCertificate(der)
		if err != nil {
			t.Fatal(err)
		}
		between.AddCert(c)
	}
	_, err = leaf.Verify(x509.VerifyOptions{Roots: roots, Intermediates: between, CurrentTime: now, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}})
	if err != nil {
		t.Error(err)
	}
}

func TestSealKeyOpensByItsPINAlone(t *testing.T) {
	dir, sealKey, now := newOffice(t)
	if _, err := keys.Open(sealKey, []byte("654321")); domain.CodeOf(err) != domain.CodePINWrong {
		t.Errorf("a wrong PIN: %v", err)
	}
	if _, err := keys.Open(filepath.Join(dir, "none.p12"), []byte("123456")); domain.CodeOf(err) != domain.CodeSealKeyMissing {
		t.Errorf("no file: %v", err)
	}
	k, err := keys.Open(sealKey, []byte("123456"))
	if err != nil {
		t.Fatal(err)
	}
	chain, err := keys.SealChain(dir)
	if err != nil || !chain[0].Equal(k.Chain[0]) {
		t.Errorf("the certificates that are readable without the PIN are others: %v", err)
	}
	if err := keys.Usable(chain[0], now); err != nil {
		t.Error(err)
	}
	for name, at := range map[string]time.Time{"too early": now.AddDate(0, 0, -1), "too late": now.AddDate(4, 0, 0)} {
		if err := keys.Usable(chain[0], at); domain.CodeOf(err) != domain.CodeCertificate {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPrivateKeysAreTheOwnersAlone(t *testing.T) {
	dir, sealKey, _ := newOffice(t)
	for _, path := range []string{filepath.Join(dir, "authority.key"), sealKey} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v %v", path, info.Mode(), err)
		}
	}
}
