package pades_test

import (
	"bytes"
	"crypto/elliptic"
	"testing"

	"campus.example/sealdesk/domain"
)

// A section with a hole is taken up as it is, whoever wrote it; anything odd about its byte range is refused.
func TestAdopt(t *testing.T) {
	engine := engine(t)
	root := issue(t, nil, "测试机构", ec(t, elliptic.P256()), nil)
	r := request(t, issue(t, root, "测试大学", ec(t, elliptic.P256()), nil))
	p, err := engine.Begin(r)
	if err != nil {
		t.Fatal(err)
	}
	got, err := engine.Adopt(r.PDF, p.PDF, r.Chain)
	if err != nil || !bytes.Equal(got.Pending, p.Pending) || got.Digest != p.Digest {
		t.Fatal(err, "the same section came out differently")
	}
	at := bytes.LastIndex(p.PDF, []byte("/ByteRange [0 "))
	change := func(f func(b []byte) []byte) []byte { return f(bytes.Clone(p.PDF)) }
	for name, now := range map[string][]byte{
		"earlier bytes":    change(func(b []byte) []byte { b[20]++; return b }),
		"no section":       r.PDF,
		"a tail uncovered": change(func(b []byte) []byte { return append(b, '%') }),
		"a filled hole":    change(func(b []byte) []byte { i := bytes.LastIndex(b, []byte("<000")); b[i+5] = 'a'; return b }),
		"a wider hole":     change(func(b []byte) []byte { b[at+len("/ByteRange [0 ")] = '1'; return b }),
		"two byte ranges":  change(func(b []byte) []byte { return append(b, "/ByteRange [0 1 2 3]"...) }),
		"no byte range":    change(func(b []byte) []byte { b[at+1] = 'X'; return b }),
		"numbers too large": change(func(b []byte) []byte {
			return bytes.Replace(b, []byte("/ByteRange [0 "), []byte("/ByteRange [0 99999999999999999999 "), 1)
		}),
	} {
		if _, err := engine.Adopt(r.PDF, now, r.Chain); domain.CodeOf(err) != domain.CodeInternal {
			t.Errorf("%s: %v", name, err)
		}
	}
}
