package seal_test

import (
	"bytes"
	"testing"

	"campus.example/sealdesk/pdf/read"
)

// Whatever a document is, an act on it is refused or leaves its bytes as they were and a document that opens.
func FuzzBegin(f *testing.F) {
	_, engine, key := signer(f)
	p := plainDoc()
	f.Add(p.bytes(), true)
	f.Add(p.with(func(m *made) { m.stream = true }).bytes(), true)
	f.Add(p.with(func(m *made) { m.hybrid = []int{4} }).bytes(), true)
	f.Add(withField(emptyField).bytes(), false)
	f.Add(withField(emptyField, certification("2")).bytes(), false)
	f.Add(withField(emptyField, lockedBy("/Action /Include /Fields [(Name)]")).bytes(), false)
	f.Fuzz(func(t *testing.T, pdf []byte, fresh bool) {
		r := requestOf(key, pdf)
		if !fresh {
			inPlace(&r)
		}
		prepared, err := engine.Begin(r)
		if err != nil {
			return
		}
		if !bytes.HasPrefix(prepared.PDF, pdf) {
			t.Error("earlier bytes changed")
		}
		d, err := read.Open(prepared.PDF, read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Pages(); err != nil {
			t.Error(err)
		}
	})
}
