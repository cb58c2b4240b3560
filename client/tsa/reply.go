package tsa

import "encoding/asn1"

// reply is TimeStampResp (RFC 3161, 2.4.2).
type reply struct {
	Status statusInfo
	Token  asn1.RawValue `asn1:"optional"`
}

// statusInfo is PKIStatusInfo. The text is not read: it is the authority's own.
type statusInfo struct {
	Status int
	Text   []asn1.RawValue `asn1:"optional"`
	Fail   asn1.BitString  `asn1:"optional"`
}

// The values of PKIStatus that are no plain refusal.
const (
	statusGranted         = 0
	statusGrantedWithMods = 1
	statusWaiting         = 3
)

// verdict is what a reply says.
type verdict int

const (
	unreadable verdict = iota
	granted
	later
	refused
)

// read tells what a reply says, and why in the words of RFC 3161.
func read(der []byte) (verdict, string) {
	var r reply
	if rest, err := asn1.Unmarshal(der, &r); err != nil || len(rest) > 0 {
		return unreadable, ""
	}
	switch r.Status.Status {
	case statusGranted, statusGrantedWithMods:
		if len(r.Token.FullBytes) == 0 {
			return unreadable, ""
		}
		return granted, ""
	case statusWaiting:
		return later, "waiting"
	}
	reason, passing := failure(r.Status.Fail)
	if passing {
		return later, reason
	}
	return refused, reason
}

// failure names the first bit of PKIFailureInfo; passing is true for those that pass by themselves.
func failure(info asn1.BitString) (name string, passing bool) {
	for _, f := range []struct {
		bit     int
		name    string
		passing bool
	}{
		{0, "badAlg", false},
		{2, "badRequest", false},
		{5, "badDataFormat", false},
		{14, "timeNotAvailable", true},
		{15, "unacceptedPolicy", false},
		{16, "unacceptedExtension", false},
		{17, "addInfoNotAvailable", false},
		{25, "systemFailure", true},
	} {
		if info.At(f.bit) == 1 {
			return f.name, f.passing
		}
	}
	return "rejected", false
}
