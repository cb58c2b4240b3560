package pades

import "fmt"

// Facts are what a signer wants to know of a document before it signs.
type Facts struct {
	Signed bool   // a field bears a signature
	Strips bool   // the strips for a seal across the pages are there
	Pages  int    // in number
	Free   string // a name no field has
}

// Look reads a document without changing it. Errors are those of Begin for documents that must not be signed.
func (e *Engine) Look(pdf []byte, name string, across Across) (Facts, error) {
	doc, err := e.open(pdf)
	if err != nil {
		return Facts{}, fail(err)
	}
	f, err := openForm(doc)
	if err != nil {
		return Facts{}, fail(err)
	}
	pages, err := doc.Pages()
	if err != nil {
		return Facts{}, fail(err)
	}
	_, strips := f.find(across.name(1))
	out := Facts{Signed: f.signed(), Strips: strips, Pages: len(pages), Free: name}
	for n := 2; ; n++ {
		if _, taken := f.find(out.Free); !taken {
			return out, nil
		}
		out.Free = fmt.Sprintf("%s-%d", name, n)
	}
}
