package sms

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// algorithm is the vendor's name of the signature.
const algorithm = "ACS3-HMAC-SHA256"

// key is an access key of the vendor.
type key struct{ id, secret string }

// authorization signs a request to an RPC-style product, whose path is always "/". Host and every x-acs header are
// signed; header must hold x-acs-content-sha256 of the body.
//
// Source: Alibaba Cloud, "V3 version request body & signature mechanism".
func (k key) authorization(method, host string, query url.Values, header http.Header) string {
	values := map[string]string{"host": host}
	for name := range header {
		if lower := strings.ToLower(name); strings.HasPrefix(lower, "x-acs-") || lower == "content-type" {
			values[lower] = strings.TrimSpace(header.Get(name))
		}
	}
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	signed := strings.Join(names, ";")

	var request strings.Builder
	request.WriteString(method + "\n/\n" + canonicalQuery(query) + "\n")
	for _, name := range names {
		request.WriteString(name + ":" + values[name] + "\n")
	}
	request.WriteString("\n" + signed + "\n" + values["x-acs-content-sha256"])

	mac := hmac.New(sha256.New, []byte(k.secret))
	mac.Write([]byte(algorithm + "\n" + hash([]byte(request.String())))) // a hash never returns an error from Write
	return algorithm + " Credential=" + k.id + ",SignedHeaders=" + signed + ",Signature=" + hex.EncodeToString(mac.Sum(nil))
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// canonicalQuery is what url.Values.Encode writes, with a space as %20 in place of +. Both leave the same characters
// as they are (RFC 3986, 2.3).
func canonicalQuery(query url.Values) string {
	return strings.ReplaceAll(query.Encode(), "+", "%20")
}
