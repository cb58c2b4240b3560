package config

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Written returns what identifies the settings file as it was read: the SHA-256 of its bytes, and a digest of the value of
// each key that stands in it. The environment has no part in it.
func (c Config) Written() (sha string, keys map[string]string) { return c.sha, c.keys }

func hexSum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// digest identifies a value of a TOML document by its type and its content.
func digest(v any) string { return hexSum(fmt.Appendf(nil, "%T %v", v, v))[:16] }
