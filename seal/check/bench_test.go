package check

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// large makes a merged document of 372 pages and 18 MB with four signatures, as an office would see it.
func large(shape string) []byte {
	w := theWorld()
	noise := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // filler
	d := fresh(shape, func(o map[int]string) {
		var kids strings.Builder
		for i := range 370 {
			n := 100 + 10*i
			fmt.Fprintf(&kids, " %d 0 R", n)
			data := make([]byte, 48_000)
			for j := range data {
				data[j] = byte(noise.Uint32())
			}
			o[n] = fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 %d 0 R >> >> /Contents %d 0 R >>", n+2, n+1)
			o[n+1] = streamObject("", string(data))
			for k := 2; k < 10; k++ {
				o[n+k] = fmt.Sprintf("<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Song /FirstChar 32 /LastChar 126 /Widths [%s] /FontDescriptor %d 0 R >>", strings.Repeat("500 ", 95), n+2)
			}
		}
		o[nPages] = strings.Replace(o[nPages], "7 0 R]", "7 0 R"+kids.String()+"]", 1)
		o[nForm] = strings.Replace(o[nForm], "12 0 R", "12 0 R 13 0 R", 1)
		o[13] = sigField("office", nPage2, 10)
	})
	return d.sign(stamped(nSignB, w.b)).sign(stamped(nSealB, w.office)).sign(stamped(nSignA, w.a)).sign(stamped(13, w.office)).data
}

// BenchmarkVerify18MB is to stay within three times of BenchmarkHash18MB on the same machine in the same run.
func BenchmarkVerify18MB(b *testing.B) {
	for _, shape := range []string{"table", "packed"} {
		pdf := large(shape)
		b.Run(shape, func(b *testing.B) {
			b.SetBytes(int64(len(pdf)))
			b.ReportAllocs()
			for b.Loop() {
				if r := examine(b, pdf); r.Verdict != Valid || len(r.Signatures) != 4 {
					b.Fatal(brief(r))
				}
			}
		})
	}
}

func BenchmarkHash18MB(b *testing.B) {
	pdf := large("table")
	b.SetBytes(int64(len(pdf)))
	for b.Loop() {
		sha256.Sum256(pdf)
	}
}

func BenchmarkVerifySmall(b *testing.B) {
	pdf := signedOnce("table").data
	for b.Loop() {
		examine(b, pdf)
	}
}

// TestLarge makes sure that what the benchmark measures is right, and that it would notice a changed byte.
func TestLarge(t *testing.T) {
	pdf := large("packed")
	if r := examine(t, pdf); r.Verdict != Valid || len(r.Signatures) != 4 {
		t.Fatal(brief(r))
	}
	pdf = bytes.Clone(pdf)
	pdf[len(pdf)/2] ^= 1
	if r := examine(t, pdf); r.Verdict != Invalid {
		t.Error(brief(r))
	}
}
