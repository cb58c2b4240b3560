package samples

import "campus.example/sealdesk/pdf/write"

// Habits gives the ways in which the samples are made, one after another. The names are invented; the ways are those of
// word processors, typesetters, printer drivers and web platforms.
func Habits() []write.Habit {
	return []write.Habit{
		{
			Name: "word processor, table", Version: "1.7", Producer: "样例文字 2025", Creator: "样例文字 2025",
			XMP: true, Latin: true, HeadFont: true, Turn: true,
		},
		{
			Name: "word processor, packed", Version: "1.5", Producer: "Invented Office 12", Creator: "Invented Writer",
			Stream: true, Pack: true, Show: write.ShowKerned, Turn: true,
		},
		{
			Name: "printer driver", Version: "1.4", Producer: "Sample Printer Driver 4.2", Creator: "合同系统",
			Plain: true, Show: write.ShowGlyphs, CRLF: true, Trim: true, Turn: true,
		},
		{
			Name: "typesetter", Version: "1.6", Producer: "Sample TeX 1.40", Creator: "Sample LaTeX",
			Stream: true, Pack: true, Latin: true, HeadFont: true, Nested: true, Trim: true, Show: write.ShowKerned,
		},
		{
			Name: "web platform, saved twice", Version: "1.5", Producer: "Sample Web PDF 9", Creator: "采购平台",
			Stream: true, XMP: true, Resave: true, Nested: true, Turn: true,
		},
		{
			Name: "suite, nested pages, saved twice", Version: "1.6", Producer: "Sample Suite 7.4", Creator: "Sample Suite Writer",
			HeadFont: true, Nested: true, Resave: true, Show: write.ShowGlyphs,
		},
	}
}
