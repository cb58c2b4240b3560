// Package reason holds the codes of what the checker finds. They are stable: the CLI and the record print and keep them.
package reason

import "strings"

// Codes of one signature, by itself.
const (
	// The signature itself.
	DictionaryMalformed  = "signature_dictionary_malformed"
	DuplicateKey         = "duplicate_key"
	SharedSignature      = "signature_used_by_two_fields"
	NotInFile            = "signature_not_in_file" // in an object stream, or behind a reference
	SubFilterUnknown     = "subfilter_unknown"
	ByteRangeMalformed   = "byterange_malformed"
	GapNotContents       = "byterange_gap_is_not_contents"
	RevisionNotCovered   = "revision_not_covered"
	PaddingNotZero       = "contents_padding_not_zero"
	CMSMalformed         = "cms_malformed"
	NotOneSigner         = "cms_not_one_signer"
	ContentType          = "cms_content_type"
	AttributesMalformed  = "signed_attributes_malformed"
	AttributesMissing    = "signed_attributes_missing" // a note for Adobe's form, which allowed it
	NotDER               = "cms_not_der"               // read all the same
	AttributesNotDER     = "signed_attributes_not_der" // read all the same
	DigestMismatch       = "digest_mismatch"
	DigestWeak           = "digest_too_weak"
	CertificateMissing   = "signer_certificate_missing"
	CertificateMismatch  = "signing_certificate_mismatch"
	ValueWrong           = "signature_value_wrong"
	AlgorithmUnsupported = "algorithm_unsupported"

	// Trust.
	NoAnchor            = "no_trust_anchor_given"
	NotTrusted          = "certificate_not_trusted"
	OutsideValidity     = "certificate_outside_validity"
	CertificateUsage    = "certificate_usage"
	KeyWeak             = "key_too_weak"
	Revoked             = "certificate_revoked"
	TimestampNotTrusted = "timestamp_not_trusted"
	TimestampMalformed  = "timestamp_malformed"
	TimestampImprint    = "timestamp_imprint_mismatch"
	TimestampSignature  = "timestamp_signature_wrong"
	TimestampUsage      = "timestamp_certificate_usage"
)

// List is a list of codes, each once, in order.
type List []string

// Add appends a code unless it is empty or there already.
func (r *List) Add(code string) {
	if code == "" {
		return
	}
	for _, have := range *r {
		if have == code {
			return
		}
	}
	*r = append(*r, code)
}

// String returns the codes, joined by "; ".
func (r List) String() string { return strings.Join(r, "; ") }
