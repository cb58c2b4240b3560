// Package faults makes a stand-in misbehave on purpose, the ways real providers do.
package faults

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Mode is one way to misbehave.
type Mode string

// The ways.
const (
	None            Mode = "none"
	Error500        Mode = "500"               // 500 before anything is done
	Busy            Mode = "busy"              // 503 with Retry-After, before anything is done
	Nonsense        Mode = "nonsense"          // 200 with a page that is no answer, before anything is done
	Hang            Mode = "hang"              // no answer until the caller gives up; nothing is done
	AcceptThenReset Mode = "accept_then_reset" // the work is done, then the connection breaks: the caller cannot know
)

// maxHang bounds Hang for a caller without a timeout of its own.
const maxHang = 60 * time.Second

// Knob holds the next faults. The zero value does nothing.
type Knob struct {
	mu   sync.Mutex
	mode Mode
	left int
}

// Set makes the next count requests fail in this way.
func (k *Knob) Set(mode Mode, count int) error {
	switch mode {
	case None, Error500, Busy, Nonsense, Hang, AcceptThenReset:
	default:
		return fmt.Errorf("faults: no mode %q", mode)
	}
	if count < 0 {
		return fmt.Errorf("faults: count %d is negative", count)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.mode, k.left = mode, count
	return nil
}

func (k *Knob) take() Mode {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.left == 0 || k.mode == None {
		return None
	}
	k.left--
	return k.mode
}

// ServeHTTP takes {"mode":"500","count":3}; a missing count is 1.
func (k *Knob) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ask := struct {
		Mode  Mode `json:"mode"`
		Count int  `json:"count"`
	}{Count: 1}
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4096)).Decode(&ask)
	if err == nil {
		err = k.Set(ask.Mode, ask.Count)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// Wrap lets every request of a handler pass by the knob.
func (k *Knob) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch k.take() {
		case Error500:
			http.Error(w, "internal server error", http.StatusInternalServerError)
		case Busy:
			w.Header().Set("Retry-After", "1")
			http.Error(w, "busy", http.StatusServiceUnavailable)
		case Nonsense:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			if _, err := strings.NewReader("<html><body>系统维护中</body></html>").WriteTo(w); err != nil {
				return // the client hung up
			}
		case Hang:
			// A server notices that its caller has gone only once the body is read.
			if _, err := io.Copy(io.Discard, r.Body); err != nil {
				reset(w)
				return
			}
			limit := time.NewTimer(maxHang)
			defer limit.Stop()
			select {
			case <-r.Context().Done():
			case <-limit.C:
			}
			reset(w)
		case AcceptThenReset:
			next.ServeHTTP(&unheard{header: http.Header{}}, r)
			reset(w)
		case None:
			next.ServeHTTP(w, r)
		}
	})
}

// reset breaks the connection with a TCP reset, so that the caller sees neither an answer nor an orderly end.
func reset(w http.ResponseWriter) {
	hijacker, ok := w.(http.Hijacker)
	if !ok {
		panic(http.ErrAbortHandler)
	}
	conn, _, err := hijacker.Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		if err := tcp.SetLinger(0); err != nil {
			panic(http.ErrAbortHandler)
		}
	}
	if err := conn.Close(); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// unheard takes an answer nobody will get.
type unheard struct{ header http.Header }

func (u *unheard) Header() http.Header         { return u.header }
func (u *unheard) WriteHeader(int)             {}
func (u *unheard) Write(b []byte) (int, error) { return len(b), nil }
