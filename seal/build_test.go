package seal_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/stamp"
)

// made is a small document put together by hand. The catalog is object 1, the page tree 2, the page 3, its content 4.
type made struct {
	head    string // "%PDF-1.7\n"
	objects map[int]string
	gens    map[int]int
	trailer string // more of the trailer
	stream  bool   // cross-reference stream
	hybrid  []int  // objects that only the stream of a hybrid file lists
	eol     string
	after   string
}

func plainDoc() *made {
	return &made{
		head: "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
		objects: map[int]string{
			1: "<< /Type /Catalog /Pages 2 0 R >>",
			2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
			3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Contents 4 0 R /Resources << >> >>",
			4: "<< /Length 21 >>\nstream\n0 0 1 rg 9 9 9 9 re f\nendstream",
		},
		gens: map[int]int{}, eol: "\n",
		trailer: "/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]",
	}
}

// with changes a copy.
func (m *made) with(change func(*made)) *made {
	c := *m
	c.objects, c.gens = maps.Clone(m.objects), maps.Clone(m.gens)
	change(&c)
	return &c
}

// set replaces an object; the number may be new.
func set(n int, body string) func(*made) { return func(m *made) { m.objects[n] = body } }

func (m *made) bytes() []byte {
	var b bytes.Buffer
	base := max(strings.Index(m.head, "%PDF"), 0)
	b.WriteString(m.head)
	numbers := slices.Sorted(maps.Keys(m.objects))
	at := map[int]int{}
	for _, n := range numbers {
		at[n] = b.Len() - base
		fmt.Fprintf(&b, "%d %d obj%s%s%sendobj%s", n, m.gens[n], m.eol, m.objects[n], m.eol, m.eol)
	}
	size := numbers[len(numbers)-1] + 1
	more := m.trailer
	if m.hybrid != nil {
		start := b.Len() - base
		m.xrefStream(&b, at, m.hybrid, size, start, "")
		for _, n := range m.hybrid {
			delete(at, n)
		}
		size++
		more += fmt.Sprintf(" /XRefStm %d", start)
	}
	start := b.Len() - base
	if m.stream {
		at[size] = start
		m.xrefStream(&b, at, append(numbers, size), size, start, more)
	} else {
		end := m.eol
		if len(end) == 1 {
			end = " " + end
		}
		fmt.Fprintf(&b, "xref%s0 %d%s0000000000 65535 f%s", m.eol, size, m.eol, end)
		for n := 1; n < size; n++ {
			if offset, ok := at[n]; ok {
				fmt.Fprintf(&b, "%010d %05d n%s", offset, m.gens[n], end)
			} else {
				fmt.Fprintf(&b, "0000000000 65535 f%s", end)
			}
		}
		fmt.Fprintf(&b, "trailer%s<< /Size %d /Root 1 %d R %s >>%s", m.eol, size, m.gens[1], more, m.eol)
	}
	fmt.Fprintf(&b, "startxref%s%d%s%%%%EOF%s", m.eol, start, m.eol, m.after)
	return b.Bytes()
}

func (m *made) xrefStream(b *bytes.Buffer, at map[int]int, numbers []int, self, start int, more string) {
	var rows, index []byte
	for _, n := range numbers {
		offset := at[n]
		if n == self {
			offset = start
		}
		index = fmt.Appendf(index, "%d 1 ", n)
		rows = append(rows, 1)
		rows = binary.BigEndian.AppendUint32(rows, uint32(offset))
		rows = append(rows, byte(m.gens[n]))
	}
	root := ""
	if more != "" {
		root = fmt.Sprintf("/Root 1 %d R %s", m.gens[1], more)
	}
	fmt.Fprintf(b, "%d 0 obj%s<< /Type /XRef /Size %d /W [1 4 1] /Index [%s] /Length %d %s >>%sstream\n%s\nendstream%sendobj%s",
		self, m.eol, self+1, strings.TrimSpace(string(index)), len(rows), root, m.eol, rows, m.eol, m.eol)
}

// qpdf lets that program change a document.
func qpdf(t testing.TB, data []byte, args ...string) []byte {
	t.Helper()
	path := program(t, "qpdf")
	dir := t.TempDir()
	in, out := save(t, dir, "in.pdf", data), filepath.Join(dir, "out.pdf")
	args = append(append([]string{"--allow-weak-crypto", "--warning-exit-0"}, args...), in, out)
	if text, err := exec.Command(path, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func words(ring, line string) stamp.Look {
	return stamp.Look{Appearance: domain.Appearance{Ring: ring, Line: line}}
}

func requestOf(key domain.SigningKey, pdf []byte) pades.Request {
	return pades.Request{
		PDF: pdf, Field: "Seal", Place: domain.Place{Page: 1, X: 50, Y: 60, W: 120, H: 120}, Chain: key.Chain,
		Appearance: words("样例科技有限公司", ""), Signing: now(), Name: "样例科技有限公司", Stamped: true,
	}
}

// pictureSeal is a red disc on nothing, as scanned seals come.
func pictureSeal(t testing.TB) stamp.Look {
	t.Helper()
	const n = 300
	in := image.NewNRGBA(image.Rect(0, 0, n, n))
	for y := range n {
		for x := range n {
			if dx, dy := x-n/2, y-n/2; dx*dx+dy*dy < n*n/4 {
				in.SetNRGBA(x, y, color.NRGBA{R: 210, G: 20, B: 20, A: 230})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, in); err != nil {
		t.Fatal(err)
	}
	return stamp.Look{Appearance: domain.Appearance{Picture: b.Bytes()}}
}
