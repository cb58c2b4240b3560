package examine_test

import (
	"testing"

	"campus.example/sealdesk/pdf/examine"
	"campus.example/sealdesk/sandbox/samples"
)

func BenchmarkExamine(b *testing.B) {
	c, err := samples.Good(4) // 11 pages, each character shown alone
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(c.PDF)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := examine.Examine(c.PDF, examine.Options{Keywords: words()}); err != nil {
			b.Fatal(err)
		}
	}
}
