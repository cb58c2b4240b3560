package seal_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/write"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/stamp"
)

// sized makes a contract of about so many bytes: pages of text, and a picture nobody looks at.
func sized(b *testing.B, size, pages int) []byte {
	b.Helper()
	doc, err := write.New(write.Meta{Title: "采购合同", Made: now()})
	if err != nil {
		b.Fatal(err)
	}
	for n := range pages {
		for range 20 {
			doc.Paragraph("乙方应当按照约定的时间和地点交付货物，并对货物的质量负责。验收不合格的，乙方应当在十日内更换。")
		}
		if n+1 < pages {
			doc.NewPage(false)
		}
	}
	out, err := doc.Bytes(write.Habit{Version: "1.5"})
	if err != nil {
		b.Fatal(err)
	}
	// What is missing is put before the cross-reference as an object without a number in use, as scans would fill it.
	if missing := size - len(out); missing > 0 {
		at := bytes.LastIndex(out, []byte("xref\n0 "))
		fill := make([]byte, missing)
		if _, err := rand.Read(fill); err != nil {
			b.Fatal(err)
		}
		start := bytes.LastIndex(out, []byte("startxref\n"))
		long := append(bytes.Clone(out[:at]), "%"...)
		long = append(long, bytes.ReplaceAll(bytes.ReplaceAll(fill, []byte("\n"), []byte(" ")), []byte("\r"), []byte(" "))...)
		long = append(long, '\n')
		moved := len(long)
		long = append(long, out[at:start]...)
		out = fmt.Appendf(long, "startxref\n%d\n%%%%EOF\n", moved)
	}
	return out
}

type benchKey struct {
	name string
	key  crypto.Signer
	cert []byte
}

func benchKeys(b *testing.B) []benchKey {
	b.Helper()
	small, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		b.Fatal(err)
	}
	large, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		b.Fatal(err)
	}
	var out []benchKey
	for name, key := range map[string]crypto.Signer{"P-256": small, "RSA-2048": large} {
		form := &x509.Certificate{
			SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "bench"}, NotBefore: now().AddDate(0, 0, -1), NotAfter: now().AddDate(1, 0, 0),
			KeyUsage: x509.KeyUsageDigitalSignature,
		}
		der, err := x509.CreateCertificate(rand.Reader, form, form, key.Public(), key)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, benchKey{name, key, der})
	}
	return out
}

// BenchmarkSeal puts one visible seal (B-B) into a document, with the drawing made once; Floor hashes the same bytes,
// signs and writes them, which no signer can do without.
func BenchmarkSeal(b *testing.B) {
	artist, err := stamp.New()
	if err != nil {
		b.Fatal(err)
	}
	look := words("华东测试大学采购与招标办公室", "合同专用章")
	form, err := artist.Draw(look, 119, 119)
	if err != nil {
		b.Fatal(err)
	}
	e := &pades.Engine{Now: now, Draw: func(stamp.Look, float64, float64) (*stamp.Form, error) { return form, nil }}
	dir := b.TempDir()
	keys := benchKeys(b)
	for _, d := range []struct {
		name        string
		size, pages int
	}{{"58KB", 58 << 10, 3}, {"1MB", 1 << 20, 14}, {"18MB", 18 << 20, 372}} {
		pdf := sized(b, d.size, d.pages)
		for _, k := range keys {
			signing := now()
			one := func() []byte {
				signing = signing.Add(time.Second) // or each would be the same signature
				prepared, err := e.Begin(pades.Request{
					PDF: pdf, Field: "Seal", Place: domain.Place{Page: 1, X: 100, Y: 100, W: 119, H: 119}, Chain: [][]byte{k.cert},
					Appearance: look, Signing: signing,
				})
				if err != nil {
					b.Fatal(err)
				}
				signature, err := e.Sign(k.key, prepared.Pending)
				if err != nil {
					b.Fatal(err)
				}
				out, err := e.Fill(prepared.PDF, prepared.Pending, signature, nil)
				if err != nil {
					b.Fatal(err)
				}
				return out
			}
			path := filepath.Join(dir, "out.pdf")
			b.Run(d.name+"/"+k.name+"/Seal", func(b *testing.B) {
				b.SetBytes(int64(len(pdf)))
				b.ReportAllocs()
				for b.Loop() {
					if err := os.WriteFile(path, one(), 0o600); err != nil {
						b.Fatal(err)
					}
				}
			})
			b.Run(d.name+"/"+k.name+"/Floor", func(b *testing.B) {
				b.SetBytes(int64(len(pdf)))
				for b.Loop() {
					sum := sha256.Sum256(pdf)
					if _, err := k.key.Sign(nil, sum[:], crypto.SHA256); err != nil {
						b.Fatal(err)
					}
					if err := os.WriteFile(path, pdf, 0o600); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkSealAtOnce seals on all cores through one engine, as a batch does.
func BenchmarkSealAtOnce(b *testing.B) {
	artist, err := stamp.New()
	if err != nil {
		b.Fatal(err)
	}
	e := &pades.Engine{Now: now}
	pdf := sized(b, 58<<10, 3)
	for _, k := range benchKeys(b) {
		form, err := artist.Draw(words("华东测试大学采购与招标办公室", "合同专用章"), 119, 119)
		if err != nil {
			b.Fatal(err)
		}
		e.Draw = func(stamp.Look, float64, float64) (*stamp.Form, error) { return form, nil }
		var count atomic.Int64
		b.Run(k.name, func(b *testing.B) {
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					prepared, err := e.Begin(pades.Request{
						PDF: pdf, Field: "Seal", Place: domain.Place{Page: 1, X: 100, Y: 100, W: 119, H: 119}, Chain: [][]byte{k.cert},
						Signing: now().Add(time.Duration(count.Add(1)) * time.Second),
					})
					if err != nil {
						b.Error(err)
						return
					}
					signature, err := e.Sign(k.key, prepared.Pending)
					if err != nil {
						b.Error(err)
						return
					}
					if _, err := e.Fill(prepared.PDF, prepared.Pending, signature, nil); err != nil {
						b.Error(err)
						return
					}
				}
			})
		})
	}
}
