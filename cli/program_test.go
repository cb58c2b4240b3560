package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"campus.example/sealdesk/app"
	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/sandbox/samples"
)

// The test program is its own child for documents of strangers, as the real one is.
func init() {
	if len(os.Args) > 1 && os.Args[1] == app.ChildCommand {
		os.Exit(Run(context.Background(), World{Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv}))
	}
}

// held is an office that is open already, for a caller whose identity is proven: as a session from elsewhere has it.
type held struct{ app *app.App }

func (h held) Folder(string) (string, error) { return h.app.Dir(), nil }

func (h held) Open(_ context.Context, ask Ask) (Session, error) {
	return Session{App: h.app, By: ask.By, Close: func() error { return nil }}, nil
}

// bench is an office and its commands, without a working directory or files of its own.
type bench struct {
	t       *testing.T
	program Program
	by      domain.Caller
	in      string
}

// newBench makes an office with one operator, who has every role.
func newBench(t *testing.T) *bench {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := apart()
	p.Exe = exe
	dir := filepath.Join(t.TempDir(), "office")
	err = app.Init(t.Context(), app.InitOptions{
		Dir: dir, Getenv: p.Getenv, Exe: exe, Config: app.DefaultSettings(), Name: "测试大学", PIN: []byte("123456"), Now: p.Now,
		First: app.NewOperator{Name: "demo", OSUser: "demo", Roles: domain.Roles(), Phone: "15400000001", Duty: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	a, err := app.Open(t.Context(), app.Options{Dir: dir, Getenv: p.Getenv, Exe: exe})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	p.Office = held{a}
	return &bench{t: t, program: p, by: domain.Claimed("demo")}
}

// run runs a command with b.in as its input.
func (b *bench) run(args ...string) (out, bad string, code int) {
	b.t.Helper()
	var stdout, stderr bytes.Buffer
	code = b.program.Command(b.t.Context(), b.by, args, strings.NewReader(b.in), &stdout, &stderr)
	return stdout.String(), stderr.String(), code
}

// must runs a command that has to succeed without a word on standard error.
func (b *bench) must(args ...string) string {
	b.t.Helper()
	out, bad, code := b.run(args...)
	if code != exitDone || bad != "" {
		b.t.Fatalf("%q: exit %d\n%s%s", args, code, out, bad)
	}
	return out
}

// imported puts a sample contract into the office, through standard input.
func (b *bench) imported(no string) []byte {
	b.t.Helper()
	good, err := samples.Good(1)
	if err != nil {
		b.t.Fatal(err)
	}
	b.in = string(good.PDF)
	b.must("import", "-", "--no", no, "--title", "服务器采购合同", "--amount", "1280000.00", "--party-a", "测试大学", "--party-a-phone", "15400000021",
		"--party-a-person", "陈实验", "--party-b", "样例信息系统有限公司", "--party-b-phone", "15400000012")
	b.in = ""
	return good.PDF
}

// A session from elsewhere has no files: documents and PINs come and go through its streams.
func TestStreamsTakeThePlaceOfFiles(t *testing.T) {
	b := newBench(t)
	pdf := b.imported("HT-1")
	if out := b.must("download", "HT-1", "-o", "-"); out != string(pdf) {
		t.Errorf("%d bytes came back, %d went in", len(out), len(pdf))
	}
	b.must("download", "HT-1", "-o", "kept.pdf")
	if kept := b.program.Files.(papers)["kept.pdf"]; !bytes.Equal(kept, pdf) {
		t.Errorf("%d bytes were written", len(kept))
	}
}

// The PIN comes from the file that is named, from standard input for -, and else from a terminal, which does not show it.
func TestThePINOfTheSealKey(t *testing.T) {
	for name, c := range map[string]struct {
		terminal   screen
		file, in   string
		want, says string
	}{
		"a file":                     {"", "pin", "", "123456", ""},
		"standard input":             {"", "-", "654321\r\nthe rest", "654321", ""},
		"a terminal":                 {"246810", "", "", "246810", "印章口令:\n"},
		"a file before the terminal": {"246810", "pin", "", "123456", ""},
		"nothing":                    {"", "", "123456\n", "", ""},
		"no such file":               {"", "none", "", "", ""},
	} {
		var bad bytes.Buffer
		p := apart()
		p.Terminal = c.terminal
		run := newCommand(p, domain.Caller{}, i18n.For(i18n.Chinese), strings.NewReader(c.in), nil, &bad)
		pin, err := run.sealPIN(c.file)
		if string(pin) != c.want || (err == nil) != (c.want != "") || err != nil && exitOf(err) != exitUsage || bad.String() != c.says {
			t.Errorf("%s: %q, %v, %q", name, pin, err, &bad)
		}
	}
}

// The caller of a command speaks in it, whatever --operator names.
func TestTheCallerSpeaks(t *testing.T) {
	b := newBench(t)
	b.must("operator", "add", "aud", "--role", "auditor")
	b.by = domain.Claimed("aud")
	if _, bad, code := b.run("--operator", "demo", "operator", "add", "x", "--role", "admin"); code != exitMissing || strings.Count(bad, "\n") != 1 {
		t.Errorf("exit %d: %s", code, bad)
	}
}

// operator add says what it did; operator list cuts no role.
func TestOperatorsAreAddedAndChanged(t *testing.T) {
	b := newBench(t)
	if out := b.must("operator", "add", "wen", "--role", "sealer"); out != "已添加操作员 wen。\n" {
		t.Error(out)
	}
	if out := b.must("operator", "add", "wen", "--role", "sealer", "--role", "reviewer"); out != "已更改操作员 wen。\n" {
		t.Error(out)
	}
	if out := b.must("operator", "list"); !strings.Contains(out, "审计员、系统管理员") {
		t.Error(out)
	}
}

// A job there is not is named, with what to do; the exit code stays that of what is not found.
func TestAnUnknownJobIsNamed(t *testing.T) {
	if _, bad, code := newBench(t).run("--lang", "en", "jobs", "retry", "999999"); code != exitNotSo || bad != "error: There is no job 999999. See sealdesk jobs --all.\n" {
		t.Errorf("exit %d: %s", code, bad)
	}
}

// A stage is named by its code or by its word; a recalled contract shows why.
func TestStagesAndReasonsAreShown(t *testing.T) {
	b := newBench(t)
	b.imported("HT-1")
	b.imported("HT-2")
	b.must("recall", "HT-1", "--reason", "文本有误")
	for _, args := range [][]string{{"--stage", "recalled"}, {"--stage", "已撤回"}, {"--lang", "en", "--stage", "recalled"}} {
		var list []struct{ No string }
		if err := json.Unmarshal([]byte(b.must(append([]string{"contracts", "--json"}, args...)...)), &list); err != nil || len(list) != 1 || list[0].No != "HT-1" {
			t.Errorf("%q: %v, %v", args, list, err)
		}
	}
	if out := b.must("contract", "HT-1"); !strings.Contains(out, "原因: 文本有误\n") || !strings.Contains(out, "已撤回 · 文本有误") {
		t.Error(out)
	}
	out, bad, code := b.run("remind", "HT-8", "HT-2", "HT-9")
	if code != exitNotSo || out != "" || strings.Count(bad, "\n") != 3 || strings.Count(bad, "HT-8") != 1 || strings.Count(bad, "HT-9") != 1 {
		t.Errorf("exit %d\n%s%s", code, out, bad)
	}
}

// Without a terminal the console is the list of contracts, whatever the process was started with.
func TestWithoutATerminalContractsAreListed(t *testing.T) {
	b := newBench(t)
	b.imported("HT-1")
	for _, args := range [][]string{{}, {"--plain"}} {
		if out := b.must(args...); !strings.Contains(out, "HT-1") {
			t.Errorf("%q: %s", args, out)
		}
	}
}
