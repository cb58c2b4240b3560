// Package tsa stands in for a time-stamping authority (RFC 3161 over HTTP) with a root of its own. Its key and
// certificates are made at the first start and kept in the state folder.
package tsa

import (
	"crypto"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"github.com/digitorus/timestamp"

	"campus.example/sealdesk/sandbox/faults"
	"campus.example/sealdesk/sandbox/journal"
)

// RootFile is the trust anchor's name in the state folder, PEM.
const RootFile = "root.pem"

// accuracy is what the tokens promise of their time.
const accuracy = time.Second

// maxQuery bounds a query, in bytes; a query with a SHA-512 has about 100.
const maxQuery = 64 << 10

// policy is the authority's own: an OID of the example arc of RFC 7229.
func policy() asn1.ObjectIdentifier { return asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 13, 1} }

// Options are what the stand-in needs.
type Options struct {
	State string // folder
	Clock func() time.Time
}

// Server is the stand-in.
type Server struct {
	opt       Options
	authority *authority
	knob      faults.Knob

	mu     sync.Mutex
	tokens int
}

// New reads the authority of an earlier run or makes one, and writes its root beside it.
func New(opt Options) (*Server, error) {
	a, err := open(opt.State, opt.Clock())
	if err == nil {
		err = journal.Replace(filepath.Join(opt.State, RootFile), pemOf(a.root))
	}
	if err != nil {
		return nil, fmt.Errorf("tsa stand-in: %w", err)
	}
	return &Server{opt: opt, authority: a}, nil
}

// RootPath is where the trust anchor lies.
func (s *Server) RootPath() string { return filepath.Join(s.opt.State, RootFile) }

// Handler serves the authority at /tsa, its root at /tsa/root.pem, and the controls /stats and /faults.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /tsa", s.knob.Wrap(http.HandlerFunc(s.stamp)))
	mux.HandleFunc("GET /tsa/root.pem", func(w http.ResponseWriter, _ *http.Request) {
		send(w, "application/x-pem-file", pemOf(s.authority.root))
	})
	mux.HandleFunc("GET /stats", func(w http.ResponseWriter, _ *http.Request) {
		send(w, "application/json", fmt.Appendf(nil, "{\"tokens\":%d}\n", s.Tokens()))
	})
	mux.Handle("POST /faults", &s.knob)
	return mux
}

// Tokens counts the tokens given since the start of this run.
func (s *Server) Tokens() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tokens
}

func (s *Server) stamp(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Content-Type") != "application/timestamp-query" {
		http.Error(w, "the query is application/timestamp-query", http.StatusUnsupportedMediaType)
		return
	}
	query, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxQuery))
	if err != nil {
		http.Error(w, "the query did not arrive whole", http.StatusBadRequest)
		return
	}
	reply, err := s.reply(query)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, "application/timestamp-reply", reply)
}

// reply gives a token, or a refusal in the protocol's own words.
func (s *Server) reply(query []byte) ([]byte, error) {
	req, err := timestamp.ParseRequest(query)
	var malformed timestamp.ParseError
	switch {
	case errors.As(err, &malformed) && malformed == "Time-Stamp request uses unknown hash function":
		return timestamp.CreateErrorResponse(timestamp.Rejection, timestamp.BadAlgorithm)
	case err != nil:
		return timestamp.CreateErrorResponse(timestamp.Rejection, timestamp.BadDataFormat)
	case req.HashAlgorithm == crypto.SHA1 || len(req.HashedMessage) != req.HashAlgorithm.Size():
		return timestamp.CreateErrorResponse(timestamp.Rejection, timestamp.BadAlgorithm)
	case len(req.TSAPolicyOID) > 0 && !req.TSAPolicyOID.Equal(policy()):
		return timestamp.CreateErrorResponse(timestamp.Rejection, timestamp.UnacceptedPolicy)
	case len(req.Extensions) > 0:
		return timestamp.CreateErrorResponse(timestamp.Rejection, timestamp.UnacceptedExtension)
	}
	token := timestamp.Timestamp{
		HashAlgorithm: req.HashAlgorithm, HashedMessage: req.HashedMessage,
		Time: s.opt.Clock().UTC(), Accuracy: accuracy, Policy: policy(), Nonce: req.Nonce,
		AddTSACertificate: req.Certificates,
	}
	answer, err := token.CreateResponseWithOpts(s.authority.signer, s.authority.key, crypto.SHA256)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	s.tokens++
	s.mu.Unlock()
	return answer, nil
}

func send(w http.ResponseWriter, kind string, content []byte) {
	w.Header().Set("Content-Type", kind)
	if _, err := w.Write(content); err != nil {
		return // the client hung up
	}
}
