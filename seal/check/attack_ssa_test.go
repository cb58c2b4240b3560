package check

import (
	"fmt"
	"strings"
)

// newField adds an empty signature field and its widget to the first page.
func newField(d *doc, num int, rect, more string) map[int]string {
	return map[int]string{
		num:    fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Sig /T (extra%d) /F 132 /Rect [%s] /P %d 0 R %s >>", num, rect, nPage1, more),
		nForm:  strings.Replace(strings.Replace(d.body[nForm], "] /SigFlags", fmt.Sprintf(" %d 0 R] /SigFlags", num), 1), "/SigFlags 1", "/SigFlags 3", 1),
		nPage1: strings.TrimSuffix(d.body[nPage1], "] >>") + fmt.Sprintf(" %d 0 R] >>", num),
	}
}

// sneaks are sneaky signature attacks: a signature field is added, permitted, whose picture covers the text.
func sneaks() []attack {
	w := theWorld()
	cover := streamObject("/Type /XObject /Subtype /Form /BBox [0 0 228 22]", "1 g 0 0 228 22 re f")
	var out []attack
	add := func(name string, f func() *doc) { out = append(out, one("ssa: "+name, f)...) }
	add("unsigned field with a picture", func() *doc {
		d := signedOnce("table")
		o := newField(d, 70, "72 690 300 712", "/AP << /N 71 0 R >>")
		o[71] = cover
		return d.with(o)
	})
	for _, p := range []int{1, 2, 3} {
		add(fmt.Sprintf("field with a picture on a certified file, P %d", p), func() *doc {
			d := certified(p)
			o := newField(d, 70, "72 690 300 712", "/AP << /N 71 0 R >>")
			o[71] = cover
			return d.with(o)
		})
		add(fmt.Sprintf("field signed by a trusted person on a certified file, P %d", p), func() *doc {
			d := certified(p)
			s := stamped(70, w.a)
			s.objects = newField(d, 70, "72 690 300 712", "")
			s.look = true
			return d.sign(s)
		})
		add(fmt.Sprintf("field signed by a stranger, P %d", p), func() *doc {
			d := certified(p)
			s := stamped(70, w.stranger)
			s.objects = newField(d, 70, "72 690 300 712", "")
			s.look = true
			return d.sign(s)
		})
	}
	add("field signed by a stranger", func() *doc {
		d := signedOnce("table")
		s := stamped(70, w.stranger)
		s.objects = newField(d, 70, "72 690 300 712", "")
		s.look = true
		return d.sign(s)
	})
	add("signature over the whole page", func() *doc {
		d := signedOnce("table")
		s := stamped(70, w.a)
		s.objects = newField(d, 70, "0 0 595 842", "")
		s.look = true
		return d.sign(s)
	})
	add("prepared field over the whole page", func() *doc {
		d := fresh("table", func(o map[int]string) {
			o[nSealB] = strings.Replace(o[nSealB], "[200 100 300 150]", "[0 0 595 842]", 1)
		})
		s := stamped(nSealB, w.office)
		s.look = true
		return d.sign(stamped(nSignB, w.b)).sign(s)
	})
	add("unsigned field with a background", func() *doc {
		d := signedOnce("table")
		return d.with(newField(d, 70, "72 690 300 712", "/MK << /BG [1 1 1] >>"))
	})
	add("field with a broken signature", func() *doc {
		d := signedOnce("table")
		s := stamped(70, w.a)
		s.objects = newField(d, 70, "72 690 300 712", "")
		s.cms.wrong = true
		return d.sign(s)
	})
	add("field with an empty signature", func() *doc {
		d := signedOnce("table")
		o := newField(d, 70, "72 690 300 712", "/V 71 0 R")
		o[71] = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 0 0 0] /Contents <> >>"
		return d.with(o)
	})
	add("field with an action", func() *doc {
		d := signedOnce("table")
		return d.with(newField(d, 70, "0 0 0 0", "/AA << /E << /S /JavaScript /JS (1) >> >>"))
	})
	add("field in a layer", func() *doc {
		d := signedOnce("table")
		return d.with(newField(d, 70, "72 690 300 712", "/OC << /Type /OCG /Name (x) >>"))
	})
	add("field listed by two pages", func() *doc {
		d := signedOnce("table")
		o := newField(d, 70, "72 690 90 712", "")
		o[nPage2] = d.replaceIn(nPage2, "12 0 R]", "12 0 R 70 0 R]")
		return d.with(o)
	})
	add("field listed twice", func() *doc {
		d := signedOnce("table")
		o := newField(d, 70, "72 690 90 712", "")
		o[nPage1] = strings.Replace(o[nPage1], " 70 0 R", " 70 0 R 70 0 R", 1)
		return d.with(o)
	})
	add("field with a key twice", func() *doc {
		d := signedOnce("table")
		return d.with(newField(d, 70, "72 0 500 840", "/Rect [72 690 90 712]"))
	})
	add("page turned with the field", func() *doc {
		d := signedOnce("table")
		s := stamped(70, w.a)
		s.objects = newField(d, 70, "72 690 90 712", "")
		s.objects[nPage1] = strings.Replace(s.objects[nPage1], "/MediaBox", "/Rotate 180 /MediaBox", 1)
		return d.sign(s)
	})
	add("field bears an old signature", func() *doc {
		d := signedOnce("table")
		return d.with(newField(d, 70, "0 0 0 0", "/V 40 0 R"))
	})
	add("field named as another", func() *doc {
		d := signedOnce("table")
		o := newField(d, 70, "0 0 0 0", "")
		o[70] = strings.Replace(o[70], "extra70", "b_seal", 1)
		return d.with(o)
	})
	add("text field", func() *doc {
		d := signedOnce("table")
		o := newField(d, 70, "72 690 300 712", "/V (x)")
		o[70] = strings.Replace(o[70], "/FT /Sig", "/FT /Tx", 1)
		return d.with(o)
	})
	add("strip brought with a seal", func() *doc {
		d := signedOnce("table")
		s := stamped(nSealB, w.office)
		s.objects = newField(d, 70, "555 0 595 842", "/Ff 65537 /AP << /N 9 0 R >>")
		s.objects[70] = strings.Replace(s.objects[70], "/FT /Sig", "/FT /Btn", 1)
		return d.sign(s)
	})
	add("widget appended to the page tree", func() *doc {
		d := fresh("table", func(o map[int]string) {
			o[30] = "[3 0 R 7 0 R]"
			o[nPages] = "<< /Type /Pages /Kids 30 0 R /Count 2 >>"
			o[nPage1] = strings.Replace(o[nPage1], "/Annots [20 0 R 22 0 R 23 0 R 24 0 R]", "/Annots 30 0 R", 1)
		}).sign(stamped(nSignB, w.b))
		o := newField(d, 70, "0 0 0 0", "")
		delete(o, nPage1)
		o[30] = "[3 0 R 7 0 R 70 0 R]"
		return d.with(o)
	})
	add("page text added with the field", func() *doc {
		d := signedOnce("table")
		s := stamped(70, w.a)
		s.objects = newField(d, 70, "72 690 90 712", "")
		s.objects[nPage1] = strings.Replace(s.objects[nPage1], "/Contents 4 0 R", "/Contents [4 0 R 75 0 R]", 1)
		s.objects[75] = streamObject("", "1 g 72 690 228 22 re f")
		return d.sign(s)
	})
	for what, body := range map[string]string{
		"catalog": "<< /Type /Catalog /Pages 2 0 R >>", "page": "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", "page tree": "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
	} {
		add("unused "+what+" added with the field", func() *doc {
			d := signedOnce("table")
			o := newField(d, 70, "0 0 0 0", "")
			o[75] = body
			return d.with(o)
		})
	}
	apart := func(d *doc, field, widget string) map[int]string {
		o := newField(d, 70, "72 690 90 712", "")
		o[70] = "<< /FT /Sig /T (extra) /Kids [76 0 R] " + field + " >>"
		o[76] = "<< /Type /Annot /Subtype /Widget /Parent 70 0 R /F 132 /Rect [72 690 90 712] /P 3 0 R " + widget + " >>"
		o[nPage1] = strings.Replace(o[nPage1], " 70 0 R", " 76 0 R", 1)
		return o
	}
	for name, parts := range map[string][2]string{
		"active": {"", "/A << /S /URI /URI (http://x) >>"}, "in a layer": {"", "/OC << /Type /OCG /Name (x) >>"}, "with a background": {"", "/MK << /BG [1 1 1] >>"},
		"with a picture": {"", "/AP << /N 77 0 R >>"}, "of another field": {"", "/Parent 11 0 R"}, "a field itself": {"", "/FT /Tx"},
		"beside a rectangle": {"/Rect [0 0 595 842]", ""}, "over the page": {"", "/Rect [0 0 595 842]"},
	} {
		add("new field, its widget "+name, func() *doc {
			d := signedOnce("table")
			o := apart(d, parts[0], parts[1])
			o[77] = cover
			return d.with(o)
		})
	}
	return out
}
