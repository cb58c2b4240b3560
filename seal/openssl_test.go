package seal_test

import (
	"bytes"
	"encoding/asn1"
	"encoding/hex"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/digitorus/pkcs7"
)

var signatureEntry = regexp.MustCompile(`/ByteRange \[0 (\d+) (\d+) (\d+) *\] /Contents <([0-9a-f]+)>`)

// OpenSSL, given what docs/sealing.md says to cut out, verifies each signature of a finished contract and its token.
func TestOpenSSLVerifiesAFinishedContract(t *testing.T) {
	o := newOffice(t)
	revisions := o.sealed(t, contract(t, habits()[3]), 3)
	pdf, dir, roots := revisions[len(revisions)-1], t.TempDir(), filepath.Join(o.dir, "pki", "root.pem")
	const at = "1772424000"
	run := func(args ...string) {
		t.Helper()
		if out, err := exec.CommandContext(t.Context(), program(t, "openssl"), args...).CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
	found := signatureEntry.FindAllSubmatch(pdf, -1)
	if len(found) != 4 {
		t.Fatalf("%d signatures", len(found))
	}
	for i, m := range found {
		var r [3]int
		for k := range r {
			n, err := strconv.Atoi(string(m[k+1]))
			if err != nil {
				t.Fatal(err)
			}
			r[k] = n
		}
		hole, err := hex.DecodeString(string(m[4]))
		if err != nil {
			t.Fatal(err)
		}
		var whole asn1.RawValue
		rest, err := asn1.Unmarshal(hole, &whole)
		if err != nil || len(bytes.Trim(rest, "\x00")) != 0 {
			t.Fatal("not one structure and zeros", err)
		}
		cms := save(t, dir, fmt.Sprintf("%d.der", i), whole.FullBytes)
		covered := save(t, dir, fmt.Sprintf("%d.bin", i), append(bytes.Clone(pdf[:r[0]]), pdf[r[1]:r[1]+r[2]]...))
		run("cms", "-verify", "-inform", "DER", "-in", cms, "-content", covered, "-binary", "-CAfile", roots, "-purpose", "any", "-attime", at, "-out", "/dev/null")

		data, err := pkcs7.Parse(whole.FullBytes)
		if err != nil || len(data.Signers) != 1 || len(data.Signers[0].UnauthenticatedAttributes) != 1 {
			t.Fatal(err)
		}
		signer := data.Signers[0]
		token := save(t, dir, fmt.Sprintf("%d.tst", i), signer.UnauthenticatedAttributes[0].Value.Bytes)
		value := save(t, dir, fmt.Sprintf("%d.sig", i), signer.EncryptedDigest)
		run("ts", "-verify", "-token_in", "-in", token, "-data", value, "-CAfile", roots, "-attime", at)
	}
}
