package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/seal/keys"
)

// IssuePerson makes a key for one act and a certificate naming the person and the opaque id (G25).
func (e *Engine) IssuePerson(name, id string, at time.Time) (domain.SigningKey, error) {
	return e.issue((*keys.Authority).Person, name, id, at)
}

// IssueOrganisation makes a key for one act and a certificate for Party B's seal.
func (e *Engine) IssueOrganisation(name, id string, at time.Time) (domain.SigningKey, error) {
	return e.issue((*keys.Authority).Organisation, name, id, at)
}

type issuer func(a *keys.Authority, name, id string, at time.Time) (domain.SigningKey, error)

// issue reads the authority's key for each certificate: it is needed a few times a day and need not lie in memory.
func (e *Engine) issue(by issuer, name, id string, at time.Time) (domain.SigningKey, error) {
	authority, err := keys.Load(e.opt.PKI, e.opt.Random)
	if err != nil {
		return domain.SigningKey{}, err
	}
	key, err := by(authority, name, id, at)
	if err != nil {
		return domain.SigningKey{}, err
	}
	sum := sha256.Sum256(key.Chain[0])
	key.ID, key.Subject = "K-"+hex.EncodeToString(sum[:10]), id
	return key, nil
}

// Unlock opens the office's seal key for this process. Errors: CodePINWrong, CodeSealKeyMissing, CodeCertificate for
// one that may not sign now.
func (e *Engine) Unlock(pin []byte) error {
	key, err := keys.Open(e.opt.SealKey, pin)
	if err != nil {
		return err
	}
	if err := keys.Usable(key.Chain[0], e.opt.Now()); err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.office = &key
	return nil
}

// Lock forgets the office's seal key.
func (e *Engine) Lock() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.office = nil
}

// Unlocked tells whether the office's seal key is open.
func (e *Engine) Unlocked() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.office != nil
}

// OfficeChain gives the certificates of the office's seal key, which are not secret. Error: CodeSealKeyMissing.
func (e *Engine) OfficeChain() ([][]byte, error) {
	chain, err := keys.SealChain(e.opt.PKI)
	if err != nil {
		return nil, err
	}
	var out [][]byte
	for _, c := range chain {
		out = append(out, c.Raw)
	}
	return out, nil
}
