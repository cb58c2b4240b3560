package seal_test

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	lastStart  = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF`)
	prevEntry  = regexp.MustCompile(`/Prev (\d+)`)
	tableLine  = regexp.MustCompile(`^\d{10} \d{5} [nf] $`)
	xrefObject = regexp.MustCompile(`(?s)^\d+ 0 obj\n<< .{0,400}/Type /XRef`)
	idEntry    = regexp.MustCompile(`/ID\s*\[\s*<([0-9A-Fa-f]*)>\s*<([0-9A-Fa-f]*)>`)
)

// oneSection looks at what was appended as bytes, with no parser of ours: one section in the form of the newest one
// before it, on a line of its own, which frees nothing and ends where a later signer can go on.
func oneSection(t *testing.T, in, out []byte) {
	t.Helper()
	if !bytes.HasPrefix(out, in) {
		t.Fatal("earlier bytes changed")
	}
	bad := func(what string) { t.Error("the section: " + what) }
	section := out[len(in):]
	if end := in[len(in)-1]; end != '\n' && end != '\r' && section[0] != '\n' {
		bad("it begins in the middle of a line")
	}
	if !bytes.HasSuffix(section, []byte("%%EOF\n")) || bytes.HasSuffix(section, []byte("\n\n")) || bytes.Count(section, []byte("startxref")) != 1 {
		bad("its end")
	}
	before := lastStart.FindAllSubmatch(in, -1)
	old := before[len(before)-1][1] // of a linearized file too
	at, err := strconv.Atoi(string(lastStart.FindSubmatch(section)[1]))
	if err != nil || at < len(in) {
		t.Fatalf("startxref %d, %v", at, err)
	}
	was, err := strconv.Atoi(string(old))
	if err != nil {
		t.Fatal(err)
	}
	head := out[at:]
	if table := bytes.HasPrefix(bytes.TrimLeft(in[was:], "\r\n "), []byte("xref")); table {
		rows, _, _ := strings.Cut(string(head), "trailer\n")
		if !strings.HasPrefix(rows, "xref\n") || bytes.Contains(section, []byte("/Type /XRef")) || bytes.Contains(section, []byte("/XRefStm")) {
			bad("not a table, behind one")
		}
		for line := range strings.Lines(rows) {
			if len(line) > 12 && (len(line) != 20 || !tableLine.MatchString(strings.TrimSuffix(line, "\n")) || strings.Contains(line, "f")) {
				bad("entry " + line)
			}
		}
	} else if !xrefObject.Match(head) || bytes.Contains(section, []byte("trailer\n")) {
		bad("not a stream, behind one")
	}
	if prev := prevEntry.FindSubmatch(head); prev == nil || !bytes.Equal(prev[1], old) {
		bad("Prev")
	}
	id := idEntry.FindSubmatch(head)
	if id == nil || bytes.Equal(id[1], id[2]) && len(idEntry.FindSubmatch(in)) > 0 {
		bad("ID")
	}
	if first := idEntry.FindSubmatch(in); first != nil && !bytes.EqualFold(first[1], id[1]) {
		bad("the permanent half of ID")
	}
}
