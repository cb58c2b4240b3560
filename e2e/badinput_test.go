package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campus.example/sealdesk/sandbox/cast"
	"campus.example/sealdesk/sandbox/samples"
)

// office makes a data folder without any provider.
func office(t *testing.T) (program, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "office")
	pin := filepath.Join(t.TempDir(), "pin")
	if err := os.WriteFile(pin, []byte("123456\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := newProgram(t, "SEALDESK_DIR="+dir)
	p.must("init", "--name", cast.University, "--pin-file", pin, "--phone", cast.Duty().Phone)
	return p, pin
}

func importArgs(file, no, amount string) []string {
	return []string{
		"--lang", "en", "import", file, "--no", no, "--title", "服务器采购合同", "--amount", amount, "--party-a", cast.University,
		"--party-a-phone", "15400000021", "--party-b", "样例信息系统有限公司", "--party-b-phone", "15400000012",
	}
}

// A bad file or value is refused with one sentence and exit code 2; nothing of it becomes a contract to push.
func TestImportRefusesBadInput(t *testing.T) {
	p, _ := office(t)
	good, err := samples.Good(1)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string, content []byte) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	pdf := write("good.pdf", good.PDF)
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"not a PDF":       {importArgs(write("a.pdf", []byte("PK\x03\x04 not a pdf")), "HT-1", "1.00"), "PDF"},
		"empty":           {importArgs(write("b.pdf", nil), "HT-2", "1.00"), "empty"},
		"cut":             {importArgs(write("c.pdf", good.PDF[:len(good.PDF)/3]), "HT-3", "1.00"), "damaged"},
		"negative":        {importArgs(pdf, "HT-4", "-1.00"), "negative"},
		"no number":       {importArgs(pdf, " ", "1.00"), "number"},
		"escape codes":    {importArgs(pdf, "HT\x1b[31m-5", "1.00"), "number"},
		"missing file":    {importArgs(filepath.Join(t.TempDir(), "nowhere.pdf"), "HT-6", "1.00"), "no such file"},
		"folder":          {importArgs(t.TempDir(), "HT-7", "1.00"), "directory"},
		"amount in words": {importArgs(pdf, "HT-8", "one"), "amount"},
	} {
		out, complaint, code := p.run(c.args...)
		if code != 2 || out != "" || strings.Count(complaint, "\n") != 1 || !strings.Contains(strings.ToLower(complaint), strings.ToLower(c.want)) {
			t.Errorf("%s: exit %d\n%s%s", name, code, out, complaint)
		}
		if strings.Contains(complaint, "\x1b") {
			t.Errorf("%s: an escape code reached the terminal: %q", name, complaint)
		}
	}
	var list []any
	p.into(&list, "contracts", "--stage", "to_push", "--json")
	if len(list) != 0 {
		t.Errorf("%d bad contracts wait for the push", len(list))
	}
}

// G8: the same number with the same bytes is the same contract; with other bytes a person has to decide.
func TestG8SameNumberAgain(t *testing.T) {
	p, _ := office(t)
	one, err := samples.Good(1)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "contract.pdf")
	if err := os.WriteFile(file, one.PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	p.must(importArgs(file, "HT-1", "1280000.00")...)
	p.must(importArgs(file, "HT-1", "1280000.00")...)
	other, err := samples.Good(2)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(one.PDF, other.PDF) {
		t.Fatal("two samples are alike")
	}
	if err := os.WriteFile(file, other.PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, complaint, code := p.run(importArgs(file, "HT-1", "1280000.00")...); code != 2 || !strings.Contains(complaint, "HT-1") {
		t.Errorf("exit %d: %s", code, complaint)
	}
	var list []struct{ No, Problem string }
	p.into(&list, "contracts", "--json")
	if len(list) != 1 || list[0].Problem == "" {
		t.Errorf("%+v", list)
	}
	original := filepath.Join(t.TempDir(), "original.pdf")
	p.must("download", "HT-1", "--original", "-o", original)
	if b, err := os.ReadFile(original); err != nil || !bytes.Equal(b, one.PDF) {
		t.Errorf("S33: the text that came first is not what is kept: %v", err)
	}
}

// A wrong PIN, a contract in another stage, an account without an operator: each a sentence and its exit code.
func TestSealRefusals(t *testing.T) {
	p, pin := office(t)
	wrong := filepath.Join(t.TempDir(), "pin")
	if err := os.WriteFile(wrong, []byte("000000\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	one, err := samples.Good(1)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "contract.pdf")
	if err := os.WriteFile(file, one.PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	p.must(importArgs(file, "HT-1", "1.00")...)
	for name, c := range map[string]struct {
		args []string
		code int
	}{
		"wrong PIN":         {[]string{"seal", "HT-1", "--pin-file", wrong}, 3},
		"not verified":      {[]string{"seal", "HT-1", "--pin-file", pin}, 1},
		"unknown contract":  {[]string{"contract", "HT-9"}, 1},
		"unknown operator":  {[]string{"--operator", "nobody", "contracts"}, 3},
		"unknown command":   {[]string{"unknown"}, 2},
		"unknown flag":      {[]string{"contracts", "--what"}, 2},
		"no folder":         {[]string{"--dir", filepath.Join(t.TempDir(), "none"), "contracts"}, 3},
		"nothing to verify": {[]string{"verify", file}, 1},
	} {
		out, complaint, code := p.run(c.args...)
		if code != c.code || (name != "nothing to verify" && (out != "" || complaint == "")) {
			t.Errorf("%s: exit %d, not %d\n%s%s", name, code, c.code, out, complaint)
		}
	}
}

// A second service on the folder is told who has it.
func TestSecondServeIsTold(t *testing.T) {
	dir, _ := day(t, 1)
	address := freeAddress(t)
	p := newProgram(t, "SEALDESK_DIR="+dir, "SEALDESK_PORTAL_LISTEN="+address, "SEALDESK_ENGINE_LEASE=1s")
	first := p.start("serve")
	t.Cleanup(func() { stop(t, first) })
	until(t, "the first service", 20e9, func() bool { return healthy(address) })
	_, complaint, code := p.run("--lang", "en", "serve")
	if code != 3 || !strings.Contains(complaint, "error:") {
		t.Errorf("exit %d: %s", code, complaint)
	}
}

// A contract seal that cannot be drawn is told when the office is made, or when the settings were changed, and not to the
// sealer with a contract in his hands.
func TestOfficeHearsAtOnceThatItsSealCannotBeDrawn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "office")
	fresh, pin := newProgram(t, "SEALDESK_DIR="+dir), filepath.Join(t.TempDir(), "pin")
	if err := os.WriteFile(pin, []byte("123456\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"测试𰻞大学": "𰻞", strings.Repeat("测", 61): "60"} {
		out, complaint, code := fresh.run("init", "--name", name, "--pin-file", pin, "--phone", cast.Duty().Phone)
		if _, err := os.Stat(dir); code != 2 || !strings.Contains(complaint, want) || !os.IsNotExist(err) {
			t.Errorf("%s: exit %d, %v\n%s%s", name, code, err, out, complaint)
		}
	}

	p, _ := office(t)
	path := strings.TrimSpace(p.must("config", "path"))
	settings, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.ReplaceAll(settings, []byte(cast.University), []byte("测试𰻞大学"))
	if err := os.WriteFile(path, changed, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, complaint, code := p.run("--lang", "en", "doctor", "--json"); code != 3 || !strings.Contains(out, "“𰻞”") {
		t.Errorf("exit %d\n%s%s", code, out, complaint)
	}
}
