package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/sandbox/samples"
)

// shown is what scripts read of a contract.
type shown struct {
	Stage     string `json:"stage"`
	Reason    string `json:"reason"`
	ExpiresAt string `json:"expires_at"`
	Signers   []struct{ Side, Phone string }
	Messages  []struct{ Kind, To, State string }
}

func (p program) shown(no string) (c shown) {
	p.t.Helper()
	p.into(&c, "contract", no, "--json")
	return c
}

// pushed is an office with contracts that wait for Party B, and no provider.
func pushed(t *testing.T, nos ...string) program {
	t.Helper()
	p, _ := office(t)
	good, err := samples.Good(1)
	if err != nil {
		t.Fatal(err)
	}
	pdf := filepath.Join(t.TempDir(), "good.pdf")
	if err := os.WriteFile(pdf, good.PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, no := range nos {
		p.must(importArgs(pdf, no, "1280000.00")...)
	}
	p.must(append([]string{"push"}, nos...)...)
	return p
}

// refused is the sentence and exit code of a command that has to fail.
func (p program) refused(want int, args ...string) string {
	p.t.Helper()
	out, bad, code := p.run(append([]string{"--lang", "en"}, args...)...)
	if code != want || strings.Count(bad, "\n") != 1 {
		p.t.Errorf("%s: exit %d, want %d\n%s%s", strings.Join(args, " "), code, want, out, bad)
	}
	return bad
}

// G1: a wrong phone is changed from the command line, with a reason.
func TestContactIsChangedByCommand(t *testing.T) {
	p := pushed(t, "HT-1")
	p.refused(2, "contact", "HT-1", "--party", "b", "--phone", "15400000013")
	p.refused(2, "contact", "HT-1", "--party", "c", "--phone", "15400000013", "--reason", "x")
	p.refused(2, "contact", "HT-1", "--party", "b", "--phone", "15400000021", "--reason", "x") // Party A's
	p.refused(1, "contact", "HT-9", "--party", "b", "--phone", "15400000013", "--reason", "x")
	p.must("contact", "HT-1", "--party", "b", "--phone", "15400000013", "--reason", "号码登记有误")
	c := p.shown("HT-1")
	if len(c.Signers) != 2 || !strings.HasSuffix(c.Signers[0].Phone, "13") {
		t.Errorf("%+v", c.Signers)
	}
	if len(c.Messages) != 2 || !strings.HasSuffix(c.Messages[1].To, "13") {
		t.Errorf("%+v", c.Messages)
	}
	if out := p.must("audit", "export", "--json"); !strings.Contains(out, "contract.contact") || !strings.Contains(out, "号码登记有误") {
		t.Error("the reason is not in the record")
	}
}

// G6: more time is given from the command line, to the end of a day in Shanghai.
func TestG6ExtensionByCommand(t *testing.T) {
	p := pushed(t, "HT-1")
	p.refused(2, "extend", "HT-1", "--until", "2000-01-01", "--reason", "代表出差")
	p.refused(2, "extend", "HT-1", "--until", "tomorrow", "--reason", "代表出差")
	p.refused(2, "extend", "HT-1", "--until", "2099-12-31")
	p.must("extend", "HT-1", "--until", "2099-12-31", "--reason", "代表出差")
	c := p.shown("HT-1")
	if c.ExpiresAt != "2099-12-31T16:00:00Z" || len(c.Messages) != 2 {
		t.Errorf("%+v", c)
	}
	p.must("remind", "HT-1")
	if c := p.shown("HT-1"); len(c.Messages) != 3 {
		t.Errorf("%+v", c.Messages)
	}
}

// G7: recall, end and void from the command line, each where it belongs.
func TestG7ThreeActsByCommand(t *testing.T) {
	p := pushed(t, "HT-1", "HT-2")
	explanation := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(explanation, []byte("%PDF-1.7 signed on paper"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.refused(1, "void", "HT-1", "--reason", "项目取消")
	p.refused(2, "recall", "HT-1")
	p.must("recall", "HT-1", "--reason", "文本有误")
	p.refused(1, "recall", "HT-1", "--reason", "文本有误")
	if c := p.shown("HT-1"); c.Stage != "recalled" || c.Reason != "文本有误" {
		t.Errorf("%+v", c)
	}
	p.refused(2, "end", "HT-2", "--reason", "改为纸质签署")
	p.must("end", "HT-2", "--reason", "改为纸质签署", "--attach", explanation)
	kept := filepath.Join(t.TempDir(), "kept.pdf")
	p.must("download", "HT-2", "--explanation", "-o", kept)
	if b, err := os.ReadFile(kept); err != nil || string(b) != "%PDF-1.7 signed on paper" || p.shown("HT-2").Stage != "ended" {
		t.Errorf("%q, %v, %s", b, err, p.shown("HT-2").Stage)
	}
}

// G7: the document that voids a contract is a contract of its own that can be read, signed and sealed like any.
func TestVoidByCommand(t *testing.T) {
	dir, _ := day(t, 1)
	p := newProgram(t, "SEALDESK_DIR="+dir)
	var list []struct{ No, Title string }
	p.into(&list, "contracts", "--stage", "done", "--json")
	if len(list) != 1 {
		t.Fatal(list)
	}
	no := list[0].No
	p.refused(1, "recall", no, "--reason", "项目取消")
	if out := p.must("void", no, "--reason", "项目取消"); !strings.Contains(out, no+"-ZF") {
		t.Error(out)
	}
	if void, old := p.shown(no+"-ZF"), p.shown(no); void.Stage != "b_signing" || old.Stage != "voiding" || void.Signers[0].Phone != old.Signers[0].Phone {
		t.Errorf("%+v\n%+v", void, old)
	}
	paper := filepath.Join(t.TempDir(), "void.pdf")
	p.must("download", no+"-ZF", "--original", "-o", paper)
	words, err := exec.Command(outside(t, "pdftotext"), "-layout", paper, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{no, "作废原因：项目取消", "甲方（盖章）", "乙方（盖章）", "签字"} {
		if !strings.Contains(string(words), want) {
			t.Errorf("%s does not stand in\n%s", want, words)
		}
	}
}

// G12: who is called is settled from the command line.
func TestG12RosterByCommand(t *testing.T) {
	p, _ := office(t)
	p.must("operator", "add", "wen", "--role", "sealer", "--phone", "15400000002", "--os-user", "wen")
	p.must("operator", "add", "an", "--role", "sealer", "--os-user", "an")
	p.refused(3, "operator", "stand-in", "an") // without a phone nobody can be called
	p.must("operator", "stand-in", "wen")
	p.must("operator", "add", "wen", "--role", "operator", "--role", "sealer") // another role takes nobody off the roster
	var list []struct {
		Name    string
		OSUser  string `json:"os_user"`
		Duty    bool
		StandIn bool `json:"stand_in"`
	}
	p.into(&list, "operator", "list", "--json")
	for _, o := range list {
		if o.Duty != (o.Name != "wen" && o.Name != "an") || o.StandIn != (o.Name == "wen") || o.Name == "wen" && o.OSUser != "wen" {
			t.Errorf("%+v", o)
		}
	}
}

// rect is the rectangle of a signature field, as qpdf reads it.
func rect(t *testing.T, pdf, field string) string {
	t.Helper()
	plain := filepath.Join(t.TempDir(), "plain.pdf")
	if out, err := exec.Command(outside(t, "qpdf"), "--qdf", "--object-streams=disable", pdf, plain).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	b, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, object := range strings.Split(string(b), "endobj") {
		if strings.Contains(object, "("+field+")") {
			_, after, _ := strings.Cut(object, "/Rect [")
			inside, _, _ := strings.Cut(after, "]")
			return strings.Join(strings.Fields(inside), " ")
		}
	}
	t.Fatalf("no field %s", field)
	return ""
}

// G14: where a contract is signed is found by words, set by a template, or named by hand.
func TestG14PlacesByCommand(t *testing.T) {
	p, _ := office(t)
	good, err := samples.Good(1)
	if err != nil {
		t.Fatal(err)
	}
	pdf := write(t, "good.pdf", string(good.PDF))
	for _, no := range []string{"HT-1", "HT-2", "HT-3"} {
		p.must(importArgs(pdf, no, "1.00")...)
	}
	where := func(no string) string {
		t.Helper()
		current := filepath.Join(t.TempDir(), no+".pdf")
		p.must("download", no, "-o", current)
		return rect(t, current, "Sealdesk-PartyB-Signature")
	}
	p.must("push", "HT-1")
	p.refused(2, "push", "HT-2", "--place", "b_sign=page=99,x=200,y=300")
	p.refused(2, "push", "HT-2", "--place", "b_sign=page=1,x=2000,y=300")
	p.refused(2, "push", "HT-2", "--place", "c_sign=page=1,x=200,y=300")
	p.must("push", "HT-2", "--place", "b_sign=page=-1,x=200,y=300")
	p.must("template", "set", "服务器", "--title", "服务器采购", "--place", "b_sign=page=1,x=255,y=420")
	p.must("push", "HT-3")
	byWords, byHand, byTemplate := where("HT-1"), where("HT-2"), where("HT-3")
	if byHand != "145 280 255 320" || byTemplate != "200 400 310 440" || byWords == byHand || byWords == "" {
		t.Errorf("by words %s, by hand %s, by template %s", byWords, byHand, byTemplate)
	}
	var list []struct{ Name, Title string }
	if p.into(&list, "template", "list", "--json"); len(list) != 1 || list[0].Title != "服务器采购" {
		t.Errorf("%+v", list)
	}
	p.must("template", "remove", "服务器")
	p.refused(1, "template", "remove", "服务器")
}

// S16: the manual's two names for one person find the same contracts; his own name narrows it.
func TestS16EitherWordFindsThePerformer(t *testing.T) {
	p, _ := office(t)
	good, err := samples.Good(1)
	if err != nil {
		t.Fatal(err)
	}
	pdf := write(t, "good.pdf", string(good.PDF))
	p.must(append(importArgs(pdf, "HT-1", "1.00"), "--party-a-person", "王履约")...)
	p.must(append(importArgs(pdf, "HT-2", "1.00"), "--party-a-person", "陈实验", "--party-b-person", "王履约")...)
	for search, want := range map[string]string{
		"甲方履约代表": "HT-2 HT-1", "甲方履约人": "HT-2 HT-1", "甲方履约人 王履约": "HT-1", "甲方履约代表王履约": "HT-1", "甲方履约人：陈实验": "HT-2",
		"乙方履约代表 王履约": "HT-2", "王履约": "HT-2 HT-1",
	} {
		var list []struct{ No string }
		p.into(&list, "contracts", "--search", search, "--json")
		var got []string
		for _, c := range list {
			got = append(got, c.No)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s finds %v, want %s", search, got, want)
		}
	}
}

// G24: wherever the machine thinks it is, times are stored and handed to scripts in UTC and shown to people as in Shanghai.
func TestG24StoredInUTCShownAsInShanghai(t *testing.T) {
	p := pushed(t, "HT-1")
	for _, zone := range []string{"America/New_York", "Asia/Tokyo"} {
		p.env = append(p.env, "TZ="+zone)
		var c struct {
			PushedAt  string `json:"pushed_at"`
			ExpiresAt string `json:"expires_at"`
		}
		p.into(&c, "contract", "HT-1", "--json")
		ends, err := time.Parse("2006-01-02T15:04:05Z", c.ExpiresAt)
		if err != nil || !strings.HasSuffix(c.PushedAt, "Z") {
			t.Errorf("%s: %+v, %v", zone, c, err)
		}
		shanghai := ends.In(time.FixedZone("", 8*60*60)).Format("2006-01-02 15:04")
		if out := p.must("contract", "HT-1"); !strings.Contains(out, "签署期限: "+shanghai) {
			t.Errorf("%s: %s is not shown in\n%s", zone, shanghai, out)
		}
	}
}
