package check

import (
	"bytes"
	"fmt"
	"strings"

	"campus.example/sealdesk/seal/check/cms"
	"campus.example/sealdesk/seal/check/model"
)

// cmsForgeries are signatures that are wrong inside.
func cmsForgeries() []attack {
	w := theWorld()
	ways := map[string]func(*signSpec){
		"signature value wrong":                 func(s *signSpec) { s.cms.wrong = true },
		"no content type":                       func(s *signSpec) { s.cms.noType = true },
		"content type is another":               func(s *signSpec) { s.cms.kind = "1.2.3" },
		"signed content type is another":        func(s *signSpec) { s.cms.attrKind = "1.2.3" },
		"content inside":                        func(s *signSpec) { s.cms.dataIn = true },
		"digest twice":                          func(s *signSpec) { s.cms.twice = true },
		"no attributes":                         func(s *signSpec) { s.cms.bare = true },
		"no attributes, signature wrong":        func(s *signSpec) { s.sub, s.cms.bare, s.cms.wrong = model.SubFilterAdbe, true, true },
		"two signers":                           func(s *signSpec) { s.cms.two = true },
		"no certificates":                       func(s *signSpec) { s.cms.noCerts = true },
		"no signing certificate":                func(s *signSpec) { s.cms.noESS = true },
		"signing certificate another":           func(s *signSpec) { s.cms.essOf = w.a },
		"signing certificate another, by SHA-1": func(s *signSpec) { s.cms.essV1, s.cms.essOf = true, w.a },
		"SHA-1":                                 func(s *signSpec) { s.cms.sha1 = true },
		"SHA-1 of another producer":             func(s *signSpec) { s.cms.sha1 = true; s.sub = model.SubFilterAdbe },
		"padding is not zero":                   func(s *signSpec) { s.pad = "00ff" },
		"second structure behind": func(s *signSpec) {
			s.contents = func(c []byte) []byte { return append(c, c...) }
		},
		"cut short": func(s *signSpec) { s.contents = func(c []byte) []byte { return c[:len(c)-40] } },
		"empty":     func(s *signSpec) { s.contents = func([]byte) []byte { return nil } },
		"a piece short": func(s *signSpec) {
			s.contents = func(c []byte) []byte { c = overlong(c); c[4]++; return c }
		},
		"an octet":    func(s *signSpec) { s.contents = func([]byte) []byte { return []byte{4, 1, 0} } },
		"stranger":    func(s *signSpec) { s.by = w.stranger },
		"expired":     func(s *signSpec) { s.by = w.expired },
		"server key":  func(s *signSpec) { s.by = w.tls },
		"weak key":    func(s *signSpec) { s.by = w.weak },
		"self-signed": func(s *signSpec) { s.by = w.self },
	}
	var out []attack
	for name, f := range ways {
		out = append(out, one("cms: "+name, func() *doc {
			s := stamped(nSignB, w.b)
			f(&s)
			return fresh("table", nil).sign(s)
		})...)
	}
	out = append(out, one("cms: of another file", func() *doc {
		other := fresh("table", func(o map[int]string) { o[nText1] = strings.Replace(o[nText1], "100", "900", 1) })
		found := other.sign(stamped(nSignB, w.b)).signedBody(nNew)
		found = found[strings.Index(found, "/Contents <")+len("/Contents <"):]
		s := stamped(nSignB, w.b)
		s.contents = func(c []byte) []byte {
			raw := make([]byte, 5990)
			if _, err := fmt.Sscanf(found[:5990*2], "%x", &raw); err != nil {
				panic(err) // the generator is wrong, not the file
			}
			return bytes.TrimRight(raw, "\x00")
		}
		return fresh("table", nil).sign(s)
	})...)
	return out
}

// indefinite writes the outermost length the BER way.
func indefinite(c []byte) []byte {
	return append(append([]byte{0x30, 0x80}, c[4:]...), 0, 0)
}

// overlong writes the outermost length with a byte too many.
func overlong(c []byte) []byte {
	return append([]byte{0x30, 0x83, 0, c[2], c[3]}, c[4:]...)
}

// tokenForgeries are timestamps that are wrong.
func tokenForgeries() []attack {
	w := theWorld()
	ways := map[string]tokenSpec{
		"imprint of something else": {imprint: make([]byte, 32)},
		"signature wrong":           {cms: cmsSpec{wrong: true}},
		"no signing certificate":    {cms: cmsSpec{noESS: true}},
		"content type":              {cms: cmsSpec{kind: cms.OIDData}},
		"certificate for signing":   {by: w.b},
		"usage not critical":        {by: w.badTSA},
		"no certificate":            {cms: cmsSpec{noCerts: true}},
		"two signers":               {cms: cmsSpec{two: true}},
		"junk behind":               {junk: true},
		"SHA-1":                     {cms: cmsSpec{sha1: true}},
		"digest twice":              {cms: cmsSpec{twice: true}},
		"not in order":              {cms: cmsSpec{unsorted: true}},
		"no attributes":             {cms: cmsSpec{bare: true}},
	}
	var out []attack
	for name, spec := range ways {
		out = append(out, one("token: "+name, func() *doc {
			return fresh("table", nil).sign(signSpec{field: nSignB, by: w.b, cms: cmsSpec{stamp: &spec}})
		})...)
		out = append(out, one("document timestamp: "+name, func() *doc {
			d := signedOnce("table")
			s := signSpec{field: 70, docstamp: true, by: spec.by, cms: cmsSpec{stamp: &spec}}
			s.objects = newField(d, 70, "0 0 0 0", "")
			return d.sign(s)
		})...)
	}
	return out
}

// restrictionsBroken are changes that an earlier signature does not permit, each harmless without that word.
func restrictionsBroken() []attack {
	w := theWorld()
	var out []attack
	add := func(name string, f func() *doc) { out = append(out, one("restriction: "+name, f)...) }
	fieldMDP := func(params string) signSpec {
		s := stamped(nSignB, w.b)
		s.dict = "/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams << /Type /TransformParams /V /1.2 " + params + " >> >>]"
		return s
	}
	add("sealed after no changes", func() *doc { return certified(1).sign(stamped(nSealB, w.office)) })
	add("filled in after no changes", func() *doc { d := certified(1); return d.with(wished(d)) })
	add("field added after no changes", func() *doc { d := certified(1); return d.with(newField(d, 70, "0 0 0 0", "")) })
	add("permission unknown", func() *doc { return certified(7).sign(stamped(nSealB, w.office)) })
	add("all fields locked", func() *doc { return fresh("table", nil).sign(fieldMDP("/Action /All")).sign(stamped(nSealB, w.office)) })
	add("field locked by name", func() *doc {
		return fresh("table", nil).sign(fieldMDP("/Action /Include /Fields [(b_seal)]")).sign(stamped(nSealB, w.office))
	})
	add("field not excepted", func() *doc {
		return fresh("table", nil).sign(fieldMDP("/Action /Exclude /Fields [(a_sign)]")).sign(stamped(nSealB, w.office))
	})
	add("action unknown", func() *doc {
		return fresh("table", nil).sign(fieldMDP("/Action /Nonsense")).sign(stamped(nSealB, w.office))
	})
	add("locked text field filled in", func() *doc {
		d := fresh("table", nil).sign(fieldMDP("/Action /Include /Fields [(wish)]"))
		return d.with(wished(d))
	})
	add("strip locked by name", func() *doc {
		d := fresh("table", nil).sign(fieldMDP("/Action /Include /Fields [(strip1)]"))
		s := stamped(nSealB, w.office)
		s.objects = map[int]string{
			nStrip1: d.replaceIn(nStrip1, "/N 9 0 R", "/N 71 0 R"),
			71:      streamObject("/Type /XObject /Subtype /Form /BBox [0 0 40 842]", "1 0 0 RG 0 400 m 40 440 l S"),
		}
		return d.sign(s)
	})
	add("lock of the field itself", func() *doc {
		return fresh("table", func(o map[int]string) {
			o[nSignB] = strings.TrimSuffix(o[nSignB], ">>") + "/Lock << /Type /SigFieldLock /Action /All >> >>"
		}).sign(stamped(nSignB, w.b)).sign(stamped(nSealB, w.office))
	})
	add("lock of the field with a permission", func() *doc {
		return fresh("table", func(o map[int]string) {
			o[nSignB] = strings.TrimSuffix(o[nSignB], ">>") + "/Lock << /Type /SigFieldLock /Action /Include /Fields [] /P 1 >> >>"
		}).sign(stamped(nSignB, w.b)).sign(stamped(nSealB, w.office))
	})
	add("lock taken away later", func() *doc {
		d := fresh("table", func(o map[int]string) {
			o[30] = "<< /Type /SigFieldLock /Action /All >>"
			o[nSignB] = strings.TrimSuffix(o[nSignB], ">>") + "/Lock 30 0 R >>"
		}).sign(stamped(nSignB, w.b))
		s := stamped(nSealB, w.office)
		s.objects = map[int]string{30: "<< /Type /SigFieldLock /Action /Include /Fields [] >>"}
		return d.sign(s)
	})
	add("certified afterwards", func() *doc {
		d := signedOnce("table")
		s := stamped(nSealB, w.office)
		s.dict = "/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>]"
		s.objects = map[int]string{nCatalog: d.replaceIn(nCatalog, "/Pages", "/Perms << /DocMDP 42 0 R >> /Pages")}
		return d.sign(s)
	})
	add("certification taken away", func() *doc {
		d := certified(2)
		return d.with(map[int]string{nCatalog: contract()[nCatalog]})
	})
	return out
}

// wished fills in the empty text field.
func wished(d *doc) map[int]string {
	return map[int]string{
		nWish: strings.TrimSuffix(d.body[nWish], ">>") + "/V (yes) /AP << /N 75 0 R >> >>",
		75:    streamObject("/Type /XObject /Subtype /Form /BBox [0 0 228 20]", "BT /F1 9 Tf (yes) Tj ET"),
	}
}
