package check

import (
	"time"
)

// SubFilters that are read. PAdES wants the second; the first is what Adobe and most others wrote before.
const (
	subAdbe      = "adbe.pkcs7.detached"
	subCAdES     = "ETSI.CAdES.detached"
	subTimestamp = "ETSI.RFC3161"
)

// sig is one signature of the document on its way to a report.
type sig struct {
	report  Signature
	reasons reasons
	unsure  bool // not intact only because an algorithm is not known here

	field    field
	dict     *dict
	obj      int      // number of the object that holds the dictionary
	hole     [2]int   // of /Contents in the file, delimiters included
	end      int      // of what is signed
	rank     int      // of the revision it signs, -1 when there is none
	contents []byte   // the CMS with its padding
	perm     int      // what it permits to change: 0 no word, 1 nothing, 2 forms, 3 forms and annotations
	certify  bool     // it is the certification signature
	locks    []lock   // fields it locks
	signer   identity // filled by judge
	token    *tokenResult
}

func (s *sig) broken(code string) {
	s.report.Intact = false
	s.reasons.add(code)
}

// signatures lists the signatures of the newest revision, in the order of the form.
func (d *document) signatures() ([]*sig, error) {
	if d.catalog(d.last()) == nil {
		return nil, errDamaged
	}
	f, err := d.formAt(d.last())
	if err != nil {
		return nil, err
	}
	var out []*sig
	users := map[int]*sig{}
	for _, field := range f.fields {
		if field.kind != "Sig" || !field.dict.has("V") {
			continue
		}
		if len(out) == maxSignatures {
			return nil, errLimit
		}
		s := d.signature(field)
		if s == nil {
			continue
		}
		if other, twice := users[s.obj]; twice {
			other.broken(reasonShared)
			s.broken(reasonShared)
		}
		users[s.obj] = s
		out = append(out, s)
	}
	if f.fault != "" && len(out) == 0 {
		return nil, errDamaged
	}
	for _, s := range out {
		if f.fault != "" {
			s.broken(f.fault)
		}
	}
	return out, nil
}

// signature reads the dictionary of a signed field. Nothing is believed yet; nil means the value is a null.
func (d *document) signature(f field) *sig {
	s := &sig{field: f, obj: f.num, rank: -1, report: Signature{Field: f.name, Kind: KindAct, Intact: true, ChangesAfter: ChangesNone}}
	v := f.dict.get("V")
	if r, ok := v.(ref); ok {
		s.obj = r.num
		loaded, err := d.load(r, d.last())
		if err == nil && loaded == nil {
			return nil
		}
		v = loaded
	}
	dictionary, ok := v.(*dict)
	if !ok {
		s.broken(reasonDictionary)
		return s
	}
	s.dict = dictionary
	sub := dictionary.nameAt("SubFilter")
	s.report.SubFilter = string(sub)
	switch {
	case sub == subTimestamp:
		s.report.Kind = KindTimestamp
		if dictionary.nameAt("Type") != "DocTimeStamp" {
			s.broken(reasonDictionary)
		}
	case sub != subAdbe && sub != subCAdES:
		s.broken(reasonSubFilter)
	case dictionary.has("Type") && dictionary.nameAt("Type") != "Sig":
		s.broken(reasonDictionary)
	}
	// Handlers change, but a dictionary without one is not a signature (ISO 32000-2 table 255).
	if dictionary.nameAt("Filter") == "" {
		s.broken(reasonDictionary)
	}
	if dictionary.twice || f.dict.twice {
		s.broken(reasonDuplicate)
	}
	if m, ok := dictionary.get("M").(text); ok {
		if t, ok := parseDate(string(m.raw)); ok {
			s.report.SigningTime = &t
		}
	}
	d.byteRange(s)
	return s
}

// parseDate reads "D:20260501120000+08'00'" (ISO 32000-2 7.9.4) with seconds and zone.
func parseDate(s string) (time.Time, bool) {
	for _, layout := range []string{
		"D:20060102150405Z07'00'", "D:20060102150405Z07'00", "D:20060102150405Z", "D:20060102150405Z00'00'", "D:20060102150405",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
