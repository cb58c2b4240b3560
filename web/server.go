// Package web serves what the office shows over HTTP.
package web

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Options are what a server needs.
type Options struct {
	Listener  net.Listener
	Handler   http.Handler
	Cert, Key string // PEM files; both empty means a made certificate, or plain HTTP on a loopback address (G20)
	Log       *slog.Logger
}

// Server serves until it is shut down.
type Server struct {
	server   *http.Server
	listener net.Listener
	secure   bool
}

// New makes a server. Beyond this machine it speaks TLS only: with the certificate given, or with one it makes for
// itself, which browsers will warn of. Plain HTTP is spoken on a loopback address without a certificate.
func New(o Options) (*Server, error) {
	if o.Listener == nil || o.Handler == nil || o.Log == nil {
		return nil, errors.New("web: listener, handler and log are all needed")
	}
	s := &Server{listener: o.Listener, server: &http.Server{
		Handler:           o.Handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       3 * time.Minute, // two photos over a poor line
		WriteTimeout:      4 * time.Minute, // a long contract the same way
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(o.Log.Handler(), slog.LevelDebug),
	}}
	var cert tls.Certificate
	var err error
	switch {
	case o.Cert != "" && o.Key != "":
		if cert, err = tls.LoadX509KeyPair(o.Cert, o.Key); err != nil {
			return nil, fmt.Errorf("web: certificate: %w", err)
		}
	case o.Cert != "" || o.Key != "":
		return nil, errors.New("web: a certificate needs its key, and a key its certificate")
	case loopback(o.Listener.Addr()):
		return s, nil
	default:
		if cert, err = made(o.Listener.Addr(), time.Now()); err != nil {
			return nil, err
		}
		o.Log.Warn("the signers' pages use a certificate made here; browsers will warn of it")
	}
	s.secure = true
	s.listener = tls.NewListener(o.Listener, &tls.Config{
		Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"},
	})
	return s, nil
}

// URL is where the server listens.
func (s *Server) URL() string {
	u := url.URL{Scheme: "http", Host: s.listener.Addr().String()}
	if s.secure {
		u.Scheme = "https"
	}
	return u.String()
}

// Serve serves until Shutdown, and then gives http.ErrServerClosed.
func (s *Server) Serve() error {
	if err := s.server.Serve(s.listener); err != nil {
		return fmt.Errorf("web: %w", err)
	}
	return nil
}

// Shutdown takes no new request and lets those under way come to their end.
func (s *Server) Shutdown(ctx context.Context) error {
	if err := s.server.Shutdown(ctx); err != nil {
		return fmt.Errorf("web: %w", err)
	}
	return nil
}

func loopback(a net.Addr) bool {
	host, _, err := net.SplitHostPort(a.String())
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
