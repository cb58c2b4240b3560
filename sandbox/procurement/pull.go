package procurement

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"campus.example/sealdesk/sandbox/campus"
)

// maxFinal bounds what is read from the office, in bytes.
const maxFinal = 64 << 20

// Pull fetches the final of a contract from the office (S35) and compares it with the one that was pushed here, or
// keeps it when there is none. The error is ErrUnknown or one of this system's own; what the office did is in Pull.
func (s *Server) Pull(ctx context.Context, no string) (Pull, error) {
	s.mu.Lock()
	_, known := s.entries[no]
	s.mu.Unlock()
	if !known {
		return Pull{}, fmt.Errorf("%w: %s", ErrUnknown, no)
	}
	final, p := s.fetch(ctx, no)
	sha := ""
	if p.Outcome == "" {
		var err error
		if sha, err = s.store(final); err != nil {
			return Pull{}, err
		}
		p.SHA256 = sha
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.entries[no]
	switch {
	case p.Outcome != "":
	case e.Final == nil:
		p.Outcome = "stored"
		if err := s.note(record{No: no, Final: s.receipt(sha, int64(len(final)))}); err != nil {
			return Pull{}, err
		}
	case e.Final.SHA256 == sha:
		p.Outcome = "equal"
	default:
		p.Outcome = "different"
		if err := s.note(record{No: no, Conflict: sha}); err != nil {
			return Pull{}, err
		}
	}
	return p, s.note(record{No: no, Pull: &p})
}

// fetch gives the bytes, or a Pull that says why there are none.
func (s *Server) fetch(ctx context.Context, no string) ([]byte, Pull) {
	failed := func(outcome string, detail any) ([]byte, Pull) {
		return nil, Pull{Outcome: outcome, Detail: fmt.Sprint(detail)}
	}
	base := strings.TrimRight(s.opt.Office(), "/")
	if base == "" {
		return failed("failed", "the office's address is not known yet")
	}
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/api/v1/contracts/"+url.PathEscape(no)+"/final", nil)
	if err != nil {
		return failed("failed", err)
	}
	nonce, err := s.nonce()
	if err == nil {
		err = campus.Sign(req, s.opt.Own, s.opt.Clock(), nonce)
	}
	if err != nil {
		return failed("failed", err)
	}
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Do(req)
	if err != nil {
		return failed("failed", err)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxFinal))
	if closed := resp.Body.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return failed("failed", err)
	}
	digest := sha256.Sum256(body)
	switch {
	case resp.StatusCode != http.StatusOK:
		return failed("refused", fmt.Sprintf("%s: %.300s", resp.Status, body))
	case resp.Header.Get("X-Content-SHA256") != hex.EncodeToString(digest[:]):
		return failed("refused", "the bytes do not have the hash of X-Content-SHA256")
	}
	return body, Pull{}
}

func (s *Server) nonce() (string, error) {
	var b [16]byte
	s.random.Lock()
	defer s.random.Unlock()
	if _, err := io.ReadFull(s.opt.Rand, b[:]); err != nil {
		return "", fmt.Errorf("procurement stand-in: random: %w", err)
	}
	return hex.EncodeToString(b[:]), nil
}
