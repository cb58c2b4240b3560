package content

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"campus.example/sealdesk/pdf/read"
)

func all(s string) []string {
	var out []string
	scanner := New([]byte(s))
	for op, ok := scanner.Next(); ok; op, ok = scanner.Next() {
		out = append(out, fmt.Sprintf("%s%v", op.Name, op.Args))
	}
	return out
}

func TestOperations(t *testing.T) {
	for in, want := range map[string][]string{
		"":                                      nil,
		"q 1 0 0 1 72 -.5 cm/F1 12 Tf":          {"q[]", "cm[1 0 0 1 72 -0.5]", "Tf[F1 12]"},
		"(a(b)\\)\\101\\\n) Tj<41 4>Tj":         {"Tj[a(b))A]", "Tj[A@]"},
		"[(x)-120(y) /N [1 2]]TJ % note\nET":    {"TJ[[x -120 y N [1 2]]]", "ET[]"},
		"/Span<</MCID 0/X[1]/Y<</Z 1>>>>BDC":    {"BDC[Span map[MCID:0 X:[1] Y:map[Z:1]]]"},
		"] >> ) } 5 w":                          {"w[5]"},
		"BI /W 1 /H 1 ID \x01EI\xff\x02 EI Q":   {"BI[]", "BI[W 1 H 1]", "Q[]"},
		"<4x1 20>Tj<414":                        {"Tj[A ]"},
		"BI ID x":                               {"BI[]", "BI[]"},
		"--5 12-34 . 1.2.3 +7 m":                {"m[-5 12 0 1.2 7]"},
		"/A#42 /#4 true null gs":                {"gs[AB #4 true <nil>]"},
		"[1 2 Tj":                               nil,
		"(never":                                nil,
		"12345678901234567890 0.000000000001 d": {"d[1.2345678901234567e+19 1e-12]"},
	} {
		if diff := cmp.Diff(want, all(in)); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

func TestDepthIsBounded(t *testing.T) {
	b := make([]byte, 4<<20)
	for i := range b {
		b[i] = '['
	}
	if _, ok := New(b).Next(); ok {
		t.Error("an operation out of nothing")
	}
}

func FuzzScanner(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.content"))
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte("q BI /W 1 ID abc EI Q [(a)<42>]TJ"))
	f.Fuzz(func(t *testing.T, b []byte) {
		s := New(b)
		for op, ok := s.Next(); ok; op, ok = s.Next() {
			if op.Name == "" {
				t.Fatal("an operator without a name")
			}
			for _, a := range op.Args {
				if _, stray := a.(closer); stray {
					t.Fatal("an end as an operand")
				}
				if r, isRef := a.(read.Ref); isRef {
					t.Fatalf("a reference in a content: %v", r)
				}
			}
		}
		if s.at < len(b) {
			t.Fatalf("stopped at %d of %d", s.at, len(b))
		}
	})
}
