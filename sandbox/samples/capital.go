package samples

import (
	"strings"

	"campus.example/sealdesk/domain"
)

// Capital writes an amount as bills and contracts do: 壹佰贰拾捌万元整 (支付结算办法, 附件一). It takes amounts from 0
// to below 一万亿元.
func Capital(f domain.Fen) string {
	yuan, jiao, fen := int64(f)/100, int64(f)/10%10, int64(f)%10
	out := ""
	if yuan > 0 || f == 0 {
		out = capitalWhole(yuan) + "元"
	}
	switch {
	case jiao == 0 && fen == 0:
		return out + "整"
	case fen == 0:
		return out + digit(jiao) + "角整"
	case jiao == 0 && yuan > 0:
		return out + "零" + digit(fen) + "分"
	case jiao == 0:
		return digit(fen) + "分"
	}
	return out + digit(jiao) + "角" + digit(fen) + "分"
}

func digit(n int64) string { return string([]rune("零壹贰叁肆伍陆柒捌玖")[n]) }

// capitalWhole reads a number by groups of four digits; any run of zeros between digits is one 零.
func capitalWhole(n int64) string {
	if n == 0 {
		return "零"
	}
	var b strings.Builder
	zero := false
	for _, group := range []struct {
		size int64
		name string
	}{{100000000, "亿"}, {10000, "万"}, {1, ""}} {
		part := n / group.size % 10000
		for i, unit := range []string{"仟", "佰", "拾", ""} {
			d := part / []int64{1000, 100, 10, 1}[i] % 10
			if d == 0 {
				zero = b.Len() > 0
				continue
			}
			if zero {
				b.WriteString("零")
				zero = false
			}
			b.WriteString(digit(d) + unit)
		}
		if part > 0 {
			b.WriteString(group.name)
			// Zeros at the end of a group are not read unless the next group begins with one too.
			zero = false
		}
	}
	return b.String()
}
