package portal_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"testing"

	"campus.example/sealdesk/sandbox/cast"

	"campus.example/sealdesk/domain"
)

// TestTheHashShownIsOfTheFileThatIsSigned: the page names the very file it offers, and that one is signed; afterwards
// it names the signed one.
func TestTheHashShownIsOfTheFileThatIsSigned(t *testing.T) {
	h := newHouse(t)
	h.offer("HT-1", cast.Companies()[1])
	p := h.reader(cast.Companies()[1])
	shown := func() string {
		t.Helper()
		node := p.get("/c/HT-1").page.find("p", "class", "sha")
		if node == nil {
			t.Fatalf("no hash on the page:\n%s", p.page.body)
		}
		named := attribute(node, "data-sha")
		sum := sha256.Sum256([]byte(p.get("/c/HT-1/document").page.body))
		if file := hex.EncodeToString(sum[:]); file != named {
			t.Errorf("the page names %s, the file is %s", named, file)
		}
		p.get("/c/HT-1")
		return named
	}
	before := shown()
	p.sign().wants(http.StatusOK, "running")
	h.work()
	after := shown()
	d, err := h.office.Contract(t.Context(), domain.Claimed("li"), "HT-1")
	h.must(err)
	if op := d.Ops[0]; op.InputSHA != before || op.OutputSHA != after || before == after {
		t.Errorf("shown %s, signed %s; then shown %s, made %s", before, op.InputSHA, after, op.OutputSHA)
	}
}
