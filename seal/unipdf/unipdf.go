// Package unipdf lets UniPDF, a licensed library, put a signature into a document, for who has to use it. It writes the
// visible field with a hole; what comes into the hole is made by package pades, and the second look is the same as ever.
//
// Without a licence the library refuses to write and says so on standard output. So nothing of it is called before a
// licence is set, and none is made up for a test: its writing was never run here. What is said of it was read from its
// source (github.com/unidoc/unipdf/v3 v3.69.0). The build tag nounipdf leaves the library out.
//
// Licence keys are those that are checked offline. Metered keys, which report each use to the maker over the network,
// are never set.
package unipdf

import (
	"sync"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
)

// Capability is one thing an engine is asked for, and whether it does it.
type Capability struct {
	Name string // an identifier
	Can  bool
	Why  string
}

// Capabilities is the whole table.
func Capabilities() []Capability {
	return []Capability{
		{"new_field", true, "PdfAppender.Sign"},
		{"rsa", true, "the hole is filled by package pades"},
		{"elliptic_curves", true, "as above; the library's own PAdES handlers take *rsa.PrivateKey only and are not used"},
		{"checked_token", true, "as above; the library's own handler fetches it while it writes"},
		{"drawn_seal", true, "one form XObject of outlines"},
		{"turned_page", true, "place and matrix are those of package pades"},
		{secondSignature, false, "the library writes a new catalog each time, which earlier signatures do not allow"},
		{emptyField, false, "the library leaves out the new objects below a field it finds in the document"},
		{nestedFields, false, "PdfAppender.Sign puts every field at the top of the form"},
		{acrossPages, false, "nothing like it is exported"},
		{pictureSeal, false, "its transparency could not be tried"},
		{encrypted, false, "could not be tried"},
		{contractActs, false, "they fill prepared fields, one signature after the other"},
	}
}

// What it cannot do, by the names of the table. They are arguments of CodeUniPDFCannot.
const (
	secondSignature = "second_signature"
	emptyField      = "empty_field"
	nestedFields    = "nested_fields"
	acrossPages     = "across_pages"
	pictureSeal     = "picture_seal"
	encrypted       = "encrypted_document"
	contractActs    = "contract_acts"
)

// Why nothing is tried at all, and what it said no to by itself: arguments of the two codes too.
const (
	leftOut    = "left_out"
	noLicence  = "no_licence"
	notValid   = "not_valid"
	notWritten = "not_written"
)

// Engine is UniPDF as somebody chose it. It may be used by many goroutines.
type Engine struct {
	Licence  string // the text of an offline licence key; empty when there is none
	Customer string // whom it was given to, as it stands in it

	mu       sync.Mutex
	licensed bool
}

// Usable sets the licence once and tells why the engine may not be used. Errors: CodeUniPDFLicence, CodeUniPDFCannot.
func (e *Engine) Usable() error {
	switch {
	case !Built:
		return cannot(leftOut)
	case e.Licence == "":
		return domain.Fail(domain.CodeUniPDFLicence, noLicence)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.licensed {
		return nil
	}
	if err := license(e.Licence, e.Customer); err != nil {
		return domain.Fail(domain.CodeUniPDFLicence, notValid).Because(err)
	}
	e.licensed = true
	return nil
}

// State returns the state of the engine: left_out, unlicensed or licensed. The licence is not looked into.
func (e *Engine) State() string {
	switch {
	case !Built:
		return "left_out"
	case e.Licence == "":
		return "unlicensed"
	}
	return "licensed"
}

// Refuse is what an office is told that chose this engine for its contracts: before fields are prepared, before an act,
// and by the doctor. Errors: CodeUniPDFLicence without a licence, else CodeUniPDFCannot.
func (e *Engine) Refuse([][]byte) error {
	if Built && e.Licence == "" {
		return domain.Fail(domain.CodeUniPDFLicence, noLicence)
	}
	return cannot(contractActs)
}

// Begin writes the field with its hole. own finds the place and makes what the later steps need. Errors: those of Usable
// and of pades.Engine.Begin, CodeUniPDFCannot for what the table of capabilities says.
func (e *Engine) Begin(own *pades.Engine, r pades.Request) (domain.Prepared, error) {
	if err := e.Usable(); err != nil {
		return domain.Prepared{}, err
	}
	room, err := own.Room(r.Chain, r.Stamped)
	if err != nil {
		return domain.Prepared{}, err
	}
	spot, err := own.Spot(r)
	if err != nil {
		return domain.Prepared{}, err
	}
	if err := suits(r, spot); err != nil {
		return domain.Prepared{}, err
	}
	out, err := write(r, spot, room)
	if err != nil {
		return domain.Prepared{}, domain.Fail(domain.CodeUniPDFCannot, notWritten).Because(err)
	}
	return own.Adopt(r.PDF, out, r.Chain)
}

// suits refuses what the table says cannot be done.
func suits(r pades.Request, s pades.Spot) error {
	for _, c := range []struct {
		name string
		is   bool
	}{
		{secondSignature, s.Signed},
		{emptyField, s.Fill},
		{nestedFields, s.Nested},
		{acrossPages, r.Across != (pades.Across{})},
		{pictureSeal, s.Form != nil && s.Form.Picture != nil},
		{encrypted, s.Encrypted},
	} {
		if c.is {
			return cannot(c.name)
		}
	}
	return nil
}

func cannot(what string) error { return domain.Fail(domain.CodeUniPDFCannot, what) }
