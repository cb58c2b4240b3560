package procurement

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"campus.example/sealdesk/sandbox/campus"
)

const (
	defaultLimit = 50
	maxLimit     = 200
)

// list answers GET /api/v1/contracts: approved contracts in the order of their approval, after the cursor.
func (s *Server) list(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	limit := defaultLimit
	if v := q.Get("limit"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 || n > maxLimit {
			campus.Refuse(w, http.StatusBadRequest, "limit_invalid", "limit is 1 to 200")
			return
		}
		limit = n
	}
	switch q.Get("status") {
	case "approved":
	case "in_approval":
		campus.Answer(w, http.StatusOK, map[string]any{"contracts": s.inApproval(limit), "next_cursor": q.Get("cursor")})
		return
	default:
		campus.Refuse(w, http.StatusBadRequest, "status_invalid", "status is approved or in_approval")
		return
	}
	after, err := readCursor(q.Get("cursor"))
	if err != nil {
		campus.Refuse(w, http.StatusBadRequest, "cursor_invalid", err.Error())
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	found, next := []listItem{}, q.Get("cursor")
	for i := after; i < len(s.approved) && len(found) < limit; i++ {
		found = append(found, listItem{itemID(i + 1), s.entries[s.approved[i]].Contract})
		next = cursor(i + 1)
	}
	campus.Answer(w, http.StatusOK, map[string]any{"contracts": found, "next_cursor": next})
}

func (s *Server) inApproval(limit int) []Contract {
	s.mu.Lock()
	defer s.mu.Unlock()
	found := []Contract{}
	for _, no := range s.order {
		if e := s.entries[no]; e.Seq == 0 && len(found) < limit {
			found = append(found, e.Contract)
		}
	}
	return found
}

// cursor hides how many approvals it stands behind; callers must not count with it.
func cursor(seq int) string {
	return base64.RawURLEncoding.EncodeToString([]byte("approved:" + strconv.Itoa(seq)))
}

func readCursor(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return 0, errors.New("this cursor was not given out here")
	}
	digits, ok := strings.CutPrefix(string(raw), "approved:")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 0 {
		return 0, errors.New("this cursor was not given out here")
	}
	return n, nil
}

func (s *Server) document(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	e, known := s.entries[r.PathValue("no")]
	sha := ""
	if known && e.Seq > 0 {
		sha = e.Contract.Document.SHA256
	}
	s.mu.Unlock()
	if sha == "" {
		campus.Refuse(w, http.StatusNotFound, "contract_unknown", "no approved contract has this number")
		return
	}
	s.sendFile(w, sha, "")
}

// sendFile sends stored bytes; name makes the browser keep them as a file.
func (s *Server) sendFile(w http.ResponseWriter, sha, name string) {
	content, err := os.ReadFile(s.path(sha))
	if err != nil {
		campus.Refuse(w, http.StatusInternalServerError, "state", "the document cannot be read")
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	if name != "" {
		w.Header().Set("Content-Disposition", "inline; filename*=UTF-8''"+strings.ReplaceAll(escapeName(name), "+", "%20"))
	}
	if _, err := w.Write(content); err != nil {
		return // the client hung up
	}
}

func (s *Server) intake(w http.ResponseWriter, r *http.Request) {
	var in Intake
	body, ok := readJSON(w, r, &in)
	if !ok {
		return
	}
	switch in.Status {
	case "accepted", "turned_away", "quarantined":
	default:
		campus.Refuse(w, http.StatusBadRequest, "status_invalid", "status is accepted, turned_away or quarantined")
		return
	}
	if in.Status != "accepted" && in.Reason == "" {
		campus.Refuse(w, http.StatusBadRequest, "reason_missing", "whoever sent the contract needs a reason")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	e, known := s.entries[r.PathValue("no")]
	if !known || e.Seq == 0 {
		campus.Refuse(w, http.StatusNotFound, "contract_unknown", "no approved contract has this number")
		return
	}
	key, again, ok := s.idempotent(w, r, body)
	if !ok {
		return
	}
	if in.Status == "accepted" && in.SHA256 != "" && in.SHA256 != e.Contract.Document.SHA256 {
		campus.Refuse(w, http.StatusConflict, "document_hash_mismatch", "the accepted text is not the one that was sent out")
		return
	}
	if !again && !s.noted(w, record{No: e.Contract.No, Intake: &in, Key: key, KeyHash: requestHash(r, body)}) {
		return
	}
	campus.Answer(w, http.StatusOK, map[string]bool{"ok": true})
}

func (s *Server) status(w http.ResponseWriter, r *http.Request) {
	var p Progress
	if _, ok := readJSON(w, r, &p); !ok {
		return
	}
	if p.Status == "" {
		campus.Refuse(w, http.StatusBadRequest, "status_invalid", "status is empty")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	e, known := s.entries[r.PathValue("no")]
	if !known || e.Seq == 0 {
		campus.Refuse(w, http.StatusNotFound, "contract_unknown", "no approved contract has this number")
		return
	}
	if (e.Progress == nil || *e.Progress != p) && !s.noted(w, record{No: e.Contract.No, Progress: &p}) {
		return
	}
	campus.Answer(w, http.StatusOK, map[string]bool{"ok": true})
}

// noted writes a record down or answers why not. s.mu is held.
func (s *Server) noted(w http.ResponseWriter, r record) bool {
	if err := s.note(r); err != nil {
		campus.Refuse(w, http.StatusInternalServerError, "state", err.Error())
		return false
	}
	return true
}

// idempotent reads the Idempotency-Key: again is true when the very same request was done before; a key that came
// with another request is refused. s.mu is held.
func (s *Server) idempotent(w http.ResponseWriter, r *http.Request, body []byte) (key string, again, ok bool) {
	key = r.Header.Get("Idempotency-Key")
	if key == "" || len(key) > 200 {
		campus.Refuse(w, http.StatusBadRequest, "idempotency_key_missing", "Idempotency-Key has 1 to 200 characters")
		return "", false, false
	}
	old, seen := s.keys[key]
	if seen && old != requestHash(r, body) {
		campus.Refuse(w, http.StatusUnprocessableEntity, "idempotency_key_reused", "this Idempotency-Key came with another request before")
		return "", false, false
	}
	return key, seen, true
}

func requestHash(r *http.Request, body []byte) string {
	h := sha256.New()
	// hash.Hash never returns an error from Write.
	h.Write([]byte(r.Method + "\n" + r.URL.EscapedPath() + "\n"))
	h.Write(body)
	return hex.EncodeToString(h.Sum(nil))
}

func readJSON(w http.ResponseWriter, r *http.Request, into any) ([]byte, bool) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err == nil {
		err = json.Unmarshal(body, into)
	}
	if err != nil {
		campus.Refuse(w, http.StatusBadRequest, "body_invalid", err.Error())
		return nil, false
	}
	return body, true
}
