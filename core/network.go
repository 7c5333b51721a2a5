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
//
// It is shut by the teacher's choice, or for a while by the no-network drill:
// neither undoes the other.
type network struct {
	base *http.Transport

	mu      sync.Mutex
	only    bool // “this computer only”
	drilled bool
	refused int              // requests and connections, since the start
	cuts    map[*func()]bool // end what is under way
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
			if err := n.refuse(); err != nil {
				return nil, err
			}
			return dialer.DialContext(ctx, kind, address)
		},
		ForceAttemptHTTP2: true, MaxIdleConnsPerHost: 16, IdleConnTimeout: idlePatience,
		TLSHandshakeTimeout: dialPatience, ExpectContinueTimeout: time.Second,
	}
	return n
}

// Why nothing is sent.
const (
	sayOnlyHere = "“This computer only” is switched on, so nothing is sent. Switch it off in the settings to use Gemini."
	sayDrilled  = "The check without a network is running, so nothing is sent. Try again when it is over."
)

// whyShut gives the reason why nothing is sent; nil: it is. n.mu is held.
func (n *network) whyShut() error {
	switch {
	case n.only:
		return model.Errorf("reach the service", model.Local, sayOnlyHere, nil)
	case n.drilled:
		return model.Errorf("reach the service", model.Local, sayDrilled, nil)
	}
	return nil
}

// refuse counts one that asks to get out where the way is shut.
func (n *network) refuse() error {
	n.mu.Lock()
	defer n.mu.Unlock()
	err := n.whyShut()
	if err != nil {
		n.refused++
	}
	return err
}

// setShut opens or shuts the way by the teacher's choice.
func (n *network) setShut(shut bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.only = shut
	n.cut()
}

// drill shuts the way until open is called, which gives how many asked to get
// out meanwhile.
func (n *network) drill() (open func() (refused int)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	before := n.refused
	n.drilled = true
	n.cut()
	return func() int {
		n.mu.Lock()
		defer n.mu.Unlock()
		n.drilled = false
		return n.refused - before
	}
}

// refusals is how many asked to get out and were refused, since the start.
func (n *network) refusals() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.refused
}

// cut ends what is under way where the way is shut. n.mu is held.
func (n *network) cut() {
	if n.whyShut() == nil {
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
	cut := func() { cancel(n.whyShut()) } // n.mu is held
	n.mu.Lock()
	if err := n.whyShut(); err != nil {
		n.refused++
		n.mu.Unlock()
		cancel(nil)
		return nil, err
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
