package examine_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/pdf/examine/handmade"
	"campus.example/sealdesk/pdf/write"
	"campus.example/sealdesk/sandbox/samples"
)

// catalog makes a file of one page whose catalog has something more.
func catalog(more string, objects ...string) []byte {
	return handmade.File(append([]string{
		"<< /Type /Catalog /Pages 2 0 R " + more + " >>",
		"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] >>",
	}, objects...)...)
}

func contract(t *testing.T, h write.Habit) []byte {
	t.Helper()
	d, err := write.New(write.Meta{Title: "合同", Made: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	d.Title("合同")
	d.Sign([]string{"甲方（盖章）：", "签字："}, []string{"乙方（盖章）：", "签字："})
	b, err := d.Bytes(h)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWhatIsNotTaken(t *testing.T) {
	good := contract(t, write.Habit{Version: "1.4"})
	locked := func(user string) []byte {
		return contract(t, write.Habit{Version: "1.4", Lock: &write.Lock{User: user, Owner: "owner"}})
	}
	js := "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
	cases := map[string]struct {
		pdf  []byte
		want error
	}{
		"empty":             {nil, examine.ErrEmpty},
		"large":             {bytes.Repeat([]byte{' '}, 2<<20), examine.ErrTooBig},
		"text":              {[]byte("合同"), examine.ErrNotPDF},
		"zip":               {append([]byte("PK\x03\x04"), make([]byte, 2000)...), examine.ErrNotPDF},
		"header alone":      {[]byte("%PDF-1.7\n"), examine.ErrDamaged},
		"half":              {good[:len(good)/2], examine.ErrDamaged},
		"startxref wrong":   {bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1), examine.ErrDamaged},
		"user password":     {locked("user"), examine.ErrEncrypted},
		"owner password":    {locked(""), examine.ErrEncrypted},
		"no pages":          {handmade.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"), examine.ErrNoPages},
		"no page tree":      {handmade.File("<< /Type /Catalog >>"), examine.ErrNoPages},
		"pages in a circle": {handmade.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"), examine.ErrDamaged},
		"too many pages":    {handmade.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 99 /Kids ["+strings.Repeat("<< /Type /Page >> ", 99)+"] >>"), examine.ErrLimits},
		"content does not unpack": {handmade.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
			"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", handmade.Stream("/Filter /FlateDecode", "junk")), examine.ErrDamaged},
		"script":               {catalog("/OpenAction " + js), examine.ErrActive},
		"script by name":       {catalog("/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", js), examine.ErrActive},
		"script on a page":     {handmade.Page("/AA << /O "+js+" >>", ""), examine.ErrActive},
		"script in a link":     {handmade.Page("/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (x:) /Next "+js+" >> >>]", ""), examine.ErrActive},
		"script in a field":    {catalog("/AcroForm << /Fields [<< /T (a) /AA << /K " + js + " >> >>] >>"), examine.ErrActive},
		"script in disguise":   {handmade.Page("/AA << /O << /P 3 0 R /S /J#61vaScript /JS (x) >> >>", ""), examine.ErrActive},
		"kind by reference":    {handmade.Page("/AA << /O << /S 5 0 R /JS (x) >> >>", "", "/JavaScript"), examine.ErrActive},
		"launch":               {handmade.Page("/Annots [<< /Subtype /Link /A << /S /Launch /F (calc.exe) >> >>]", ""), examine.ErrActive},
		"opens an address":     {catalog("/OpenAction << /S /URI /URI (https://example.org) >>"), examine.ErrActive},
		"film":                 {handmade.Page("/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]", ""), examine.ErrActive},
		"attachment":           {catalog("/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F 4 0 R >> >>] >> >>", handmade.Stream("", "x")), examine.ErrAttachments},
		"attachment by AF":     {catalog("/AF [<< /F (a) /EF << /UF 4 0 R >> >>]", handmade.Stream("", "x")), examine.ErrAttachments},
		"attachment on a page": {handmade.Page("/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] >>]", ""), examine.ErrAttachments},
		"portfolio":            {catalog("/Collection << >>"), examine.ErrAttachments},
		"script and attachment": {
			catalog("/OpenAction 5 0 R /AF [<< /F (a) /EF << /UF 4 0 R >> >>]", handmade.Stream("", "x"), "<< /S /GoTo /D [3 0 R /Fit] /Next "+js+" >>"),
			examine.ErrActive,
		},
		"layer that is off":         {layered("/OFF [5 0 R]", ""), examine.ErrHidden},
		"layers off unless named":   {layered("/BaseState /OFF", ""), examine.ErrHidden},
		"layer off on paper":        {layered("", "/Usage << /Print << /PrintState /OFF >> >>"), examine.ErrHidden},
		"layer off on the screen":   {layered("", "/Usage << /View << /ViewState /OFF >> >>"), examine.ErrHidden},
		"note that is hidden":       {handmade.Page("/Annots [<< /Subtype /FreeText /F 2 /Rect [0 0 9 9] /AP << /N 5 0 R >> >>]", "", handmade.Stream("", "")), examine.ErrHidden},
		"note on paper alone":       {handmade.Page("/Annots [<< /Subtype /Stamp /F 36 /Rect [0 0 9 9] /AP << /N 5 0 R >> >>]", "", handmade.Stream("", "")), examine.ErrHidden},
		"content to come":           {handmade.Page("/Contents [4 0 R 9 0 R]", ""), examine.ErrHidden},
		"picture to come":           {handmade.Page("/Resources << /XObject << /X 9 0 R >> >>", "/X Do"), examine.ErrHidden},
		"font to come":              {handmade.Page("/Resources << /Font << /F 9 0 R >> >>", ""), examine.ErrHidden},
		"annotations to come":       {handmade.Page("/Annots 9 0 R", ""), examine.ErrHidden},
		"annotation to come":        {handmade.Page("/Annots [9 0 R]", ""), examine.ErrHidden},
		"page of another file":      {handmade.Page("/Resources << /XObject << /X 5 0 R >> >>", "/X Do", handmade.Stream("/Subtype /Form /BBox [0 0 9 9] /Ref << /F (a.pdf) /Page 0 >>", "")), examine.ErrHidden},
		"content in another file":   {handmade.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", handmade.Stream("/F (a.txt)", "")), examine.ErrHidden},
		"a key twice":               {handmade.Page("/Rotate 90 /Rotate 180", ""), examine.ErrHidden},
		"content twice":             {handmade.Page("/Contents 5 0 R", "", handmade.Stream("", "")), examine.ErrHidden},
		"object twice, one listed":  {unlisted("4 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n"), examine.ErrHidden},
		"object twice, in comments": {unlisted("% 4 0 obj << /Length 0 >> stream endstream endobj\n"), examine.ErrHidden},
		"object twice, both listed": {listedTwice(), examine.ErrHidden},
		"dynamic form":              {catalog("/AcroForm << /XFA [(a) 4 0 R] >>", handmade.Stream("", "x")), examine.ErrXFA},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			r, err := examine.Examine(c.pdf, examine.Options{Keywords: words(), MaxBytes: 1 << 20, MaxPages: 50})
			if !errors.Is(err, c.want) || examine.Name(err) == "" {
				t.Errorf("got %v (%v), want %v", err, r, c.want)
			}
		})
	}
}

func TestWhatIsTaken(t *testing.T) {
	for name, pdf := range map[string][]byte{
		"saved twice":                    contract(t, write.Habit{Version: "1.5", Stream: true, Resave: true}),
		"opens at a page":                catalog("/OpenAction [3 0 R /Fit]"),
		"opens by action":                catalog("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>"),
		"a link":                         handmade.Page("/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>]", ""),
		"a form":                         catalog("/AcroForm << /Fields [] >>"),
		"no attachments":                 catalog("/Names << /EmbeddedFiles << /Names [] >> >>"),
		"odd names":                      handmade.Page("/Resources << /Font << /JS << >> /EF << /Type /Font >> >> >> /Group << /S /Transparency >>", ""),
		"a page without content":         catalog(""),
		"script no page leads to":        append(contract(t, write.Habit{Version: "1.4"}), "\n% 999 0 obj << /S /JavaScript >> endobj"...),
		"a layer that is on":             layered("/ON [5 0 R]", ""),
		"a layer that says it is on":     layered("", "/Usage << /Print << /PrintState /ON >> /View << /ViewState /ON >> >>"),
		"a key twice, the same":          handmade.Page("/Rotate 90 /Rotate 90", ""),
		"a field that is hidden":         handmade.Page("/Annots [<< /Subtype /Widget /FT /Tx /T (a) /F 2 /Rect [0 0 9 9] /AP << /N 5 0 R >> >>]", "", handmade.Stream("", "")),
		"a note that waits for its page": handmade.Page("/Annots [<< /Subtype /Link /Rect [0 0 9 9] /Dest [99 0 R /Fit] >>]", ""),
	} {
		r, err := examine.Examine(pdf, examine.Options{Keywords: words()})
		saves := 1
		if name == "saved twice" {
			saves = 2 // accepted, and noted
		}
		if err != nil || r.Pages != 1 || r.Saves != saves {
			t.Errorf("%s: %v %v", name, r, err)
		}
	}
}

func TestWrongSamples(t *testing.T) {
	wrong, err := samples.Wrong()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range wrong {
		_, err := examine.Examine(c.PDF, examine.Options{Keywords: words()})
		want := map[samples.Kind]string{samples.Broken: "doc_damaged", samples.Encrypted: "doc_encrypted"}[c.Wrong]
		if got := examine.Name(err); got != want || want == "" && err != nil {
			t.Errorf("%s: %v", c.Wrong, err)
		}
	}
}

func TestBombsAreTurnedAway(t *testing.T) {
	zeros := make([]byte, 8<<20)
	spaces := bytes.Repeat([]byte{' '}, 8<<20)
	form := func(dict, content string) string {
		return handmade.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] "+dict, content)
	}
	nest := []string{}
	for i := range 20 { // each form draws the next one eight times
		nest = append(nest, form(fmt.Sprintf("/Resources << /XObject << /X %d 0 R >> >>", 6+i), strings.Repeat("/X Do ", 8)))
	}
	nest = append(nest, form("", "BT ET"))
	var fonts, uses strings.Builder
	for i := range 6000 {
		fmt.Fprintf(&fonts, "/F%d << /Subtype /Type1 >> ", i)
		fmt.Fprintf(&uses, "/F%d 1 Tf ", i)
	}
	page := "/Resources << /XObject << /X 5 0 R >> >>"
	cases := map[string]struct {
		pdf  []byte
		want error
	}{
		"form that draws itself": {handmade.Page(page, "/X Do", form(page, "/X Do /X Do")), nil},
		"forms that draw each other": {handmade.Page(page, "/X Do", form("/Resources << /XObject << /X 6 0 R >> >>", "/X Do"),
			form(page, "/X Do")), nil},
		"forms by the million":      {handmade.Page(page, "/X Do", nest...), examine.ErrLimits},
		"content packed 3 times":    {bomb(zeros), examine.ErrLimits},
		"same form again and again": {handmade.Page(page, strings.Repeat("/X Do ", 100), handmade.Packed("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", spaces, 2)), examine.ErrLimits},
		"q without end":             {handmade.Page("", strings.Repeat("q ", 100000)), examine.ErrLimits},
		"brackets without end":      {handmade.Page("", strings.Repeat("[", 1000000)), nil},
		"arrays in an object":       {catalog("/X " + strings.Repeat("[", 100000)), examine.ErrLimits},
		"xref in a circle":          {circle(), examine.ErrDamaged},
		"length of itself": {handmade.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
			"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", "<< /Length 4 0 R >>\nstream\nx\nendstream"), examine.ErrDamaged},
		"widths without end": {handmade.Page("/Resources << /Font << /T << /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /W ["+
			strings.Repeat("0 2000000000 1 ", 30000)+"] >>] >> >> >>", strings.Repeat("/T 1 Tf ", 10)), nil},
		"fonts without end": {handmade.Page("/Resources << /Font << "+fonts.String()+" >> >>", uses.String()), examine.ErrLimits},
		"words without end": {handmade.Page("", "BT /F2 1.5 Tf 2 TL 0 590 Td "+strings.Repeat(handmade.UCS2(strings.Repeat("签字", 120))+" ' ", 250)+"ET"), examine.ErrLimits},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := examine.Examine(c.pdf, examine.Options{Keywords: words()})
			took := time.Since(start)
			t.Logf("%d bytes, %v, %v", len(c.pdf), took.Round(time.Millisecond), err)
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// bomb is a page of a few kilobytes that unpacks to gigabytes.
func bomb(zeros []byte) []byte {
	var many bytes.Buffer
	for range 64 {
		many.Write(zeros)
	}
	return handmade.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /Contents ["+strings.Repeat("4 0 R ", 100)+"] >>", handmade.Packed("", many.Bytes(), 3))
}

// circle is a file whose cross-reference names itself as the one before.
func circle() []byte {
	b := catalog("")
	at := bytes.LastIndex(b, []byte("xref\n0"))
	return bytes.Replace(b, []byte("/Root 1 0 R"), []byte(fmt.Sprintf("/Root 1 0 R /Prev %d", at)), 1)
}

// layered is a page with a layer; config is of the layers, group more of the one.
func layered(config, group string) []byte {
	return catalog("/OCProperties << /OCGs [5 0 R] /D << "+config+" >> >>", "", "<< /Type /OCG /Name (a) "+group+" >>")
}

// unlisted is a file with bytes between its objects and its cross-reference that this does not know.
func unlisted(stray string) []byte {
	b := handmade.Page("", "BT ET")
	at := bytes.LastIndex(b, []byte("xref\n0"))
	out := append(append(bytes.Clone(b[:at]), stray...), b[at:]...)
	return bytes.Replace(out, fmt.Appendf(nil, "startxref\n%d", at), fmt.Appendf(nil, "startxref\n%d", at+len(stray)), 1)
}

// listedTwice has the content of its page at two places of one table.
func listedTwice() []byte {
	b := unlisted("4 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n")
	at := bytes.LastIndex(b, []byte("4 0 obj"))
	return bytes.Replace(b, []byte("trailer\n"), fmt.Appendf(nil, "4 1\n%010d 00000 n \ntrailer\n", at), 1)
}
