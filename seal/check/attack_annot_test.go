package check

import (
	"fmt"
	"strings"
)

// certified gives a contract certified with a permission, its signature in the field of party B.
func certified(p int) *doc {
	return certifiedIn("table", p)
}

func certifiedIn(shape string, p int) *doc {
	d := fresh(shape, nil)
	return d.sign(certifying(d, p))
}

func certifying(d *doc, p int) signSpec {
	s := stamped(nSignB, theWorld().b)
	s.dict = fmt.Sprintf("/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P %d /V /1.2 >> >>]", p)
	s.rewrite = func(o map[int]string) {
		o[nCatalog] = strings.Replace(contract()[nCatalog], "/Pages", fmt.Sprintf("/Perms << /DocMDP %d 0 R >> /Pages", d.size), 1)
	}
	return s
}

// annotations are evil annotation attacks: permitted kinds of annotations that cover or replace what was signed.
func annotations() []attack {
	var out []attack
	kinds := []string{"FreeText", "Stamp", "Square", "Redact", "Ink", "Highlight", "Text", "Line"}
	for _, kind := range kinds {
		out = append(out, one("eaa: "+kind+" on a file certified for annotations", func() *doc {
			d := certified(3)
			return d.with(map[int]string{
				nPage1: d.replaceIn(nPage1, "/Annots [", "/Annots [70 0 R "),
				70:     fmt.Sprintf("<< /Type /Annot /Subtype /%s /Rect [72 690 300 712] /Contents (Price: 900) /AP << /N 71 0 R >> >>", kind),
				71:     streamObject("/Type /XObject /Subtype /Form /BBox [0 0 228 22]", "1 g 0 0 228 22 re f"),
			})
		})...)
	}
	simple := func(name string, objects func(d *doc) map[int]string) {
		out = append(out, eachShape("eaa: "+name, func(d *doc) *doc { return d.with(objects(d)) })...)
	}
	simple("annotation appended", func(d *doc) map[int]string {
		return map[int]string{
			nPage1: d.replaceIn(nPage1, "24 0 R]", "24 0 R 70 0 R]"),
			70:     "<< /Type /Annot /Subtype /Stamp /Rect [72 690 300 712] >>",
		}
	})
	simple("annotation removed", func(d *doc) map[int]string {
		return map[int]string{nPage2: d.replaceIn(nPage2, " 10 0 R", "")}
	})
	simple("widget moved", func(d *doc) map[int]string {
		return map[int]string{nSignB: d.replaceIn(nSignB, "/Rect [72 100", "/Rect [72 600")}
	})
	simple("widget of an empty field moved", func(d *doc) map[int]string {
		return map[int]string{nSealB: d.replaceIn(nSealB, "/Rect [200 100", "/Rect [0 600")}
	})
	simple("field made a link", func(d *doc) map[int]string {
		return map[int]string{nSealB: strings.TrimSuffix(d.body[nSealB], ">>") + "/A << /S /URI /URI (http://x) >> >>"}
	})
	simple("strip filled without a signature", func(d *doc) map[int]string {
		return map[int]string{
			nStrip1: d.replaceIn(nStrip1, "/N 9 0 R", "/N 70 0 R"),
			70:      streamObject("/Type /XObject /Subtype /Form /BBox [0 0 40 842]", "1 g 0 0 40 842 re f"),
		}
	})
	out = append(out, one("eaa: picture of a seal replaced", func() *doc {
		d := sealedAcross()
		return d.with(map[int]string{71: streamObject("/Type /XObject /Subtype /Form /BBox [0 0 40 842]", "0 g 0 0 40 842 re f")})
	})...)
	out = append(out, one("eaa: signed field signed again", func() *doc {
		d := signedOnce("table").sign(stamped(nSealB, theWorld().office))
		s := stamped(nSealB, theWorld().a)
		s.rewrite = func(o map[int]string) { o[nSealB] = strings.Replace(o[nSealB], "/V 41 0 R", "", 1) }
		return d.sign(s)
	})...)
	out = append(out, one("eaa: strip filled again by a later seal", func() *doc {
		d := sealedAcross()
		s := stamped(nSignA, theWorld().a)
		s.objects = map[int]string{
			nStrip1: d.replaceIn(nStrip1, "/N 71 0 R", "/N 80 0 R"),
			80:      streamObject("/Type /XObject /Subtype /Form /BBox [0 0 40 842]", "1 g 0 0 40 842 re f"),
		}
		return d.sign(s)
	})...)
	out = append(out, one("eaa: strip shifted while filled", func() *doc {
		return acrossWith(func(o map[int]string) {
			o[nStrip1] = strings.Replace(o[nStrip1], "/Rect [555 0 595 842]", "/Rect [100 0 140 842]", 1)
		})
	})...)
	out = append(out, one("eaa: text field moved while filled in", func() *doc {
		d := signedOnce("table")
		o := wished(d)
		o[nWish] = strings.Replace(o[nWish], "[72 500 300 520]", "[72 690 300 712]", 1)
		return d.with(o)
	})...)
	out = append(out, one("eaa: security store taken away", func() *doc {
		d := signedOnce("table")
		d = d.with(storeOf(d, 0))
		return d.with(map[int]string{nCatalog: contract()[nCatalog]})
	})...)
	out = append(out, one("eaa: security store is a page", func() *doc {
		d := signedOnce("table")
		o := storeOf(d, 0)
		o[80] = "<< /Type /DSS /Certs [81 0 R] /Kids [3 0 R] >>"
		return d.with(o)
	})...)
	out = append(out, one("eaa: field moved while signed", func() *doc {
		d := signedOnce("table")
		s := stamped(nSealB, theWorld().office)
		s.look = true
		s.rewrite = func(o map[int]string) {
			o[nSealB] = strings.Replace(o[nSealB], "[200 100 300 150]", "[60 680 160 730]", 1)
		}
		return d.sign(s)
	})...)
	out = append(out, one("eaa: field made active while signed", func() *doc {
		d := signedOnce("table")
		s := stamped(nSealB, theWorld().office)
		s.rewrite = func(o map[int]string) {
			o[nSealB] = strings.Replace(o[nSealB], "/FT", "/AA << /E << /S /JavaScript /JS (1) >> >> /FT", 1)
		}
		return d.sign(s)
	})...)
	out = append(out, one("eaa: strip moved while filled", func() *doc {
		return acrossWith(func(o map[int]string) { o[nStrip1] = strings.Replace(o[nStrip1], "/Rect [555", "/Rect [0", 1) })
	})...)
	out = append(out, one("eaa: strip made active while filled", func() *doc {
		return acrossWith(func(o map[int]string) { o[nStrip1] = strings.Replace(o[nStrip1], "/Ff 65537", "/Ff 65536", 1) })
	})...)
	return out
}

// sealedAcross is a contract whose second signature fills the strips of both pages.
func sealedAcross() *doc { return acrossWith(func(map[int]string) {}) }

func acrossWith(change func(map[int]string)) *doc {
	d := fresh("table", nil).sign(stamped(nSignB, theWorld().b))
	s := stamped(nSealB, theWorld().office)
	s.look = true
	s.objects = map[int]string{
		nStrip1: d.replaceIn(nStrip1, "/N 9 0 R", "/N 71 0 R"),
		nStrip2: d.replaceIn(nStrip2, "/N 9 0 R", "/N 72 0 R"),
		71:      streamObject("/Type /XObject /Subtype /Form /BBox [0 0 40 842]", "1 0 0 RG 0 400 m 40 440 l S"),
		72:      streamObject("/Type /XObject /Subtype /Form /BBox [0 0 40 842]", "1 0 0 RG 0 440 m 40 400 l S"),
	}
	change(s.objects)
	return d.sign(s)
}
