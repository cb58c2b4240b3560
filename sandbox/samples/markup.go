package samples

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"campus.example/sealdesk/pdf/write"
)

// layout is one contract being set. Its markup: "# " title, "## " heading, "= " a line, "1.1 " a clause, "|" a table
// row (the first is the head, "|:" gives the widths), "---" a new page, "--- landscape" a turned one, "%items",
// "%plan 30 70" and "%months 36" tables of money, "%sign" the signing lines; anything else is a paragraph.
type layout struct {
	text
	contract Contract
	round    int
	date     time.Time
	doc      *write.Document
	fill     *strings.Replacer
	table    *write.Table // being collected
}

func (t text) pdf(c Contract, round int, date time.Time) ([]byte, error) {
	doc, err := write.New(write.Meta{
		Title: t.title, Author: c.PartyA.Name, Header: c.PartyA.Name + "　" + t.title + "　" + c.No, Made: date,
	})
	if err != nil {
		return nil, err
	}
	total := t.total(round)
	l := &layout{text: t, contract: c, round: round, date: date, doc: doc, fill: strings.NewReplacer(
		"{title}", t.title, "{no}", c.No, "{a}", c.PartyA.Name, "{dept}", c.PartyA.Department, "{b}", c.PartyB.Name,
		"{credit}", c.PartyB.CreditCode, "{amount}", grouped(total), "{capital}", Capital(total), "{date}", date.Format("2006年1月2日"))}
	for _, line := range t.body {
		if err := l.line(strings.TrimRight(line, " ")); err != nil {
			return nil, fmt.Errorf("%q: %w", line, err)
		}
	}
	l.flush()
	return doc.Bytes(c.Habit)
}

func (l *layout) line(s string) error {
	if strings.HasPrefix(s, "|") {
		return l.row(s)
	}
	l.flush()
	mark, rest, _ := strings.Cut(s, " ")
	rest = l.fill.Replace(rest)
	switch {
	case mark == "#":
		l.doc.Title(rest)
	case mark == "##":
		l.doc.Heading(rest)
	case mark == "=":
		l.doc.Line(rest)
	case mark == "---":
		l.doc.NewPage(rest == "landscape")
	case mark == "%sign":
		l.sign()
	case strings.HasPrefix(mark, "%"):
		return l.money(mark, strings.Fields(rest))
	case strings.Trim(mark, "0123456789.") == "":
		l.doc.Clause(mark, rest)
	default:
		l.doc.Paragraph(l.fill.Replace(s))
	}
	return nil
}

func (l *layout) row(s string) error {
	if widths, ok := strings.CutPrefix(s, "|:"); ok {
		l.flush()
		l.table = &write.Table{}
		for w := range strings.FieldsSeq(widths) {
			n, err := strconv.ParseFloat(w, 64)
			if err != nil {
				return err
			}
			l.table.Widths = append(l.table.Widths, n)
		}
		return nil
	}
	cells := strings.Split(strings.Trim(s, "|"), "|")
	if l.table == nil || len(cells) != len(l.table.Widths) {
		return fmt.Errorf("%d cells do not fit the table", len(cells))
	}
	if l.table.Head == nil {
		l.table.Head = cells
	} else {
		l.table.Rows = append(l.table.Rows, cells)
	}
	return nil
}

// flush sets a table that has been collected.
func (l *layout) flush() {
	if l.table != nil {
		l.doc.Table(*l.table)
		l.table = nil
	}
}

// sign sets the lines where the parties sign and seal.
func (l *layout) sign() {
	a := []string{"甲方（盖章）：" + l.contract.PartyA.Name, "甲方履约代表（签字）：", "日期：　　　　年　　月　　日"}
	b := []string{"乙方（盖章）：" + l.contract.PartyB.Name, "乙方履约代表（签字）：", "日期：　　　　年　　月　　日"}
	if l.below {
		l.doc.SignBelow(a, b)
		return
	}
	l.doc.Sign(a, b)
}
