package pades

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"

	"campus.example/sealdesk/pdf/read"
)

// About what stands around the data of a stream, around an object with its line of the cross-reference, and behind all
// objects, bytes: a buffer that seldom has to grow is a copy less.
const (
	streamRoom  = 256
	objectRoom  = 64
	trailerRoom = 1 << 10
)

// update is one incremental update being made (ISO 32000-1, 7.5.6).
type update struct {
	doc     *read.Document
	next    int
	changed map[int]change
	order   []int
}

type change struct {
	gen  int
	body []byte // between obj and endobj
}

func newUpdate(doc *read.Document) *update {
	return &update{doc: doc, next: doc.Unused(), changed: map[int]change{}}
}

// reserve takes the number of a new object.
func (u *update) reserve() read.Ref {
	r := read.Ref{Num: u.next}
	u.next++
	return r
}

// set writes an object, new or instead of an earlier one.
func (u *update) set(r read.Ref, o read.Object) {
	u.put(r, encode(nil, u.doc.Encrypt(o, r)))
}

func (u *update) put(r read.Ref, body []byte) {
	if _, ok := u.changed[r.Num]; !ok {
		u.order = append(u.order, r.Num)
	}
	u.changed[r.Num] = change{gen: r.Gen, body: body}
}

func (u *update) add(o read.Object) read.Ref {
	r := u.reserve()
	u.set(r, o)
	return r
}

// stream adds a stream; data is packed as the dictionary says.
func (u *update) stream(dict read.Dict, data []byte) read.Ref {
	r := u.reserve()
	data = u.doc.EncryptStream(data, r)
	dict["Length"] = len(data)
	body := encode(make([]byte, 0, len(data)+streamRoom), u.doc.Encrypt(dict, r))
	body = append(body, "\nstream\n"...)
	body = append(body, data...)
	u.put(r, append(body, "\nendstream"...))
	return r
}

// bytes gives the whole document with the section, and where each object's body begins. The form of the
// cross-reference is that of the newest section; a hybrid file goes on with a table.
func (u *update) bytes() (whole []byte, at map[int]int, err error) {
	in := u.doc.Bytes()
	size := trailerRoom
	for _, c := range u.changed {
		size += len(c.body) + objectRoom
	}
	out := make([]byte, 0, size) // the section alone: the document is copied once, at the end
	if n := len(in); n > 0 && in[n-1] != '\n' && in[n-1] != '\r' {
		out = append(out, '\n')
	}
	shift := len(in)
	at = map[int]int{}
	var entries []entry
	for _, n := range u.order {
		c := u.changed[n]
		entries = append(entries, entry{n, c.gen, shift + len(out) - u.doc.Base()})
		out = fmt.Appendf(out, "%d %d obj\n", n, c.gen)
		at[n] = shift + len(out)
		out = append(out, c.body...)
		out = append(out, "\nendobj\n"...)
	}
	trailer := u.trailer(u.sum())
	start := shift + len(out) - u.doc.Base()
	if start > 9_999_999_999 {
		return nil, nil, fmt.Errorf("%w: too long for a cross-reference", read.ErrLimits)
	}
	if u.doc.Form() == read.FormStream {
		out = u.xrefStream(out, entries, trailer, start)
	} else {
		out = table(out, entries)
		trailer["Size"] = u.next
		out = append(out, "trailer\n"...)
		out = encode(out, trailer)
		out = append(out, '\n')
	}
	// One end of line after the mark: a later signer that adds its own must not make the range look short.
	out = fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", start)
	return bytes.Join([][]byte{in, out}, nil), at, nil
}

// trailer carries on what readers need and nothing else; the second half of ID tells the revisions apart (14.4).
func (u *update) trailer(fresh read.String) read.Dict {
	old := u.doc.Trailer()
	out := read.Dict{"Prev": u.doc.StartXRef() - u.doc.Base()}
	for _, key := range []read.Name{"Root", "Info", "Encrypt"} {
		if v, ok := old[key]; ok {
			out[key] = v
		}
	}
	first := fresh
	if id, err := u.doc.Array(old["ID"]); err == nil && len(id) > 0 {
		if s, err := u.doc.Text(id[0]); err == nil && s != "" {
			first = s
		}
	}
	out["ID"] = read.Array{hexString(first), hexString(fresh)}
	return out
}

func hexString(s read.String) raw { return fmt.Appendf(nil, "<%X>", string(s)) }

type entry struct{ num, gen, at int }

// runs sorts the entries and cuts them where the numbers have a gap.
func runs(entries []entry) [][]entry {
	slices.SortFunc(entries, func(a, b entry) int { return a.num - b.num })
	var out [][]entry
	for i, e := range entries {
		if i > 0 && entries[i-1].num+1 == e.num {
			out[len(out)-1] = append(out[len(out)-1], e)
		} else {
			out = append(out, []entry{e})
		}
	}
	return out
}

// table writes a cross-reference table: every line has 20 bytes, or readers mend the file and call it changed.
func table(out []byte, entries []entry) []byte {
	out = append(out, "xref\n"...)
	for _, run := range runs(entries) {
		out = fmt.Appendf(out, "%d %d\n", run[0].num, len(run))
		for _, e := range run {
			out = fmt.Appendf(out, "%010d %05d n \n", e.at, e.gen)
		}
	}
	return out
}

// xrefStream writes a cross-reference stream, which lists itself (7.5.8). It is short: packing would not pay.
func (u *update) xrefStream(out []byte, entries []entry, dict read.Dict, start int) []byte {
	self := u.reserve()
	entries = append(entries, entry{self.Num, 0, start})
	var rows bytes.Buffer
	index := read.Array{}
	for _, run := range runs(entries) {
		index = append(index, run[0].num, len(run))
		for _, e := range run {
			rows.Write([]byte{1, byte(e.at >> 32), byte(e.at >> 24), byte(e.at >> 16), byte(e.at >> 8), byte(e.at), byte(e.gen >> 8), byte(e.gen)})
		}
	}
	dict["Type"], dict["Size"], dict["Index"] = read.Name("XRef"), u.next, index
	dict["W"], dict["Length"] = read.Array{1, 5, 2}, rows.Len()
	out = fmt.Appendf(out, "%d 0 obj\n", self.Num)
	out = encode(out, dict)
	out = append(out, "\nstream\n"...)
	out = append(out, rows.Bytes()...)
	return append(out, "\nendstream\nendobj\n"...)
}

// sum tells revisions apart: it is of the objects, without the zeros in the middle of a hole.
func (u *update) sum() read.String {
	const ends = 2 << 10
	h := sha256.New()
	for _, n := range u.order {
		body := u.changed[n].body
		h.Write(body[:min(len(body), ends)])
		h.Write(body[max(0, len(body)-ends):])
	}
	return read.String(h.Sum(nil)[:16])
}
