package write_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/pdf/write"
)

// tool gives the path of a program the checks may use; a machine without it skips, naming it, unless all must run.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("SEALDESK_ALL") == "1" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed: this check did not run", name)
	}
	return path
}

func run(t *testing.T, pdf []byte, name string, args ...string) (string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(tool(t, name), args...).CombinedOutput()
	return string(out), err
}

// sample is a small contract with everything a document can hold.
func sample(t *testing.T, h write.Habit) []byte {
	t.Helper()
	d, err := write.New(write.Meta{
		Title: "测试合同 (A)", Author: "测试大学", Header: "测试大学　HT-1", Made: time.Date(2026, 3, 2, 9, 30, 0, 0, time.FixedZone("CST", 8*3600)),
	})
	if err != nil {
		t.Fatal(err)
	}
	d.Title("测试合同")
	d.Heading("第一条　标的")
	d.Paragraph(strings.Repeat("甲乙双方在平等、自愿的基础上订立本合同（contract no. HT-1），共同遵守。", 30))
	d.Clause("1.1", "合同总价为 1,280.00 元（大写：壹仟贰佰捌拾元整）。")
	d.Line("左 \\ 右 (括号)")
	rows := [][]string{}
	for i := range 60 {
		rows = append(rows, []string{strconv.Itoa(i), "一项货物", fmt.Sprint(i*100, ".00")})
	}
	d.Table(write.Table{Widths: []float64{1, 4, 2}, Right: []bool{false, false, true}, Head: []string{"序号", "名称", "金额"}, Rows: rows})
	d.Sign([]string{"甲方（盖章）：", "签字："}, []string{"乙方（盖章）：", "签字："})
	d.SignBelow([]string{"见证方（签字）："})
	d.NewPage(true)
	d.Line("附件，横向")
	pdf, err := d.Bytes(h)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// habits are all ways of writing the cross-reference and the text, and each oddity alone.
func habits() []write.Habit {
	var all []write.Habit
	for _, show := range []write.Show{write.ShowLines, write.ShowKerned, write.ShowGlyphs} {
		for _, h := range []write.Habit{
			{Name: "table"},
			{Name: "stream", Stream: true},
			{Name: "packed", Stream: true, Pack: true},
			{Name: "table saved twice", Resave: true},
			{Name: "stream saved twice", Stream: true, Resave: true},
			{Name: "packed saved twice", Stream: true, Pack: true, Resave: true},
		} {
			h.Show = show
			all = append(all, h)
		}
	}
	all = append(all, []write.Habit{
		{Name: "plain", Plain: true},
		{Name: "xmp", XMP: true},
		{Name: "latin", Latin: true},
		{Name: "two fonts", HeadFont: true},
		{Name: "nested", Nested: true},
		{Name: "nested and packed", Nested: true, Stream: true, Pack: true},
		{Name: "crlf", CRLF: true},
		{Name: "trimmed", Trim: true},
		{Name: "turned", Turn: true},
		{Name: "turned, trimmed, nested", Turn: true, Trim: true, Nested: true},
		{Name: "crlf, plain, latin", CRLF: true, Plain: true, Latin: true, HeadFont: true, XMP: true},
	}...)
	for i := range all {
		all[i].Version, all[i].Producer, all[i].Creator = "1.7", "Sample", "样例"
	}
	return all
}

func each(t *testing.T, check func(t *testing.T, h write.Habit, pdf []byte)) {
	t.Helper()
	for _, h := range habits() {
		t.Run(fmt.Sprintf("%s %d", h.Name, h.Show), func(t *testing.T) { check(t, h, sample(t, h)) })
	}
}

func TestTheSameCallsGiveTheSameBytes(t *testing.T) {
	each(t, func(t *testing.T, h write.Habit, pdf []byte) {
		if !bytes.Equal(pdf, sample(t, h)) {
			t.Error("the bytes differ")
		}
	})
}

// Every entry of a table leads to the object of its number, and startxref to the last section.
func TestTableLeadsToItsObjects(t *testing.T) {
	each(t, func(t *testing.T, h write.Habit, pdf []byte) {
		found := regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`).FindSubmatch(pdf)
		if found == nil {
			t.Fatal("no end")
		}
		at := number(t, found[1])
		if h.Stream {
			if !regexp.MustCompile(`^\d+ 0 obj\s*<< /Type /XRef `).Match(pdf[at:]) {
				t.Errorf("startxref leads to %q", pdf[at:at+30])
			}
			return
		}
		for sections := 0; at >= 0; sections++ {
			if !bytes.HasPrefix(pdf[at:], []byte("xref")) || sections > 2 {
				t.Fatalf("a section begins with %q", pdf[at:at+10])
			}
			at = section(t, pdf, at)
		}
	})
}

// section checks one table and gives the place of the one before, or -1.
func section(t *testing.T, pdf []byte, at int) int {
	t.Helper()
	end := at + bytes.Index(pdf[at:], []byte("trailer"))
	first, n := 0, 0
	for _, line := range regexp.MustCompile(`\r?\n`).Split(string(pdf[at:end]), -1)[1:] {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 2:
			first, n = number(t, []byte(fields[0])), 0
		case len(fields) == 3:
			if want := fmt.Sprintf("%d 0 obj", first+n); fields[2] == "n" && !bytes.HasPrefix(pdf[number(t, []byte(fields[0])):], []byte(want)) {
				t.Errorf("entry of object %d leads elsewhere", first+n)
			}
			n++
		}
	}
	if prev := regexp.MustCompile(`/Prev (\d+)`).FindSubmatch(pdf[end : end+300]); prev != nil {
		return number(t, prev[1])
	}
	return -1
}

func number(t *testing.T, digits []byte) int {
	t.Helper()
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestFilesAreCleanForQPDF(t *testing.T) {
	tool(t, "qpdf")
	each(t, func(t *testing.T, _ write.Habit, pdf []byte) {
		if out, err := run(t, pdf, "qpdf", "--check", "FILE"); err != nil {
			t.Error(out)
		}
	})
}

func TestTextIsFoundByPoppler(t *testing.T) {
	tool(t, "pdftotext")
	each(t, func(t *testing.T, _ write.Habit, pdf []byte) {
		out, err := run(t, pdf, "pdftotext", "-layout", "FILE", "-")
		if err != nil {
			t.Fatal(out)
		}
		for _, word := range []string{
			"测试合同", "甲方（盖章）", "乙方（盖章）", "签字", "contract no. HT-1", "1,280.00", `左 \ 右 (括号)`, "附件，横向", "第 1 页 共",
		} {
			// An extractor guesses spaces between Chinese and digits as it likes.
			if squeeze := strings.NewReplacer(" ", "").Replace; !strings.Contains(squeeze(out), squeeze(word)) {
				t.Errorf("no %s", word)
			}
		}
		if heads := strings.Count(out, "序号"); heads < 2 {
			t.Errorf("the table's head stands %d times", heads)
		}
	})
}

// A landscape page is shown landscape, however it is stored.
func TestLandscapeIsShownLandscape(t *testing.T) {
	tool(t, "pdfinfo")
	each(t, func(t *testing.T, h write.Habit, pdf []byte) {
		out, err := run(t, pdf, "pdfinfo", "-f", "1", "-l", "99", "FILE")
		if err != nil {
			t.Fatal(out)
		}
		pages := regexp.MustCompile(`Page +\d+ size: +([\d.]+) x ([\d.]+)`).FindAllStringSubmatch(out, -1)
		turns := regexp.MustCompile(`Page +\d+ rot: +(\d+)`).FindAllStringSubmatch(out, -1)
		if len(pages) < 3 || len(turns) != len(pages) {
			t.Fatal(out)
		}
		for i, p := range pages {
			upright, last := p[1] == "595.28" && p[2] == "841.89", i == len(pages)-1
			if upright == (last && !h.Turn) || (turns[i][1] == "90") != (last && h.Turn) {
				t.Errorf("page %d: %s x %s, turned %s", i+1, p[1], p[2], turns[i][1])
			}
		}
	})
}
