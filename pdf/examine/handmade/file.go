// Package handmade writes PDF files for tests object by object, the wrong ones too. Nothing of the program uses it.
package handmade

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// File makes a file with a cross-reference table. Object 1 is the catalog; empty objects are left out.
func File(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	table := "0000000000 65535 f \n"
	for i, o := range objects {
		if o == "" {
			table += "0000000000 00000 f \n"
			continue
		}
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table, len(objects)+1, at)
	return b.Bytes()
}

// Stream is a stream object; dict is the inside of its dictionary without Length.
func Stream(dict, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

// Packed is a stream packed as often as layers says.
func Packed(dict string, data []byte, layers int) string {
	for range layers {
		var b bytes.Buffer
		w, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
		if err == nil {
			if _, err = w.Write(data); err == nil {
				err = w.Close()
			}
		}
		if err != nil {
			panic(err) // writing to memory
		}
		data = b.Bytes()
	}
	return Stream(dict+" /Filter ["+strings.Repeat("/FlateDecode ", layers)+"]", string(data))
}

// Page makes a file of one page, 400 wide and 600 high: page is the inside of its dictionary beside Parent and Contents,
// content what it draws. Further objects start at 5. The fonts F1 (Helvetica), F2 (STSong by UniGB-UCS2-H) and
// F3 (SimSun by GBK-EUC-H) are at hand unless page brings Resources.
func Page(page, content string, more ...string) []byte {
	if !strings.Contains(page, "/Resources") {
		page += " /Resources << /Font << " + Fonts + " >> >>"
	}
	if !strings.Contains(page, "/MediaBox") {
		page += " /MediaBox [0 0 400 600]"
	}
	return File(append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + page + " >>",
		Stream("", content),
	}, more...)...)
}

// Fonts are entries of a font resource that embed nothing.
const Fonts = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> " +
	"/F2 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font " +
	"/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> " +
	"/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 " +
	"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> /DW 1000 /W [1 95 500] >>] >> " +
	"/F3 << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [<< /Type /Font " +
	"/Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> " +
	"/FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 32 /FontBBox [-8 -145 1000 859] /ItalicAngle 0 " +
	"/Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >> /DW 1000 /W [814 939 500] >>] >> "

// UCS2 writes text as a hexadecimal string of UTF-16.
func UCS2(s string) string {
	out := "<"
	for _, r := range s {
		out += fmt.Sprintf("%04X", r)
	}
	return out + ">"
}
