package seal_test

import (
	"fmt"
	"testing"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/check"
	"campus.example/sealdesk/seal/pades"
)

// A document is signed again and again; each signature leaves all before it valid, by three programs.
func TestSignedAgainAndAgain(t *testing.T) {
	const times = 12
	o, engine, key := signer(t)
	roots := o.roots(t)
	for name, pdf := range map[string][]byte{
		"table": plainDoc().bytes(), "stream": plainDoc().with(func(m *made) { m.stream = true }).bytes(),
		"hybrid": plainDoc().with(func(m *made) { m.hybrid = []int{4} }).bytes(),
		"packed": qpdf(t, withField(emptyField).bytes(), "--object-streams=generate", "--linearize"),
	} {
		t.Run(name, func(t *testing.T) {
			for n := range times {
				r := requestOf(key, pdf)
				r.Field = fmt.Sprint("Again-", n)
				r.Place.X, r.Place.Y, r.Place.W, r.Place.H = 20+float64(n%4)*90, 20+float64(n/4)*120, 80, 80
				out, err := o.carry(t, engine, key, r)
				if err != nil {
					t.Fatal(n, err)
				}
				oneSection(t, pdf, out)
				pdf = out
			}
			report, err := check.Verify(pdf, check.Options{Roots: roots, At: now()})
			if err != nil || report.Verdict != check.Valid || len(report.Signatures) != times {
				t.Errorf("%+v %v", report, err)
			}
			readersAccept(t, pdf, times)
		})
	}
}

// What a field locks when it is signed stays locked for us too.
func TestSignedFieldsLockWhatTheySay(t *testing.T) {
	o, engine, key := signer(t)
	for lock, want := range map[string]domain.Code{
		"/Action /All":                       pades.CodeLocked,
		"/Action /Include /Fields [(Other)]": pades.CodeLocked,
		"/Action /Include /Fields [(Seal)]":  "",
		"/Action /Exclude /Fields [(Seal)]":  pades.CodeLocked,
		"/Action /Exclude /Fields [(Other)]": "",
		"/Action /Include /Fields [] /P 1":   pades.CodeCertified,
		"/Action /Include /Fields [] /P 2":   pades.CodeFieldsOnly,
	} {
		first := requestOf(key, wanting("/Lock << /Type /SigFieldLock "+lock+" >>"))
		inPlace(&first)
		out, err := o.carry(t, engine, key, first)
		if err != nil {
			t.Fatal(lock, err)
		}
		second := requestOf(key, out)
		second.Field, second.Place.X = "Other", 220
		twice, err := o.carry(t, engine, key, second)
		if domain.CodeOf(err) != want {
			t.Errorf("%s: %v, want %q", lock, err, want)
		}
		if err != nil {
			continue
		}
		if report, err := check.Verify(twice, check.Options{Roots: o.roots(t), At: now()}); err != nil || report.Verdict != check.Valid {
			t.Errorf("%s: %+v %v", lock, report, err)
		}
	}
}
