package sandbox_test

import (
	"encoding/json"
	"encoding/pem"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"campus.example/sealdesk/sandbox"
	"campus.example/sealdesk/sandbox/samples"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func start(t *testing.T, opt sandbox.Options) *sandbox.Sandbox {
	t.Helper()
	s, err := sandbox.Start(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func get(t *testing.T, url string) string {
	t.Helper()
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: 10 * time.Second}
	resp, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if err := resp.Body.Close(); err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Errorf("%s: %s", url, resp.Status)
	}
	return string(body)
}

// goleak, in TestMain, sees to it that nobody stays behind.
func TestTownStartsAndClosesWithoutALeftover(t *testing.T) {
	state := t.TempDir()
	s := start(t, sandbox.Options{State: state, People: true})
	index := get(t, s.Addresses().Index)
	for _, part := range []string{s.Addresses().Procurement, s.Addresses().SMS + "/phones/15400000011", "尚未启动", "Anna Beispiel"} {
		if !strings.Contains(index, part) {
			t.Errorf("the index page lacks %s", part)
		}
	}
	if !strings.Contains(get(t, s.Addresses().Procurement), "还没有合同") || !strings.Contains(get(t, s.Addresses().SMS), "还没有短信") {
		t.Error("a stand-in does not show its page")
	}
	root, err := os.ReadFile(filepath.Join(state, "tsa", "root.pem"))
	if block, _ := pem.Decode(root); err != nil || block == nil || get(t, s.Addresses().TSA+"/root.pem") != string(root) {
		t.Errorf("trust anchor: %v", err)
	}
}

func TestRestartKeepsPortsKeysAndMemory(t *testing.T) {
	state := t.TempDir()
	contract, err := samples.Good(1)
	if err != nil {
		t.Fatal(err)
	}
	first := start(t, sandbox.Options{State: state})
	if err := first.Offer(t.Context(), contract); err != nil {
		t.Fatal(err)
	}
	addresses, keys, err := sandbox.Look(state)
	if err != nil || first.Addresses() != addresses {
		t.Fatalf("%+v, %v", addresses, err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	second := start(t, sandbox.Options{State: state, People: true})
	if second.Addresses() != addresses {
		t.Errorf("%+v, was %+v", second.Addresses(), addresses)
	}
	lookedAt, lookedKeys, err := sandbox.Look(state)
	if err != nil || lookedAt != addresses || lookedKeys != keys {
		t.Errorf("%+v, %v", lookedAt, err)
	}
	if err := second.Offer(t.Context(), contract); err != nil {
		t.Errorf("offering again what is there: %v", err)
	}
	var stats sandbox.Stats
	if err := json.Unmarshal([]byte(get(t, addresses.Index+"/stats")), &stats); err != nil {
		t.Fatal(err)
	}
	if p := stats.Procurement; p.Offered != 1 || p.Approved != 1 || p.Unanswered != 1 {
		t.Errorf("%+v", p)
	}
	page := get(t, addresses.Procurement+"/contracts/"+contract.No)
	for _, part := range []string{contract.Title, contract.Approver, contract.PartyB.CreditCode, "合同双方签署", "审批完成"} {
		if !strings.Contains(page, part) {
			t.Errorf("the contract's page lacks %s", part)
		}
	}
}

func TestOneFolderHasOneTown(t *testing.T) {
	state := t.TempDir()
	start(t, sandbox.Options{State: state})
	if s, err := sandbox.Start(t.Context(), sandbox.Options{State: state}); err == nil {
		t.Error("a second town opened the folder", s.Close())
	}
}

func TestTownIsOnLoopbackOnly(t *testing.T) {
	if s, err := sandbox.Start(t.Context(), sandbox.Options{State: t.TempDir(), Listen: "0.0.0.0:0"}); err == nil {
		t.Error("everybody could read the codes", s.Close())
	}
}

func TestWrongContractsAreOfferedToo(t *testing.T) {
	s := start(t, sandbox.Options{State: t.TempDir()})
	list, err := samples.Wrong()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Offer(t.Context(), list...); err != nil {
		t.Fatal(err)
	}
	if got := s.Stats().Procurement; got.Approved != len(list) {
		t.Errorf("%+v", got)
	}
}

func TestOfficeMayMove(t *testing.T) {
	state := t.TempDir()
	var seconds atomic.Int64
	s := start(t, sandbox.Options{State: state, Clock: func() time.Time { return time.Unix(1772424000+seconds.Add(1), 0) }})
	for _, url := range []string{"http://127.0.0.1:7001", "http://127.0.0.1:7002/"} {
		if err := sandbox.WriteOffice(state, url); err != nil {
			t.Fatal(err)
		}
		if page := get(t, s.Addresses().Index); !strings.Contains(page, strings.TrimRight(url, "/")+"\"") {
			t.Errorf("the town does not know %s", url)
		}
	}
}
