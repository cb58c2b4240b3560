//go:build !nounipdf

package unipdf

import (
	"bytes"
	"compress/zlib"
	"testing"
	"time"

	"github.com/unidoc/unipdf/v3/core"

	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/stamp"
)

// What is handed to the library, as it would write it. The writing itself needs a licence and is not run.
func TestWhatTheLibraryIsGiven(t *testing.T) {
	const drawing = "1 0 0 rg 0 0 9 9 re f"
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	if _, err := w.Write([]byte(drawing)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	s := pades.Spot{Page: 2, Rect: [4]float64{10, 20, 130, 140}, Turn: 90, Form: &stamp.Form{Width: 120, Height: 110, Content: z.Bytes()}}
	r := pades.Request{
		Field: "Seal", Name: "测试大学", Reason: "用印", Signing: time.Date(2026, 3, 2, 12, 0, 0, 0, time.FixedZone("CST", 8*3600)),
	}
	said := printed(t, func() {
		signature, err := hollow(r, 3000)
		if err != nil {
			t.Fatal(err)
		}
		if !(hole{}).IsApplicable(signature) || signature.Contents.Str() != string(make([]byte, 3000)) {
			t.Errorf("%v", signature)
		}
		if d := signature.M.Decoded(); d != "D:20260302120000+08'00'" || signature.Name.Decoded() != r.Name || signature.Reason.Decoded() != r.Reason {
			t.Errorf("%s %s %s", d, signature.Name.Decoded(), signature.Reason.Decoded())
		}
		look, err := appearance(s)
		if err != nil {
			t.Fatal(err)
		}
		f := field(r.Field, s, signature, look)
		if f.T.Decoded() != "Seal" || f.Rect.WriteString() != "[10 20 130 140]" || f.F.WriteString() != "132" {
			t.Errorf("%s %s %s", f.T, f.Rect.WriteString(), f.F.WriteString())
		}
		stream, ok := core.GetStream(look.Get("N"))
		if !ok {
			t.Fatal("no picture")
		}
		content, err := core.DecodeStream(stream)
		if err != nil || string(content) != drawing {
			t.Errorf("%q %v", content, err)
		}
		if box, matrix := stream.Get("BBox").WriteString(), stream.Get("Matrix").WriteString(); box != "[0 0 120 110]" || matrix != "[0 1 -1 0 110 0]" {
			t.Errorf("%s %s", box, matrix)
		}
	})
	if said != "" {
		t.Errorf("standard output: %q", said)
	}
}
