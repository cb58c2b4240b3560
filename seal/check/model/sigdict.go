package model

import (
	"time"

	"campus.example/sealdesk/seal/check/file"
	"campus.example/sealdesk/seal/check/reason"
)

// SubFilters that are read. PAdES demands the second; the first is what Adobe and most others wrote before.
const (
	SubFilterAdbe      = "adbe.pkcs7.detached"
	SubFilterCAdES     = "ETSI.CAdES.detached"
	SubFilterTimestamp = "ETSI.RFC3161"
)

// Signatures returns the signatures of the newest revision, in the order of the form. It fails with ErrDamaged or
// ErrLimit.
func (d *Document) Signatures() ([]*Signature, error) {
	if d.Catalog(d.Last()) == nil {
		return nil, file.ErrDamaged
	}
	f, err := d.Form(d.Last())
	if err != nil {
		return nil, err
	}
	var out []*Signature
	users := map[int]*Signature{}
	for _, field := range f.Fields {
		if field.Kind != "Sig" || !field.Dict.Has("V") {
			continue
		}
		if len(out) == maxSignatures {
			return nil, file.ErrLimit
		}
		s := d.signature(field)
		if s == nil {
			continue
		}
		if other, twice := users[s.Object]; twice {
			other.Broken(reason.SharedSignature)
			s.Broken(reason.SharedSignature)
		}
		users[s.Object] = s
		out = append(out, s)
	}
	if f.Fault != "" && len(out) == 0 {
		return nil, file.ErrDamaged
	}
	for _, s := range out {
		if f.Fault != "" {
			s.Broken(f.Fault)
		}
	}
	return out, nil
}

// signature reads the dictionary of a signed field; nothing of it counts as true yet. It returns nil when the value is
// a null.
func (d *Document) signature(f Field) *Signature {
	s := &Signature{Field: f, Object: f.Num, Rank: -1, Intact: true}
	v := f.Dict.Get("V")
	if r, ok := v.(file.Ref); ok {
		s.Object = r.Num
		loaded, err := d.Load(r, d.Last())
		if err == nil && loaded == nil {
			return nil
		}
		v = loaded
	}
	dictionary, ok := v.(*file.Dict)
	if !ok {
		s.Broken(reason.DictionaryMalformed)
		return s
	}
	s.dict = dictionary
	sub := dictionary.NameAt("SubFilter")
	s.SubFilter = string(sub)
	switch {
	case sub == SubFilterTimestamp:
		s.Timestamp = true
		if dictionary.NameAt("Type") != "DocTimeStamp" {
			s.Broken(reason.DictionaryMalformed)
		}
	case sub != SubFilterAdbe && sub != SubFilterCAdES:
		s.Broken(reason.SubFilterUnknown)
	case dictionary.Has("Type") && dictionary.NameAt("Type") != "Sig":
		s.Broken(reason.DictionaryMalformed)
	}
	// Handlers change, but a dictionary without one is not a signature (ISO 32000-2 table 255).
	if dictionary.NameAt("Filter") == "" {
		s.Broken(reason.DictionaryMalformed)
	}
	if dictionary.Twice || f.Dict.Twice {
		s.Broken(reason.DuplicateKey)
	}
	if m, ok := dictionary.Get("M").(file.String); ok {
		if t, ok := parseDate(string(m.Raw)); ok {
			s.SigningTime = &t
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
