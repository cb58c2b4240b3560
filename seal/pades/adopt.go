package pades

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"regexp"
	"strconv"

	"campus.example/sealdesk/domain"
)

// byteRange is the entry as any writer may set it: four numbers, the first of them 0.
var byteRange = regexp.MustCompile(`/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]`)

// Adopt takes up a document whose new section was written by another engine, with a hole in it: what was there is its
// beginning, there is one byte range in the section, and it leaves out the hole alone, which is empty. The later steps
// are ours from here.
func (e *Engine) Adopt(was, now []byte, chain [][]byte) (domain.Prepared, error) {
	wrong := func(why string) (domain.Prepared, error) {
		return domain.Prepared{}, domain.Fail(domain.CodeInternal).Because(errors.New("the other engine's section: " + why))
	}
	if len(was) == 0 || !bytes.HasPrefix(now, was) {
		return wrong("earlier bytes changed")
	}
	found := byteRange.FindAllSubmatch(now[len(was):], -1)
	if len(found) != 1 {
		return wrong(strconv.Itoa(len(found)) + " byte ranges")
	}
	var n [3]int
	for i := range n {
		var err error
		if n[i], err = strconv.Atoi(string(found[0][i+1])); err != nil {
			return wrong("a byte range without end")
		}
	}
	open, shut := n[0], n[1]
	if open < len(was) || shut < open+2 || n[2] > len(now) || shut != len(now)-n[2] || !empty(now[open:shut]) {
		return wrong("the byte range leaves out more than the hole")
	}
	certificates, err := e.chain(chain)
	if err != nil {
		return domain.Prepared{}, fail(err)
	}
	return e.prepared(now, open, shut, certificates)
}

// prepared hashes the document around the hole and makes what the later steps need.
func (e *Engine) prepared(out []byte, open, shut int, chain certificates) (domain.Prepared, error) {
	sum := sha256.New()
	sum.Write(out[:open])
	sum.Write(out[shut:])
	attributes, err := signedAttributes(sum.Sum(nil), chain[0])
	if err != nil {
		return domain.Prepared{}, err
	}
	p := Pending{Attributes: attributes, Chain: chain.raw(), Open: open, Shut: shut, Size: len(out)}
	pending, err := json.Marshal(p)
	if err != nil {
		return domain.Prepared{}, err
	}
	e.memory.keep(pending, p)
	digest := sha256.Sum256(attributes)
	return domain.Prepared{PDF: out, Pending: pending, Digest: hex.EncodeToString(digest[:])}, nil
}
