package check

import (
	"fmt"
	"strings"
)

// Numbers of the objects of a test contract.
const (
	nCatalog = 1
	nPages   = 2
	nPage1   = 3
	nText1   = 4
	nFont    = 5
	nForm    = 6
	nPage2   = 7
	nText2   = 8
	nBlank   = 9 // empty picture of the strips
	nSignB   = 10
	nSealB   = 11
	nSignA   = 12
	nStrip1  = 20
	nStrip2  = 21
	nWish    = 22 // a text field, empty
	nTick    = 23 // a check box
	nNote    = 24 // a text field with a value
	nNew     = 40 // first number not used
)

func sigField(name string, page, x int) string {
	return fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Sig /T (%s) /F 132 /Rect [%d 100 %d 150] /P %d 0 R >>", name, x, x+100, page)
}

func strip(name string, page int) string {
	return fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65537 /T (%s) /F 132 /Rect [555 0 595 842] /P %d 0 R /AP << /N %d 0 R >> >>", name, page, nBlank)
}

// contract gives the objects of a two page contract with prepared fields.
func contract() map[int]string {
	page := func(text int, annots ...int) string {
		var refs []string
		for _, n := range annots {
			refs = append(refs, fmt.Sprintf("%d 0 R", n))
		}
		return fmt.Sprintf("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 %d 0 R >> >> /Contents %d 0 R /Annots [%s] >>", nPages, nFont, text, strings.Join(refs, " "))
	}
	return map[int]string{
		nCatalog: fmt.Sprintf("<< /Type /Catalog /Pages %d 0 R /AcroForm %d 0 R >>", nPages, nForm),
		nPages:   fmt.Sprintf("<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count 2 >>", nPage1, nPage2),
		nPage1:   page(nText1, nStrip1, nWish, nTick, nNote),
		nText1:   streamObject("", "BT /F1 12 Tf 72 700 Td (Price: 100) Tj ET"),
		nFont:    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		nForm:    fmt.Sprintf("<< /Fields [%d 0 R %d 0 R %d 0 R %d 0 R %d 0 R %d 0 R %d 0 R %d 0 R] /SigFlags 1 >>", nSignB, nSealB, nSignA, nStrip1, nStrip2, nWish, nTick, nNote),
		nPage2:   page(nText2, nStrip2, nSignB, nSealB, nSignA),
		nText2:   streamObject("", "BT /F1 12 Tf 72 700 Td (Party B:) Tj ET"),
		nBlank:   streamObject("/Type /XObject /Subtype /Form /BBox [0 0 40 842]", ""),
		nSignB:   sigField("b_sign", nPage2, 72),
		nSealB:   sigField("b_seal", nPage2, 200),
		nSignA:   sigField("a_sign", nPage2, 330),
		nStrip1:  strip("strip1", nPage1),
		nStrip2:  strip("strip2", nPage2),
		nWish:    fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Tx /T (wish) /F 4 /Rect [72 500 300 520] /P %d 0 R >>", nPage1),
		nTick:    fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Btn /T (tick) /F 4 /Rect [72 470 90 490] /P %d 0 R /V /Off /AS /Off /AP << /N << /Yes %d 0 R /Off %d 0 R >> >> >>", nPage1, nBlank, nBlank),
		nNote:    fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Tx /T (note) /F 4 /Rect [72 440 300 460] /P %d 0 R /V (old) >>", nPage1),
		nNew - 1: "<< /Title (contract) >>",
	}
}

// shapes are the ways to write the same document.
func shapes() map[string]*doc {
	blank := func() *doc { return &doc{body: map[int]string{}, offset: map[int]int{}} }
	table, stream, packed := blank(), blank(), blank()
	stream.stream = true
	packed.stream, packed.packed = true, true
	return map[string]*doc{"table": table, "stream": stream, "packed": packed}
}

// fresh writes the contract with its objects changed.
func fresh(shape string, change func(map[int]string)) *doc {
	d := shapes()[shape]
	objects := contract()
	if change != nil {
		change(objects)
	}
	d.extra = fmt.Sprintf("/Info %d 0 R", nNew-1)
	d.append(objects)
	return d
}

// replaceIn gives the newest body of an object with a part replaced.
func (d *doc) replaceIn(num int, old, fresh string) string {
	if !strings.Contains(d.body[num], old) {
		panic(fmt.Sprintf("object %d has no %q", num, old))
	}
	return strings.Replace(d.body[num], old, fresh, 1)
}

// stamped signs a field with a timestamp.
func stamped(field int, by *who) signSpec {
	return signSpec{field: field, by: by, cms: cmsSpec{stamp: &tokenSpec{}}}
}
