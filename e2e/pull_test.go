package e2e

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/sandbox"
	"campus.example/sealdesk/sandbox/cast"
)

// S35, S36: beside getting the final pushed, the procurement system can come and fetch it itself; it is the same.
func TestS35ProcurementFetchesTheFinal(t *testing.T) {
	dir, _ := day(t, 1)
	address := freeAddress(t)
	p := newProgram(t, "SEALDESK_DIR="+dir, "SEALDESK_PORTAL_LISTEN="+address)
	office := p.start("serve")
	t.Cleanup(func() { stop(t, office) })
	until(t, "the office", 20*time.Second, func() bool { return healthy(address) })
	town, err := sandbox.Start(context.Background(), sandbox.Options{State: filepath.Join(dir, "sandbox")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := town.Close(); err != nil {
			t.Error(err)
		}
	})
	page := town.Addresses().Procurement + "/contracts/HT-2026-0001"
	resp, err := http.Post(page+"/pull", "application/x-www-form-urlencoded", strings.NewReader(""))
	if err != nil {
		t.Fatal(err)
	}
	if err := resp.Body.Close(); err != nil {
		t.Fatal(err)
	}
	if got := body(t, page); !strings.Contains(got, "合同盖章终稿") || !strings.Contains(got, "equal") && !strings.Contains(got, "一致") {
		t.Errorf("the fetched final is not the pushed one:\n%s", got)
	}
	if s := town.Stats().Procurement; s.ConflictingFinals != 0 || s.Finals != 1 {
		t.Errorf("%+v", s)
	}
}

// G16: the finals of the contracts, of the archive and of the procurement system are compared by command too; a final
// that is gone from the archive is named.
func TestG16Reconcile(t *testing.T) {
	dir, _ := day(t, 1)
	p := newProgram(t, "SEALDESK_DIR="+dir)
	if bad := p.refused(3, "reconcile"); !strings.Contains(bad, "Procurement system") {
		t.Errorf("without the procurement system: %s", bad)
	}
	town, err := sandbox.Start(context.Background(), sandbox.Options{State: filepath.Join(dir, "sandbox")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := town.Close(); err != nil {
			t.Error(err)
		}
	})
	var r struct {
		Compared    int
		Differences []struct{ No, Code string }
	}
	if p.into(&r, "reconcile", "--json"); r.Compared != 1 || len(r.Differences) != 0 {
		t.Errorf("%+v", r)
	}
	var c struct {
		Current string `json:"current_sha256"`
	}
	p.into(&c, "contract", "HT-2026-0001", "--json")
	found := false
	err = filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() && e.Name() == c.Current {
			found = true
			err = os.Remove(path)
		}
		return err
	})
	if err != nil || !found {
		t.Fatal(found, err)
	}
	if out, _, code := p.run("reconcile"); code != 1 || !strings.Contains(out, "HT-2026-0001") || !strings.Contains(out, "归档不符") {
		t.Errorf("exit %d: %s", code, out)
	}
	if !strings.Contains(p.must("contracts"), "归档不符") {
		t.Error("the contract does not say so")
	}
}

// Nobody signs for the people: while the signers' pages are stopped, no contract gets past Party B's signature, though
// the office does all its own work.
func TestWithoutThePagesNothingIsSigned(t *testing.T) {
	const contracts = 3
	state, dir := filepath.Join(t.TempDir(), "town"), filepath.Join(t.TempDir(), "office")
	// The pages listen where the town does not look: its people knock at a closed door.
	p := newProgram(t, "SEALDESK_DIR="+dir, "SEALDESK_PORTAL_LISTEN="+freeAddress(t), "SEALDESK_PROCUREMENT_PUSH=auto",
		"SEALDESK_PROCUREMENT_POLL=100ms")
	town := p.start("sandbox", "--state", state, "--people", "--contracts", "3")
	t.Cleanup(func() { stop(t, town) })
	var at sandbox.Addresses
	until(t, "the town", 30*time.Second, func() bool {
		var err error
		at, _, err = sandbox.Look(state)
		return err == nil && statsOf(t, at) != nil
	})
	p.must("init", "--name", cast.University, "--pin-file", write(t, "pin", "123456\n"), "--phone", cast.Duty().Phone, "--sandbox", state)
	office := p.start("serve")
	t.Cleanup(func() { stop(t, office) })
	until(t, "the office's address", 20*time.Second, func() bool { return exists(filepath.Join(state, "office.url")) })
	if err := sandbox.WriteOffice(state, "http://"+freeAddress(t)); err != nil {
		t.Fatal(err)
	}
	stages := func() map[string]int {
		var list []struct{ Stage string }
		p.into(&list, "contracts", "--json")
		n := map[string]int{}
		for _, c := range list {
			n[c.Stage]++
		}
		return n
	}
	until(t, "the push", 30*time.Second, func() bool { return stages()["b_signing"] == contracts })
	until(t, "the messages", 30*time.Second, func() bool { return statsOf(t, at).SMS.Sent >= contracts })
	end := time.Now().Add(3 * time.Second)
	for time.Now().Before(end) {
		if n := stages(); n["b_signing"] != contracts {
			t.Fatalf("a contract moved without its signer: %v", n)
		}
		time.Sleep(100 * time.Millisecond)
	}
}
