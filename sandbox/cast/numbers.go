package cast

import (
	"fmt"
	"strings"
)

// IDNumber makes a resident identity number of a region that does not exist, with the right check digit (GB
// 11643-1999: ISO 7064 MOD 11-2). born is YYYYMMDD.
func IDNumber(born string, n int) string {
	first := fmt.Sprintf("100000%s%03d", born, n)
	sum, weight := 0, 1
	for i := 16; i >= 0; i-- {
		weight = weight * 2 % 11
		sum += int(first[i]-'0') * weight
	}
	return first + string("10X98765432"[sum%11])
}

// CreditCode makes a 统一社会信用代码 of the region 000000 with both its check characters (GB 32100-2015, and GB
// 11714-1997 for the organisation's part).
func CreditCode(n int) string {
	body := fmt.Sprintf("%08d", n)
	sum := 0
	for i, weight := range [8]int{3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(body[i]-'0') * weight
	}
	first := "91000000" + body + string("0123456789X"[(11-sum%11)%11])
	const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	sum, weight := 0, 1
	for i := range 17 {
		sum += strings.IndexByte(alphabet, first[i]) * weight
		weight = weight * 3 % 31
	}
	return first + string(alphabet[(31-sum%31)%31])
}

// BankCard makes a card number with the right last digit (ISO/IEC 7812-1, Luhn) of an issuer that does not exist.
func BankCard(n int) string {
	first := fmt.Sprintf("620000000000%06d", n)
	sum := 0
	for i := range len(first) {
		d := int(first[len(first)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return first + string("0123456789"[(10-sum%10)%10])
}
