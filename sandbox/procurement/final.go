package procurement

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"campus.example/sealdesk/sandbox/campus"
)

// putFinal takes 合同盖章终稿 once: the same bytes again get the same receipt, other bytes are refused.
func (s *Server) putFinal(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		campus.Refuse(w, http.StatusBadRequest, "body_unreadable", "the body did not arrive whole")
		return
	}
	if r.Header.Get("Content-Type") != "application/pdf" || !bytes.HasPrefix(body, []byte("%PDF-")) {
		campus.Refuse(w, http.StatusUnsupportedMediaType, "not_a_pdf", "the final is an application/pdf")
		return
	}
	sha, err := s.store(body)
	if err != nil {
		campus.Refuse(w, http.StatusInternalServerError, "state", err.Error())
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	e, known := s.entries[r.PathValue("no")]
	if !known || e.Seq == 0 {
		campus.Refuse(w, http.StatusNotFound, "contract_unknown", "no approved contract has this number")
		return
	}
	key, _, ok := s.idempotent(w, r, body)
	if !ok {
		return
	}
	switch {
	case e.Final == nil:
		receipt := s.receipt(sha, int64(len(body)))
		if s.noted(w, record{No: e.Contract.No, Final: receipt, Key: key, KeyHash: requestHash(r, body)}) {
			campus.Answer(w, http.StatusCreated, receipt)
		}
	case e.Final.SHA256 == sha:
		campus.Answer(w, http.StatusOK, e.Final)
	default:
		if s.noted(w, record{No: e.Contract.No, Conflict: sha}) {
			campus.Refuse(w, http.StatusConflict, "final_exists", "合同盖章终稿 is there already, with other bytes: "+e.Final.SHA256)
		}
	}
}

// receipt numbers a final. s.mu is held.
func (s *Server) receipt(sha string, size int64) *Receipt {
	now := s.opt.Clock().UTC()
	return &Receipt{
		Slot: Slot, Number: fmt.Sprintf("R-%s-%04d", now.Format("20060102"), s.receipts+1),
		SHA256: sha, Size: size, ReceivedAt: now,
	}
}

func (s *Server) getFinal(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, known := s.entries[r.PathValue("no")]
	if !known || e.Final == nil {
		campus.Refuse(w, http.StatusNotFound, "final_unknown", "there is no final yet")
		return
	}
	campus.Answer(w, http.StatusOK, e.Final)
}

func escapeName(name string) string { return url.QueryEscape(name) }
