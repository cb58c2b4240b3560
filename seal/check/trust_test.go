package check

import (
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"

	"campus.example/sealdesk/seal/check/reason"
)

func TestTrust(t *testing.T) {
	w := theWorld()
	plain := fresh("table", nil).sign(signSpec{field: nSignB, by: w.b}).data
	stampedFile := fresh("table", nil).sign(stamped(nSignB, w.b)).data
	self := fresh("table", nil).sign(signSpec{field: nSignB, by: w.self}).data
	strange := fresh("table", nil).sign(signSpec{field: nSignB, by: w.b, cms: cmsSpec{stamp: &tokenSpec{by: w.strangerTSA}}}).data
	expired := fresh("table", nil).sign(signSpec{field: nSignB, by: w.expired, cms: cmsSpec{stamp: &tokenSpec{at: day.AddDate(0, -2, 0)}}}).data
	later := day.AddDate(3, 0, 0)
	certs := func(people ...*who) []*x509.Certificate {
		var out []*x509.Certificate
		for _, p := range people {
			out = append(out, p.cert)
		}
		return out
	}
	for _, c := range []struct {
		name    string
		pdf     []byte
		roots   []*x509.Certificate
		at      time.Time
		verdict Verdict
		level   string
		reason  string
	}{
		{"trusted", plain, w.roots, day, Valid, LevelB, ""},
		{"nobody given", plain, nil, day, Indeterminate, LevelB, reason.NoAnchor},
		{"another authority", plain, certs(w.strangerCA), day, Indeterminate, LevelB, reason.NotTrusted},
		{"expired since, no timestamp", plain, w.roots, later, Indeterminate, LevelB, reason.OutsideValidity},
		{"expired since, timestamp", stampedFile, w.roots, later, Valid, LevelT, ""},
		{"expired since, timestamp of a stranger", strange, w.roots, later, Indeterminate, LevelT, reason.TimestampNotTrusted},
		{"timestamp of a stranger", strange, w.roots, day, Valid, LevelT, reason.TimestampNotTrusted},
		{"timestamp authority not given", stampedFile, certs(w.ca), day, Valid, LevelT, reason.TimestampNotTrusted},
		{"expired before, timestamp earlier", expired, w.roots, day, Valid, LevelT, ""},
		{"self-signed anchor", self, certs(w.self), day, Valid, LevelB, ""},
		{"self-signed anchor, too late", self, certs(w.self), later, Indeterminate, LevelB, reason.OutsideValidity},
		{"the signer as anchor", plain, certs(w.b), day, Valid, LevelB, ""},
		{"not yet valid", plain, w.roots, day.AddDate(-2, 0, 0), Indeterminate, LevelB, reason.OutsideValidity},
	} {
		r, err := Verify(c.pdf, Options{Roots: c.roots, At: c.at})
		if err != nil || r.Verdict != c.verdict || r.Signatures[0].Level != c.level || r.Signatures[0].Reason != c.reason &&
			(c.reason != reason.TimestampNotTrusted || !strings.HasPrefix(r.Signatures[0].Reason, reason.TimestampNotTrusted)) {
			t.Errorf("%s: %v %s", c.name, err, brief(r))
		}
	}
	r, err := Verify(plain, Options{Roots: w.roots, Now: func() time.Time { return later }})
	if err != nil || r.Verdict != Indeterminate {
		t.Errorf("clock: %v %s", err, brief(r))
	}
}

// revocations makes a list of an authority.
func revocations(by *who, revoked ...*who) string {
	list := &x509.RevocationList{Number: big.NewInt(1), ThisUpdate: day, NextUpdate: day.AddDate(0, 1, 0)}
	for _, p := range revoked {
		list.RevokedCertificateEntries = append(list.RevokedCertificateEntries, x509.RevocationListEntry{SerialNumber: p.cert.SerialNumber, RevocationTime: day.Add(-time.Hour)})
	}
	der, err := x509.CreateRevocationList(rand.Reader, list, by.cert, by.key)
	if err != nil {
		panic(err)
	}
	return streamObject("", string(der))
}

func TestLongTerm(t *testing.T) {
	w := theWorld()
	withLists := func(d *doc, revoked ...*who) *doc {
		return d.with(map[int]string{
			nCatalog: d.replaceIn(nCatalog, "/Pages", "/DSS 80 0 R /Pages"),
			80:       "<< /Type /DSS /CRLs [81 0 R 82 0 R] >>", 81: revocations(w.ca, revoked...), 82: revocations(w.tsaRoot),
		})
	}
	stamp := func(d *doc) *doc {
		s := signSpec{field: 90, docstamp: true}
		s.objects = newField(d, 90, "0 0 0 0", "")
		return d.sign(s)
	}
	signed := signedOnce("table")
	for _, c := range []struct {
		name    string
		d       *doc
		level   string
		verdict Verdict
	}{
		{"store", withLists(signed), LevelLT, Valid},
		{"store and timestamp", stamp(withLists(signed)), LevelLTA, Valid},
		{"timestamp before the store", withLists(stamp(signed)), LevelLT, Valid},
		{"timestamp of the document alone", stamp(fresh("table", nil).sign(signSpec{field: nSignB, by: w.b})), LevelT, Valid},
		{"timestamp of the document before the signature", stamp(fresh("table", nil)).sign(signSpec{field: nSignB, by: w.b}), LevelB, Valid},
		{"store without timestamp", withLists(fresh("table", nil).sign(signSpec{field: nSignB, by: w.b})), LevelB, Valid},
		{"revoked", withLists(signed, w.b), LevelLT, Indeterminate},
		{"revoked, and the store emptied", withLists(signed, w.b).with(map[int]string{80: "<< /Type /DSS >>"}), LevelLT, Indeterminate},
		{"certificates only", signed.with(storeOf(signed, 0)), LevelT, Valid},
	} {
		r := examine(t, c.d.data)
		level := ""
		for _, s := range r.Signatures {
			if s.Kind == KindAct {
				level = s.Level
			}
		}
		if r.Verdict != c.verdict || level != c.level {
			t.Errorf("%s: %s", c.name, brief(r))
		}
	}
}

func TestJSON(t *testing.T) {
	r := examine(t, fresh("table", nil).data)
	raw, err := json.Marshal(r)
	if want := `{"verdict":"unsigned","certified":false,"locked":false,"removed":0,"signatures":[]}`; err != nil || string(raw) != want {
		t.Errorf("%s %v", raw, err)
	}
	raw, err = json.Marshal(examine(t, signedOnce("table").data))
	want := `{"verdict":"valid","certified":false,"locked":false,"removed":0,"signatures":[{"field":"b_sign","kind":"act","signer":"测试乙方","subfilter":"ETSI.CAdES.detached","level":"B-T","digest":"SHA-256","intact":true,"trusted":true,"covers_whole_revision":true,"changes_after":"none","signing_time":"2026-05-01T12:00:00+08:00","timestamp_time":"2026-05-01T04:00:00Z","reason":""}]}`
	if err != nil || string(raw) != want {
		t.Errorf("%s %v", raw, err)
	}
}

func TestAct(t *testing.T) {
	w := theWorld()
	base := fresh("table", nil)
	one := base.sign(stamped(nSignB, w.b))
	two := one.sign(stamped(nSealB, w.office))
	bare := base.sign(signSpec{field: nSignB, by: w.b})
	acted := func(in, out *doc, field string) error { return Act(in.data, out.data, field, w.roots, day) }
	for name, err := range map[string]error{
		"first":  acted(base, one, "b_sign"),
		"second": acted(one, two, "b_seal"),
		"across": acted(one, acrossOn(one), "b_seal"),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	otherTSA := base.sign(signSpec{field: nSignB, by: w.b, cms: cmsSpec{stamp: &tokenSpec{by: w.strangerTSA}}})
	evil := stamped(nSealB, w.office)
	evil.objects = map[int]string{nText1: one.replaceIn(nText1, "100", "900")}
	for name, err := range map[string]error{
		"the same":                acted(one, one, "b_sign"),
		"other field":             acted(base, one, "b_seal"),
		"unknown field":           acted(base, one, "x"),
		"not newest":              acted(one, two, "b_sign"),
		"two at once":             acted(base, two, "b_seal"),
		"not a prefix":            acted(two, one, "b_sign"),
		"no timestamp":            acted(base, bare, "b_sign"),
		"timestamp of a stranger": acted(base, otherTSA, "b_sign"),
		"saved behind":            acted(base, one.with(newField(one, 70, "0 0 0 0", "")), "b_sign"),
		"junk behind":             acted(base, one.withTail("x"), "b_sign"),
		"text changed":            acted(one, one.sign(evil), "b_seal"),
		"stranger":                acted(base, base.sign(stamped(nSignB, w.stranger)), "b_sign"),
		"unsigned":                acted(base, base.bent(saveSpec{}, nil), "b_sign"),
		"no input":                Act(nil, one.data, "b_sign", w.roots, day),
	} {
		if err == nil {
			t.Errorf("%s passes", name)
		}
	}
}

// acrossOn fills the strips with a seal on top of a document.
func acrossOn(d *doc) *doc {
	s := stamped(nSealB, theWorld().office)
	s.objects = map[int]string{
		nStrip1: d.replaceIn(nStrip1, "/N 9 0 R", "/N 71 0 R"),
		71:      streamObject("/Type /XObject /Subtype /Form /BBox [0 0 40 842]", "1 0 0 RG 0 400 m 40 440 l S"),
	}
	return d.sign(s)
}
