package check

import "strings"

// Codes of Signature.Reason. They are stable: the CLI and the record print and keep them.
const (
	// The signature itself.
	reasonDictionary  = "signature_dictionary_malformed"
	reasonDuplicate   = "duplicate_key"
	reasonShared      = "signature_used_by_two_fields"
	reasonNotIndirect = "signature_not_in_file" // in an object stream, or behind a reference
	reasonSubFilter   = "subfilter_unknown"
	reasonByteRange   = "byterange_malformed"
	reasonGap         = "byterange_gap_is_not_contents"
	reasonCoverage    = "revision_not_covered"
	reasonPadding     = "contents_padding_not_zero"
	reasonCMS         = "cms_malformed"
	reasonSigners     = "cms_not_one_signer"
	reasonContentType = "cms_content_type"
	reasonAttributes  = "signed_attributes_malformed"
	reasonBare        = "signed_attributes_missing" // a note for Adobe's form, which allowed it
	noteBER           = "cms_not_der"               // read all the same
	noteUnsorted      = "signed_attributes_not_der" // read all the same
	reasonDigest      = "digest_mismatch"
	reasonWeak        = "digest_too_weak"
	reasonSigner      = "signer_certificate_missing"
	reasonESS         = "signing_certificate_mismatch"
	reasonValue       = "signature_value_wrong"
	reasonAlgorithm   = "algorithm_unsupported"

	// Trust.
	reasonRoots    = "no_trust_anchor_given"
	reasonChain    = "certificate_not_trusted"
	reasonExpired  = "certificate_outside_validity"
	reasonUsage    = "certificate_usage"
	reasonKeyWeak  = "key_too_weak"
	reasonRevoked  = "certificate_revoked"
	reasonTSA      = "timestamp_not_trusted"
	reasonToken    = "timestamp_malformed"
	reasonImprint  = "timestamp_imprint_mismatch"
	reasonTokenSig = "timestamp_signature_wrong"
	reasonTSAUsage = "timestamp_certificate_usage"
)

// reasons collects codes, each once, in order.
type reasons []string

func (r *reasons) Add(code string) {
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

func (r reasons) String() string { return strings.Join(r, "; ") }
