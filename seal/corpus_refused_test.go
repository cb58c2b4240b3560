package seal_test

import (
	"strings"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
)

// refusals are documents that must not be signed, and wishes that cannot be met.
func refusals() []trial {
	p := plainDoc()
	return []trial{
		{name: "empty file", want: domain.CodeDocNotPDF},
		{name: "text", data: []byte("hello"), want: domain.CodeDocNotPDF},
		{name: "cut off", data: p.bytes()[:200], want: domain.CodeDocDamaged},
		{name: "startxref wrong", data: []byte(strings.Replace(string(p.bytes()), "startxref\n", "startxref\n9", 1)), want: domain.CodeDocDamaged},
		{name: "catalog missing", data: p.with(func(m *made) { delete(m.objects, 1) }).bytes(), want: domain.CodeDocDamaged},
		{name: "bytes before the header", data: p.with(func(m *made) { m.head = "HTTP/1.1 200 OK\n\n%PDF-1.4\n" }).bytes(), want: domain.CodeDocDamaged},
		{name: "no pages", data: p.with(set(2, "<< /Type /Pages /Kids [] /Count 0 >>")).bytes(), want: domain.CodeDocNoPages},
		{name: "page without a number", data: p.with(set(2, "<< /Type /Pages /Kids [<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] >>] /Count 1 >>")).bytes(), want: domain.CodeDocDamaged},
		{name: "page that is there twice", data: p.with(set(2, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>")).bytes(), want: domain.CodeDocDamaged},
		{name: "dynamic form", data: inForm("6 0 R", map[int]string{6: "<< /Fields [] /XFA 7 0 R >>", 7: "[]"}).bytes(), want: domain.CodeDocXFA},
		{name: "list of fields with a null", data: inForm("6 0 R", map[int]string{6: "<< /Fields [null] >>"}).bytes(), want: domain.CodeDocDamaged},
		{name: "certified, no changes", data: withField(emptyField, certification("1")).bytes(), change: inPlace, want: pades.CodeCertified},
		{name: "certified, new field", data: withField(emptyField, certification("3")).bytes(), change: otherName, want: pades.CodeFieldsOnly},
		{name: "all fields locked, new field", data: withField(emptyField, lockedBy("/Action /All")).bytes(), change: otherName, want: pades.CodeLocked},
		{name: "this field locked", data: withField(emptyField, lockedBy("/Action /Include /Fields [(Seal)]")).bytes(), change: inPlace, want: pades.CodeLocked},
		{name: "all but another locked", data: withField(emptyField, lockedBy("/Action /Exclude /Fields [(Name)]")).bytes(), change: inPlace, want: pades.CodeLocked},
		{name: "signed already", data: wanting("/V << /Type /Sig >>"), want: pades.CodeSigned},
		{name: "a field for text", data: withField(strings.Replace(emptyField, "/Sig", "/Tx", 1)).bytes(), want: pades.CodeNoField},
		{name: "no such field", data: p.bytes(), change: inPlace, want: pades.CodeNoField},
		{name: "two widgets", data: withField("<< /FT /Sig /T (Seal) /Kids [9 0 R 10 0 R] >>",
			set(9, "<< /Type /Annot /Subtype /Widget /Parent 5 0 R /Rect [50 60 170 180] >>"),
			set(10, "<< /Type /Annot /Subtype /Widget /Parent 5 0 R /Rect [50 60 170 180] >>")).bytes(), want: domain.CodeDocDamaged},
		{name: "a period in the name", data: p.bytes(), change: func(r *pades.Request) { r.Field = "a.b" }, want: domain.CodeBadInput},
		{name: "off the page", data: p.bytes(), change: func(r *pades.Request) { r.Place.X = 390 }, want: pades.CodeOffPage},
		{name: "page 2 of 1", data: p.bytes(), change: func(r *pades.Request) { r.Place.Page = 2 }, want: pades.CodeNoPage},
		{name: "field tree in a circle", data: withField("<< /FT /Sig /T (a) /Kids [5 0 R] >>").bytes(), want: domain.CodeDocDamaged},
	}
}
