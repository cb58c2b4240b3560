package check

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/pades"
	"campus.example/sealdesk/seal/stamp"
)

// What earlier signers allow, our own engine does and nothing more: it signs, and every signature is valid, or it
// refuses before anything is written. Each document is signed for real by other code.
func TestOurSignatureOnTopOfOthers(t *testing.T) {
	w := theWorld()
	artist, err := stamp.New()
	if err != nil {
		t.Fatal(err)
	}
	engine := &pades.Engine{Draw: artist.Draw, Now: func() time.Time { return day }}
	reference := func(method, params string) signSpec {
		s := stamped(nSignB, w.b)
		s.dict = fmt.Sprintf("/Reference [<< /Type /SigRef /TransformMethod /%s /TransformParams << /Type /TransformParams /V /1.2 %s >> >>]", method, params)
		return s
	}
	locks := func(lock string) func(shape string) *doc {
		return func(shape string) *doc {
			return fresh(shape, func(o map[int]string) {
				o[nSignB] = strings.TrimSuffix(o[nSignB], ">>") + "/Lock << /Type /SigFieldLock " + lock + " >> >>"
			}).sign(stamped(nSignB, w.b))
		}
	}
	refers := func(method, params string) func(shape string) *doc {
		return func(shape string) *doc { return fresh(shape, nil).sign(reference(method, params)) }
	}
	grouped := func(params string) func(shape string) *doc {
		return func(shape string) *doc {
			return fresh(shape, func(o map[int]string) {
				o[34] = "<< /T (b) /Kids [11 0 R] >>"
				o[nSealB] = strings.Replace(o[nSealB], "/T", "/Parent 34 0 R /T", 1)
				o[nForm] = strings.Replace(o[nForm], "11 0 R", "34 0 R", 1)
			}).sign(reference("FieldMDP", params))
		}
	}
	const fill, add, group = "b_seal", "new", "b.b_seal"
	for _, c := range []struct {
		name  string
		make  func(shape string) *doc
		field string
		want  domain.Code // empty: it is signed
	}{
		{"signed once", signedOnce, fill, ""},
		{"signed once", signedOnce, add, ""},
		{"certified, no changes", func(s string) *doc { return certifiedIn(s, 1) }, fill, pades.CodeCertified},
		{"certified, no changes", func(s string) *doc { return certifiedIn(s, 1) }, add, pades.CodeCertified},
		{"certified, forms", func(s string) *doc { return certifiedIn(s, 2) }, fill, ""},
		{"certified, forms", func(s string) *doc { return certifiedIn(s, 2) }, add, pades.CodeFieldsOnly},
		{"certified, comments", func(s string) *doc { return certifiedIn(s, 3) }, fill, ""},
		{"certified, comments", func(s string) *doc { return certifiedIn(s, 3) }, add, pades.CodeFieldsOnly},
		{"certified, level unknown", func(s string) *doc { return certifiedIn(s, 7) }, fill, pades.CodeCertified},
		{"no changes, not named by the catalog", refers("DocMDP", "/P 1"), fill, pades.CodeCertified},
		{"forms, not named by the catalog", refers("DocMDP", "/P 2"), add, pades.CodeFieldsOnly},
		{"method unknown", refers("Nonsense", ""), fill, pades.CodeCertified},
		{"all locked", refers("FieldMDP", "/Action /All"), fill, pades.CodeLocked},
		{"all locked", refers("FieldMDP", "/Action /All"), add, pades.CodeLocked},
		{"this one locked", refers("FieldMDP", "/Action /Include /Fields [(b_seal)]"), fill, pades.CodeLocked},
		{"another one locked", refers("FieldMDP", "/Action /Include /Fields [(wish)]"), fill, ""},
		{"another one locked", refers("FieldMDP", "/Action /Include /Fields [(wish)]"), add, ""},
		{"a name to come locked", refers("FieldMDP", "/Action /Include /Fields [(new)]"), add, pades.CodeLocked},
		{"all but this one locked", refers("FieldMDP", "/Action /Exclude /Fields [(b_seal)]"), fill, ""},
		{"all but this one locked", refers("FieldMDP", "/Action /Exclude /Fields [(b_seal)]"), add, pades.CodeLocked},
		{"all but another one locked", refers("FieldMDP", "/Action /Exclude /Fields [(wish)]"), fill, pades.CodeLocked},
		{"its group locked", grouped("/Action /Include /Fields [(b)]"), group, pades.CodeLocked},
		{"all but its group locked", grouped("/Action /Exclude /Fields [(b)]"), group, ""},
		{"action unknown", refers("FieldMDP", "/Action /Nonsense"), fill, domain.CodeDocDamaged},
		{"the field's own lock", locks("/Action /All"), fill, pades.CodeLocked},
		{"the field's own lock on another", locks("/Action /Include /Fields [(wish)]"), fill, ""},
		{"the field's own permission", locks("/Action /Include /Fields [] /P 1"), fill, pades.CodeCertified},
	} {
		for _, shape := range []string{"table", "stream", "packed"} {
			name := fmt.Sprintf("%s, %s (%s)", c.name, c.field, shape)
			in := c.make(shape).data
			r := pades.Request{
				PDF: in, Field: c.field, Place: domain.Place{Page: 1, X: 60, Y: 60, W: 60, H: 60}, Signing: day,
				Appearance: stamp.Look{Appearance: domain.Appearance{Ring: "测试大学"}},
			}
			for _, cert := range append([]*who{w.office}, w.ca) {
				r.Chain = append(r.Chain, cert.cert.Raw)
			}
			p, err := engine.Begin(r)
			if domain.CodeOf(err) != c.want {
				t.Errorf("%s: %v, want %q", name, err, c.want)
			}
			if err != nil {
				t.Logf("%-60s refused: %s", name, domain.CodeOf(err))
				continue
			}
			signature, err := engine.Sign(w.office.key, p.Pending)
			if err != nil {
				t.Fatal(err)
			}
			out, err := engine.Finish(p.PDF, p.Pending, signature, nil)
			if err != nil {
				t.Fatal(err)
			}
			if report := examine(t, out); report.Verdict != Valid || len(report.Signatures) != 2 {
				t.Errorf("%s: %s", name, brief(report))
			}
			t.Logf("%-60s signed, all valid", name)
		}
	}
}
