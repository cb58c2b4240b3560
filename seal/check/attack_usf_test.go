package check

import (
	"fmt"
	"regexp"
	"strings"
)

// forgeries are universal signature forgeries: the signature is left without something a lazy reader needs, and a
// reader that then says nothing says yes. They are made twice: in a later save over the good signature, and at signing.
func forgeries() []attack {
	drop := func(pattern string) func(string) string {
		return func(s string) string { return regexp.MustCompile(pattern).ReplaceAllString(s, "") }
	}
	put := func(pattern, fresh string) func(string) string {
		return func(s string) string { return regexp.MustCompile(pattern).ReplaceAllLiteralString(s, fresh) }
	}
	const contents, byteRange = `/Contents <[^>]*>`, `/ByteRange \[[^\]]*\]`
	ways := []struct {
		name string
		f    func(string) string
	}{
		{"contents removed", drop(contents)},
		{"contents empty", put(contents, "/Contents <>")},
		{"contents null", put(contents, "/Contents null")},
		{"contents zero", put(contents, "/Contents <00>")},
		{"contents a literal", put(contents, "/Contents (0)")},
		{"contents a number", put(contents, "/Contents 0")},
		{"contents a reference", put(contents, "/Contents 5 0 R")},
		{"contents twice", func(s string) string { return strings.Replace(s, "/Contents", "/Contents <00> /Contents", 1) }},
		{"byterange removed", drop(byteRange)},
		{"byterange null", put(byteRange, "/ByteRange null")},
		{"byterange empty", put(byteRange, "/ByteRange []")},
		{"byterange zero", put(byteRange, "/ByteRange [0 0 0 0]")},
		{"byterange negative", put(byteRange, "/ByteRange [0 -1 -1 -1]")},
		{"byterange short", put(byteRange, "/ByteRange [0 10]")},
		{"byterange of three", put(byteRange, "/ByteRange [0 10 20]")},
		{"byterange of six", put(byteRange, "/ByteRange [0 10 20 30 40 50]")},
		{"byterange of reals", put(byteRange, "/ByteRange [0 10.0 20.0 30.0]")},
		{"byterange of references", put(byteRange, "/ByteRange [5 0 R 5 0 R 5 0 R 5 0 R]")},
		{"byterange overflow", put(byteRange, "/ByteRange [0 10 20 9223372036854775807]")},
		{"byterange huge", put(byteRange, "/ByteRange [0 99999999999999999999 0 0]")},
		{"byterange a string", put(byteRange, "/ByteRange (0 1 2 3)")},
		{"byterange twice", func(s string) string { return strings.Replace(s, "/ByteRange", "/ByteRange [0 1 2 3] /ByteRange", 1) }},
		{"subfilter removed", drop(`/SubFilter /\S+`)},
		{"subfilter null", put(`/SubFilter /\S+`, "/SubFilter null")},
		{"subfilter unknown", put(`/SubFilter /\S+`, "/SubFilter /adbe.x509.rsa_sha1")},
		{"subfilter a string", put(`/SubFilter /\S+`, "/SubFilter (ETSI.CAdES.detached)")},
		{"filter removed", drop(`/Filter /\S+`)},
		{"filter null", put(`/Filter /\S+`, "/Filter null")},
		{"type wrong", put(`/Type /Sig`, "/Type /Page")},
		{"type null and contents empty", func(s string) string {
			return put(contents, "/Contents <>")(strings.Replace(s, "/Type /Sig", "/Type null", 1))
		}},
	}
	var out []attack
	for _, w := range ways {
		out = append(out, one("usf later: "+w.name, func() *doc {
			d := signedOnce("table")
			text := d.replaceIn(nText1, "100", "900")
			return d.with(map[int]string{nNew: w.f(d.signedBody(nNew)), nText1: text})
		})...)
		out = append(out, one("usf at signing: "+w.name, func() *doc {
			d := fresh("table", nil)
			num := d.size
			signed := d.sign(stamped(nSignB, theWorld().b))
			return d.with(map[int]string{num: w.f(signed.signedBody(num)), nSignB: signed.body[nSignB]})
		})...)
	}
	// The same where the signature itself is good: it was made over the odd dictionary.
	odd := map[string]func(string) string{
		"subfilter unknown":  put(`/SubFilter /\S+`, "/SubFilter /adbe.pkcs7.sha1"),
		"subfilter twice":    put(`/SubFilter /\S+`, "/SubFilter /x /SubFilter /ETSI.CAdES.detached"),
		"filter removed":     drop(`/Filter /\S+`),
		"type wrong":         put(`/Type /Sig`, "/Type /Page"),
		"document timestamp": put(`/Type /Sig`, "/Type /DocTimeStamp"),
		"a key twice":        put(`/Type /Sig`, "/Type /Sig /Type /DocTimeStamp"),
	}
	for name, f := range odd {
		out = append(out, one("usf signed so: "+name, func() *doc {
			s := stamped(nSignB, theWorld().b)
			s.patch = f
			return fresh("table", nil).sign(s)
		})...)
	}
	out = append(out, one("usf: document timestamp of another type", func() *doc {
		d := signedOnce("table")
		s := signSpec{field: 70, docstamp: true}
		s.objects = newField(d, 70, "0 0 0 0", "")
		s.patch = func(dict string) string { return strings.Replace(dict, "/DocTimeStamp", "/Sig", 1) }
		return d.sign(s)
	})...)
	out = append(out, one("usf: value is a string", func() *doc {
		d := fresh("table", nil)
		return d.with(map[int]string{nSignB: strings.TrimSuffix(d.body[nSignB], ">>") + "/V (signed) >>"})
	})...)
	out = append(out, one("usf: value is a stream", func() *doc {
		d := fresh("table", nil)
		return d.with(map[int]string{nSignB: strings.TrimSuffix(d.body[nSignB], ">>") + "/V 9 0 R >>"})
	})...)
	return out
}

// signedBody gives the body of an object as it stands in the file, signature filled in.
func (d *doc) signedBody(num int) string {
	at := d.offset[num]
	head := fmt.Sprintf("%d 0 obj\n", num)
	s := string(d.data[at+len(head):])
	return s[:strings.Index(s, "\nendobj")]
}
