package samples

import (
	"fmt"
	"strconv"
	"strings"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/write"
)

// money sets a table whose amounts follow from the items.
func (l *layout) money(mark string, args []string) error {
	shares := make([]int64, len(args))
	for i, arg := range args {
		n, err := strconv.ParseInt(arg, 10, 64)
		if err != nil {
			return err
		}
		shares[i] = n
	}
	switch {
	case mark == "%items":
		l.itemTable()
	case mark == "%plan" && len(shares) > 0:
		l.planTable(shares)
	case mark == "%months" && len(shares) == 1:
		l.monthTable(int(shares[0]))
	default:
		return fmt.Errorf("unknown table")
	}
	return nil
}

func (l *layout) itemTable() {
	t := write.Table{
		Widths: []float64{6, 26, 32, 8, 8, 15, 18}, Right: []bool{false, false, false, false, true, true, true},
		Head: []string{"序号", "名称", "规格或要求", "单位", "数量", "单价（元）", "合价（元）"},
	}
	for i, it := range l.lines(l.round) {
		t.Rows = append(t.Rows, []string{
			strconv.Itoa(i + 1), it.name, it.detail, it.unit, strconv.FormatInt(it.quantity, 10),
			grouped(it.price), grouped(domain.Fen(it.quantity) * it.price),
		})
	}
	total := l.total(l.round)
	t.Rows = append(t.Rows, []string{"", "合计", "大写：" + Capital(total), "", "", "", grouped(total)})
	l.doc.Table(t)
}

// planTable splits the total by percents; the last instalment takes the rest.
func (l *layout) planTable(shares []int64) {
	t := write.Table{
		Widths: []float64{12, 14, 24, 50}, Right: []bool{false, true, true, false}, Head: []string{"期次", "比例", "金额（元）", "大写"},
	}
	total := l.total(l.round)
	left := total
	for i, share := range shares {
		part := total * domain.Fen(share) / 100
		if i == len(shares)-1 {
			part = left
		}
		left -= part
		t.Rows = append(t.Rows, []string{fmt.Sprintf("第 %d 期", i+1), fmt.Sprintf("%d%%", share), grouped(part), Capital(part)})
	}
	l.doc.Table(t)
}

func (l *layout) monthTable(months int) {
	t := write.Table{
		Widths: []float64{12, 20, 24, 44}, Right: []bool{false, false, true, false}, Head: []string{"期次", "服务月份", "金额（元）", "大写"},
	}
	total := l.total(l.round)
	part := total / domain.Fen(months)
	first := l.date.AddDate(0, 0, 1-l.date.Day())
	for i := range months {
		if i == months-1 {
			part = total - part*domain.Fen(months-1)
		}
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), first.AddDate(0, i+1, 0).Format("2006年1月"), grouped(part), Capital(part)})
	}
	l.doc.Table(t)
}

// grouped writes 1,280,000.00.
func grouped(f domain.Fen) string {
	whole, frac, _ := strings.Cut(f.String(), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return whole + "." + frac
}
