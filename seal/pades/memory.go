package pades

import (
	"crypto/sha256"
	"crypto/x509"
	"encoding/binary"
	"sync"
)

// memory keeps what an engine found out a moment ago and would find out again: the steps of one signature are apart,
// and the certificates of an office are always the same. It holds nothing secret.
type memory struct {
	mu           sync.Mutex
	certificates map[[sha256.Size]byte]*x509.Certificate
	matched      map[[sha256.Size]byte]bool // signatures that were checked
	prepared     map[[sha256.Size]byte]Pending
}

// mostKept bounds each kind.
const mostKept = 256

// certificate parses DER once. Nobody may change the result.
func (m *memory) certificate(der []byte) (*x509.Certificate, error) {
	sum := sha256.Sum256(der)
	m.mu.Lock()
	c := m.certificates[sum]
	m.mu.Unlock()
	if c != nil {
		return c, nil
	}
	c, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.certificates == nil || len(m.certificates) >= mostKept {
		m.certificates = map[[sha256.Size]byte]*x509.Certificate{}
	}
	m.certificates[sum] = c
	return c, nil
}

// pending reads what Begin left. Nobody may change the result.
func (m *memory) pending(in []byte) (Pending, error) {
	m.mu.Lock()
	p, ok := m.prepared[sha256.Sum256(in)]
	m.mu.Unlock()
	if ok {
		return p, nil
	}
	p, err := readPending(in)
	if err == nil {
		m.keep(in, p)
	}
	return p, err
}

func (m *memory) keep(in []byte, p Pending) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.prepared == nil || len(m.prepared) >= mostKept {
		m.prepared = map[[sha256.Size]byte]Pending{}
	}
	m.prepared[sha256.Sum256(in)] = p
}

// matches checks a signature over attributes. The one just made is not checked again when it goes into the document;
// whoever hands over another has it checked.
func (e *Engine) matches(leaf *x509.Certificate, attributes, signature []byte) error {
	h := sha256.New()
	for _, part := range [][]byte{leaf.Raw, attributes, signature} {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		h.Write(part)
	}
	sum, m := [sha256.Size]byte(h.Sum(nil)), &e.memory
	m.mu.Lock()
	known := m.matched[sum]
	m.mu.Unlock()
	if known {
		return nil
	}
	if err := matches(leaf, attributes, signature); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.matched == nil || len(m.matched) >= mostKept {
		m.matched = map[[sha256.Size]byte]bool{}
	}
	m.matched[sum] = true
	return nil
}
