// Package peers compares sealing with other Go libraries, in one run on one machine. It is a module of its own, so that
// the program does not depend on them:
//
//	go -C bench/peers test -run XXX -bench . -count 5
package peers

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
	"testing"
	"time"

	"github.com/digitorus/pdf"
	"github.com/digitorus/pdfsign/sign"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/pdf/write"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/stamp"
)

// side is the width and height of the seal, in points: 42 mm.
const side = 119

func now() time.Time { return time.Date(2026, 5, 6, 7, 8, 9, 0, time.UTC) }

// contract makes a document of about so many bytes; what text does not fill is noise in a comment.
func contract(b *testing.B, size, pages int) []byte {
	b.Helper()
	doc, err := write.New(write.Meta{Title: "采购合同", Made: now()})
	if err != nil {
		b.Fatal(err)
	}
	for n := range pages {
		for range 20 {
			doc.Paragraph("乙方应当按照约定的时间和地点交付货物，并对货物的质量负责。")
		}
		if n+1 < pages {
			doc.NewPage(false)
		}
	}
	out, err := doc.Bytes(write.Habit{Version: "1.5"})
	if err != nil {
		b.Fatal(err)
	}
	if len(out) >= size {
		return out
	}
	noise := make([]byte, size-len(out))
	if _, err := rand.Read(noise); err != nil {
		b.Fatal(err)
	}
	noise = bytes.ReplaceAll(bytes.ReplaceAll(noise, []byte("\n"), []byte(" ")), []byte("\r"), []byte(" "))
	table, end := bytes.LastIndex(out, []byte("xref\n0 ")), bytes.LastIndex(out, []byte("startxref\n"))
	long := append(append(append(bytes.Clone(out[:table]), '%'), noise...), '\n')
	moved := len(long)
	return fmt.Appendf(append(long, out[table:end]...), "startxref\n%d\n%%%%EOF\n", moved)
}

type identity struct {
	name string
	key  crypto.Signer
	cert *x509.Certificate
}

func identities(b *testing.B) []identity {
	b.Helper()
	small, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		b.Fatal(err)
	}
	large, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		b.Fatal(err)
	}
	all := []identity{{name: "P-256", key: small}, {name: "RSA-2048", key: large}}
	for i, who := range all {
		form := &x509.Certificate{
			SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "bench"}, NotBefore: now().AddDate(0, 0, -1), NotAfter: now().AddDate(1, 0, 0),
			KeyUsage: x509.KeyUsageDigitalSignature,
		}
		der, err := x509.CreateCertificate(rand.Reader, form, form, who.key.Public(), who.key)
		if err != nil {
			b.Fatal(err)
		}
		if all[i].cert, err = x509.ParseCertificate(der); err != nil {
			b.Fatal(err)
		}
	}
	return all
}

// BenchmarkSeal puts one visible signature without timestamp into a document. Ours draws a round seal of Chinese characters,
// made once; theirs draws the signer's name, which is less.
func BenchmarkSeal(b *testing.B) {
	artist, err := stamp.New()
	if err != nil {
		b.Fatal(err)
	}
	look := stamp.Look{Appearance: domain.Appearance{Ring: "华东测试大学采购与招标办公室", Line: "合同专用章"}}
	form, err := artist.Draw(look, side, side)
	if err != nil {
		b.Fatal(err)
	}
	engine := &pades.Engine{Now: now, Draw: func(stamp.Look, float64, float64) (*stamp.Form, error) { return form, nil }}
	who := identities(b)
	for _, d := range []struct {
		name        string
		size, pages int
	}{{"58KB", 58 << 10, 3}, {"1MB", 1 << 20, 14}, {"18MB", 18 << 20, 372}} {
		document := contract(b, d.size, d.pages)
		for _, id := range who {
			b.Run(d.name+"/"+id.name+"/floor", func(b *testing.B) {
				for b.Loop() {
					digest := sha256.Sum256(document)
					if _, err := id.key.Sign(rand.Reader, digest[:], crypto.SHA256); err != nil {
						b.Fatal(err)
					}
					_ = bytes.Clone(document)
				}
			})
			signing := now()
			b.Run(d.name+"/"+id.name+"/sealdesk", func(b *testing.B) {
				for b.Loop() {
					signing = signing.Add(time.Second) // or each would be the same signature
					ours(b, engine, document, look, id, signing)
				}
			})
			b.Run(d.name+"/"+id.name+"/digitorus", func(b *testing.B) {
				for b.Loop() {
					theirs(b, document, id)
				}
			})
		}
	}
}

func ours(b *testing.B, engine *pades.Engine, document []byte, look stamp.Look, id identity, signing time.Time) {
	prepared, err := engine.Begin(pades.Request{
		PDF: document, Field: "Seal", Place: domain.Place{Page: 1, X: 100, Y: 100, W: side, H: side}, Chain: [][]byte{id.cert.Raw},
		Appearance: look, Signing: signing,
	})
	if err != nil {
		b.Fatal(err)
	}
	signature, err := engine.Sign(id.key, prepared.Pending)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := engine.Fill(prepared.PDF, prepared.Pending, signature, nil); err != nil {
		b.Fatal(err)
	}
}

func theirs(b *testing.B, document []byte, id identity) {
	in := bytes.NewReader(document)
	reader, err := pdf.NewReader(in, int64(len(document)))
	if err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	err = sign.Sign(in, &out, reader, int64(len(document)), sign.SignData{
		Signature: sign.SignDataSignature{
			CertType: sign.ApprovalSignature, Info: sign.SignDataSignatureInfo{Name: "Test University", Date: now()},
		},
		Appearance: sign.Appearance{
			Visible: true, Page: 1, LowerLeftX: 100, LowerLeftY: 100, UpperRightX: 100 + side, UpperRightY: 100 + side,
		},
		Signer: id.key, DigestAlgorithm: crypto.SHA256, Certificate: id.cert,
	})
	if err != nil {
		b.Fatal(err)
	}
}
