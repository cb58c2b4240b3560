package i18n

import (
	"slices"
	"testing"
)

// Consents are kept by the word of their kind: evidence of years ago is found by it.
func TestKindsOfConsentKeepTheirNames(t *testing.T) {
	for _, kind := range []ConsentKind{"sign", "verify", "photos", "bank", "face", "authority"} {
		if !slices.Contains(ConsentKinds(), kind) {
			t.Errorf("%q is gone or has changed; folders that exist hold it", kind)
		}
	}
}
