package sandbox

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// patience is how long requests may take to end when the town closes.
const patience = 5 * time.Second

// serve answers on a listener until hangUp.
func (s *Sandbox) serve(ctx context.Context, l net.Listener, handler http.Handler) {
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: time.Minute,
		BaseContext: func(net.Listener) context.Context { return ctx },
		ErrorLog:    slog.NewLogLogger(s.opt.Log.Handler(), slog.LevelDebug),
	}
	s.servers = append(s.servers, server)
	s.serving.Go(func() {
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			s.opt.Log.Error("a stand-in stopped", "address", l.Addr().String(), "error", err)
		}
	})
}

// hangUp ends all services. Those who wait for a message are let go by the context that Close has ended.
func (s *Sandbox) hangUp() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var all error
	for _, server := range s.servers {
		err := server.Shutdown(ctx)
		if errors.Is(err, context.DeadlineExceeded) {
			err = server.Close()
		}
		all = errors.Join(all, err)
	}
	s.serving.Wait()
	return all
}
