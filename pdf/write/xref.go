package write

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
)

// perPack is the most objects an object stream carries.
const perPack = 100

// entry is where an object stands: at an offset, or at an index inside an object stream.
type entry struct {
	at   int
	pack ref
}

// write gives the finished bytes. again is the body of the information dictionary for a second save, or empty.
func (f *file) write(root, info ref, again []byte) ([]byte, error) {
	var out bytes.Buffer
	f.line(&out, "%%PDF-%s", f.habit.Version)
	f.line(&out, "%%\xe2\xe3\xcf\xd3")
	entries := map[ref]entry{}
	if f.habit.Lock != nil {
		return f.locked(&out, root, info)
	}
	if f.habit.Pack {
		if err := f.pack(entries); err != nil {
			return nil, err
		}
	}
	for i, o := range f.objects {
		if n := ref(i + 1); entries[n].pack == 0 {
			entries[n] = entry{at: out.Len()}
			f.object(&out, n, o.body)
		}
	}
	sum := sha256.Sum256(out.Bytes())
	trailer := fmt.Sprintf("/Root %s /Info %s /ID [<%X> <%X>]", root, info, sum[:16], sum[:16])
	first := out.Len()
	if err := f.section(&out, entries, trailer); err != nil {
		return nil, err
	}
	if len(again) == 0 {
		return out.Bytes(), nil
	}
	next := sha256.Sum256(again)
	trailer = fmt.Sprintf("/Root %s /Info %s /ID [<%X> <%X>] /Prev %d", root, info, sum[:16], next[:16], first)
	changed := map[ref]entry{info: {at: out.Len()}}
	f.object(&out, info, again)
	if err := f.section(&out, changed, trailer); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// locked writes a document that needs a password: one save, with a table.
func (f *file) locked(out *bytes.Buffer, root, info ref) ([]byte, error) {
	if f.habit.Stream || f.habit.Resave {
		return nil, errors.New("an encrypted document is written with a table and saved once")
	}
	sum := sha256.New()
	for _, o := range f.objects {
		// hash.Hash never returns an error from Write.
		sum.Write(o.body)
	}
	id := sum.Sum(nil)[:16]
	lock, err := newLocker(*f.habit.Lock, id)
	if err != nil {
		return nil, err
	}
	entries := map[ref]entry{}
	for i, o := range f.objects {
		n := ref(i + 1)
		body, err := lock.object(n, o.body)
		if err != nil {
			return nil, err
		}
		entries[n] = entry{at: out.Len()}
		f.object(out, n, body)
	}
	// The encryption dictionary's own strings are the keys to the others: they stand in clear.
	key := f.add("%s", lock.entry)
	entries[key] = entry{at: out.Len()}
	f.object(out, key, []byte(lock.entry))
	err = f.section(out, entries, fmt.Sprintf("/Root %s /Info %s /Encrypt %s /ID [<%X> <%X>]", root, info, key, id, id))
	return out.Bytes(), err
}

func (f *file) eol() string {
	if f.habit.CRLF {
		return "\r\n"
	}
	return "\n"
}

func (f *file) line(out *bytes.Buffer, format string, args ...any) {
	fmt.Fprintf(out, format, args...)
	out.WriteString(f.eol())
}

func (f *file) object(out *bytes.Buffer, n ref, body []byte) {
	f.line(out, "%d 0 obj", int(n))
	out.Write(body)
	out.WriteString(f.eol())
	f.line(out, "endobj")
}

// pack moves what is not a stream into object streams, which become further objects.
func (f *file) pack(entries map[ref]entry) error {
	var loose []ref
	for i, o := range f.objects {
		if !o.stream {
			loose = append(loose, ref(i+1))
		}
	}
	for len(loose) > 0 {
		n := min(perPack, len(loose))
		var index, bodies bytes.Buffer
		home := f.reserve()
		for i, r := range loose[:n] {
			fmt.Fprintf(&index, "%d %d ", int(r), bodies.Len())
			bodies.Write(f.objects[r-1].body)
			bodies.WriteByte('\n')
			entries[r] = entry{at: i, pack: home}
		}
		dict := fmt.Sprintf("/Type /ObjStm /N %d /First %d", n, index.Len())
		body, err := streamBody(dict, append(index.Bytes(), bodies.Bytes()...), true)
		if err != nil {
			return err
		}
		f.objects[home-1] = object{body: body, stream: true}
		loose = loose[n:]
	}
	return nil
}

// section writes the cross-reference of the entries and the end of a save.
func (f *file) section(out *bytes.Buffer, entries map[ref]entry, trailer string) error {
	start := out.Len()
	if f.habit.Stream {
		if err := f.xrefStream(out, entries, trailer); err != nil {
			return err
		}
	} else {
		f.table(out, entries)
		f.line(out, "trailer")
		f.line(out, "<< /Size %d %s >>", len(f.objects)+1, trailer)
	}
	f.line(out, "startxref")
	f.line(out, "%d", start)
	f.line(out, "%%%%EOF")
	return nil
}

// runs groups the numbers of the entries into unbroken ascending runs: first number and length.
func runs(entries map[ref]entry, top int) [][2]int {
	var out [][2]int
	for n := 1; n <= top; n++ {
		if _, ok := entries[ref(n)]; !ok {
			continue
		}
		if k := len(out) - 1; k >= 0 && out[k][0]+out[k][1] == n {
			out[k][1]++
		} else {
			out = append(out, [2]int{n, 1})
		}
	}
	return out
}

// table writes the classic form; every line has exactly 20 bytes.
func (f *file) table(out *bytes.Buffer, entries map[ref]entry) {
	end := " \n"
	if f.habit.CRLF {
		end = "\r\n"
	}
	f.line(out, "xref")
	whole := len(entries) == len(f.objects)
	if whole {
		f.line(out, "0 %d", len(entries)+1)
		out.WriteString("0000000000 65535 f" + end)
	}
	for _, run := range runs(entries, len(f.objects)) {
		if !whole {
			f.line(out, "%d %d", run[0], run[1])
		}
		for n := run[0]; n < run[0]+run[1]; n++ {
			fmt.Fprintf(out, "%010d 00000 n%s", entries[ref(n)].at, end)
		}
	}
}

func (f *file) xrefStream(out *bytes.Buffer, entries map[ref]entry, trailer string) error {
	// A later save must not take the number of the first one's stream: it gets a new object.
	self := f.reserve()
	entries[self] = entry{at: out.Len()}
	var rows bytes.Buffer
	row := func(kind byte, at, third int) {
		rows.WriteByte(kind)
		rows.Write(binary.BigEndian.AppendUint32(nil, uint32(at)))
		rows.Write(binary.BigEndian.AppendUint16(nil, uint16(third)))
	}
	spans := runs(entries, len(f.objects))
	if len(spans) == 1 && spans[0][0] == 1 {
		spans[0] = [2]int{0, spans[0][1] + 1}
		row(0, 0, 65535)
	}
	index := ""
	for _, run := range spans {
		index += fmt.Sprintf("%d %d ", run[0], run[1])
		for n := max(run[0], 1); n < run[0]+run[1]; n++ {
			if e := entries[ref(n)]; e.pack != 0 {
				row(2, int(e.pack), e.at)
			} else {
				row(1, e.at, 0)
			}
		}
	}
	dict := fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Index [%s] %s", len(f.objects)+1, index[:len(index)-1], trailer)
	body, err := streamBody(dict, rows.Bytes(), true)
	if err != nil {
		return err
	}
	f.objects[self-1] = object{body: body, stream: true}
	f.object(out, self, body)
	return nil
}
