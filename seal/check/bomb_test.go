package check

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
)

// bomb is a file that costs a careless reader its memory, its stack or its time.
type bomb struct {
	name string
	pdf  []byte
}

func packed(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, err := w.Write([]byte(s))
	if err = errors.Join(err, w.Close()); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.String()
}

func zeros(n int) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	chunk := make([]byte, 1<<20)
	var err error
	for range n >> 20 {
		_, errWrite := w.Write(chunk)
		err = errors.Join(err, errWrite)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.String()
}

func bombs() []bomb {
	var out []bomb
	raw := func(name, s string) { out = append(out, bomb{name, []byte(s)}) }
	bent := func(name string, change func(o map[int]string)) {
		for _, shape := range []string{"table", "packed"} {
			out = append(out, bomb{name + " (" + shape + ")", fresh(shape, change).sign(stamped(nSignB, theWorld().b)).data})
		}
	}
	xref := func(name, dict, data string) {
		s := "%PDF-1.7\n1 0 obj\n" + streamObject("/Type /XRef "+dict, data) + "\nendobj\nstartxref\n9\n%%EOF\n"
		raw(name, s)
	}
	raw("empty", "")
	raw("header only", "%PDF-1.7\n")
	raw("no number", "%PDF-1.7\nstartxref\n")
	raw("offset too large", "%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF")
	raw("offset of itself", "%PDF-1.7\nstartxref\n9\n%%EOF")
	raw("table that follows itself", "%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF")
	raw("table of a billion", "%PDF-1.7\nxref\n0 1000000000\ntrailer\n<< >>\nstartxref\n9\n%%EOF")
	raw("table of eight million", "%PDF-1.7\nxref\n0 8000000\ntrailer\n<< >>\nstartxref\n9\n%%EOF")
	raw("arrays nested", "%PDF-1.7\nxref\n0 0\ntrailer\n"+strings.Repeat("[", 1<<20)+"\nstartxref\n9\n%%EOF")
	raw("dictionaries nested", "%PDF-1.7\nxref\n0 0\ntrailer\n"+strings.Repeat("<</A", 1<<18)+"\nstartxref\n9\n%%EOF")
	raw("brackets nested", "%PDF-1.7\nxref\n0 0\ntrailer\n<</A"+strings.Repeat("(", 1<<20)+"\nstartxref\n9\n%%EOF")
	raw("entry twice", "%PDF-1.7\nxref\n1 1\n0000000009 00000 n \n1 1\n0000000019 00000 n \ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF")
	xref("size huge", "/Size 999999999999 /W [1 4 2]", "")
	xref("index huge", "/Size 8 /W [1 4 2] /Index [0 2147483647]", "")
	xref("index negative", "/Size 8 /W [1 4 2] /Index [-5 7]", "")
	xref("widths huge", "/Size 8 /W [1 9999999 2]", "xx")
	xref("widths zero", "/Size 8000000 /W [0 0 0]", "")
	xref("three gigabytes of zeros", "/Size 8 /W [1 4 2] /Filter /FlateDecode", zeros(300<<20))
	xref("filter twice", "/Size 8 /W [1 4 2] /Filter [/FlateDecode /FlateDecode]", packed(packed("x")))
	xref("predictor odd", "/Size 8 /W [1 4 2] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 99999999 >>", packed("xxxxxxxx"))
	xref("root is the stream", "/Size 2 /W [1 2 1] /Index [1 1] /Root 1 0 R", "\x01\x00\x09\x00")
	long := strings.Builder{}
	long.WriteString("%PDF-1.7\n")
	at := -1
	for range 3000 {
		prev := ""
		if at >= 0 {
			prev = fmt.Sprintf("/Prev %d", at)
		}
		at = long.Len()
		fmt.Fprintf(&long, "xref\n0 0\ntrailer\n<< %s >>\n", prev)
	}
	raw("chain of thousands", long.String()+fmt.Sprintf("startxref\n%d\n%%%%EOF", at))
	bent("catalog is itself", func(o map[int]string) { o[nCatalog] = "1 0 R" })
	bent("form is its own field", func(o map[int]string) { o[nForm] = "<< /Fields [6 0 R] /Kids [6 0 R] >>" })
	bent("field is its own kid", func(o map[int]string) { o[nSealB] = "<< /T (x) /FT /Sig /Kids [11 0 R] >>" })
	bent("kids in a circle", func(o map[int]string) {
		o[30], o[31] = "<< /T (x) /Kids [31 0 R] >>", "<< /T (y) /Kids [30 0 R] >>"
		o[nForm] = strings.Replace(o[nForm], "[10 0 R", "[10 0 R 30 0 R", 1)
	})
	bent("pages in a circle", func(o map[int]string) { o[nPages] = "<< /Type /Pages /Kids [2 0 R] /Count 99999999 >>" })
	bent("length of itself", func(o map[int]string) {
		o[nBlank] = "<< /Length 9 0 R >>\nstream\nx\nendstream"
	})
	bent("lengths in a circle", func(o map[int]string) {
		o[30], o[31] = "<< /Length 31 0 R >>\nstream\nx\nendstream", "<< /Length 30 0 R >>\nstream\nx\nendstream"
		o[nCatalog] = strings.Replace(o[nCatalog], "/Pages", "/DSS << /Certs [30 0 R] >> /Pages", 1)
	})
	bent("thousands of fields", func(o map[int]string) {
		kids := strings.Repeat("30 0 R ", 60000)
		o[30] = "<< /T (x) >>"
		o[nForm] = strings.Replace(o[nForm], "[10 0 R", "[10 0 R "+kids, 1)
	})
	bent("store of zeros", func(o map[int]string) {
		o[30] = streamObject("/Filter /FlateDecode", zeros(63<<20))
		o[nCatalog] = strings.Replace(o[nCatalog], "/Pages", "/DSS << /Certs ["+strings.Repeat("30 0 R ", 100)+"] >> /Pages", 1)
	})
	bent("object stream in itself", func(o map[int]string) {
		o[30] = streamObject("/Type /ObjStm /N 1 /First 5 /Extends 30 0 R", "30 0 << >>")
	})
	bent("a megabyte of references", func(o map[int]string) { o[30] = "[" + strings.Repeat("30 0 R ", 150000) + "]" })
	out = append(out, bomb{"a hundred signatures", manySignatures(101)}, bomb{"fifty signatures over little", manySignatures(50)})
	out = append(out, bomb{"later save with zeros", func() []byte {
		d := signedOnce("packed")
		return d.with(map[int]string{60: streamObject("/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", zeros(200<<20))}).data
	}()})
	return out
}

// manySignatures makes fields that all point to the one signature.
func manySignatures(n int) []byte {
	d := signedOnce("table")
	o := map[int]string{}
	var refs strings.Builder
	for i := range n {
		o[100+i] = fmt.Sprintf("<< /FT /Sig /T (s%d) /V 40 0 R >>", i)
		fmt.Fprintf(&refs, " %d 0 R", 100+i)
	}
	o[nForm] = strings.Replace(d.body[nForm], "] /SigFlags", refs.String()+"] /SigFlags", 1)
	return d.with(o).data
}

// TestBombs wants every one of them judged in little time, and none of the damaged ones called valid.
func TestBombs(t *testing.T) {
	all := bombs()
	for _, b := range all {
		begin := time.Now()
		r, err := Verify(b.pdf, Options{Roots: theWorld().roots, At: day})
		took := time.Since(begin)
		t.Logf("%-40s %8d bytes %6d ms %v %s", b.name, len(b.pdf), took.Milliseconds(), err, brief(r))
		// A guard against hanging, not a measurement.
		if took > 20*time.Second {
			t.Errorf("%s took %v", b.name, took)
		}
		if err != nil && domain.CodeOf(err) == "" {
			t.Errorf("%s: error without a code: %v", b.name, err)
		}
	}
	if len(all) < 40 {
		t.Errorf("only %d bombs", len(all))
	}
}
