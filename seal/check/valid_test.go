package check

import (
	"crypto"
	"fmt"
	"strings"
	"testing"

	"campus.example/sealdesk/seal/check/model"
)

// good is a file that must be called valid.
type good struct {
	name string
	make func() *doc
	want func(Report) string // "" when the report is right
}

// TestValid generates files that nothing is wrong with, and wants none refused.
func TestValid(t *testing.T) {
	all := goods()
	for _, g := range all {
		d := g.make()
		r, err := Verify(d.data, Options{Roots: theWorld().roots, At: day})
		if err != nil || r.Verdict != Valid {
			t.Errorf("%s: %v %s", g.name, err, brief(r))
			continue
		}
		if g.want != nil {
			if wrong := g.want(r); wrong != "" {
				t.Errorf("%s: %s: %s", g.name, wrong, brief(r))
			}
		}
	}
	if len(all) < 200 {
		t.Errorf("only %d files", len(all))
	}
	t.Logf("%d files", len(all))
}

// brief says what a report says, in a line.
func brief(r Report) string {
	out := string(r.Verdict)
	for _, s := range r.Signatures {
		out += fmt.Sprintf(" %s[%s %s %s]", s.Field, s.Level, s.ChangesAfter, s.Reason)
	}
	return out
}

func goods() []good {
	var out []good
	for _, shape := range []string{"table", "stream", "packed"} {
		out = append(out, ways(shape)...)
		out = append(out, orders(shape)...)
		out = append(out, laters(shape)...)
		out = append(out, permitteds(shape)...)
		out = append(out, writers(shape)...)
	}
	return out
}

// ways are single signatures: every key, digest, form and level.
func ways(shape string) []good {
	w := theWorld()
	var out []good
	for _, by := range []*who{w.b, w.a, w.office} {
		for _, h := range []crypto.Hash{crypto.SHA256, crypto.SHA384, crypto.SHA512} {
			for _, sub := range []string{"", model.SubFilterAdbe} {
				for _, stamp := range []bool{false, true} {
					level := LevelB
					s := signSpec{field: nSignB, by: by, sub: sub, cms: cmsSpec{hash: h, time: sub == model.SubFilterAdbe}}
					if stamp {
						s.cms.stamp, level = &tokenSpec{fraction: h == crypto.SHA384}, LevelT
					}
					out = append(out, good{
						fmt.Sprintf("%s: %s %s %q stamped %v", shape, by.cert.Subject.CommonName, h, sub, stamp),
						func() *doc { return fresh(shape, nil).sign(s) },
						func(r Report) string {
							one := r.Signatures[0]
							if one.Level != level || one.Digest != h.String() || !one.CoversWholeRevision || one.Signer != by.cert.Subject.CommonName || one.SigningTime == nil || !one.SigningTime.Equal(day) || (one.TimestampTime != nil) != stamp || one.ChangesAfter != ChangesNone || one.Reason != "" {
								return "details"
							}
							return ""
						},
					})
				}
			}
		}
	}
	special := map[string]func(*signSpec){
		"PSS":                            func(s *signSpec) { s.by, s.cms.pss = w.office, true },
		"key's own algorithm, RSA":       func(s *signSpec) { s.by, s.cms.keyOID = w.office, true },
		"key's own algorithm, ECDSA":     func(s *signSpec) { s.cms.keyOID = true },
		"no signing certificate, Adobe":  func(s *signSpec) { s.sub, s.cms.noESS = model.SubFilterAdbe, true },
		"timestamp with SHA-1 reference": func(s *signSpec) { s.cms.stamp = &tokenSpec{cms: cmsSpec{essV1: true}} },
		"timestamp with SHA-512":         func(s *signSpec) { s.cms.stamp = &tokenSpec{cms: cmsSpec{hash: crypto.SHA512}} },
		"no type in the dictionary":      func(s *signSpec) { s.patch = func(d string) string { return strings.Replace(d, "/Type /Sig ", "", 1) } },
		"range behind the contents": func(s *signSpec) {
			s.patch = func(d string) string {
				a, b := strings.Index(d, "/ByteRange"), strings.Index(d, "/Contents")
				return d[:a] + strings.TrimSuffix(d[b:], ">>") + d[a:b] + ">>"
			}
		},
		"reason and place":   func(s *signSpec) { s.dict = "/Reason (contract) /Location <FEFF6D4B8BD5> /Name (B)" },
		"upper case padding": func(s *signSpec) { s.pad = "0000" },
		"visible":            func(s *signSpec) { s.look = true },

		// What other writers do.
		"attributes not in order":           func(s *signSpec) { s.cms.unsorted = true },
		"attributes signed in order":        func(s *signSpec) { s.cms.derOrder = true },
		"no attributes, Adobe":              func(s *signSpec) { s.sub, s.cms.bare = model.SubFilterAdbe, true },
		"no attributes, Adobe, RSA":         func(s *signSpec) { s.sub, s.by, s.cms.bare = model.SubFilterAdbe, w.office, true },
		"signing certificate by SHA-1 only": func(s *signSpec) { s.cms.essV1 = true },
		"length not given":                  func(s *signSpec) { s.contents = indefinite },
		"length too long":                   func(s *signSpec) { s.contents = overlong },
		"a key twice, the same": func(s *signSpec) {
			s.patch = func(d string) string { return strings.Replace(d, "/Type /Sig", "/Type /Sig /Type /Sig", 1) }
		},
	}
	for name, f := range special {
		out = append(out, good{shape + ": " + name, func() *doc {
			s := stamped(nSignB, w.b)
			f(&s)
			return fresh(shape, nil).sign(s)
		}, nil})
	}
	return out
}

// orders are the acts of a contract in many orders, with and without pictures.
func orders(shape string) []good {
	w := theWorld()
	people := map[int]*who{nSignB: w.b, nSealB: w.office, nSignA: w.a}
	var out []good
	for _, order := range [][]int{
		{nSignB},
		{nSealB},
		{nSignA},
		{nSignB, nSealB},
		{nSealB, nSignB},
		{nSignA, nSignB},
		{nSignB, nSealB, nSignA},
		{nSignA, nSealB, nSignB},
		{nSealB, nSignA, nSignB},
	} {
		for _, look := range []bool{false, true} {
			out = append(out, good{fmt.Sprintf("%s: order %v, visible %v", shape, order, look), func() *doc {
				d := fresh(shape, nil)
				for _, n := range order {
					s := stamped(n, people[n])
					s.look = look
					d = d.sign(s)
				}
				return d
			}, func(r Report) string {
				for i, s := range r.Signatures {
					want := ChangesPermitted
					if i == len(order)-1 {
						want = ChangesNone
					}
					if s.ChangesAfter != want || s.Level != LevelT {
						return "details"
					}
				}
				return ""
			}})
		}
	}
	return out
}
