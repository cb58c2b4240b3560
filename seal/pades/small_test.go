//go:debug rsa1024min=0
package pades_test

import (
	"crypto"
	"testing"
)

func smallKey(t testing.TB) crypto.Signer { return rsaKey(t, 1024) }
