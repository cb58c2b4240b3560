package write

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf16"
)

// info is the document information dictionary.
func (d *Document) info(h Habit, changed time.Time) string {
	return fmt.Sprintf("<< /Title %s /Author %s /Producer %s /Creator %s /CreationDate (%s) /ModDate (%s) >>",
		textString(d.meta.Title), textString(d.meta.Author), textString(h.Producer), textString(h.Creator),
		date(d.meta.Made), date(changed))
}

// textString writes plain ASCII as it is and anything else as UTF-16 (ISO 32000-1, 7.9.2.2).
func textString(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`()\`, r) }) < 0 {
		return "(" + s + ")"
	}
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	b.WriteString(">")
	return b.String()
}

func date(t time.Time) string {
	zone := t.Format("-07'00'")
	return "D:" + t.Format("20060102150405") + zone
}

func (d *Document) xmp(h Habit) []byte {
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
	made := d.meta.Made.Format(time.RFC3339)
	return []byte("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ` +
		`xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` + "\n" +
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escape(d.meta.Title) + "</rdf:li></rdf:Alt></dc:title>\n" +
		"<xmp:CreateDate>" + made + "</xmp:CreateDate><xmp:ModifyDate>" + made + "</xmp:ModifyDate>\n" +
		"<xmp:CreatorTool>" + escape(h.Creator) + "</xmp:CreatorTool><pdf:Producer>" + escape(h.Producer) + "</pdf:Producer>\n" +
		"</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
}
