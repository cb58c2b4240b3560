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

// Signatures lists the signatures of the newest revision, in the order of the form.
func (d *modelled) Signatures() ([]*sig, error) {
	if d.Catalog(d.Last()) == nil {
		return nil, errDamaged
	}
	f, err := d.Form(d.Last())
	if err != nil {
		return nil, err
	}
	var out []*sig
	users := map[int]*sig{}
	for _, field := range f.Fields {
		if field.Kind != "Sig" || !field.Dict.Has("V") {
			continue
		}
		if len(out) == maxSignatures {
			return nil, errLimit
		}
		s := d.signature(field)
		if s == nil {
			continue
		}
		if other, twice := users[s.Object]; twice {
			other.Broken(reasonShared)
			s.Broken(reasonShared)
		}
		users[s.Object] = s
		out = append(out, s)
	}
	if f.Fault != "" && len(out) == 0 {
		return nil, errDamaged
	}
	for _, s := range out {
		if f.Fault != "" {
			s.Broken(f.Fault)
		}
	}
	return out, nil
}

// signature reads the dictionary of a signed field. Nothing is believed yet; nil means the value is a null.
func (d *modelled) signature(f field) *sig {
	s := &sig{Field: f, Object: f.Num, Rank: -1, Intact: true}
	v := f.Dict.Get("V")
	if r, ok := v.(ref); ok {
		s.Object = r.Num
		loaded, err := d.Load(r, d.Last())
		if err == nil && loaded == nil {
			return nil
		}
		v = loaded
	}
	dictionary, ok := v.(*dict)
	if !ok {
		s.Broken(reasonDictionary)
		return s
	}
	s.dict = dictionary
	sub := dictionary.NameAt("SubFilter")
	s.SubFilter = string(sub)
	switch {
	case sub == subTimestamp:
		s.Timestamp = true
		if dictionary.NameAt("Type") != "DocTimeStamp" {
			s.Broken(reasonDictionary)
		}
	case sub != subAdbe && sub != subCAdES:
		s.Broken(reasonSubFilter)
	case dictionary.Has("Type") && dictionary.NameAt("Type") != "Sig":
		s.Broken(reasonDictionary)
	}
	// Handlers change, but a dictionary without one is not a signature (ISO 32000-2 table 255).
	if dictionary.NameAt("Filter") == "" {
		s.Broken(reasonDictionary)
	}
	if dictionary.Twice || f.Dict.Twice {
		s.Broken(reasonDuplicate)
	}
	if m, ok := dictionary.Get("M").(text); ok {
		if t, ok := parseDate(string(m.Raw)); ok {
			s.SigningTime = &t
		}
	}
	d.byteRange(s)
	return s
}

// parseDate reads "D:20260501120000+08'00'" (ISO 32000-2 7.9.4) with seconds and zone.
func parseDate(s string) (time.Time, bool) {
	for _, layout := range []string{"D:20060102150405Z07'00'", "D:20060102150405Z07'00", "D:20060102150405Z", "D:20060102150405Z00'00'", "D:20060102150405"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
