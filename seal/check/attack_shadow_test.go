package check

import (
	"fmt"
	"strings"
)

// shadows are shadow attacks: the author prepares the document so that a later save, harmless to look at, shows
// something else (hide, replace, hide and replace).
func shadows() []attack {
	w := theWorld()
	// prepared signs a contract with a trap in it.
	prepared := func(change func(map[int]string)) *doc {
		return fresh("table", change).sign(stamped(nSignB, w.b))
	}
	both := func(o map[int]string) { o[30] = streamObject("", "BT /F1 12 Tf 72 700 Td (Price: 900) Tj ET") }
	var out []attack
	add := func(name string, f func() *doc) { out = append(out, one("shadow: "+name, f)...) }

	add("hide and replace by entry", func() *doc {
		d := prepared(func(o map[int]string) { both(o); o[31] = o[nText1] })
		// The page's text is now found where the other object stands: its number is another, so readers that do not
		// look at it show it.
		return d.bent(saveSpec{entries: map[int]string{nText1: fmt.Sprintf("%010d 00000 n \n", d.offset[30])}}, nil)
	})
	add("hide and replace by an object inside data", func() *doc {
		inner := "4 0 obj\n" + streamObject("", "BT /F1 12 Tf 72 700 Td (Price: 900) Tj ET") + "\nendobj\n"
		d := prepared(func(o map[int]string) { o[30] = streamObject("", inner) })
		at := d.offset[30] + strings.Index(string(d.data[d.offset[30]:]), "4 0 obj")
		return d.bent(saveSpec{entries: map[int]string{nText1: fmt.Sprintf("%010d 00000 n \n", at)}}, nil)
	})
	add("page points to hidden text", func() *doc {
		d := prepared(both)
		return d.with(map[int]string{nPage1: d.replaceIn(nPage1, "/Contents 4 0 R", "/Contents 30 0 R")})
	})
	add("catalog points to hidden pages", func() *doc {
		d := prepared(func(o map[int]string) {
			both(o)
			o[32] = "<< /Type /Pages /Kids [33 0 R] /Count 1 >>"
			o[33] = "<< /Type /Page /Parent 32 0 R /MediaBox [0 0 595 842] /Contents 30 0 R >>"
		})
		return d.with(map[int]string{nCatalog: d.replaceIn(nCatalog, "/Pages 2 0 R", "/Pages 32 0 R")})
	})
	add("cover removed", func() *doc {
		d := prepared(func(o map[int]string) {
			o[30] = streamObject("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", "1 g 0 0 595 842 re f")
			o[nPage1] = strings.Replace(o[nPage1], "/Font <<", "/XObject << /X 30 0 R >> /Font <<", 1)
			o[nText1] = streamObject("", "BT /F1 12 Tf 72 700 Td (Price: 900) Tj ET /X Do")
		})
		return d.with(map[int]string{30: "null"})
	})
	add("cover freed", func() *doc {
		d := prepared(func(o map[int]string) {
			o[30] = streamObject("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", "1 g 0 0 595 842 re f")
			o[nPage1] = strings.Replace(o[nPage1], "/Font <<", "/XObject << /X 30 0 R >> /Font <<", 1)
		})
		return d.bent(saveSpec{entries: map[int]string{30: "0000000000 00001 f \n"}}, nil)
	})
	add("font replaced", func() *doc {
		d := prepared(nil)
		return d.with(map[int]string{nFont: d.replaceIn(nFont, "/Helvetica", "/Symbol /Encoding << /Differences [49 /nine] >>")})
	})
	add("layer switched on", func() *doc {
		d := prepared(func(o map[int]string) {
			o[30] = "<< /Type /OCG /Name (x) >>"
			o[nCatalog] = strings.Replace(o[nCatalog], "/Pages", "/OCProperties << /OCGs [30 0 R] /D << /OFF [30 0 R] >> >> /Pages", 1)
		})
		return d.with(map[int]string{nCatalog: d.replaceIn(nCatalog, "/OFF [30 0 R]", "/OFF []")})
	})
	add("awaited text defined by a seal", func() *doc {
		d := prepared(func(o map[int]string) {
			o[nPage1] = strings.Replace(o[nPage1], "/Contents 4 0 R", "/Contents [4 0 R 77 0 R]", 1)
		})
		s := stamped(nSealB, w.office)
		s.objects = map[int]string{77: streamObject("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "BT /F1 12 Tf 72 700 Td (900) Tj ET")}
		s.rewrite = func(o map[int]string) { o[nSealB] = strings.TrimSuffix(o[nSealB], ">>") + "/AP << /N 77 0 R >> >>" }
		return d.sign(s)
	})
	add("awaited annotations defined by a seal", func() *doc {
		d := prepared(func(o map[int]string) {
			o[nPage1] = strings.Replace(o[nPage1], "/Annots [20 0 R", "/Annots [77 0 R 20 0 R", 1)
		})
		s := stamped(nSealB, w.office)
		s.objects = map[int]string{77: streamObject("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Rect [0 0 500 800]", "1 g")}
		s.rewrite = func(o map[int]string) { o[nSealB] = strings.TrimSuffix(o[nSealB], ">>") + "/AP << /N 77 0 R >> >>" }
		return d.sign(s)
	})
	add("awaited object in an object stream", func() *doc {
		d := fresh("packed", func(o map[int]string) {
			o[nPage1] = strings.Replace(o[nPage1], "/Contents 4 0 R", "/Contents [4 0 R 77 0 R]", 1)
		}).sign(stamped(nSignB, w.b))
		s := stamped(nSealB, w.office)
		s.objects = map[int]string{77: streamObject("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "BT /F1 12 Tf 72 700 Td (900) Tj ET")}
		s.rewrite = func(o map[int]string) { o[nSealB] = strings.TrimSuffix(o[nSealB], ">>") + "/AP << /N 77 0 R >> >>" }
		return d.sign(s)
	})
	add("metadata is also the text", func() *doc {
		d := prepared(func(o map[int]string) {
			o[nText1] = streamObject("/Type /Metadata /Subtype /XML", "BT /F1 12 Tf 72 700 Td (Price: 100) Tj ET")
			o[nCatalog] = strings.Replace(o[nCatalog], "/Pages", "/Metadata 4 0 R /Pages", 1)
		})
		return d.with(map[int]string{nText1: streamObject("/Type /Metadata /Subtype /XML", "BT /F1 12 Tf 72 700 Td (Price: 900) Tj ET")})
	})
	add("information is also the font", func() *doc {
		d := prepared(func(o map[int]string) {
			o[nPage1] = strings.Replace(o[nPage1], "/F1 5 0 R", "/F1 39 0 R", 1)
			o[nNew-1] = o[nFont]
		})
		return d.with(map[int]string{nNew - 1: "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"})
	})
	add("form resources are also the page's", func() *doc {
		d := prepared(func(o map[int]string) {
			o[30] = "<< /Font << /F1 5 0 R >> >>"
			o[nPage1] = strings.Replace(o[nPage1], "/Resources << /Font << /F1 5 0 R >> >>", "/Resources 30 0 R", 1)
			o[nForm] = strings.Replace(o[nForm], "/SigFlags", "/DR 30 0 R /SigFlags", 1)
		})
		return d.with(map[int]string{30: "<< /Font << /F1 5 0 R /F9 70 0 R >> >>", 70: d.body[nFont]})
	})
	add("form font exchanged", func() *doc {
		d := prepared(func(o map[int]string) {
			o[nForm] = strings.Replace(o[nForm], "/SigFlags", "/DR << /Font << /F1 5 0 R >> >> /SigFlags", 1)
		})
		return d.with(map[int]string{nForm: d.replaceIn(nForm, "/F1 5 0 R", "/F1 70 0 R"), 70: d.replaceIn(nFont, "Helvetica", "Symbol")})
	})
	add("length of the text changed", func() *doc {
		d := prepared(func(o map[int]string) {
			o[30] = "41"
			o[nText1] = strings.Replace(o[nText1], "/Length 41", "/Length 30 0 R", 1)
		})
		return d.with(map[int]string{30: "20"})
	})
	add("value of a filled field", func() *doc {
		d := prepared(nil)
		return d.with(map[int]string{nNote: d.replaceIn(nNote, "(old)", "(new)")})
	})
	add("picture of a field, not its value", func() *doc {
		d := prepared(nil)
		return d.with(map[int]string{nNote: strings.TrimSuffix(d.body[nNote], ">>") + "/AP << /N 70 0 R >> >>", 70: streamObject("/Type /XObject /Subtype /Form /BBox [0 0 228 20]", "1 g 0 0 228 20 re f")})
	})
	add("picture of an empty field, no value", func() *doc {
		d := prepared(nil)
		return d.with(map[int]string{nWish: strings.TrimSuffix(d.body[nWish], ">>") + "/AP << /N 70 0 R >> >>", 70: streamObject("/Type /XObject /Subtype /Form /BBox [0 0 228 20]", "1 g 0 0 228 20 re f")})
	})
	add("hidden annotation listed with a new field", func() *doc {
		d := prepared(func(o map[int]string) {
			o[30] = "<< /Type /Annot /Subtype /FreeText /Rect [72 690 300 712] /Contents (Price: 900) /AP << /N 31 0 R >> >>"
			o[31] = streamObject("/Type /XObject /Subtype /Form /BBox [0 0 228 22]", "1 g 0 0 228 22 re f")
		})
		s := stamped(70, w.a)
		s.objects = newField(d, 70, "0 0 0 0", "")
		s.objects[nPage1] = strings.Replace(s.objects[nPage1], " 70 0 R", " 70 0 R 30 0 R", 1)
		return d.sign(s)
	})
	add("picture object shared with the page", func() *doc {
		d := prepared(func(o map[int]string) {
			o[30] = streamObject("/Type /XObject /Subtype /Form /BBox [0 0 228 20]", "")
			o[nPage1] = strings.Replace(o[nPage1], "/Font <<", "/XObject << /X 30 0 R >> /Font <<", 1)
			o[nWish] = strings.TrimSuffix(o[nWish], ">>") + "/AP << /N 30 0 R >> >>"
		})
		return d.with(map[int]string{
			30:    streamObject("/Type /XObject /Subtype /Form /BBox [0 0 228 20]", "1 g 0 0 228 20 re f"),
			nWish: strings.TrimSuffix(d.body[nWish], ">>") + "/V (x) >>",
		})
	})
	add("needs appearances", func() *doc {
		d := prepared(nil)
		return d.with(map[int]string{nForm: d.replaceIn(nForm, "/SigFlags 1", "/SigFlags 1 /NeedAppearances true")})
	})
	return out
}
