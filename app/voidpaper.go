package app

import (
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/pdf/write"
	"campus.example/sealdesk/text"
)

// voidPaper makes the document that voids a contract (G7).
func voidPaper(words *i18n.Text) func(domain.Contract, string, time.Time) ([]byte, error) {
	return func(c domain.Contract, reason string, at time.Time) ([]byte, error) {
		w := words.Paper
		doc, err := write.New(write.Meta{
			Title: w.VoidTitle, Author: clean(c.A.Name), Header: clean(c.A.Name) + "　" + w.VoidTitle + "　" + clean(c.No), Made: at,
		})
		if err != nil {
			return nil, err
		}
		doc.Title(w.VoidTitle)
		for _, line := range w.VoidBody {
			doc.Paragraph(words.Fill(line, clean(c.No), clean(c.Title), clean(c.A.Name), clean(c.B.Name), c.Amount.String(), c.CurrentSHA,
				clean(reason), at.Format("2006-01-02")))
		}
		sign := func(lines []string, party string) (filled []string) {
			for _, line := range lines {
				filled = append(filled, words.Fill(line, clean(party)))
			}
			return filled
		}
		doc.Sign(sign(w.SignA, c.A.Name), sign(w.SignB, c.B.Name))
		return doc.Bytes(write.Habit{Name: "sealdesk", Version: "1.7", Producer: "sealdesk", Creator: "sealdesk"})
	}
}

func clean(s string) string { return text.Clean(s).String() }
