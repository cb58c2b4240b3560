package samples_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"campus.example/sealdesk/domain"
)

func fen(t *testing.T, amount string) domain.Fen {
	t.Helper()
	f, err := domain.ParseFen(amount)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// inflate gives the file with every compressed stream opened in its place.
func inflate(t *testing.T, pdf []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	for len(pdf) > 0 {
		before, rest, found := bytes.Cut(pdf, []byte("\nstream\n"))
		out.Write(before)
		if !found {
			break
		}
		out.WriteString("\nstream\n")
		length := regexp.MustCompile(`/Length (\d+) >>$`).FindSubmatch(before)
		if length == nil {
			t.Fatalf("a stream without a length: %q", before[max(0, len(before)-60):])
		}
		n, err := strconv.Atoi(string(length[1]))
		if err != nil {
			t.Fatal(err)
		}
		data := rest[:n]
		pdf = rest[n:]
		if bytes.HasSuffix(bytes.TrimSuffix(before, length[0]), []byte("/Filter /FlateDecode ")) {
			r, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			plain, err := io.ReadAll(r)
			if err = errors.Join(err, r.Close()); err != nil {
				t.Fatal(err)
			}
			data = plain
		}
		out.Write(data)
	}
	return out.Bytes()
}

// extract reads the text of all pages: each font's own character map, each page's show operators in their order, a new
// line where the next one starts lower. It knows only what pdf/write writes, but reads it from the file alone.
func extract(t *testing.T, pdf []byte) string {
	t.Helper()
	plain := string(inflate(t, pdf))
	maps := map[string]map[string]string{} // by tag and name of the font
	objects := map[string]string{}
	for _, m := range regexp.MustCompile(`(?s)(\d+) 0 obj\s(.*?)\sendobj`).FindAllStringSubmatch(plain, -1) {
		objects[m[1]] = m[2]
	}
	for _, stream := range regexp.MustCompile(`(?s)/Type /ObjStm /N \d+ /First (\d+)[^>]*>>\nstream\n(.*?)\nendstream`).FindAllStringSubmatch(plain, -1) {
		first, err := strconv.Atoi(stream[1])
		if err != nil {
			t.Fatal(err)
		}
		index, bodies := strings.Fields(stream[2][:first]), strings.Split(stream[2][first:], "\n")
		for i := 0; i+1 < len(index); i += 2 {
			objects[index[i]] = bodies[i/2]
		}
	}
	resources := regexp.MustCompile(`/(F\d) (\d+) 0 R`).FindAllStringSubmatch(plain, -1)
	for _, r := range resources {
		m := regexp.MustCompile(`/ToUnicode (\d+) 0 R`).FindStringSubmatch(objects[r[2]])
		if m == nil {
			continue
		}
		maps[r[1]] = map[string]string{}
		for _, pair := range regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]{4})>\n`).FindAllStringSubmatch(objects[m[1]], -1) {
			code, err := strconv.ParseUint(pair[2], 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			maps[r[1]][pair[1]] = string(rune(code))
		}
	}
	var out strings.Builder
	name, line := "", ""
	token := regexp.MustCompile(`/(F\d) [\d.]+ Tf|1 0 0 1 [\d.]+ ([\d.]+) Tm|<([0-9A-F]+)>|\(((?:[^()\\]|\\.)*)\)`)
	for _, content := range regexp.MustCompile(`(?s)stream\n(q\n.*?Q\n)`).FindAllStringSubmatch(plain, -1) {
		for _, m := range token.FindAllStringSubmatch(content[1], -1) {
			switch {
			case m[1] != "":
				name = m[1]
			case m[2] != "":
				if m[2] != line {
					out.WriteString("\n")
				}
				line = m[2]
			case m[3] != "":
				for i := 0; i+4 <= len(m[3]); i += 4 {
					out.WriteString(maps[name][m[3][i:i+4]])
				}
			default:
				out.WriteString(regexp.MustCompile(`\\(.)`).ReplaceAllString(m[4], "$1"))
			}
		}
	}
	return out.String()
}
