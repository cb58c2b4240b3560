// Package procurement stands in for the 采购管理信息系统: purchasers enter contracts on its pages, an approver lets them
// pass, its API hands them to the signing office and takes back answers and the sealed final, and it can fetch a final
// from the office by itself.
package procurement

import (
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"campus.example/sealdesk/sandbox/campus"
	"campus.example/sealdesk/sandbox/faults"
	"campus.example/sealdesk/sandbox/journal"
)

// Options are what the stand-in needs.
type Options struct {
	State  string // folder
	Clock  func() time.Time
	Rand   io.Reader
	Key    campus.Key    // the office's, for our API
	Own    campus.Key    // ours, for the office's API
	Office func() string // the office's address, "" while unknown; it may change while running
}

// Server is the stand-in.
type Server struct {
	opt    Options
	gate   *campus.Gate
	knob   faults.Knob
	file   *journal.File
	random sync.Mutex

	mu        sync.Mutex
	entries   map[string]*entry
	order     []string // numbers as they were submitted
	approved  []string // numbers as they were approved
	problems  []Problem
	keys      map[string]string
	receipts  int
	conflicts int
}

// New reads what earlier runs left in the state folder.
func New(opt Options) (*Server, error) {
	s := &Server{
		opt: opt, gate: campus.NewGate(opt.Clock, opt.Key),
		entries: map[string]*entry{}, keys: map[string]string{},
	}
	var err error
	if s.file, err = journal.Open(filepath.Join(opt.State, "contracts.jsonl"), s.replay); err != nil {
		return nil, fmt.Errorf("procurement stand-in: %w", err)
	}
	return s, nil
}

// Close ends the journal.
func (s *Server) Close() error { return s.file.Close() }

// Handler serves the API below /api/v1, the pages from /, and the controls /stats and /faults.
func (s *Server) Handler() http.Handler {
	api := http.NewServeMux()
	api.HandleFunc("GET /api/v1/contracts", s.list)
	api.HandleFunc("GET /api/v1/contracts/{no}/document", s.document)
	api.HandleFunc("POST /api/v1/contracts/{no}/intake", s.intake)
	api.HandleFunc("POST /api/v1/contracts/{no}/status", s.status)
	api.HandleFunc("POST /api/v1/intake-problems", s.problem)
	api.HandleFunc("PUT /api/v1/contracts/{no}/attachments/final", s.putFinal)
	api.HandleFunc("GET /api/v1/contracts/{no}/attachments/final", s.getFinal)
	api.HandleFunc("/api/v1/", func(w http.ResponseWriter, _ *http.Request) {
		campus.Refuse(w, http.StatusNotFound, "no_such_path", "there is nothing here")
	})

	web := http.NewServeMux()
	web.HandleFunc("GET /{$}", s.listPage)
	web.HandleFunc("GET /contracts/new", s.formPage)
	web.HandleFunc("POST /contracts", s.submitForm)
	web.HandleFunc("GET /contracts/{no}", s.contractPage)
	web.HandleFunc("GET /contracts/{no}/text.pdf", s.textFile)
	web.HandleFunc("GET /contracts/{no}/final.pdf", s.finalFile)
	web.HandleFunc("POST /contracts/{no}/approve", s.approveForm)
	web.HandleFunc("POST /contracts/{no}/pull", s.pullForm)

	mux := http.NewServeMux()
	mux.Handle("/api/v1/", s.knob.Wrap(s.gate.Wrap(api)))
	mux.HandleFunc("GET /stats", func(w http.ResponseWriter, _ *http.Request) { campus.Answer(w, http.StatusOK, s.Stats()) })
	mux.Handle("POST /faults", &s.knob)
	// A page of another site, open in the same browser, must not press this system's buttons.
	mux.Handle("/", http.NewCrossOriginProtection().Handler(web))
	return mux
}

// Stats counts contracts over all runs; ConflictingFinals counts refused second finals with other bytes, Rewritten
// finals that do not begin with the bytes that were sent out.
type Stats struct {
	Offered           int            `json:"offered"`
	Approved          int            `json:"approved"`
	Accepted          int            `json:"accepted"`
	TurnedAway        int            `json:"turned_away"`
	Quarantined       int            `json:"quarantined"`
	Unanswered        int            `json:"unanswered"` // approved, no answer yet
	Codes             map[string]int `json:"codes"`      // of contracts not accepted
	Statuses          map[string]int `json:"statuses"`
	Finals            int            `json:"finals"`
	Rewritten         int            `json:"rewritten"`
	ConflictingFinals int            `json:"conflicting_finals"`
	Problems          int            `json:"problems"` // items of the list that the office could not answer under a number
}

// Stats counts.
func (s *Server) Stats() Stats {
	s.mu.Lock()
	defer s.mu.Unlock()
	st := Stats{
		Offered: len(s.order), Approved: len(s.approved), ConflictingFinals: s.conflicts, Problems: len(s.problems),
		Codes: map[string]int{}, Statuses: map[string]int{},
	}
	for _, e := range s.entries {
		switch {
		case e.Intake == nil:
			if e.Seq > 0 {
				st.Unanswered++
			}
		case e.Intake.Status == "accepted":
			st.Accepted++
		case e.Intake.Status == "turned_away":
			st.TurnedAway++
			st.Codes[e.Intake.Code]++
		case e.Intake.Status == "quarantined":
			st.Quarantined++
			st.Codes[e.Intake.Code]++
		}
		if e.Progress != nil {
			st.Statuses[e.Progress.Status]++
		}
		if e.Final != nil {
			st.Finals++
			if !e.TextKept {
				st.Rewritten++
			}
		}
	}
	return st
}
