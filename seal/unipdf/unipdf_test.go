package unipdf

import (
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/stamp"
)

// printed gives what was written to standard output meanwhile, where the library complains.
func printed(t *testing.T, do func()) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	was := os.Stdout
	os.Stdout = w
	do()
	os.Stdout = was
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func own() *pades.Engine {
	return &pades.Engine{Now: func() time.Time { return time.Date(2026, 3, 2, 4, 0, 0, 0, time.UTC) }}
}

// Whoever has no licence gets a sentence, and the library is not called.
func TestNothingIsWrittenWithoutALicence(t *testing.T) {
	want := func(e *Engine, code domain.Code) {
		if !Built {
			code = domain.CodeUniPDFCannot
		}
		if err := e.Usable(); domain.CodeOf(err) != code {
			t.Errorf("%v, want %s", err, code)
		}
		if out, err := e.Begin(own(), pades.Request{PDF: []byte("%PDF-1.7")}); domain.CodeOf(err) != code || out.PDF != nil {
			t.Errorf("%v, want %s", err, code)
		}
	}
	said := printed(t, func() {
		want(&Engine{}, domain.CodeUniPDFLicence)
		want(&Engine{Licence: "no licence", Customer: "nobody"}, domain.CodeUniPDFLicence)
		want(&Engine{
			Licence: "-----BEGIN UNIDOC LICENSE KEY-----\nAAAA\n+\nAAAA\n-----END UNIDOC LICENSE KEY-----\n", Customer: "测试大学",
		}, domain.CodeUniPDFLicence)
	})
	if said != "" {
		t.Errorf("standard output: %q", said)
	}
}

// An office that chose it for its contracts hears why not, with a licence too.
func TestContractsAreRefused(t *testing.T) {
	code := domain.CodeUniPDFLicence
	if !Built {
		code = domain.CodeUniPDFCannot
	}
	if err := (&Engine{}).Refuse(nil); domain.CodeOf(err) != code {
		t.Error(err)
	}
	if err := (&Engine{Licence: "any"}).Refuse(nil); domain.CodeOf(err) != domain.CodeUniPDFCannot {
		t.Error(err)
	}
}

// Each "no" of the table is refused under its own name, and the table has no empty cell.
func TestCapabilities(t *testing.T) {
	no := map[string]bool{contractActs: true} // Refuse
	for _, c := range []struct {
		name string
		r    pades.Request
		s    pades.Spot
	}{
		{secondSignature, pades.Request{}, pades.Spot{Signed: true}},
		{emptyField, pades.Request{}, pades.Spot{Fill: true}},
		{nestedFields, pades.Request{}, pades.Spot{Nested: true}},
		{acrossPages, pades.Request{Across: pades.Across{Prefix: "a", Size: 100}}, pades.Spot{}},
		{pictureSeal, pades.Request{}, pades.Spot{Form: &stamp.Form{Picture: &stamp.Picture{}}}},
		{encrypted, pades.Request{}, pades.Spot{Encrypted: true}},
	} {
		no[c.name] = true
		err := suits(c.r, c.s)
		var refusal *domain.Error
		if !errors.As(err, &refusal) || refusal.Code != domain.CodeUniPDFCannot || refusal.Args[0] != c.name {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if err := suits(pades.Request{}, pades.Spot{Form: &stamp.Form{}}); err != nil {
		t.Error(err)
	}
	for _, c := range Capabilities() {
		if !c.Can {
			for _, lang := range []string{"zh", "en"} {
				if s := i18n.For(lang).Sentence(cannot(c.Name)); strings.Contains(s, c.Name) {
					t.Errorf("no words: %s", s)
				}
			}
		}
		if c.Name == "" || c.Why == "" || c.Can == no[c.Name] {
			t.Errorf("%+v", c)
		}
		t.Logf("%-40s %-5v %s", c.Name, c.Can, c.Why)
	}
}

// What there is of the engine is said in words.
func TestStateHasWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		for _, e := range []*Engine{{}, {Licence: "a key"}} {
			if words := i18n.For(lang).Output.UniPDF[e.State()]; words == "" {
				t.Errorf("%s has no words in %s", e.State(), lang)
			}
		}
	}
}
