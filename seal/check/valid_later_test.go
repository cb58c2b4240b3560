package check

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// laterStep is a permitted save behind a signature.
type laterStep struct {
	name string
	f    func(d *doc) *doc
}

// laters are signed files with a permitted save behind the signature.
func laters(shape string) []good {
	var out []good
	for _, step := range laterSteps() {
		out = append(out, good{shape + ": " + step.name, func() *doc { return step.f(signedOnce(shape)) }, func(r Report) string {
			if r.Signatures[0].ChangesAfter != ChangesPermitted {
				return "not seen"
			}
			return ""
		}})
	}
	out = append(out, good{shape + ": seal across", func() *doc { return across(shape, 0) }, nil})
	return append(out, good{shape + ": seal across and one more", func() *doc { return across(shape, 0).sign(stamped(nSignA, theWorld().a)) }, nil})
}

func laterSteps() []laterStep {
	w := theWorld()
	var out []laterStep
	add := func(name string, f func(d *doc) *doc) { out = append(out, laterStep{name, f}) }
	add("nothing saved", func(d *doc) *doc { return d.bent(saveSpec{}, nil) })
	add("object written again", func(d *doc) *doc {
		return d.with(map[int]string{nPage1: strings.ReplaceAll(d.body[nPage1], " /", "\n/"), nText1: d.body[nText1]})
	})
	add("comment of a writer", func(d *doc) *doc {
		return d.bent(saveSpec{before: "%writer 1.0\n"}, map[int]string{nNew - 1: "<< /Title (t) >>"})
	})
	add("blank lines before", func(d *doc) *doc { return d.bent(saveSpec{before: "\r\n\n"}, nil) })
	add("information", func(d *doc) *doc {
		return d.with(map[int]string{nNew - 1: "<< /Title (contract) /ModDate (D:2026) >>"})
	})
	add("metadata", func(d *doc) *doc {
		return d.with(map[int]string{
			nCatalog: d.replaceIn(nCatalog, "/Pages", "/Metadata 60 0 R /Pages"),
			60:       streamObject("/Type /Metadata /Subtype /XML", "<x/>"),
		})
	})
	add("version and extensions", func(d *doc) *doc {
		return d.with(map[int]string{nCatalog: d.replaceIn(nCatalog, "/Pages", "/Version /1.7 /Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 1 >> >> /Pages")})
	})
	add("text field filled in", func(d *doc) *doc { return d.with(wished(d)) })
	add("box ticked", func(d *doc) *doc {
		return d.with(map[int]string{nTick: strings.ReplaceAll(d.body[nTick], "/V /Off /AS /Off", "/V /Yes /AS /Yes")})
	})
	add("invisible field added", func(d *doc) *doc { return d.with(newField(d, 70, "0 0 0 0", "")) })
	add("visible empty field added", func(d *doc) *doc { return d.with(newField(d, 70, "72 690 170 740", "")) })
	add("field added with a lock", func(d *doc) *doc {
		return d.with(newField(d, 70, "72 690 170 740", "/Lock << /Type /SigFieldLock /Action /All >>"))
	})
	add("field added and signed later", func(d *doc) *doc { return d.with(newField(d, 70, "72 690 170 740", "")).sign(stamped(70, w.a)) })
	for _, look := range []bool{false, true} {
		add(fmt.Sprintf("field added and signed at once, visible %v", look), func(d *doc) *doc {
			s := stamped(70, w.a)
			s.look = look
			s.objects = newField(d, 70, "72 690 170 740", "")
			return d.sign(s)
		})
	}
	add("field without page", func(d *doc) *doc {
		s := stamped(70, w.a)
		s.objects = newField(d, 70, "0 0 0 0", "")
		s.objects[70] = strings.Replace(s.objects[70], "/P 3 0 R", "", 1)
		return d.sign(s)
	})
	add("field without widget", func(d *doc) *doc {
		s := signSpec{field: 70, docstamp: true}
		s.objects = newField(d, 70, "0 0 0 0", "")
		delete(s.objects, nPage1)
		s.objects[70] = "<< /FT /Sig /T (stamp) >>"
		return d.sign(s)
	})
	add("document timestamp", func(d *doc) *doc {
		s := signSpec{field: 70, docstamp: true}
		s.objects = newField(d, 70, "0 0 0 0", "")
		return d.sign(s)
	})
	add("security store emptied", func(d *doc) *doc {
		d = d.with(storeOf(d, 0))
		return d.with(map[int]string{80: "<< /Type /DSS /Certs [] >>"})
	})
	add("security store replaced", func(d *doc) *doc {
		d = d.with(storeOf(d, 0))
		return d.with(map[int]string{
			nCatalog: d.replaceIn(nCatalog, "/DSS 80 0 R", "/DSS 85 0 R"),
			85:       "<< /Type /DSS /Certs [86 0 R] /VRI << /AB << /Cert [86 0 R] >> >> >>", 86: streamObject("", string(w.tsaRoot.cert.Raw)),
		})
	})
	add("unused objects added with a field", func(d *doc) *doc {
		o := newField(d, 70, "0 0 0 0", "")
		o[75], o[76] = "<< /Type /VRI /X 76 0 R >>", streamObject("", "1 g 72 690 228 22 re f")
		return d.with(o)
	})
	add("cross-reference left behind", func(d *doc) *doc {
		return d.with(map[int]string{
			nNew - 1: "<< /Title (contract) /ModDate (D:2026) >>",
			75:       streamObject("/Type /XRef /W [1 2 1] /Size 9 /Root 1 0 R /Info 39 0 R", "0000"),
		}).with(map[int]string{nNew - 1: "<< /Title (contract) /ModDate (D:2027) >>"})
	})
	add("field with a widget of its own", func(d *doc) *doc {
		s := stamped(70, w.a)
		s.objects = newField(d, 70, "72 690 170 740", "")
		s.objects[70] = "<< /FT /Sig /T (extra) /Kids 77 0 R >>"
		s.objects[76] = "<< /Type /Annot /Subtype /Widget /Parent 70 0 R /F 132 /Rect [72 690 170 740] /P 3 0 R >>"
		s.objects[77] = "[76 0 R]"
		s.objects[nPage1] = strings.Replace(s.objects[nPage1], " 70 0 R", " 76 0 R", 1)
		return d.sign(s)
	})
	add("comment of iText", func(d *doc) *doc {
		d = d.with(map[int]string{nNew - 1: "<< /Title (t) >>"})
		at := bytes.LastIndex(d.data, []byte("startxref"))
		d.data = slices.Concat(d.data[:at], []byte("%iText-7.2.2\n"), d.data[at:])
		return d
	})
	add("trailer of a writer's own", func(d *doc) *doc {
		out := d.clone()
		out.extra += " /AdditionalStreams [/x 99 0 R]"
		out.append(map[int]string{nNew - 1: "<< /Title (t) >>"})
		at := bytes.LastIndex(out.data, []byte("/ID [<AABB>"))
		copy(out.data[at:], "/ID [<0102>")
		return out
	})
	add("numbers written otherwise", func(d *doc) *doc {
		return d.with(map[int]string{nPage1: strings.Replace(d.body[nPage1], "595 842", "595.0 842.00", 1)})
	})
	add("security store, timestamp, larger store, timestamp", func(d *doc) *doc {
		for i := range 2 {
			d = d.with(storeOf(d, i))
			s := signSpec{field: 90 + 30*i, docstamp: true}
			s.objects = newField(d, 90+30*i, "0 0 0 0", "")
			d = d.sign(s)
		}
		return d
	})
	return out
}

// storeOf adds a security store or makes it larger.
func storeOf(d *doc, round int) map[int]string {
	w := theWorld()
	cert := func(c *who) string { return streamObject("", string(c.cert.Raw)) }
	if round == 0 {
		return map[int]string{
			nCatalog: d.replaceIn(nCatalog, "/Pages", "/DSS 80 0 R /Pages"),
			80:       "<< /Type /DSS /Certs [81 0 R] >>", 81: cert(w.ca),
		}
	}
	return map[int]string{80: "<< /Type /DSS /Certs [81 0 R 110 0 R] /VRI << /AB << /Cert [110 0 R] >> >> >>", 110: cert(w.tsaRoot)}
}

// across fills the strips of both pages with the second signature; certify is the permission of the first, if any.
func across(shape string, certify int) *doc {
	s := stamped(nSignB, theWorld().b)
	if certify > 0 {
		s = certifying(fresh(shape, nil), certify)
	}
	d := fresh(shape, nil).sign(s)
	seal := stamped(nSealB, theWorld().office)
	seal.look = true
	seal.objects = map[int]string{
		nStrip1: d.replaceIn(nStrip1, "/N 9 0 R", "/N 71 0 R"),
		nStrip2: d.replaceIn(nStrip2, "/N 9 0 R", "/N 72 0 R"),
		71:      streamObject("/Type /XObject /Subtype /Form /BBox [0 0 40 842] /Resources << /XObject << /S 73 0 R >> >>", "/S Do"),
		72:      streamObject("/Type /XObject /Subtype /Form /BBox [0 0 40 842] /Resources << /XObject << /S 73 0 R >> >>", "/S Do"),
		73:      streamObject("/Type /XObject /Subtype /Form /BBox [0 0 80 80]", "1 0 0 RG 0 0 m 80 80 l S"),
	}
	return d.sign(seal)
}

// permitteds are changes a certification or lock permits.
func permitteds(shape string) []good {
	w := theWorld()
	certified := func(p int) *doc { return certifiedIn(shape, p) }
	isCertified := func(r Report) string {
		if !r.Certified {
			return "certification not seen"
		}
		return ""
	}
	isLocked := func(r Report) string {
		if !r.Locked {
			return "lock not seen"
		}
		return ""
	}
	fieldMDP := func(params string) signSpec {
		s := stamped(nSignB, w.b)
		s.dict = "/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams << /Type /TransformParams /V /1.2 " + params + " >> >>]"
		return s
	}
	store := func(d *doc) *doc { return d.with(storeOf(d, 0)) }
	stamp := func(d *doc) *doc {
		s := signSpec{field: 90, docstamp: true}
		s.objects = newField(d, 90, "0 0 0 0", "")
		return d.sign(s)
	}
	out := []good{
		{"no changes", func() *doc { return certified(1) }, isLocked},
		{"no changes, security store", func() *doc { return store(certified(1)) }, isLocked},
		{"no changes, document timestamp", func() *doc { return stamp(store(certified(1))) }, isCertified},
		{"all locked, last signature", func() *doc { return signedOnce(shape).sign(locking(fieldMDP("/Action /All"))) }, isLocked},
		{"all locked, document timestamp", func() *doc { return stamp(fresh(shape, nil).sign(fieldMDP("/Action /All"))) }, isLocked},
		{"others locked", func() *doc {
			return fresh(shape, nil).sign(fieldMDP("/Action /Include /Fields [(wish) (note)]")).sign(stamped(nSealB, w.office))
		}, nil},
		{"excepted", func() *doc {
			return fresh(shape, nil).sign(fieldMDP("/Action /Exclude /Fields [(b_seal)]")).sign(stamped(nSealB, w.office))
		}, nil},
		{"across after forms", func() *doc { return across(shape, 2) }, isCertified},
		{"across after annotations", func() *doc { return across(shape, 3) }, isCertified},
	}
	for _, p := range []int{2, 3} {
		out = append(out,
			good{fmt.Sprint("sealed after ", p), func() *doc { return certified(p).sign(stamped(nSealB, w.office)) }, isCertified},
			good{fmt.Sprint("filled in after ", p), func() *doc { d := certified(p); return d.with(wished(d)) }, isCertified},
			good{fmt.Sprint("changed after ", p), func() *doc {
				d := certified(p)
				return d.with(map[int]string{nNote: d.replaceIn(nNote, "(old)", "(new)")})
			}, isCertified},
			good{fmt.Sprint("invisible field after ", p), func() *doc {
				d := certified(p)
				s := stamped(70, w.a)
				s.objects = newField(d, 70, "0 0 0 0", "")
				return d.sign(s)
			}, isCertified},
		)
	}
	for i := range out {
		out[i].name = shape + ": " + out[i].name
	}
	return out
}

// locking moves a signature to the second field.
func locking(s signSpec) signSpec {
	s.field, s.by = nSealB, theWorld().office
	return s
}

// writers are ways in which programs lay out the same things.
func writers(shape string) []good {
	w := theWorld()
	var out []good
	add := func(name string, change func(map[int]string), more func(d *doc) *doc) {
		out = append(out, good{shape + ": " + name, func() *doc {
			d := fresh(shape, change).sign(stamped(nSignB, w.b))
			if more != nil {
				d = more(d)
			}
			return d
		}, nil})
	}
	seal := func(d *doc) *doc { return d.sign(stamped(nSealB, w.office)) }
	add("form in the catalog", func(o map[int]string) { o[nCatalog] = strings.Replace(o[nCatalog], "6 0 R", o[nForm], 1) }, seal)
	add("fields an object", func(o map[int]string) {
		a, b := strings.Index(o[nForm], "["), strings.Index(o[nForm], "]")+1
		o[30], o[nForm] = o[nForm][a:b], o[nForm][:a]+"30 0 R"+o[nForm][b:]
	}, func(d *doc) *doc {
		s := stamped(70, w.a)
		s.objects = newField(d, 70, "0 0 0 0", "")
		s.objects[30] = strings.Replace(d.body[30], "]", " 70 0 R]", 1)
		s.objects[nForm] = d.replaceIn(nForm, "/SigFlags 1", "/SigFlags 3")
		return d.sign(s)
	})
	add("annotations an object", func(o map[int]string) {
		a, b := strings.Index(o[nPage1], "/Annots [")+8, strings.LastIndex(o[nPage1], "]")+1
		o[31], o[nPage1] = o[nPage1][a:b], o[nPage1][:a]+"31 0 R"+o[nPage1][b:]
	}, func(d *doc) *doc {
		s := stamped(70, w.a)
		s.objects = newField(d, 70, "0 0 0 0", "")
		delete(s.objects, nPage1)
		s.objects[31] = strings.Replace(d.body[31], "]", " 70 0 R]", 1)
		return d.sign(s)
	})
	add("page without annotations", func(o map[int]string) {
		o[nPage1] = o[nPage1][:strings.Index(o[nPage1], "/Annots")] + ">>"
	}, func(d *doc) *doc {
		s := stamped(70, w.a)
		s.objects = newField(d, 70, "0 0 0 0", "")
		s.objects[nPage1] = strings.TrimSuffix(d.body[nPage1], ">>") + "/Annots [70 0 R] >>"
		return d.sign(s)
	})
	add("no form before", nil, nil)
	add("default resources added", nil, func(d *doc) *doc {
		s := stamped(nSealB, w.office)
		s.objects = map[int]string{
			nForm: d.replaceIn(nForm, "/SigFlags 1", "/SigFlags 3 /DA (/Helv 0 Tf 0 g) /DR << /Font << /Helv 60 0 R >> >>"), 60: d.body[nFont],
		}
		return d.sign(s)
	})
	add("default resources grown", func(o map[int]string) {
		o[nForm] = strings.Replace(o[nForm], "/SigFlags", "/DR << /Font << /F1 5 0 R >> >> /SigFlags", 1)
	}, func(d *doc) *doc {
		s := stamped(nSealB, w.office)
		s.objects = map[int]string{nForm: d.replaceIn(nForm, "/F1 5 0 R", "/F1 5 0 R /Helv 60 0 R"), 60: d.body[nFont]}
		return d.sign(s)
	})
	add("field with a widget of its own", func(o map[int]string) {
		o[33] = strings.Replace(strings.Replace(o[nSealB], "/FT /Sig /T (b_seal)", "/Parent 11 0 R", 1), "330", "330", 1)
		o[nSealB] = "<< /FT /Sig /T (b_seal) /Kids [33 0 R] >>"
	}, seal)
	add("fields in a tree", func(o map[int]string) {
		o[34] = "<< /T (b) /Kids [10 0 R 11 0 R] >>"
		o[nSignB], o[nSealB] = strings.Replace(o[nSignB], "/T", "/Parent 34 0 R /T", 1), strings.Replace(o[nSealB], "/T", "/Parent 34 0 R /T", 1)
		o[nForm] = strings.Replace(o[nForm], "10 0 R 11 0 R", "34 0 R", 1)
	}, seal)
	add("saved twice before", nil, nil)
	add("dangling reference from the start", func(o map[int]string) { o[nPage1] = strings.Replace(o[nPage1], "/Parent", "/B 35 0 R /Parent", 1) }, seal)
	return out
}
