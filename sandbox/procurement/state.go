package procurement

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"campus.example/sealdesk/sandbox/journal"
)

// ErrExists is returned by Submit for a number that is taken.
var ErrExists = errors.New("procurement stand-in: this contract number exists")

// ErrUnknown is returned for a number that is not.
var ErrUnknown = errors.New("procurement stand-in: no such contract")

// record is one line of the journal: what happened to which contract when. One of the pointers is set.
type record struct {
	No       string    `json:"no"`
	At       time.Time `json:"at"`
	Submit   *Contract `json:"submit,omitempty"`
	Approve  string    `json:"approve,omitempty"` // who
	Intake   *Intake   `json:"intake,omitempty"`
	Progress *Progress `json:"progress,omitempty"`
	Final    *Receipt  `json:"final,omitempty"`
	Conflict string    `json:"conflict,omitempty"` // SHA-256 of a second, different final
	Pull     *Pull     `json:"pull,omitempty"`
	Problem  *Problem  `json:"problem,omitempty"`  // of an item without a usable number: No is empty
	Key      string    `json:"key,omitempty"`      // Idempotency-Key
	KeyHash  string    `json:"key_hash,omitempty"` // of what came under it
}

// entry is all this system knows of one contract.
type entry struct {
	Contract  Contract
	Submitted time.Time
	Seq       int // order of approval from 1, 0 while in approval
	Intake    *Intake
	Answers   int // intake answers so far
	Progress  *Progress
	Final     *Receipt
	TextKept  bool // the final begins with the very bytes that were sent out
	History   []record
}

// apply takes a record into memory. s.mu is held, or nobody else has s yet.
func (s *Server) apply(r record) error {
	if r.Problem != nil {
		s.takeProblem(r)
		return nil
	}
	if r.Submit != nil {
		if _, taken := s.entries[r.No]; taken {
			return fmt.Errorf("%w: %s", ErrExists, r.No)
		}
		s.entries[r.No] = &entry{Contract: *r.Submit, Submitted: r.At}
		s.order = append(s.order, r.No)
	}
	e, known := s.entries[r.No]
	if !known {
		return fmt.Errorf("%w: %s", ErrUnknown, r.No)
	}
	e.History = append(e.History, r)
	switch {
	case r.Approve != "":
		s.approved = append(s.approved, r.No)
		e.Seq = len(s.approved)
		e.Contract.Approval = &Approval{By: r.Approve, At: r.At}
	case r.Intake != nil:
		e.Intake = r.Intake
		e.Answers++
	case r.Progress != nil:
		e.Progress = r.Progress
	case r.Final != nil:
		e.Final = r.Final
		e.TextKept = s.startsWithText(e)
		s.receipts++
	case r.Conflict != "":
		s.conflicts++
	}
	if r.Key != "" {
		s.keys[r.Key] = r.KeyHash
	}
	return nil
}

// note writes a record down, then takes it in. s.mu is held.
func (s *Server) note(r record) error {
	r.At = s.opt.Clock().UTC()
	if err := s.file.Append(r); err != nil {
		return err
	}
	return s.apply(r)
}

// Submit puts a contract with its text into approval. The document's name is taken from the contract; hash and size
// are counted here.
func (s *Server) Submit(c Contract, text []byte) error {
	sha, err := s.store(text)
	if err != nil {
		return err
	}
	c.Document.SHA256, c.Document.Size, c.Approval = sha, int64(len(text)), nil
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, taken := s.entries[c.No]; taken {
		return fmt.Errorf("%w: %s", ErrExists, c.No)
	}
	return s.note(record{No: c.No, Submit: &c})
}

// Approve lets a contract pass; from then on the API offers it. A second approval changes nothing.
func (s *Server) Approve(no, by string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, known := s.entries[no]
	if !known {
		return fmt.Errorf("%w: %s", ErrUnknown, no)
	}
	if e.Seq > 0 {
		return nil
	}
	return s.note(record{No: no, Approve: by})
}

// store keeps bytes under their hash.
func (s *Server) store(content []byte) (sha string, err error) {
	digest := sha256.Sum256(content)
	sha = hex.EncodeToString(digest[:])
	path := s.path(sha)
	if _, err := os.Stat(path); err == nil {
		return sha, nil
	}
	return sha, journal.Replace(path, content)
}

func (s *Server) path(sha string) string {
	return filepath.Join(s.opt.State, "documents", sha+".pdf")
}

func (s *Server) startsWithText(e *entry) bool {
	text, errText := os.ReadFile(s.path(e.Contract.Document.SHA256))
	final, errFinal := os.ReadFile(s.path(e.Final.SHA256))
	return errText == nil && errFinal == nil && len(text) < len(final) && string(final[:len(text)]) == string(text)
}

func (s *Server) replay(raw json.RawMessage) error {
	var r record
	if err := json.Unmarshal(raw, &r); err != nil {
		return err
	}
	return s.apply(r)
}
