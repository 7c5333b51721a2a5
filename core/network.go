package core

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"edusmart/core/model"
)

// network is the only way out of this computer: every request to a service
// goes through it, and while it is shut none does, whatever asks. It guards
// the dialling too, so that no connection is made, and what was under way when
// it is shut is cut off.
type network struct {
	base *http.Transport

	mu   sync.Mutex
	shut bool
	cuts map[*func()]bool // end what is under way
}

const (
	dialPatience = 15 * time.Second
	idlePatience = 90 * time.Second
)

func newNetwork() *network {
	n := &network{cuts: map[*func()]bool{}}
	dialer := &net.Dialer{Timeout: dialPatience, KeepAlive: 30 * time.Second}
	n.base = &http.Transport{
		Proxy: http.ProxyFromEnvironment,
		DialContext: func(ctx context.Context, kind, address string) (net.Conn, error) {
			if n.closed() {
				return nil, errOnlyHere()
			}
			return dialer.DialContext(ctx, kind, address)
		},
		ForceAttemptHTTP2: true, MaxIdleConnsPerHost: 16, IdleConnTimeout: idlePatience,
		TLSHandshakeTimeout: dialPatience, ExpectContinueTimeout: time.Second,
	}
	return n
}

// errOnlyHere says why nothing is sent.
func errOnlyHere() error {
	return model.Errorf("reach the service", model.Local,
		"“This computer only” is switched on, so nothing is sent. Switch it off in the settings to use Gemini.", nil)
}

func (n *network) closed() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.shut
}

// setShut opens or shuts the way.
func (n *network) setShut(shut bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.shut = shut
	if !shut {
		return
	}
	for cut := range n.cuts {
		(*cut)()
	}
	clear(n.cuts)
	n.base.CloseIdleConnections()
}

// RoundTrip implements http.RoundTripper.
func (n *network) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(r.Context())
	cut := func() { cancel(errOnlyHere()) }
	n.mu.Lock()
	if n.shut {
		n.mu.Unlock()
		cancel(nil)
		return nil, errOnlyHere()
	}
	n.cuts[&cut] = true
	n.mu.Unlock()
	end := func() {
		n.mu.Lock()
		delete(n.cuts, &cut)
		n.mu.Unlock()
		cancel(nil)
	}
	resp, err := n.base.RoundTrip(r.WithContext(ctx))
	if err != nil {
		if cause := context.Cause(ctx); model.KindOf(cause) == model.Local {
			err = cause
		}
		end()
		return nil, err
	}
	resp.Body = &cutBody{resp.Body, ctx, end}
	return resp, nil
}

// cutBody is an answer that ends when the network is shut.
type cutBody struct {
	io.ReadCloser
	ctx context.Context
	end func()
}

func (b *cutBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		if cause := context.Cause(b.ctx); model.KindOf(cause) == model.Local {
			err = cause
		}
	}
	return n, err
}

func (b *cutBody) Close() error {
	err := b.ReadCloser.Close()
	b.end()
	return err
}
