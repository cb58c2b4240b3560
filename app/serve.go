package app

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"time"

	"campus.example/sealdesk/domain"
	"campus.example/sealdesk/i18n"
	"campus.example/sealdesk/web"
	"campus.example/sealdesk/web/api"
	"campus.example/sealdesk/web/portal"
	"campus.example/sealdesk/workflow/runner"
)

// Progress is what Serve tells of itself; any of its functions may be nil.
type Progress struct {
	Listening func(address string)
	Leading   func()
	Following func(holder string)
}

// Serve serves the signers' pages and the API and does the background work until the context ends, then lets what
// was begun come to its end. Errors: CodeEngineTaken when another process keeps the lead of the folder.
func (a *App) Serve(ctx context.Context, p Progress) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if err := a.logRules(ctx); err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", a.Config.Portal.Listen)
	if err != nil {
		if holder := a.holder(ctx); holder != "" {
			return domain.Fail(domain.CodeEngineTaken, holder).Because(err)
		}
		return domain.Fail(domain.CodeListen, a.Config.Portal.Listen).Because(err)
	}
	handler, err := a.handler()
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	server, err := web.New(web.Options{
		Listener: listener, Handler: handler, Cert: a.Config.Path(a.Config.Portal.TLSCert),
		Key: a.Config.Path(a.Config.Portal.TLSKey), Log: a.Log,
	})
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	if err := a.announce(server.URL()); err != nil {
		return errors.Join(err, listener.Close())
	}
	if p.Listening != nil {
		p.Listening(server.URL())
	}
	go a.warm(ctx)
	served := make(chan error, 1)
	go func() {
		defer stop()
		served <- server.Serve()
	}()
	err = a.lead(ctx, p)
	// The signers' requests under way are answered before the process goes.
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return errors.Join(err, server.Shutdown(closing), ignoreClosed(<-served))
}

// lead becomes the runner of the folder, waiting for a dead predecessor's lease to run out.
func (a *App) lead(ctx context.Context, p Progress) error {
	lease := time.Duration(a.Config.Engine.Lease)
	patience := a.now().Add(lease + lease/2)
	told := false
	for {
		err := a.Lead(ctx, p.Leading)
		if domain.CodeOf(err) != domain.CodeEngineTaken || a.now().After(patience) {
			return err
		}
		if !told && p.Following != nil {
			told = true
			p.Following(a.holder(ctx))
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(lease / 8):
		}
	}
}

// Lead does the background work of the folder while this process is its runner. Error: CodeEngineTaken when another
// process is.
func (a *App) Lead(ctx context.Context, leading func()) error {
	if err := a.inherit(ctx); err != nil {
		return err
	}
	return runner.Lead(ctx, a.runner, func(ctx context.Context) error {
		if leading != nil {
			leading()
		}
		return a.Office.Schedule(ctx)
	}, time.Duration(a.Config.Engine.Lease))
}

// Follow does the background work whenever nobody else does, until the context ends: what a console does beside its
// screen. A database that another program has locked and a full disk are waited for.
func (a *App) Follow(ctx context.Context) error {
	for ctx.Err() == nil {
		err := a.Lead(ctx, nil)
		switch domain.CodeOf(err) {
		case domain.CodeEngineTaken:
		case domain.CodeStorageBusy, domain.CodeStorageFull:
			a.Log.Warn("the background work waits", "err", err)
		default:
			if err != nil && ctx.Err() != nil { // it was told to stop in the middle of something
				if !errors.Is(err, context.Canceled) {
					a.Log.Warn("the background work stopped", "err", err)
				}
				return nil
			}
			if err != nil {
				return err
			}
		}
		select {
		case <-ctx.Done():
		case <-time.After(time.Duration(a.Config.Engine.Lease) / 4):
		}
	}
	return nil
}

// handler is everything the office serves over HTTP.
func (a *App) handler() (http.Handler, error) {
	zh, en := i18n.For(i18n.Chinese), i18n.For(i18n.English)
	pages, err := portal.New(portal.Options{
		Office: a.Office, Texts: []*i18n.Text{zh, en}, Name: a.Config.Office.Name, Unit: a.Config.Office.Unit,
		Phone:    a.Config.Office.Phone,
		Pictures: signersPictures{a}, BaseURL: strings.TrimSuffix(a.Config.Portal.BaseURL, "/"),
		Secure: strings.HasPrefix(a.Config.Portal.BaseURL, "https://"), Now: a.now, Random: a.random, Log: a.Log,
	})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", pages)
	if a.Config.API.KeyID != "" {
		mux.Handle("/api/v1/", api.New(api.Options{
			Office: a.Office, KeyID: a.Config.API.KeyID, Secret: a.Config.API.Secret.Read, Now: a.now, Log: a.Log,
		}))
	}
	return mux, nil
}

func ignoreClosed(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
