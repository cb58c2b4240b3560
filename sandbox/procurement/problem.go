package procurement

import (
	"net/http"
	"strconv"
	"strings"

	"campus.example/sealdesk/sandbox/campus"
)

// listItem is a contract in the list of approved ones. The ID names the item where its number does not.
type listItem struct {
	ID string `json:"id"`
	Contract
}

// itemID names the contract that was approved as the n-th.
func itemID(n int) string { return "item-" + strconv.Itoa(n) }

// Problem is the office's word on an item of the list that has no usable number.
type Problem struct {
	Index  int    `json:"index"`
	Cursor string `json:"cursor"`
	ID     string `json:"id"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
	SHA256 string `json:"sha256"`
}

// problem answers POST /api/v1/intake-problems. The contract behind the item counts as answered.
func (s *Server) problem(w http.ResponseWriter, r *http.Request) {
	var p Problem
	body, ok := readJSON(w, r, &p)
	if !ok {
		return
	}
	if p.Code == "" || p.Reason == "" {
		campus.Refuse(w, http.StatusBadRequest, "reason_missing", "whoever sent the contract needs a reason")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	key, again, ok := s.idempotent(w, r, body)
	if !ok {
		return
	}
	if !again && !s.noted(w, record{Problem: &p, Key: key, KeyHash: requestHash(r, body)}) {
		return
	}
	campus.Answer(w, http.StatusOK, map[string]bool{"ok": true})
}

// takeProblem takes a problem into memory. s.mu is held, or nobody else has s yet.
func (s *Server) takeProblem(r record) {
	s.problems = append(s.problems, *r.Problem)
	s.keys[r.Key] = r.KeyHash
	digits, found := strings.CutPrefix(r.Problem.ID, "item-")
	if n, err := strconv.Atoi(digits); found && err == nil && n >= 1 && n <= len(s.approved) {
		e := s.entries[s.approved[n-1]]
		e.Intake = &Intake{Status: "turned_away", Code: r.Problem.Code, Reason: r.Problem.Reason}
		e.Answers++
		e.History = append(e.History, record{No: e.Contract.No, At: r.At, Intake: e.Intake})
	}
}
