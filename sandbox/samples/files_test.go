package samples_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"campus.example/sealdesk/sandbox/samples"
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

func file(t *testing.T, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "contract.pdf")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func words() []string {
	return []string{"甲方（盖章）", "乙方（盖章）", "甲方履约代表（签字）", "乙方履约代表（签字）", "大写："}
}

func TestEveryFileIsWrittenInItsHabit(t *testing.T) {
	forms := map[string]bool{}
	for n := 1; n <= enough; n++ {
		c := good(t, n)
		table, stream := bytes.Contains(c.PDF, []byte("\nxref")), bytes.Contains(c.PDF, []byte("/Type /XRef"))
		if table == stream || stream != c.Habit.Stream {
			t.Errorf("%s: table %v, stream %v", c.No, table, stream)
		}
		if packed := bytes.Contains(c.PDF, []byte("/Type /ObjStm")); packed != c.Habit.Pack {
			t.Errorf("%s: object streams %v", c.No, packed)
		}
		saves := 1
		if c.Habit.Resave {
			saves = 2
		}
		if got := bytes.Count(c.PDF, []byte("%%EOF")); got != saves {
			t.Errorf("%s: saved %d times, want %d", c.No, got, saves)
		}
		plain := inflate(t, c.PDF)
		subsets := regexp.MustCompile(`/FontName /[A-Z]{6}\+NotoSansCJKsc-Regular [^>]*/FontFile2 \d+ 0 R`).FindAll(plain, -1)
		if len(subsets) == 0 || len(subsets) != bytes.Count(plain, []byte("/FontDescriptor /FontName")) {
			t.Errorf("%s: %d embedded subset fonts", c.No, len(subsets))
		}
		if crop := bytes.Contains(plain, []byte("/CropBox")); crop != c.Habit.Trim {
			t.Errorf("%s: CropBox %v", c.No, crop)
		}
		if bytes.Contains(plain, []byte("/Rotate 90")) {
			forms["rotate"] = true
		}
		for name, there := range map[string]bool{"table": table, "stream": stream, "pack": c.Habit.Pack, "crop": c.Habit.Trim} {
			forms[name] = forms[name] || there
		}
	}
	for _, form := range []string{"table", "stream", "pack", "crop", "rotate"} {
		if !forms[form] {
			t.Errorf("no sample has the form %s", form)
		}
	}
}

// Our own reading, which needs no program: page contents, character maps, the order of showing.
func TestKeywordsAreFoundInProcess(t *testing.T) {
	for n := 1; n <= enough; n++ {
		c := good(t, n)
		got := strings.ReplaceAll(extract(t, c.PDF), "\n", "") // long amounts break across lines
		for _, word := range append(words(), c.No, c.PartyB.Name, samples.Capital(fen(t, c.Amount))) {
			if !strings.Contains(got, word) {
				t.Errorf("%s (%s): no %s", c.No, c.Habit.Name, word)
			}
		}
	}
}

func TestKeywordsAreFoundByPoppler(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	for n := 1; n <= 14; n++ {
		c := good(t, n)
		out, err := exec.Command(pdftotext, "-layout", file(t, c.PDF), "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range words() {
			if !strings.Contains(string(out), word) {
				t.Errorf("%s (%s): no %s", c.No, c.Habit.Name, word)
			}
		}
	}
}

func TestFilesHaveTwoToTwelvePagesAndFontsAreEmbedded(t *testing.T) {
	pdfinfo, pdffonts := tool(t, "pdfinfo"), tool(t, "pdffonts")
	pages := map[string]bool{}
	for n := 1; n <= 14; n++ {
		path := file(t, good(t, n).PDF)
		out, err := exec.Command(pdfinfo, path).Output()
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(`Pages:\s+(\d+)`).FindStringSubmatch(string(out))
		if len(found) != 2 || !regexp.MustCompile(`^([2-9]|1[0-2])$`).MatchString(found[1]) {
			t.Errorf("%d: %s", n, out)
			continue
		}
		pages[found[1]] = true
		if out, err = exec.Command(pdffonts, path).Output(); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n")[2:] {
			if !regexp.MustCompile(`[A-Z]{6}\+\S+ .* yes yes`).MatchString(line) {
				t.Errorf("%d: %s", n, line)
			}
		}
	}
	if !pages["2"] || !pages["11"] {
		t.Errorf("numbers of pages: %v", pages)
	}
}

func TestFilesAreCleanForQPDF(t *testing.T) {
	qpdf := tool(t, "qpdf")
	for n := 1; n <= 14; n++ {
		c := good(t, n)
		if out, err := exec.Command(qpdf, "--check", file(t, c.PDF)).CombinedOutput(); err != nil {
			t.Errorf("%s (%s): %s", c.No, c.Habit.Name, out)
		}
	}
	for _, c := range wrong(t) {
		out, err := exec.Command(qpdf, "--check", file(t, c.PDF)).CombinedOutput()
		if bad := c.Wrong == samples.Broken || c.Wrong == samples.Encrypted; bad != (err != nil) {
			t.Errorf("%s %s: %s", c.No, c.Wrong, out)
		}
		if c.Wrong != samples.Encrypted {
			continue
		}
		if out, err = exec.Command(qpdf, "--check", "--password="+samples.Password, file(t, c.PDF)).CombinedOutput(); err != nil {
			t.Errorf("the password does not open it: %s", out)
		}
	}
}
