package geminitest

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
)

// Transport carries requests to the server in memory: no socket and no clock
// but timers, so that it works in virtual time. Each request runs on a
// goroutine of its own, which ends with the answer, or when the request is
// cancelled or its body closed.
func (s *Server) Transport() http.RoundTripper { return memory{s} }

type memory struct{ s *Server }

// RoundTrip serves the request.
func (m memory) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancel(req.Context())
	r := req.Clone(ctx)
	if r.Body == nil {
		r.Body = http.NoBody
	}
	r.RequestURI = r.URL.RequestURI()
	out, in := io.Pipe()
	w := &answer{header: http.Header{}, in: in, ready: make(chan struct{})}
	go func() {
		defer cancel()
		m.s.serve(w, r)
		w.WriteHeader(http.StatusOK) // where nothing was said
		_ = in.CloseWithError(w.end())
		_ = r.Body.Close()
	}()
	select {
	case <-w.ready:
	case <-req.Context().Done():
		_ = out.CloseWithError(req.Context().Err())
		return nil, context.Cause(req.Context())
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.status == 0 {
		return nil, w.err
	}
	return &http.Response{
		Status: http.StatusText(w.status), StatusCode: w.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.sent, Body: &reply{out, req.Context(), cancel}, ContentLength: -1, Request: req,
	}, nil
}

// answer is the ResponseWriter of one request.
type answer struct {
	header http.Header
	in     *io.PipeWriter
	ready  chan struct{} // closed when the head is known, or that there is none

	mu     sync.Mutex
	status int // 0: the connection broke before an answer
	sent   http.Header
	err    error // with which the connection broke
	told   bool
}

func (w *answer) Header() http.Header { return w.header }

// WriteHeader sends the head, once.
func (w *answer) WriteHeader(status int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.told {
		return
	}
	w.told, w.status, w.sent = true, status, w.header.Clone()
	close(w.ready)
}

func (w *answer) Write(p []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.in.Write(p)
}

// Flush has nothing to do: a pipe holds nothing back.
func (w *answer) Flush() {}

// breakWith ends the connection.
func (w *answer) breakWith(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.err = err
	if !w.told {
		w.told = true
		close(w.ready)
	}
}

// end is how the body ends.
func (w *answer) end() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err != nil {
		return w.err
	}
	return io.EOF
}

// reply is the body of an answer. Reading ends with the request's context, as
// over a network; closing it ends the server's work.
type reply struct {
	*io.PipeReader
	ctx    context.Context    // the caller's
	cancel context.CancelFunc // the server's
}

func (b *reply) Read(p []byte) (int, error) {
	stop := context.AfterFunc(b.ctx, func() { _ = b.PipeReader.CloseWithError(b.ctx.Err()) })
	defer stop()
	n, err := b.PipeReader.Read(p)
	if errors.Is(err, io.ErrClosedPipe) && b.ctx.Err() != nil {
		err = b.ctx.Err()
	}
	return n, err
}

func (b *reply) Close() error {
	b.cancel()
	return b.PipeReader.Close()
}
