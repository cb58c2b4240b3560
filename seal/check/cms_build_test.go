package check

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1" //nolint:gosec // weak on purpose
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"

	"campus.example/sealdesk/seal/check/cms"
)

// cmsSpec says how to build a CMS. The zero value with a signer is a correct PAdES B-B one.
type cmsSpec struct {
	by       *who
	hash     crypto.Hash // zero: SHA-256
	content  []byte      // encapsulated: makes a timestamp token
	pss      bool
	keyOID   bool // name the key's algorithm instead of the signature's
	sha1     bool
	noESS    bool
	essOf    *who // refer to another certificate
	essV1    bool
	noType   bool
	time     bool // signed signing time
	unsorted bool
	derOrder bool // unsorted, but what is signed is in order
	bare     bool // no signed attributes
	twice    bool // the digest attribute twice
	stamp    *tokenSpec
	two      bool // two signers
	noCerts  bool
	dataIn   bool // a content where there must be none
	wrong    bool // flip a bit of the signature
	kind     string
	attrKind string // another content type in the signed attributes
}

// tokenSpec says how to build a timestamp token.
type tokenSpec struct {
	by       *who // nil: the test authority
	at       time.Time
	imprint  []byte // nil: the right one
	cms      cmsSpec
	fraction bool
	junk     bool
}

func digestOID(h crypto.Hash, weak bool) asn1.ObjectIdentifier {
	if weak {
		return oidOf("1.3.14.3.2.26")
	}
	return map[crypto.Hash]asn1.ObjectIdentifier{
		crypto.SHA256: oidOf("2.16.840.1.101.3.4.2.1"), crypto.SHA384: oidOf("2.16.840.1.101.3.4.2.2"), crypto.SHA512: oidOf("2.16.840.1.101.3.4.2.3"),
	}[h]
}

func oidOf(s string) asn1.ObjectIdentifier {
	var out asn1.ObjectIdentifier
	for _, part := range strings.Split(s, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			panic(err)
		}
		out = append(out, n)
	}
	return out
}

func sequence(f func(b *cryptobyte.Builder)) []byte {
	var b cryptobyte.Builder
	b.AddASN1(tag.SEQUENCE, f)
	return b.BytesOrPanic()
}

func attribute(kind string, value []byte) []byte {
	return sequence(func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(oidOf(kind))
		b.AddASN1(tag.SET, func(b *cryptobyte.Builder) { b.AddBytes(value) })
	})
}

func mustDER(v any) []byte {
	out, err := asn1.Marshal(v)
	if err != nil {
		panic(err)
	}
	return out
}

// build makes the CMS over a digest of the content.
func (c cmsSpec) build(digest []byte) []byte {
	if c.hash == 0 {
		c.hash = crypto.SHA256
	}
	kind := cms.OIDData
	if c.content != nil {
		kind = cms.OIDTSTInfo
	}
	if c.kind != "" {
		kind = c.kind
	}
	signer := c.signerInfo(digest, kind)
	body := func(b *cryptobyte.Builder) {
		b.AddASN1Int64(1)
		b.AddASN1(tag.SET, func(b *cryptobyte.Builder) {
			b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(digestOID(c.hash, c.sha1)) })
		})
		b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1ObjectIdentifier(oidOf(kind))
			content := c.content
			if c.dataIn {
				content = []byte("data")
			}
			if content != nil {
				b.AddASN1(tagged(0), func(b *cryptobyte.Builder) { b.AddASN1OctetString(content) })
			}
		})
		if !c.noCerts {
			b.AddASN1(tagged(0), func(b *cryptobyte.Builder) {
				for _, cert := range append([]*x509.Certificate{c.by.cert}, c.by.chain...) {
					b.AddBytes(cert.Raw)
				}
			})
		}
		b.AddASN1(tag.SET, func(b *cryptobyte.Builder) {
			b.AddBytes(signer)
			if c.two {
				b.AddBytes(signer)
			}
		})
	}
	return sequence(func(b *cryptobyte.Builder) {
		b.AddASN1ObjectIdentifier(oidOf(cms.OidSignedData))
		b.AddASN1(tagged(0), func(b *cryptobyte.Builder) { b.AddASN1(tag.SEQUENCE, body) })
	})
}

func (c cmsSpec) attributes(digest []byte, kind string) [][]byte {
	out := [][]byte{attribute(cms.OidMessageDigest, mustDER(digest))}
	if c.twice {
		out = append(out, attribute(cms.OidMessageDigest, mustDER(digest[1:])))
	}
	if !c.noType {
		if c.attrKind != "" {
			kind = c.attrKind
		}
		out = append(out, attribute(cms.OidContentType, mustDER(oidOf(kind))))
	}
	of := c.by
	if c.essOf != nil {
		of = c.essOf
	}
	sum := sha256.Sum256(of.cert.Raw)
	v1 := sha1.Sum(of.cert.Raw) //nolint:gosec // RFC 2634
	ess := func(oid string, sum []byte) []byte {
		return attribute(oid, sequence(func(b *cryptobyte.Builder) {
			b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) { b.AddASN1OctetString(sum) })
			})
		}))
	}
	switch {
	case c.noESS:
	case c.essV1:
		out = append(out, ess(cms.OidSigningCertV1, v1[:]))
	default:
		out = append(out, ess(cms.OidSigningCertV2, sum[:]))
	}
	if c.time {
		out = append(out, attribute(cms.OidSigningTime, mustDER(day)))
	}
	slices.SortFunc(out, bytes.Compare)
	if c.unsorted {
		slices.Reverse(out)
	}
	return out
}

func (c cmsSpec) signerInfo(digest []byte, kind string) []byte {
	attrs := bytes.Join(c.attributes(digest, kind), nil)
	var set cryptobyte.Builder
	set.AddASN1(tag.SET, func(b *cryptobyte.Builder) { b.AddBytes(attrs) })
	value, algorithm := c.value(set.BytesOrPanic())
	if c.derOrder {
		c.unsorted = true
		attrs = bytes.Join(c.attributes(digest, kind), nil)
	}
	if c.bare {
		value, algorithm = c.sign(digest)
	}
	if c.wrong {
		value[len(value)/2] ^= 1
	}
	return sequence(func(b *cryptobyte.Builder) {
		b.AddASN1Int64(1)
		b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddBytes(c.by.cert.RawIssuer)
			b.AddASN1BigInt(new(big.Int).Set(c.by.cert.SerialNumber))
		})
		b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(digestOID(c.hash, c.sha1)) })
		if !c.bare {
			b.AddASN1(tagged(0), func(b *cryptobyte.Builder) { b.AddBytes(attrs) })
		}
		b.AddBytes(algorithm)
		b.AddASN1OctetString(value)
		if c.stamp != nil {
			token := c.stamp.build(value)
			b.AddASN1(tagged(1), func(b *cryptobyte.Builder) { b.AddBytes(attribute(cms.OIDTimestamp, token)) })
		}
	})
}

// value signs and names the algorithm.
func (c cmsSpec) value(data []byte) (value, algorithm []byte) {
	h := c.hash
	if c.sha1 {
		h = crypto.SHA1
	}
	sum := h.New()
	sum.Write(data)
	return c.sign(sum.Sum(nil))
}

// sign signs a digest.
func (c cmsSpec) sign(sum []byte) (value, algorithm []byte) {
	h := c.hash
	if c.sha1 {
		h = crypto.SHA1
	}
	var opts crypto.SignerOpts = h
	named := func(s string, params ...byte) []byte {
		return sequence(func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(oidOf(s)); b.AddBytes(params) })
	}
	switch c.by.key.(type) {
	case *rsa.PrivateKey:
		algorithm = named(map[crypto.Hash]string{crypto.SHA1: "1.2.840.113549.1.1.5", crypto.SHA256: "1.2.840.113549.1.1.11", crypto.SHA384: "1.2.840.113549.1.1.12", crypto.SHA512: "1.2.840.113549.1.1.13"}[h], 5, 0)
		if c.keyOID {
			algorithm = named("1.2.840.113549.1.1.1", 5, 0)
		}
		if c.pss {
			opts = &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash, Hash: h}
			inner := named(digestOID(h, false).String())
			algorithm = named("1.2.840.113549.1.1.10", sequence(func(b *cryptobyte.Builder) {
				b.AddASN1(tagged(0), func(b *cryptobyte.Builder) { b.AddBytes(inner) })
				b.AddASN1(tagged(1), func(b *cryptobyte.Builder) { b.AddBytes(named("1.2.840.113549.1.1.8", inner...)) })
				b.AddASN1(tagged(2), func(b *cryptobyte.Builder) { b.AddASN1Int64(int64(h.Size())) })
			})...)
		}
	case *ecdsa.PrivateKey:
		algorithm = named(map[crypto.Hash]string{crypto.SHA1: "1.2.840.10045.4.1", crypto.SHA256: "1.2.840.10045.4.3.2", crypto.SHA384: "1.2.840.10045.4.3.3", crypto.SHA512: "1.2.840.10045.4.3.4"}[h])
		if c.keyOID {
			algorithm = named("1.2.840.10045.2.1")
		}
	}
	value, err := c.by.key.Sign(rand.Reader, sum, opts)
	if err != nil {
		panic(err)
	}
	return value, algorithm
}

// build makes a token over data.
func (t tokenSpec) build(data []byte) []byte {
	by := t.by
	if by == nil {
		by = theWorld().tsa
	}
	if t.at.IsZero() {
		t.at = day
	}
	sum := sha256.Sum256(data)
	imprint := sum[:]
	if t.imprint != nil {
		imprint = t.imprint
	}
	info := sequence(func(b *cryptobyte.Builder) {
		b.AddASN1Int64(1)
		b.AddASN1ObjectIdentifier(oidOf("1.2.3.4"))
		b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1(tag.SEQUENCE, func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(digestOID(crypto.SHA256, false)) })
			b.AddASN1OctetString(imprint)
		})
		b.AddASN1Int64(7)
		layout := "20060102150405Z"
		if t.fraction {
			layout = "20060102150405.999Z"
			t.at = t.at.Add(250 * time.Millisecond)
		}
		b.AddASN1(tag.GeneralizedTime, func(b *cryptobyte.Builder) { b.AddBytes([]byte(t.at.UTC().Format(layout))) })
		b.AddASN1Int64(99)
	})
	c := t.cms
	c.by, c.content = by, info
	h := max(c.hash, crypto.SHA256)
	if c.sha1 {
		h = crypto.SHA1
	}
	digest := h.New()
	digest.Write(info)
	out := c.build(digest.Sum(nil))
	if t.junk {
		out = append(out, 1)
	}
	return out
}

func tagged(n uint8) tag.Tag { return tag.Tag(n).ContextSpecific().Constructed() }
