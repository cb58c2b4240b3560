package cms

import "testing"

// FuzzToken reads anything as what a timestamp authority signs.
func FuzzToken(f *testing.F) {
	f.Fuzz(func(_ *testing.T, der []byte) { ParseTSTInfo(der) })
}
