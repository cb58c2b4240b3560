// Package api is what the procurement system calls: it fetches sealed finals. Every request is signed by HMAC-SHA256
// and counts once.
package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/workflow"
)

// Office is what the interface asks of the office's acts.
type Office interface {
	FetchFinal(ctx context.Context, by domain.Caller, no string) (pdf []byte, sha string, err error)
}

var _ Office = (*workflow.Office)(nil)

// Options are what the interface needs. The secret is read at each request, so that a rotated one counts at once.
type Options struct {
	Office Office
	KeyID  string
	Secret func() (string, error)
	Now    func() time.Time
	Log    *slog.Logger
}

type api struct {
	Options
	seen *nonces
}

// New makes the handler of everything under /api/v1/.
func New(o Options) http.Handler {
	a := &api{Options: o, seen: &nonces{seen: map[string]time.Time{}}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/v1/contracts/{no}/final", a.final)
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		a.refuse(w, http.StatusNotFound, "not_found", "no such resource")
	})
	return a.gate(mux)
}

// final gives the sealed final and its hash (S35).
func (a *api) final(w http.ResponseWriter, r *http.Request) {
	no := r.PathValue("no")
	pdf, sha, err := a.Office.FetchFinal(r.Context(), domain.Requester(a.KeyID), no)
	switch domain.CodeOf(err) {
	case "":
	case domain.CodeNotFound:
		a.refuse(w, http.StatusNotFound, string(domain.CodeNotFound), "no such contract")
		return
	case domain.CodeWrongStage:
		a.refuse(w, http.StatusConflict, string(domain.CodeWrongStage), "the contract has no sealed final yet")
		return
	default:
		a.Log.Error("final", "contract", no, "code", string(domain.CodeOf(err)), "err", err)
		a.refuse(w, http.StatusInternalServerError, string(domain.CodeInternal), "the final could not be read")
		return
	}
	if err != nil {
		a.Log.Error("final", "contract", no, "err", err)
		a.refuse(w, http.StatusInternalServerError, string(domain.CodeInternal), "the final could not be read")
		return
	}
	sum := sha256.Sum256(pdf)
	if hex.EncodeToString(sum[:]) != sha {
		a.Log.Error("final", "contract", no, "code", string(domain.CodeDocumentMismatch))
		a.refuse(w, http.StatusInternalServerError, string(domain.CodeDocumentMismatch), "the final is not what was kept")
		return
	}
	h := w.Header()
	h.Set("Content-Type", "application/pdf")
	h.Set("Content-Length", strconv.Itoa(len(pdf)))
	h.Set("X-Content-SHA256", sha)
	h.Set("Cache-Control", "no-store")
	if _, err := w.Write(pdf); err != nil {
		a.Log.Warn("final", "contract", no, "err", err)
	}
}
