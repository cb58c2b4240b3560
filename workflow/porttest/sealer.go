package porttest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"
	"time"

	"campus.example/sealdesk/domain"
)

// PIN opens the fake office's seal key.
const PIN = "135790"

// Sealer is a signing engine whose documents are text: every act appends lines. No two signatures are the same, as
// with real randomised ones.
type Sealer struct {
	mu       sync.Mutex
	unlocked bool
	tried    int
	uses     int
	bad      error
	crash    func()
	anchors  []string
}

// Anchor makes these the anchors of the settings.
func (s *Sealer) Anchor(fingerprints ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.anchors = fingerprints
}

// Anchors lists them.
func (s *Sealer) Anchors() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.anchors
}

// Uses counts how often any key was used.
func (s *Sealer) Uses() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.uses
}

// Refuse makes every Check fail with the error; nil ends it.
func (s *Sealer) Refuse(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bad = err
}

// AfterUse is called once after the next use of a key, before anybody hears of the signature.
func (s *Sealer) AfterUse(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.crash = f
}

// Drawable refuses names with the character of private use U+F8FF, as a typeface would, and a field without size.
func (s *Sealer) Drawable(look domain.Appearance, width, height float64) error {
	switch {
	case !(width > 0 && height > 0):
		return domain.Fail(domain.CodeBadInput, fmt.Sprint(width, height))
	case strings.ContainsRune(look.Ring+look.Line, '\uF8FF'):
		return domain.Fail(domain.CodeSealWords, "\uF8FF")
	case strings.ContainsRune(look.Typed, '\uF8FF'):
		return domain.Fail(domain.CodeSignatureWords, "\uF8FF")
	}
	return nil
}

// Prepare appends the names of the fields and their middles.
func (s *Sealer) Prepare(pdf []byte, fields []domain.Field) ([]byte, error) {
	out := bytes.Clone(pdf)
	for _, f := range fields {
		out = fmt.Appendf(out, "\n%%field %s on page %d at %.0f,%.0f", f.Name, f.Place.Page, f.Place.X+f.Place.W/2, f.Place.Y+f.Place.H/2)
	}
	return out, nil
}

// CheckPrepared is Check for what Prepare gave: the fields were added, and Refuse makes it fail.
func (s *Sealer) CheckPrepared(_ context.Context, input, output []byte, fields []domain.Field) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.bad != nil {
		return s.bad
	}
	for _, f := range fields {
		if !bytes.HasPrefix(output, input) || !bytes.Contains(output[len(input):], []byte("%field "+f.Name)) {
			return domain.Fail(domain.CodeFieldsUnsound, f.Name)
		}
	}
	return nil
}

// Begin appends the appearance.
func (s *Sealer) Begin(r domain.SealRequest) (domain.Prepared, error) {
	if r.Place.Page == 0 && !bytes.Contains(r.PDF, []byte("%field "+r.Field)) {
		return domain.Prepared{}, domain.Fail(domain.CodeInternal)
	}
	out := fmt.Appendf(bytes.Clone(r.PDF), "\n%%act %s at %s looks %s", r.Field, r.Signing.UTC().Format(time.RFC3339), r.Appearance)
	sum := sha256.Sum256(out)
	return domain.Prepared{PDF: out, Pending: append([]byte(r.Field+" "), sum[:]...), Digest: hex.EncodeToString(sum[:])}, nil
}

// Sign signs. Error: CodeSealKeyLocked.
func (s *Sealer) Sign(key domain.SigningKey, pending []byte) ([]byte, error) {
	s.mu.Lock()
	if key.ID == domain.OfficeKey && !s.unlocked {
		s.mu.Unlock()
		return nil, domain.Fail(domain.CodeSealKeyLocked)
	}
	if key.ID != domain.OfficeKey && len(key.Private) == 0 {
		s.mu.Unlock()
		return nil, domain.Fail(domain.CodeCertificate, key.ID)
	}
	s.uses++
	signature := fmt.Appendf(nil, "signature %d by %s over %x", s.uses, key.ID, pending)
	crash := s.crash
	s.crash = nil
	s.mu.Unlock()
	if crash != nil {
		crash()
	}
	return signature, nil
}

// TokenRequest asks for a token over a signature.
func (s *Sealer) TokenRequest(signature []byte) ([]byte, error) {
	sum := sha256.Sum256(signature)
	return sum[:], nil
}

// Token takes the token out. Error: CodeProviderNonsense.
func (s *Sealer) Token(signature, response []byte) ([]byte, error) {
	sum := sha256.Sum256(signature)
	if !bytes.Contains(response, sum[:]) {
		return nil, domain.Fail(domain.CodeProviderNonsense, "tsa")
	}
	return response, nil
}

// Finish appends signature and token.
func (s *Sealer) Finish(prepared, pending, signature, token []byte) ([]byte, error) {
	return fmt.Appendf(bytes.Clone(prepared), "\n%%signed %s token %x", signature, token), nil
}

// Check looks whether input is a prefix of output.
func (s *Sealer) Check(_ context.Context, input, output []byte, field string, _ domain.Place) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.bad != nil:
		return s.bad
	case !bytes.HasPrefix(output, input) || !bytes.Contains(output[len(input):], []byte("%act "+field)):
		return domain.Fail(domain.CodeSealQuarantined).Because(fmt.Errorf("%s is not what was added", field))
	}
	return nil
}

// KeyLife is how long the certificate of an act is good.
const KeyLife = 7 * 24 * time.Hour

// IssuePerson makes a key for a person.
func (s *Sealer) IssuePerson(name, id string, at time.Time) (domain.SigningKey, error) {
	return issue("person", name, id, at), nil
}

// IssueOrganisation makes a key for an organisation.
func (s *Sealer) IssueOrganisation(name, id string, at time.Time) (domain.SigningKey, error) {
	return issue("organisation", name, id, at), nil
}

func issue(kind, name, id string, at time.Time) domain.SigningKey {
	cert := fmt.Appendf(nil, "certificate of %s %s %s from %s", kind, name, id, at.UTC().Format(time.RFC3339))
	return domain.SigningKey{Private: []byte("private key of " + id), Chain: [][]byte{cert}, Until: at.Add(KeyLife)}
}

// Unlock opens the office's key. Error: CodePINWrong.
func (s *Sealer) Unlock(pin []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tried++
	if string(pin) != PIN {
		return domain.Fail(domain.CodePINWrong)
	}
	s.unlocked = true
	return nil
}

// Tried returns how many PINs were tried.
func (s *Sealer) Tried() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tried
}

// Unlocked tells whether the office's key is open.
func (s *Sealer) Unlocked() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.unlocked
}

// OfficeChain gives the office's certificate.
func (s *Sealer) OfficeChain() ([][]byte, error) {
	return [][]byte{[]byte("certificate of the office")}, nil
}
