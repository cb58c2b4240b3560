package file

import (
	"fmt"
	"testing"
)

// FuzzXref opens a file whose only cross-reference is a stream of any rows and entries.
func FuzzXref(f *testing.F) {
	f.Add([]byte("\x01\x00\x00\x00\x10\x00\x00"), []byte("/W [1 4 2] /Index [1 1] /Size 2"))
	f.Add([]byte("\x02\x00\x00\x00\x10\x00\x00"), []byte("/W [1 4 2] /Size 1"))
	f.Fuzz(func(_ *testing.T, rows, entries []byte) {
		pdf := fmt.Sprintf("%%PDF-1.7\n1 0 obj\n<< /Type /XRef %s /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n9\n%%%%EOF\n",
			entries, len(rows), rows)
		d, err := Open([]byte(pdf), "")
		if err == nil {
			d.Catalog(d.Last())
		}
	})
}
