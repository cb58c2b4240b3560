package seal_test

import (
	"fmt"
	"strings"
	"testing"
)

// inForm is a document whose catalog names a form, with more objects.
func inForm(entry string, more map[int]string) *made {
	return plainDoc().with(func(m *made) {
		m.objects[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm " + entry + " >>"
		for n, o := range more {
			m.objects[n] = o
		}
	})
}

// withAnnots is a document whose page has a list of annotations, with more objects.
func withAnnots(entry string, more map[int]string) *made {
	return plainDoc().with(func(m *made) {
		m.objects[3] = strings.Replace(m.objects[3], ">> >>", ">> /Annots "+entry+" >>", 1)
		for n, o := range more {
			m.objects[n] = o
		}
	})
}

const (
	linkAnnot = "<< /Type /Annot /Subtype /Link /Rect [1 1 2 2] /Border [0 0 0] >>"
	textField = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /F 4 /P 3 0 R /Rect [10 10 90 30] >>"
)

// fileShapes are the ways a file is put together.
func fileShapes(t testing.TB) []trial {
	p := plainDoc()
	var out []trial
	for _, version := range []string{"1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.0"} {
		out = append(out, trial{name: "PDF " + version, data: p.with(func(m *made) { m.head = "%PDF-" + version + "\n" }).bytes()})
	}
	return append(out, []trial{
		{name: "no end of line at the end", data: []byte(strings.TrimRight(string(p.bytes()), "\n"))},
		{name: "bytes after the end", data: p.with(func(m *made) { m.after = "\n\x00\x00 rubbish \n" }).bytes()},
		{name: "carriage returns", data: p.with(func(m *made) { m.eol = "\r" }).bytes()},
		{name: "CRLF", data: p.with(func(m *made) { m.eol = "\r\n" }).bytes()},
		{name: "cross-reference stream", data: p.with(func(m *made) { m.stream = true }).bytes()},
		{name: "hybrid", data: p.with(func(m *made) { m.hybrid = []int{4} }).bytes()},
		{name: "object streams", data: qpdf(t, withField(emptyField).bytes(), "--object-streams=generate"), change: inPlace},
		{name: "linearized", data: qpdf(t, p.bytes(), "--linearize")},
		{name: "linearized, object streams", data: qpdf(t, p.bytes(), "--linearize", "--object-streams=generate")},
		{name: "without ID", data: p.with(func(m *made) { m.trailer = "" }).bytes()},
		{name: "with Info", data: p.with(func(m *made) { m.trailer += " /Info 5 0 R"; m.objects[5] = "<< /Title (x) >>" }).bytes()},
		{name: "gaps in the numbers", data: p.with(set(40, "<< >>")).bytes()},
		{name: "generation 3", data: p.with(func(m *made) { m.gens[1] = 3 }).bytes()},
		{name: "reference to the next number", data: withAnnots("5 0 R", nil).bytes()},
	}...)
}

// formShapes are the forms and lists of annotations a document may bring.
func formShapes(t testing.TB) []trial {
	shared := func(m *made) {
		m.objects[2] = "<< /Type /Pages /Kids [3 0 R 7 0 R] /Count 2 >>"
		m.objects[7] = m.objects[3]
	}
	return []trial{
		{name: "form in the catalog", data: inForm("<< /Fields [] /DA (/Helv 0 Tf 0 g) >>", nil).bytes()},
		{name: "form without fields", data: inForm("6 0 R", map[int]string{6: "<< /DR << >> >>"}).bytes()},
		{name: "form is null", data: inForm("null", nil).bytes()},
		{name: "form is not there", data: inForm("77 0 R", nil).bytes()},
		{name: "list of fields apart", data: inForm("6 0 R", map[int]string{6: "<< /Fields 7 0 R >>", 7: "[5 0 R]", 5: textField}).bytes()},
		{name: "list of fields is null", data: inForm("6 0 R", map[int]string{6: "<< /Fields null >>"}).bytes()},
		{name: "list of fields is not there", data: inForm("6 0 R", map[int]string{6: "<< /Fields 88 0 R >>"}).bytes()},
		{name: "field that is not there", data: inForm("6 0 R", map[int]string{6: "<< /Fields [88 0 R] >>"}).bytes()},
		{name: "NeedAppearances", data: inForm("6 0 R", map[int]string{6: "<< /Fields [] /NeedAppearances true >>"}).bytes()},
		{name: "annotations in the page", data: withAnnots("["+linkAnnot+"]", nil).bytes()},
		{name: "annotations apart", data: withAnnots("6 0 R", map[int]string{6: "[5 0 R]", 5: linkAnnot}).bytes()},
		{name: "annotations empty", data: withAnnots("[]", nil).bytes()},
		{name: "annotations null", data: withAnnots("null", nil).bytes()},
		{name: "annotations a null apart", data: withAnnots("6 0 R", map[int]string{6: "null"}).bytes()},
		{name: "annotations of all kinds", data: withAnnots("[null 6 0 R 99 0 R "+linkAnnot+" 5 0 R]", map[int]string{5: linkAnnot, 6: "null"}).bytes()},
		{name: "annotations of two pages", data: withAnnots("6 0 R", map[int]string{6: "[5 0 R]", 5: linkAnnot}).with(shared).bytes()},
		{name: "annotations in object streams", data: qpdf(t, withAnnots("6 0 R", map[int]string{6: "[5 0 R]", 5: linkAnnot}).bytes(), "--object-streams=generate")},
	}
}

// pageShapes are the ways a page is measured and turned.
func pageShapes() []trial {
	out := []trial{{name: "inherited boxes", data: plainDoc().with(func(m *made) {
		m.objects[2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 400 500] /Rotate 90 /Resources << >> >>"
		m.objects[3] = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"
	}).bytes()}}
	for _, turn := range []int{90, 180, 270, -90, 450} {
		out = append(out, trial{name: fmt.Sprint("turned ", turn), data: plainDoc().with(page(fmt.Sprintf("/MediaBox [0 0 400 500] /Rotate %d", turn))).bytes()})
	}
	for name, boxes := range map[string]string{
		"cropped": "/MediaBox [-50 -60 600 700] /CropBox [100 120 500 620]", "origin elsewhere": "/MediaBox [100 300 500 800]",
		"user unit 2": "/MediaBox [0 0 200 250] /UserUnit 2", "no boxes": "", "five metres": "/MediaBox [0 0 14400 14400]",
		"many decimals": "/MediaBox [0 0 595.275574 841.889771] /CropBox [.000001 0. 500.1234567 600.00] /TrimBox [-0 -.5 4. 99]",
	} {
		out = append(out, trial{name: name, data: plainDoc().with(page(boxes)).bytes()})
	}
	return out
}
