package check

import (
	"bytes"
	"crypto"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// doc is a document under construction: bytes, and what the next save needs to know.
type doc struct {
	data   []byte
	xref   int            // of the newest section
	size   int            // next free number
	body   map[int]string // newest body of each object
	offset map[int]int    // of each object
	stream bool           // cross-reference streams
	packed bool           // objects without data go into an object stream
	extra  string         // more trailer entries
	save   saveSpec       // how the next save is written
}

// saveSpec bends one save.
type saveSpec struct {
	entries   map[int]string // entries to put instead, 20 bytes each
	omit      map[int]bool   // objects that stand there without entry
	noXref    bool
	noTrailer bool
	prev      int // instead of the right one; -1 leaves it out
	before    string
	after     string
	root      string
}

func (d *doc) clone() *doc {
	out := *d
	out.data, out.body, out.offset = bytes.Clone(d.data), maps.Clone(d.body), maps.Clone(d.offset)
	out.save = saveSpec{}
	return &out
}

// with gives the document with one more save.
func (d *doc) with(objects map[int]string) *doc { return d.bent(saveSpec{}, objects) }

func (d *doc) bent(spec saveSpec, objects map[int]string) *doc {
	out := d.clone()
	out.save = spec
	out.append(objects)
	return out
}

func streamObject(dict, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

// append writes one save.
func (d *doc) append(objects map[int]string) {
	first := len(d.data) == 0
	if first {
		d.data = []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	}
	d.data = append(d.data, d.save.before...)
	nums := slices.Sorted(maps.Keys(objects))
	places := map[int]string{} // how the entry of each number reads
	packs := map[int][2]int{}
	var inside, head strings.Builder
	for _, n := range nums {
		d.size = max(d.size, n+1)
		d.body[n] = objects[n]
	}
	packNum := d.size
	count := 0
	for _, n := range nums {
		body := objects[n]
		if d.packed && !strings.Contains(body, "stream\n") && !strings.Contains(body, "/ByteRange") {
			fmt.Fprintf(&head, "%d %d ", n, inside.Len())
			inside.WriteString(body + "\n")
			packs[n] = [2]int{packNum, count}
			count++
			continue
		}
		d.offset[n] = len(d.data)
		places[n] = fmt.Sprintf("%010d 00000 n \n", len(d.data))
		d.data = fmt.Appendf(d.data, "%d 0 obj\n%s\nendobj\n", n, body)
	}
	if count > 0 {
		d.size++
		d.offset[packNum] = len(d.data)
		places[packNum] = fmt.Sprintf("%010d 00000 n \n", len(d.data))
		d.data = fmt.Appendf(d.data, "%d 0 obj\n%s\nendobj\n", packNum,
			streamObject(fmt.Sprintf("/Type /ObjStm /N %d /First %d", count, head.Len()), head.String()+inside.String()))
	}
	maps.Copy(places, d.save.entries)
	for n := range d.save.omit {
		delete(places, n)
	}
	if d.save.noXref {
		d.data = append(d.data, d.save.after...)
		return
	}
	if d.stream {
		d.writeStream(first, places, packs)
	} else {
		d.writeTable(first, places)
	}
	d.data = append(d.data, d.save.after...)
}

func (d *doc) trailer(first bool) string {
	root := "1 0 R"
	if d.save.root != "" {
		root = d.save.root
	}
	t := fmt.Sprintf("/Size %d /Root %s /ID [<AABB> <%04X>] %s", d.size, root, len(d.data)&0xFFFF, d.extra)
	switch {
	case d.save.prev > 0:
		t += fmt.Sprintf(" /Prev %d", d.save.prev)
	case !first && d.save.prev == 0:
		t += fmt.Sprintf(" /Prev %d", d.xref)
	}
	return t
}

func (d *doc) writeTable(first bool, places map[int]string) {
	at := len(d.data)
	if first {
		for n := range d.size {
			if _, ok := places[n]; !ok {
				places[n] = "0000000000 65535 f \n"
			}
		}
	}
	trailer := d.trailer(first)
	d.data = append(d.data, "xref\n"...)
	nums := slices.Sorted(maps.Keys(places))
	for i := 0; i < len(nums); {
		j := i
		for j+1 < len(nums) && nums[j+1] == nums[j]+1 {
			j++
		}
		d.data = fmt.Appendf(d.data, "%d %d\n", nums[i], j-i+1)
		for ; i <= j; i++ {
			d.data = append(d.data, places[nums[i]]...)
		}
	}
	if len(nums) == 0 {
		d.data = append(d.data, "0 0\n"...)
	}
	if !d.save.noTrailer {
		d.data = fmt.Appendf(d.data, "trailer\n<< %s >>\n", trailer)
	}
	d.data = fmt.Appendf(d.data, "startxref\n%d\n%%%%EOF\n", at)
	d.xref = at
}

func (d *doc) writeStream(first bool, places map[int]string, packs map[int][2]int) {
	at := len(d.data)
	own := d.size
	d.size++
	var index, rows strings.Builder
	row := func(kind, a, b int) {
		rows.Write([]byte{byte(kind), byte(a >> 24), byte(a >> 16), byte(a >> 8), byte(a), byte(b >> 8), byte(b)})
	}
	all := map[int]bool{own: true}
	if first {
		all[0] = true
	}
	for n := range places {
		all[n] = true
	}
	for n := range packs {
		all[n] = true
	}
	for _, n := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(&index, "%d 1 ", n)
		switch p, packed := packs[n]; {
		case packed:
			row(2, p[0], p[1])
		case n == own:
			row(1, at, 0)
		case n == 0:
			row(0, 0, 65535)
		default:
			var off int
			if _, err := fmt.Sscanf(places[n], "%d", &off); err != nil {
				panic(err) // the generator is wrong, not the file
			}
			row(1, off, 0)
		}
	}
	d.data = fmt.Appendf(d.data, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", own,
		streamObject("/Type /XRef /W [1 4 2] /Index ["+index.String()+"] "+d.trailer(first), rows.String()), at)
	d.xref = at
}

// signSpec says what to sign and how. The zero value fills a prepared field with a correct signature.
type signSpec struct {
	field    int // number of the field object
	by       *who
	cms      cmsSpec
	sub      string // SubFilter; "" is PAdES
	dict     string // more entries of the signature dictionary
	objects  map[int]string
	look     bool // a visible picture
	room     int  // bytes reserved
	pad      string
	docstamp bool
	rewrite  func(map[int]string)     // last change before the save is written
	ranges   func([4]int) [4]int      // other numbers
	patch    func(dict string) string // other signature dictionary, same length not needed
	contents func(cms []byte) []byte  // other CMS
	save     saveSpec
	late     func(*doc) // more saves before the hole is filled
}

// sign gives the document with one more, signed save.
func (d *doc) sign(s signSpec) *doc {
	out := d.clone()
	out.save = s.save
	objects := maps.Clone(s.objects)
	if objects == nil {
		objects = map[int]string{}
	}
	for n := range objects {
		out.size = max(out.size, n+1)
	}
	num := out.size
	room := s.room
	if room == 0 {
		room = 6000
	}
	sub, kind := s.sub, "/Sig"
	if sub == "" {
		sub = "ETSI.CAdES.detached"
	}
	if s.docstamp {
		sub, kind = "ETSI.RFC3161", "/DocTimeStamp"
	}
	dict := fmt.Sprintf("<< /Type %s /Filter /Adobe.PPKLite /SubFilter /%s /M (D:20260501120000+08'00') %s /ByteRange [0 %s] /Contents <%s> >>",
		kind, sub, s.dict, strings.Repeat(" ", 36), strings.Repeat("0", room*2))
	if s.patch != nil {
		dict = s.patch(dict)
	}
	objects[num] = dict
	field, ok := objects[s.field]
	if !ok {
		field = out.body[s.field]
	}
	field = strings.TrimSuffix(field, ">>") + fmt.Sprintf("/V %d 0 R ", num)
	if s.look {
		objects[num+1] = streamObject("/Type /XObject /Subtype /Form /BBox [0 0 100 50]", "0 0 m 100 50 l S")
		field += fmt.Sprintf("/AP << /N %d 0 R >> ", num+1)
	}
	objects[s.field] = field + ">>"
	if s.rewrite != nil {
		s.rewrite(objects)
	}
	out.append(objects)
	if s.late != nil {
		s.late(out)
	}
	out.fill(num, s)
	return out
}

// fill writes the byte range and the CMS into the hole of a signature object.
func (d *doc) fill(num int, s signSpec) {
	at := d.offset[num]
	open := at + bytes.Index(d.data[at:], []byte("/Contents <")) + len("/Contents ")
	shut := open + bytes.IndexByte(d.data[open:], '>') + 1
	r := [4]int{0, open, shut, len(d.data) - shut}
	if s.ranges != nil {
		r = s.ranges(r)
	}
	if gap := bytes.Index(d.data[at:], []byte("/ByteRange [0 ")); gap >= 0 {
		text := fmt.Sprintf("/ByteRange [%d %d %d %d", r[0], r[1], r[2], r[3])
		copy(d.data[at+gap:], text)
	}
	c := s.cms
	c.by = s.by
	if c.by == nil {
		c.by = theWorld().b
	}
	if c.hash == 0 {
		c.hash = crypto.SHA256
	}
	signed := slices.Concat(d.data[:open], d.data[shut:])
	if s.ranges != nil && r[1] >= 0 && r[2] >= r[1] && r[3] >= 0 && r[2]+r[3] <= len(d.data) && r[0] >= 0 && r[0] <= r[1] {
		signed = slices.Concat(d.data[r[0]:r[1]], d.data[r[2]:r[2]+r[3]])
	}
	var signature []byte
	if s.docstamp {
		stamp := tokenSpec{by: s.by}
		if c.stamp != nil {
			stamp = *c.stamp
		}
		signature = stamp.build(signed)
	} else {
		h := c.hash
		if c.sha1 {
			h = crypto.SHA1
		}
		sum := h.New()
		sum.Write(signed)
		signature = c.build(sum.Sum(nil))
	}
	if s.contents != nil {
		signature = s.contents(signature)
	}
	text := hex.EncodeToString(signature) + s.pad
	if len(text) > shut-open-2 {
		panic("the hole is too small")
	}
	copy(d.data[open+1:], text)
}
