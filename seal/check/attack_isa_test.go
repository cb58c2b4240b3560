package check

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"strings"
)

// savings are incremental saving attacks: something is appended that readers show and lazy validators do not count.
func savings() []attack {
	price := func(d *doc) map[int]string { return map[int]string{nText1: d.replaceIn(nText1, "100", "900")} }
	var out []attack
	out = append(out, eachShape("isa: content replaced", func(d *doc) *doc { return d.with(price(d)) })...)
	out = append(out, eachShape("isa: body only", func(d *doc) *doc { return d.bent(saveSpec{noXref: true}, price(d)) })...)
	out = append(out, eachShape("isa: body and end mark", func(d *doc) *doc {
		return d.bent(saveSpec{noXref: true, after: fmt.Sprintf("startxref\n%d\n%%%%EOF\n", d.xref)}, price(d))
	})...)
	out = append(out, one("isa: no trailer", func() *doc {
		d := signedOnce("table")
		return d.bent(saveSpec{noTrailer: true}, price(d))
	})...)
	out = append(out, one("isa: trailer only", func() *doc {
		d := fresh("table", func(o map[int]string) {
			o[30] = strings.Replace(o[nCatalog], "/Pages 2", "/Pages 31", 1)
			o[31] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
		}).sign(stamped(nSignB, theWorld().b))
		return d.bent(saveSpec{root: "30 0 R"}, nil)
	})...)
	out = append(out, one("isa: no previous section", func() *doc {
		d := signedOnce("table")
		all := maps.Clone(d.body)
		all[nText1] = d.replaceIn(nText1, "100", "900")
		delete(all, nNew)
		return d.bent(saveSpec{prev: -1, entries: map[int]string{nNew: fmt.Sprintf("%010d 00000 n \n", d.offset[nNew])}}, all)
	})...)
	out = append(out, one("isa: previous section bypassed", func() *doc {
		base := fresh("table", nil)
		d := base.sign(stamped(nSignB, theWorld().b))
		all := maps.Clone(d.body)
		all[nText1] = d.replaceIn(nText1, "100", "900")
		delete(all, nNew)
		return d.bent(saveSpec{prev: base.xref, entries: map[int]string{nNew: fmt.Sprintf("%010d 00000 n \n", d.offset[nNew])}}, all)
	})...)
	out = append(out, one("isa: object without entry", func() *doc {
		d := signedOnce("table")
		return d.bent(saveSpec{omit: map[int]bool{nText1: true}}, price(d))
	})...)
	out = append(out, one("isa: object twice in a save", func() *doc {
		d := signedOnce("table")
		note := map[int]string{nNew - 1: "<< /Title (x) >>"}
		return d.bent(saveSpec{before: "39 0 obj\n<< /Title (y) >>\nendobj\n"}, note)
	})...)
	out = append(out, one("isa: signature copied", func() *doc {
		d := signedOnce("table")
		o := price(d)
		o[nNew+5] = d.signedBody(nNew)
		o[nSignB] = strings.Replace(d.body[nSignB], "/V 40 0 R", "/V 45 0 R", 1)
		return d.with(o)
	})...)
	out = append(out, one("isa: signature copied to its own number", func() *doc {
		d := signedOnce("table")
		o := price(d)
		o[nNew] = d.signedBody(nNew)
		return d.with(o)
	})...)
	out = append(out, one("isa: signature copied under another field", func() *doc {
		d := signedOnce("table")
		return d.with(map[int]string{nSealB: strings.TrimSuffix(d.body[nSealB], ">>") + "/V 40 0 R >>"})
	})...)
	out = append(out, one("isa: catalog replaced by the trailer", func() *doc {
		d := signedOnce("table")
		o := price(d)
		o[60] = strings.Replace(d.body[nCatalog], "/Pages 2", "/Pages 61", 1)
		o[61] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
		return d.bent(saveSpec{root: "60 0 R"}, o)
	})...)
	out = append(out, one("isa: junk at the end", func() *doc { return signedOnce("table").withTail("%junk\n") })...)
	out = append(out, one("isa: white space at the end", func() *doc { return signedOnce("table").withTail(strings.Repeat(" ", 4096)) })...)
	out = append(out, one("isa: object in a comment", func() *doc {
		d := signedOnce("table")
		return d.bent(saveSpec{before: "%4 0 obj << /Length 0 >> endobj\n"}, nil)
	})...)
	out = append(out, one("isa: object beyond the size", func() *doc {
		d := signedOnce("table").clone()
		o := newField(d, 70, "0 0 0 0", "")
		out := d.with(o)
		at := bytes.LastIndex(out.data, []byte("/Size 71"))
		copy(out.data[at:], "/Size 41")
		return out
	})...)
	out = append(out, one("isa: hybrid section", func() *doc {
		d := signedOnce("stream")
		return d.bent(saveSpec{}, map[int]string{}).withXRefStm()
	})...)
	out = append(out, one("isa: page added", func() *doc {
		d := signedOnce("table")
		return d.with(map[int]string{nPages: "<< /Type /Pages /Kids [3 0 R 7 0 R 60 0 R] /Count 3 >>", 60: d.replaceIn(nPage1, "/Annots [20 0 R 22 0 R 23 0 R 24 0 R]", "")})
	})...)
	out = append(out, one("isa: pages swapped", func() *doc {
		return signedOnce("table").with(map[int]string{nPages: "<< /Type /Pages /Kids [7 0 R 3 0 R] /Count 2 >>"})
	})...)
	out = append(out, one("isa: page cropped", func() *doc {
		d := signedOnce("table")
		return d.with(map[int]string{nPage1: d.replaceIn(nPage1, "/MediaBox", "/CropBox [0 0 595 600] /MediaBox")})
	})...)
	out = append(out, one("isa: catalog extended", func() *doc {
		d := signedOnce("table")
		return d.with(map[int]string{nCatalog: d.replaceIn(nCatalog, "/Pages", "/OpenAction << /S /JavaScript /JS (1) >> /Pages")})
	})...)
	out = append(out, one("isa: byte of the signed part changed", func() *doc {
		d := signedOnce("table")
		d.data = bytes.Replace(d.data, []byte("Price: 100"), []byte("Price: 900"), 1)
		return d
	})...)
	return out
}

func (d *doc) withTail(s string) *doc {
	out := d.clone()
	out.data = append(out.data, s...)
	return out
}

// withXRefStm writes one more save in which the table is empty and a hidden stream brings the change.
func (d *doc) withXRefStm() *doc {
	out := d.clone()
	forged := len(out.data)
	out.data = fmt.Appendf(out.data, "4 0 obj\n%s\nendobj\n", d.replaceIn(nText1, "100", "900"))
	stm := len(out.data)
	row := []byte{1, byte(forged >> 24), byte(forged >> 16), byte(forged >> 8), byte(forged), 0, 0}
	out.data = fmt.Appendf(out.data, "90 0 obj\n%s\nendobj\n", streamObject("/Type /XRef /W [1 4 2] /Index [4 1] /Size 91", string(row)))
	at := len(out.data)
	out.data = fmt.Appendf(out.data, "xref\n0 0\ntrailer\n<< /Size 91 /Root 1 0 R /ID [<AABB> <AABB>] /Prev %d /XRefStm %d >>\nstartxref\n%d\n%%%%EOF\n", d.xref, stm, at)
	return out
}

// wrappings are signature wrapping attacks: the signed bytes are still in the file, but elsewhere than readers look.
func wrappings() []attack {
	var out []attack
	for _, first := range []bool{true, false} {
		for _, between := range []string{"", "%", "4 0 obj << >> endobj "} {
			out = append(out, one(fmt.Sprintf("swa: second part moved, range first %v, behind %q", first, between), func() *doc {
				return moved(first, between)
			})...)
		}
	}
	ranges := map[string]func([4]int) [4]int{
		"range starts at one":              func(r [4]int) [4]int { r[0] = 1; return r },
		"hole without delimiters":          func(r [4]int) [4]int { r[1]++; r[2]--; r[3]++; return r },
		"hole larger in front":             func(r [4]int) [4]int { r[1] -= 20; return r },
		"hole larger behind":               func(r [4]int) [4]int { r[2] += 4; r[3] -= 4; return r },
		"range ends early":                 func(r [4]int) [4]int { r[3] -= 10; return r },
		"range ends before the last break": func(r [4]int) [4]int { r[3] -= 7; return r },
		"ranges overlap":                   func(r [4]int) [4]int { r[2] = r[1] - 5; r[3] = 100; return r },
		"range is the first part only":     func(r [4]int) [4]int { r[2] = r[1] + 1; r[3] = 0; return r },
		"range beyond the file":            func(r [4]int) [4]int { r[3] += 50; return r },
	}
	for name, f := range ranges {
		out = append(out, one("swa: "+name, func() *doc {
			s := stamped(nSignB, theWorld().b)
			s.ranges = f
			return fresh("table", nil).sign(s)
		})...)
	}
	out = append(out, one("swa: white space in the hole", func() *doc {
		s := stamped(nSignB, theWorld().b)
		s.patch = func(dict string) string { return strings.Replace(dict, "00>", "0\n0 >", 1) }
		return fresh("table", nil).sign(s)
	})...)
	out = append(out, one("swa: odd number of digits", func() *doc {
		s := stamped(nSignB, theWorld().b)
		s.patch = func(dict string) string { return strings.Replace(dict, "00>", "000>", 1) }
		return fresh("table", nil).sign(s)
	})...)
	out = append(out, one("swa: a later save is signed along", func() *doc {
		d := signedOnce("table")
		s := stamped(nSealB, theWorld().office)
		s.late = func(d *doc) { d.append(map[int]string{nNew - 1: "<< /Title (x) >>"}) }
		return d.sign(s)
	})...)
	out = append(out, one("swa: hole of another string", func() *doc {
		s := stamped(nSignB, theWorld().b)
		s.patch = func(dict string) string {
			return strings.Replace(dict, "/Contents <", "/Cert <00> /Contents <", 1)
		}
		s.ranges = func(r [4]int) [4]int { return [4]int{0, r[1] - 15, r[1] - 11, r[3] + r[2] - r[1] + 11} }
		return fresh("table", nil).sign(s)
	})...)
	return out
}

// moved moves the second signed part away and puts other objects, with their own cross-reference table where the signed
// startxref points, into the gap. The byte range that says so stands in the gap as well: before the signed one when
// that was written first, else instead of it.
func moved(rangeFirst bool, between string) *doc {
	s := stamped(nSignB, theWorld().b)
	s.patch = func(dict string) string {
		dict = strings.TrimSuffix(dict, ">>") + "/Name (" + strings.Repeat(" ", 400) + ") >>"
		if rangeFirst {
			return dict
		}
		r := regexp.MustCompile(`/ByteRange \[[^\]]*\]`)
		return strings.Replace(r.ReplaceAllString(dict, ""), ">>", r.FindString(dict)+" >>", 1)
	}
	base := fresh("table", nil)
	d := base.sign(s)
	at := d.offset[nNew]
	open := at + bytes.Index(d.data[at:], []byte("/Contents <")) + len("/Contents ")
	shut := open + bytes.IndexByte(d.data[open:], '>') + 1
	tail := bytes.Clone(d.data[shut:])
	const room = 4000
	insert := fmt.Appendf(nil, " /ByteRange [0 %d %d %d] >>\nendobj\n", open, shut+room, len(tail))
	forged := shut + len(insert)
	insert = fmt.Appendf(insert, "4 0 obj\n%s\nendobj\n", d.replaceIn(nText1, "100", "900"))
	insert = append(insert, bytes.Repeat([]byte(" "), d.xref-shut-len(insert))...)
	table := fmt.Sprintf("xref\n4 1\n%010d 00000 n \n10 1\n%010d 00000 n \n40 1\n%010d 00000 n \ntrailer\n<< /Size 41 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n",
		forged, d.offset[nSignB], at, base.xref, d.xref)
	insert = append(append(insert, table...), between...)
	insert = append(insert, bytes.Repeat([]byte(" "), room-len(insert))...)
	d.data = append(append(bytes.Clone(d.data[:shut]), insert...), tail...)
	return d
}
