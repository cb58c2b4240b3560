package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
)

// nowhere is an office there is none of.
type nowhere struct{}

func (nowhere) Folder(named string) (string, error) { return "/nowhere/" + named, nil }

func (nowhere) Open(_ context.Context, ask Ask) (Session, error) {
	return Session{}, domain.Fail(domain.CodeFolderNotThere, ask.Dir)
}

// papers are files in memory.
type papers map[string][]byte

func (p papers) Open(name string) (io.ReadCloser, error) {
	b, found := p[name]
	if !found {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return io.NopCloser(bytes.NewReader(b)), nil
}

func (p papers) Write(name string, content []byte) error {
	p[name] = content
	return nil
}

func (papers) Make(string) error { return nil }

func (papers) Folder(name string) (string, error) { return "/nowhere/" + name, nil }

// screen is a terminal on which a secret is typed, or none for "".
type screen string

func (s screen) Is(any) bool { return s != "" }

func (s screen) Secret(io.Reader) ([]byte, error) { return []byte(s), nil }

// apart is a program without an office.
func apart() Program {
	return Program{
		Office: nowhere{}, Files: papers{"pin": []byte("123456\n"), "a.pdf": []byte("%PDF-1.7"), "empty.pem": []byte("none\n")}, Terminal: screen(""),
		Getenv: func(string) string { return "" }, Now: time.Now,
	}
}

// OPR-28: what is wrong with a command line is one sentence in the language of the run, with what to do, and exit code 2.
func TestRefusalsAreOneSentence(t *testing.T) {
	all := []string{"--no", "1", "--title", "t", "--amount", "1.00", "--party-a", "a", "--party-a-phone", "1", "--party-b", "b", "--party-b-phone", "2"}
	for _, c := range []struct {
		args   []string
		zh, en string
	}{
		{[]string{"evidence"}, "没有“evidence”这个命令", "no command “evidence”"},
		{[]string{"contrcts"}, "最接近的是“contracts”", "the nearest is “contracts”"},
		{[]string{"operator", "ad"}, "最接近的是“add”", "the nearest is “add”"},
		{[]string{"jobs", "rety"}, "最接近的是“retry”", "the nearest is “retry”"},
		{[]string{"audit", "nothing"}, "sealdesk audit --help", "sealdesk audit --help"},
		{[]string{"help", "contrcts"}, "最接近的是“contracts”", "the nearest is “contracts”"},
		{[]string{"contracts", "--what"}, "没有 --what 这个选项", "no flag --what"},
		{[]string{"contracts", "-w"}, "没有 -w 这个选项", "no flag -w"},
		{[]string{"contracts", "--limit"}, "--limit 后面缺少取值", "--limit needs a value"},
		{[]string{"contracts", "--limit", "x"}, "--limit 的取值“x”不对", "--limit does not take “x”"},
		{[]string{"contracts", "--limit", "-3"}, "不能是负数", "never negative"},
		{[]string{"contracts", "--stage", "bogus"}, "to_seal（待盖合同章）", "to_seal (contract seal due)"},
		{[]string{"contracts", "extra"}, "多出参数“extra”", "“extra” is one too many"},
		{[]string{"contracts", "---"}, "“---”", "“---”"},
		{[]string{"jobs", "retry", "abc"}, "应为数字，而不是“abc”", "is a number, not “abc”"},
		{[]string{"import", "/nope.pdf"}, "缺少 --no NO、--title T", "Missing: --no NO, --title T"},
		{append([]string{"import", "/nope.pdf"}, all...), "没有文件 /nope.pdf", "no such file: /nope.pdf"},
		{[]string{"verification"}, "应有 2 个参数，现有 0 个", "is 0, not 2"},
		{[]string{"verification", "ID"}, "recheck|resend|manual|cancel", "recheck|resend|manual|cancel"},
		{[]string{"push"}, "至少应有 1 个参数", "it takes 1 at least"},
		{[]string{"push", "A", "--place", "c_sign=page=1,x=1,y=1"}, "可用：b_sign、b_seal", "can be: b_sign, b_seal"},
		{[]string{"push", "A", "--place", "b_sign=1"}, "应写作 page=1,x=400,y=120", "Write page=1,x=400,y=120"},
		{[]string{"download", "A"}, "缺少 -o FILE。用法：sealdesk download NO -o FILE", "Missing: -o FILE. Usage: sealdesk download NO -o FILE"},
		{[]string{"download", "A", "-o", "b", "--original", "--explanation"}, "只能用一个", "not both"},
		{[]string{"seal", "A"}, "--pin-file FILE", "--pin-file FILE"},
		{[]string{"seal", "A", "--pin-file", "/nope"}, "没有文件 /nope", "no such file: /nope"},
		{[]string{"seal", "A", "--at", "page=1,x=300"}, "--at 的位置“page=1,x=300”不对", "--at cannot be at “page=1,x=300”"},
		{[]string{"seal", "A", "--at", "page=0,x=300,y=1"}, "页码从 1 起，-1 为最后一页", "-1 is the last one"},
		{[]string{"sandbox"}, "缺少 --state DIR", "Missing: --state DIR"},
		{[]string{"recall", "A"}, "--reason", "--reason"},
		{[]string{"end", "A", "--reason", "r"}, "缺少 --attach FILE", "Missing: --attach FILE"},
		{[]string{"extend", "A", "--reason", "r"}, "缺少 --until DAY", "Missing: --until DAY"},
		{[]string{"contact", "A", "--reason", "r"}, "缺少 --party a|b", "Missing: --party a|b"},
		{[]string{"contact", "A", "--party", "c", "--reason", "r"}, "可用：a、b", "can be: a, b"},
		{[]string{"contact", "A", "--party", "a", "--reason", "r"}, "--phone P、--name NAME、--verified", "--phone P, --name NAME, --verified"},
		{[]string{"contact", "A", "--party", "a", "--name", "n", "--verified", "--reason", "r"}, "只能用一个", "not both"},
		{[]string{"operator", "add", "x"}, "缺少 --role R", "Missing: --role R"},
		{[]string{"operator", "add", "x", "--role", "boss"}, "可用：operator、reviewer", "can be: operator, reviewer"},
		{[]string{"review", "R"}, "请给出 --claim", "Give one of --claim"},
		{[]string{"review", "R", "--approve", "--reject", "suspicious"}, "只能用一个", "not both"},
		{[]string{"verify", "a.pdf", "--trust", "empty.pem"}, "信任锚文件 empty.pem", "trust anchor file empty.pem"},
		{[]string{"verify", "a.pdf", "--trust", "/nope.pem"}, "没有文件 /nope.pem", "no such file: /nope.pem"},
		{[]string{"verify", "a.pdf", "--at", "today"}, "时间“today”不对", "“today” is not a time"},
		{[]string{"completion", "nonesuch"}, "可用：bash、zsh、fish、powershell", "can be: bash, zsh, fish, powershell"},
		{[]string{"completion"}, "应有 1 个参数", "is 0, not 1"},
		{[]string{"demo", "--contracts", "0"}, "应在 1 到 10000 之间", "between 1 and 10000"},
		{[]string{"demo", "--speed", "0"}, "应大于 0", "above 0"},
		{[]string{"init"}, "缺少“单位名称”", "“Name of the organisation” was not answered"},
		{[]string{"seal-file", "a.pdf"}, "缺少 -o FILE", "Missing: -o FILE"},
		{[]string{"seal-file", "a.pdf", "-o", "b"}, "--key-pem FILE", "--key-pem FILE"},
		{[]string{"seal-file", "a.pdf", "-o", "b", "--key", "k", "--pin-file", "pin"}, "--field NAME 指定盖章位置", "--field NAME"},
		{[]string{"seal-file", "a.pdf", "-o", "b", "--key", "k", "--pin-file", "pin", "--at", "page=-1,x=1,y=1"}, "应从 1 起", "Pages count from 1"},
		{[]string{"seal-file", "a.pdf", "-o", "b", "--key", "k", "--pin-file", "pin", "--field", "f", "--level", "t"}, "--tsa URL", "--tsa URL"},
		{[]string{"seal-file", "a.pdf", "-o", "b", "--key", "k", "--pin-file", "pin", "--field", "f", "--shape", "square"}, "可用：round、oval", "can be: round, oval"},
		{[]string{"seal-file", "a.pdf", "-o", "b", "--key", "k", "--pin-file", "pin", "--at", "keyword=,nth=0"}, "keyword=甲方（盖章）", "keyword=甲方（盖章）"},
	} {
		for lang, want := range map[string]string{"zh": c.zh, "en": c.en} {
			var out, bad bytes.Buffer
			args := append([]string{"--lang", lang}, c.args...)
			code := apart().Command(context.Background(), domain.Caller{}, args, strings.NewReader(""), &out, &bad)
			lines := strings.Split(strings.TrimSuffix(bad.String(), "\n"), "\n")
			if c.args[0] == "init" {
				lines = lines[len(lines)-1:] // behind the question
			}
			if code != exitUsage || out.Len() > 0 || len(lines) != 1 || !strings.Contains(lines[0], want) {
				t.Errorf("%q: exit %d, want %q\n%s%s", args, code, want, &out, &bad)
			}
			if words := english(bad.String()); lang == "zh" && words != "" {
				t.Errorf("%q: %q stands in %s", args, words, &bad)
			}
		}
	}
}

// Each item that failed is one line, and none is told twice; the exit code is that of the first.
func TestEachFailureIsToldOnce(t *testing.T) {
	var out, bad bytes.Buffer
	c := commandIn("en")
	c.Out, c.Err = &out, &bad
	failures := map[string]error{
		"A": domain.Fail(domain.CodeNotFound, "A"), "B": domain.Fail(domain.CodeNoRight), "C": nil,
	}
	err := c.each([]string{"A", "C", "B"}, "done {0}", func(no string) error { return failures[no] })
	if code := c.answer(err); code != exitNotSo {
		t.Errorf("exit %d", code)
	}
	lines := strings.Split(strings.TrimSpace(bad.String()), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], "Not found: A") || !strings.HasPrefix(lines[1], "error: B: ") || out.String() != "done C\n" {
		t.Errorf("%s%s", &out, &bad)
	}
}

// A place is a centre on a page: pages count from 1, and from the end when negative.
func TestPlacesAreCentres(t *testing.T) {
	c := commandIn("en")
	for where, want := range map[string]string{
		"page=1,x=300,y=700": "{1 300 700}", "y=1.5,x=-2,page=-1": "{-1 -2 1.5}", "page=1": "", "page=1.5,x=1,y=1": "", "page=1,x=1,y=NaN": "",
		"page=1,x=1,x=2": "", "": "", "page=0,x=1,y=1": "", "page=1,x=1,y=1,z=1": "",
	} {
		at, err := c.parseSpot("--at", where)
		if got := fmt.Sprint(at); (err == nil) != (want != "") || want != "" && got != want {
			t.Errorf("%s: %s, %v", where, got, err)
		}
	}
}

// HSE-20: --version and version say the same, with the revision where it is known.
func TestVersionIsOneLine(t *testing.T) {
	var lines []string
	for _, args := range [][]string{{"--version"}, {"version"}} {
		var out, bad bytes.Buffer
		if code := apart().Command(context.Background(), domain.Caller{}, args, nil, &out, &bad); code != exitDone || bad.Len() > 0 {
			t.Errorf("exit %d: %s", code, &bad)
		}
		lines = append(lines, out.String())
	}
	if lines[0] != lines[1] || strings.Count(lines[0], "\n") != 1 || !strings.HasPrefix(lines[0], "sealdesk devel") {
		t.Errorf("%q", lines)
	}
	info := &debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}}
	info.Settings = []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.modified", Value: "true"}}
	if version, revision := versionOf(info); version != "v1.2.3" || revision != "abc+dirty" {
		t.Errorf("%s %s", version, revision)
	}
}

// Completion scripts are made for four shells.
func TestCompletionScripts(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		var out, bad bytes.Buffer
		if code := apart().Command(context.Background(), domain.Caller{}, []string{"completion", shell}, nil, &out, &bad); code != exitDone || out.Len() < 1000 {
			t.Errorf("%s: exit %d, %d bytes\n%s", shell, code, out.Len(), &bad)
		}
	}
}
